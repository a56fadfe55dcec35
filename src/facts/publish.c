/*
 * publish - editions of a period, side by side.
 *
 * A value is known by its item and field; one that an edition lacks is empty.
 */
#include "facts/publish.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/date.h"
#include "facts/carry.h"
#include "facts/phrase.h"
#include "facts/sheet.h"
#include "facts/slacsv.h"
#include "facts/survey.h"

/* Enough of a digest to compare by eye; the store has it whole. */
#define SHORT_DIGEST 12

size_t publish_values(struct arena *arena, const struct facts *facts,
    struct rows_frozen **values) {
	struct rows_frozen *value = arena_array(arena, facts->figures
	    * (SLACSV_COLUMNS - 1) + facts->carries, sizeof *value);
	size_t n = 0;
	*values = value;
	for (size_t i = 0; i < facts->figures; i++) {
		struct str cell[SLACSV_COLUMNS];
		slacsv_cells(arena, &facts->figure[i], cell);
		for (size_t c = 1; c < SLACSV_COLUMNS; c++)
			value[n++] = (struct rows_frozen){ cell[0],
			    str_of(slacsv_column(c)), cell[c] };
	}
	for (size_t i = 0; i < facts->carries; i++) {
		struct buf closing = buf_in(arena);
		buf_int(&closing, facts->carry[i].closing);
		value[n++] = (struct rows_frozen){ facts->carry[i].id,
		    str_of(CARRY_CLOSING), buf_str(&closing) };
	}
	return n;
}

static int by_key(const void *a, const void *b) {
	const struct rows_frozen *x = a, *y = b;
	int order = str_compare(x->item, y->item);
	return order != 0 ? order : str_compare(x->field, y->field);
}

static struct rows_frozen *sorted(struct arena *arena,
    const struct rows_frozen *value, size_t n) {
	struct rows_frozen *copy = arena_array(arena, n, sizeof *copy);
	if (n != 0) {
		memcpy(copy, value, n * sizeof *copy);
		qsort(copy, n, sizeof *copy, by_key);
	}
	return copy;
}

static const struct rows_frozen *find(const struct rows_frozen *in, size_t n,
    const struct rows_frozen *key) {
	return n == 0 ? NULL : bsearch(key, in, n, sizeof *in, by_key);
}

size_t publish_changes(struct arena *arena, const struct rows_frozen *before,
    size_t befores, const struct rows_frozen *after, size_t afters,
    struct publish_change **changes) {
	const struct rows_frozen *old = sorted(arena, before, befores);
	const struct rows_frozen *new = sorted(arena, after, afters);
	const struct str none = { NULL, 0 };
	size_t n = 0;
	*changes = arena_array(arena, befores + afters, sizeof **changes);
	for (size_t i = 0; i < afters; i++) {
		const struct rows_frozen *was = find(old, befores, &after[i]);
		struct str value = was == NULL ? none : was->value;
		if (!str_equal(value, after[i].value))
			(*changes)[n++] = (struct publish_change){
			    after[i].item, after[i].field, value,
			    after[i].value };
	}
	for (size_t i = 0; i < befores; i++)
		if (before[i].value.n != 0
		    && find(new, afters, &before[i]) == NULL)
			(*changes)[n++] = (struct publish_change){
			    before[i].item, before[i].field, before[i].value,
			    none };
	return n;
}

const struct rows_edition *publish_last(const struct rows *rows) {
	return rows->editions == 0 ? NULL : &rows->edition[rows->editions - 1];
}

void publish_compare(struct arena *arena, struct facts *facts) {
	const struct rows_edition *last = publish_last(facts->rows);
	struct rows_frozen *value;
	struct publish_change *change;
	if (last == NULL)
		return;
	size_t values = publish_values(arena, facts, &value), kept = 0;
	struct rows_frozen *was = arena_array(arena, last->values, sizeof *was);
	for (size_t i = 0; i < last->values; i++)
		if (facts->carries != 0
		    || !str_is(last->value[i].field, CARRY_CLOSING))
			was[kept++] = last->value[i];
	facts->unpublished = publish_changes(arena, was, kept, value, values,
	    &change);
}

struct str publish_version(struct arena *arena, int64_t number) {
	return str_of(arena_printf(arena, "%lld.0", (long long)number));
}

static struct str reason_of(const struct facts *facts,
    const struct rows_edition *edition) {
	return edition->reason.n != 0 ? edition->reason
	    : words_find(facts->words, "doc.first-issue");
}

static struct str unpublished_text(struct arena *arena,
    const struct facts *facts, const struct rows_edition *last) {
	return words_fill(arena, facts->words, "edition.sentence", "version",
	    str_z(arena, publish_version(arena, last->number)), "n",
	    str_z(arena, phrase_int(arena, (int64_t)facts->unpublished)),
	    NULL);
}

static void add_editions(struct arena *arena, struct facts *facts) {
	const struct rows *rows = facts->rows;
	struct sheet sheet = sheet_new(arena, facts, "editions");
	sheet_columns(&sheet, "edition:id published:date as-of:instant "
	    "reason:longtext rules:id program:id contract-digest:id");
	for (size_t i = 0; i < rows->editions; i++) {
		const struct rows_edition *edition = &rows->edition[i];
		struct str digest = edition->contract;
		if (digest.n > SHORT_DIGEST)
			digest.n = SHORT_DIGEST;
		sheet_sum(&sheet, ROW_BODY);
		sheet_text(&sheet, publish_version(arena, edition->number));
		sheet_day(&sheet, true, date_day_of(edition->published,
		    rows->contract->offset));
		sheet_instant(&sheet, true, edition->as_of);
		sheet_text(&sheet, reason_of(facts, edition));
		sheet_text(&sheet, edition->rules);
		sheet_text(&sheet, edition->program);
		sheet_cell(&sheet, digest, edition->contract, TONE_NONE);
	}
	survey_table(arena, facts, sheet_close(&sheet));
}

/* What people call it: an indicator or a ledger of today, or its id. */
static struct str item_name(const struct facts *facts, struct str item) {
	for (size_t i = 0; i < facts->figures; i++)
		if (str_equal(facts->figure[i].indicator->id, item))
			return facts->figure[i].indicator->name;
	for (size_t i = 0; i < facts->carries; i++)
		if (str_equal(facts->carry[i].id, item))
			return facts->carry[i].label;
	return item;
}

static struct str shown(struct arena *arena, const struct facts *facts,
    const struct publish_change *change, struct str value) {
	struct str word = !str_is(change->field, "verdict") ? value
	    : words_maybe(facts->words, arena_printf(arena, "verdict.%s",
	    str_z(arena, value)));
	return word.n != 0 ? word : value;
}

static void add_change(struct sheet *sheet, const struct facts *facts,
    struct str edition, const struct publish_change *change) {
	struct arena *arena = sheet->arena;
	sheet_sum(sheet, ROW_BODY);
	sheet_text(sheet, edition);
	sheet_text(sheet, change->item);
	sheet_text(sheet, item_name(facts, change->item));
	sheet_text(sheet, words_find(facts->words, arena_printf(arena,
	    "edition.%s", str_z(arena, change->field))));
	sheet_cell(sheet, shown(arena, facts, change, change->before),
	    change->before, TONE_NONE);
	sheet_cell(sheet, shown(arena, facts, change, change->after),
	    change->after, TONE_NONE);
}

/* Between two editions that follow one another, and of what is not published
 * yet. */
static void add_changes(struct arena *arena, struct facts *facts) {
	const struct rows *rows = facts->rows;
	struct sheet sheet = sheet_new(arena, facts, "edition-changes");
	struct publish_change *change;
	struct rows_frozen *value;
	size_t values = publish_values(arena, facts, &value);
	sheet_columns(&sheet, "edition:id id:id name:text item:text "
	    "value-before:text value-after:text");
	for (size_t i = 1; i < rows->editions; i++) {
		const struct rows_edition *edition = &rows->edition[i];
		size_t n = publish_changes(arena, edition[-1].value,
		    edition[-1].values, edition->value, edition->values,
		    &change);
		for (size_t c = 0; c < n; c++)
			add_change(&sheet, facts, publish_version(arena,
			    edition->number), &change[c]);
	}
	const struct rows_edition *last = publish_last(rows);
	if (last != NULL)
		facts->unpublished = publish_changes(arena, last->value,
		    last->values, value, values, &change);
	for (size_t c = 0; c < facts->unpublished; c++)
		add_change(&sheet, facts, words_find(facts->words,
		    "edition.unpublished"), &change[c]);
	if (facts->unpublished != 0)
		sheet.table.sentence = unpublished_text(arena, facts, last);
	survey_table(arena, facts, sheet_close(&sheet));
}

static void add_history(struct arena *arena, struct facts *facts) {
	const struct rows *rows = facts->rows;
	const struct rows_edition *last = publish_last(rows);
	facts->edition = arena_array(arena, rows->editions + 1,
	    sizeof *facts->edition);
	for (size_t i = 0; i < rows->editions; i++)
		facts->edition[facts->editions++] = (struct fact_edition){
		    publish_version(arena, rows->edition[i].number),
		    phrase_day(arena, facts->words, date_day_of(
		    rows->edition[i].published, rows->contract->offset)),
		    reason_of(facts, &rows->edition[i]) };
	if (facts->unpublished != 0)
		facts->edition[facts->editions++] = (struct fact_edition){
		    publish_version(arena, last->number + 1), { NULL, 0 },
		    unpublished_text(arena, facts, last) };
}

void publish_add(struct arena *arena, struct facts *facts) {
	add_editions(arena, facts);
	add_changes(arena, facts);
	add_history(arena, facts);
}
