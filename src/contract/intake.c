/*
 * intake - <source>: where the data are, and how they are written.
 *
 * Fields and enum words are checked against record.def here, so that a
 * mapping that can never work is said once and not for every row.
 */
#include "contract/intake.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/limits.h"
#include "contract/attr.h"
#include "xml/xmlnode.h"

enum { INTERVAL_MOST = 366 * 86400 };

/* The enum field knows the word; other fields take any. */
static void check_word(struct reading *reading, const struct _xmlNode *node,
    const struct record_field *field, struct str to) {
	if (field->kind != FIELD_ENUM)
		return;
	struct buf known = buf_in(reading->arena);
	struct str name, label;
	for (size_t i = 0; record_word(field, i, str_of("en"), &name, &label);
	    i++) {
		if (str_equal(name, to))
			return;
		buf_text(&known, i == 0 ? "" : " ");
		buf_add(&known, name);
	}
	struct place place = attr_blame(reading, node);
	diag(DIAG_CONTRACT_WORD, &place, diag_str(to), field->name,
	    buf_z(&known), NULL);
}

static void read_words(struct reading *reading, struct source_column *column,
    const struct record_field *field, const struct _xmlNode *node) {
	for (const struct _xmlNode *child = xmlnode_first(node, "word");
	    child != NULL; child = xmlnode_next(child, "word")) {
		struct source_word word = { attr_text(reading, child, "from"),
			attr_text(reading, child, "to") };
		if (field != NULL)
			check_word(reading, child, field, word.to);
		column->word = arena_room(reading->arena, column->word,
		    column->words, sizeof word);
		column->word[column->words++] = word;
	}
}

/* The field of the name in the source's record type, or NULL. */
static const struct record_field *field_of(const struct source *source,
    struct str name) {
	if (source->records == RECORD_TYPES)
		return NULL;
	const struct record_type *type = record_type(source->records);
	int index = record_field_find(type, name);
	return index < 0 ? NULL : &type->field[index];
}

static void read_column(struct reading *reading, struct source *source,
    const struct _xmlNode *node) {
	struct source_column column = {
		.name = attr_text(reading, node, "name"),
		.number = attr_int(reading, node, "number", 1, LIMIT_COLUMNS, 0),
		.field = attr_field(reading, node, "field", source->records,
		    ATTR_ANY),
		.form = attr_text(reading, node, "dates"),
		.line = (int)xmlnode_place(node).line,
	};
	if ((xmlnode_attr(node, "name").p == NULL)
	    == (xmlnode_attr(node, "number").p == NULL)) {
		struct place place = attr_blame(reading, node);
		diag(DIAG_CONTRACT_COLUMN, &place, diag_str(column.field), NULL);
	}
	read_words(reading, &column, field_of(source, column.field), node);
	source->column = arena_room(reading->arena, source->column,
	    source->columns, sizeof column);
	source->column[source->columns++] = column;
}

static void read_constant(struct reading *reading, struct source *source,
    const struct _xmlNode *node) {
	struct source_constant constant = {
		attr_field(reading, node, "field", source->records, ATTR_ANY),
		attr_text(reading, node, "value")
	};
	source->constant = arena_room(reading->arena, source->constant,
	    source->constants, sizeof constant);
	source->constant[source->constants++] = constant;
}

/* One ASCII character that cannot stand in a number or a word, or `tab`. */
static char read_separator(struct reading *reading,
    const struct _xmlNode *node) {
	struct str text = xmlnode_attr(node, "separator");
	if (text.p == NULL)
		return ',';
	if (str_is(text, "tab"))
		return '\t';
	if (text.n == 1 && strchr(",;|: \t", text.p[0]) != NULL)
		return text.p[0];
	attr_malformed(reading, node, "separator", ", ; | : tab");
	return ',';
}

static struct source read_source(struct reading *reading,
    const struct _xmlNode *node) {
	static const char *const codes[] = { "utf-8", "cp932", "auto", NULL };
	static const char *const yes[] = { "no", "yes", NULL };
	struct source source = {
		.records = attr_records(reading, node),
		.files = attr_text(reading, node, "files"),
		.preset = attr_text(reading, node, "preset"),
		.encoding = str_of(codes[attr_choice(node, "encoding", codes,
		    0)]),
		.separator = read_separator(reading, node),
		.header = attr_choice(node, "header", yes, 1) == 1,
		.dates = attr_text(reading, node, "dates"),
		.missing = attr_text(reading, node, "missing"),
		.interval = attr_int(reading, node, "interval", 1,
		    INTERVAL_MOST, 0),
		.line = (int)xmlnode_place(node).line,
	};
	if (source.files.n == 0)
		attr_malformed(reading, node, "files", "tickets/*.csv");
	for (const struct _xmlNode *child = xmlnode_first(node, NULL);
	    child != NULL; child = xmlnode_next(child, NULL)) {
		if (xmlnode_is(child, "column"))
			read_column(reading, &source, child);
		else
			read_constant(reading, &source, child);
	}
	return source;
}

void intake_read(struct reading *reading, const struct _xmlNode *root) {
	struct contract *contract = reading->contract;
	for (const struct _xmlNode *node = xmlnode_first(root, "source");
	    node != NULL; node = xmlnode_next(node, "source")) {
		contract->source = arena_room(reading->arena, contract->source,
		    contract->sources, sizeof *contract->source);
		contract->source[contract->sources++] = read_source(reading,
		    node);
	}
}
