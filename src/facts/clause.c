/*
 * clause - conditions of the contract as people read them.
 *
 * A reader by descent over: term (AND term)*, where a term is a comparison or
 * several in parentheses, joined by OR, and a comparison is FIELD, NOT FIELD,
 * FIELD op VALUE, FIELD [NOT] IN (VALUE, ...) or FIELD IS [NOT] NULL.  It
 * gives up at the first thing that it does not know.
 */
#include "facts/clause.h"

#include "base/arena.h"
#include "facts/phrase.h"

struct reader {
	struct arena *arena;
	const struct words *words;
	enum record_id records;
	struct str rest;
};

static bool is_name(char c) {
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'
	    || (c >= '0' && c <= '9');
}

static void skip_blanks(struct reader *reader) {
	while (reader->rest.n != 0 && strchr(" \t\r\n", *reader->rest.p) != NULL)
		reader->rest = (struct str){ reader->rest.p + 1,
		    reader->rest.n - 1 };
}

/* Take n bytes off the front, with the blanks behind them. */
static struct str take(struct reader *reader, size_t n) {
	struct str taken = { reader->rest.p, n };
	reader->rest = (struct str){ reader->rest.p + n, reader->rest.n - n };
	skip_blanks(reader);
	return taken;
}

static struct str take_name(struct reader *reader) {
	size_t n = 0;
	while (n < reader->rest.n && is_name(reader->rest.p[n]))
		n++;
	return take(reader, n);
}

/* The words, in capitals or not, each a whole one. */
static bool take_words(struct reader *reader, const char *words) {
	struct str before = reader->rest, rest = str_of(words), word;
	while (str_word(&rest, &word)) {
		struct str name = take_name(reader);
		if (name.n == word.n && strncasecmp(name.p, word.p, word.n) == 0)
			continue;
		reader->rest = before;
		return false;
	}
	return true;
}

static bool take_mark(struct reader *reader, const char *mark) {
	if (!str_starts(reader->rest, mark))
		return false;
	take(reader, strlen(mark));
	return true;
}

/* A text without a quote in it, as the field's word for it. */
static bool take_text(struct reader *reader, const struct record_field *field,
    struct str *value) {
	size_t n = 1;
	while (n < reader->rest.n && reader->rest.p[n] != '\'')
		n++;
	if (n + 1 > reader->rest.n || (n + 1 < reader->rest.n
	    && reader->rest.p[n + 1] == '\''))
		return false;
	*value = phrase_code(reader->words, field, (struct str){
	    reader->rest.p + 1, n - 1 });
	take(reader, n + 1);
	return true;
}

/* A text, a number or another field. */
static bool take_value(struct reader *reader, const struct record_field *field,
    struct str *value) {
	size_t n = 0;
	if (str_starts(reader->rest, "'"))
		return take_text(reader, field, value);
	while (n < reader->rest.n && (strchr("0123456789.", reader->rest.p[n])
	    != NULL || (n == 0 && *reader->rest.p == '-')))
		n++;
	if (n != 0) {
		*value = take(reader, n);
		return true;
	}
	struct str name = take_name(reader);
	*value = clause_field(reader->words, reader->records, name);
	return record_field_find(record_type(reader->records), name) >= 0;
}

static struct str joined(struct reader *reader, const char *key, struct str a,
    struct str b) {
	return a.n == 0 ? b : words_fill(reader->arena, reader->words, key, "a",
	    str_z(reader->arena, a), "b", str_z(reader->arena, b), NULL);
}

/* What is behind FIELD IN. */
static bool take_list(struct reader *reader, const struct record_field *field,
    struct str *list) {
	struct str value;
	*list = (struct str){ NULL, 0 };
	if (!take_mark(reader, "("))
		return false;
	do {
		if (!take_value(reader, field, &value))
			return false;
		*list = joined(reader, "clause.or", *list, value);
	} while (take_mark(reader, ","));
	return take_mark(reader, ")");
}

/* The comparison as a key of words, of numbers and of times. */
static const char *take_comparison(struct reader *reader,
    const struct record_field *field) {
	static const char *const marks[][3] = {
		{ "<=", "at-most", "not-after" },
		{ ">=", "at-least", "not-before" }, { "<>", "not", "not" },
		{ "!=", "not", "not" }, { "==", "is", "is" },
		{ "=", "is", "is" }, { "<", "below", "before" },
		{ ">", "above", "after" } };
	bool time = field->kind == FIELD_INSTANT || field->kind == FIELD_DATE;
	for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++)
		if (take_mark(reader, marks[i][0]))
			return marks[i][time ? 2 : 1];
	return NULL;
}

/* What is behind the field, as a key of words with its value; NULL for
 * something else. */
static const char *read_rest(struct reader *reader,
    const struct record_field *field, struct str *value) {
	if (take_words(reader, "IS NOT NULL"))
		return "filled";
	if (take_words(reader, "IS NULL"))
		return "empty";
	if (take_words(reader, "NOT IN"))
		return take_list(reader, field, value) ? "not" : NULL;
	if (take_words(reader, "IN"))
		return take_list(reader, field, value) ? "is" : NULL;
	const char *key = take_comparison(reader, field);
	return key != NULL && take_value(reader, field, value) ? key : NULL;
}

static bool read_comparison(struct reader *reader, struct str *text) {
	bool no = take_words(reader, "NOT");
	struct str name = take_name(reader), value = { NULL, 0 };
	int index = record_field_find(record_type(reader->records), name);
	if (index < 0)
		return false;
	const struct record_field *field
	    = &record_type(reader->records)->field[index];
	struct str before = reader->rest;
	const char *key = read_rest(reader, field, &value);
	if (field->kind == FIELD_BOOL && key == NULL
	    && reader->rest.p == before.p)
		key = no ? "no" : "yes";
	else if (no || key == NULL)
		return false;
	*text = words_fill(reader->arena, reader->words,
	    arena_printf(reader->arena, "clause.%s", key), "field",
	    str_z(reader->arena, clause_field(reader->words, reader->records,
	    name)), "value", str_z(reader->arena, value), NULL);
	return true;
}

/* A comparison, or (comparison OR comparison ...). */
static bool read_term(struct reader *reader, struct str *text) {
	struct str next;
	if (!take_mark(reader, "("))
		return read_comparison(reader, text);
	bool good = read_comparison(reader, text);
	while (good && take_words(reader, "OR")) {
		good = read_comparison(reader, &next);
		*text = good ? joined(reader, "clause.or", *text, next) : *text;
	}
	return good && take_mark(reader, ")");
}

struct str clause_text(struct arena *arena, const struct words *words,
    enum record_id records, struct str condition) {
	struct str text, next;
	condition = str_trim(condition);
	if (condition.n == 0)
		return condition;
	struct reader reader = { arena, words, records, condition };
	bool good = read_term(&reader, &text);
	while (good && take_words(&reader, "AND")) {
		good = read_term(&reader, &next);
		text = good ? joined(&reader, "clause.and", text, next) : text;
	}
	if (good && reader.rest.n == 0)
		return text;
	return words_fill(arena, words, "clause.code", "condition",
	    str_z(arena, condition), NULL);
}

struct str clause_field(const struct words *words, enum record_id records,
    struct str field) {
	const struct record_type *type = record_type(records);
	int index = record_field_find(type, field);
	if (index < 0)
		return field;
	return phrase_field(words, &type->field[index]);
}
