/*
 * intake - <source>: where the data are, and how they are written.
 *
 * A preset is read first, as if its elements stood in the <source>; what the
 * <source> says itself goes over it.  Fields and enum words are checked
 * against record.def here, so that a mapping that can never work is said once
 * and not for every row.
 */
#include "contract/intake.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/date.h"
#include "base/limits.h"
#include "contract/attr.h"
#include "contract/preset.h"
#include "xml/xml.h"
#include "xml/xmlnode.h"

enum { INTERVAL_MOST = 366 * 86400, SKIP_MOST = 1000,
	HEADER_MOST = 16, TIMES_MOST = 1000000000 };

static const int64_t UNIT_MOST = INT64_C(1) << 50;	/* a petabyte */

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

static struct source_place read_place(struct reading *reading,
    const struct _xmlNode *node) {
	return (struct source_place){ attr_text(reading, node, "name"),
	    attr_int(reading, node, "number", 1, LIMIT_COLUMNS, 0) };
}

/* The children of the name as places; how many is *count. */
static struct source_place *read_places(struct reading *reading,
    const struct _xmlNode *node, const char *name, size_t *count) {
	struct source_place *list = NULL;
	for (const struct _xmlNode *child = xmlnode_first(node, name);
	    child != NULL; child = xmlnode_next(child, name)) {
		list = arena_room(reading->arena, list, *count, sizeof *list);
		list[(*count)++] = read_place(reading, child);
	}
	return list;
}

/* The form of numbers that the element gives, or empty. */
static struct str read_numbers(const struct _xmlNode *node) {
	static const char *const forms[] = { "1,234.5", "1.234,5", "1 234,5",
		"1'234.5", "1234,5", "", NULL };
	return str_of(forms[attr_choice(node, "numbers", forms, 5)]);
}

static void read_units(struct reading *reading, struct source_column *column,
    const struct _xmlNode *node) {
	for (const struct _xmlNode *child = xmlnode_first(node, "unit");
	    child != NULL; child = xmlnode_next(child, "unit")) {
		struct source_unit unit = { attr_text(reading, child, "name"),
			attr_int(reading, child, "times", 1, UNIT_MOST, 1) };
		column->unit = arena_room(reading->arena, column->unit,
		    column->units, sizeof unit);
		column->unit[column->units++] = unit;
	}
}

/* How the column's numbers are written. */
static void read_figures(struct reading *reading, struct source_column *column,
    const struct _xmlNode *node) {
	static const char *const lengths[] = { "ms", "s", "m", "h", "d", "",
		NULL };
	static const int64_t ms[] = { 1, 1000, 60000, 3600000, 86400000, 0 };
	column->length = ms[attr_choice(node, "length", lengths, 5)];
	column->numbers = read_numbers(node);
	read_units(reading, column, node);
}

/* The column that gives the field so far, or NULL. */
static struct source_column *column_of(const struct source *source,
    struct str field) {
	for (size_t i = 0; i < source->columns; i++)
		if (str_equal(source->column[i].field, field))
			return &source->column[i];
	return NULL;
}

static void add_column(struct reading *reading, struct source *source,
    struct source_column column) {
	source->column = arena_room(reading->arena, source->column,
	    source->columns, sizeof column);
	source->column[source->columns++] = column;
}

/* What the contract says of a preset's column: its own words go first, and
 * what it leaves out stays as the preset has it. */
static void refine(struct reading *reading, struct source_column *column,
    const struct source_column *own) {
	if (own->name.n != 0 || own->number != 0) {
		column->name = own->name;
		column->number = own->number;
		column->other = own->other;
		column->others = own->others;
		column->join = own->join;
		column->joins = own->joins;
		column->optional = false;
	}
	if (own->form.n != 0)
		column->form = own->form;
	if (own->times != 0)
		column->times = own->times;
	if (own->length != 0)
		column->length = own->length;
	if (own->numbers.n != 0)
		column->numbers = own->numbers;
	if (own->units != 0) {
		column->unit = own->unit;
		column->units = own->units;
	}
	struct source_word *word = arena_array(reading->arena,
	    own->words + column->words, sizeof *word);
	for (size_t i = 0; i < own->words + column->words; i++)
		word[i] = i < own->words ? own->word[i]
		    : column->word[i - own->words];
	column->word = word;
	column->words += own->words;
}

/* Forget the preset's constant of a field that the contract gives. */
static void drop_constant(struct source *source, struct str field) {
	for (size_t i = 0; i < source->constants; i++)
		if (source->constant[i].preset
		    && str_equal(source->constant[i].field, field))
			source->constant[i--] =
			    source->constant[--source->constants];
}

static void read_column(struct reading *reading, struct source *source,
    const struct _xmlNode *node, bool preset) {
	struct source_place at = read_place(reading, node);
	struct source_column column = {
		.name = at.name,
		.number = at.number,
		.field = attr_field(reading, node, "field", source->records,
		    ATTR_ANY),
		.form = attr_text(reading, node, "dates"),
		.times = attr_int(reading, node, "times", 1, TIMES_MOST, 0),
		.optional = preset,
		.line = (int)xmlnode_place(node).line,
	};
	read_figures(reading, &column, node);
	column.other = read_places(reading, node, "alias", &column.others);
	column.join = read_places(reading, node, "join", &column.joins);
	read_words(reading, &column, field_of(source, column.field), node);
	struct source_column *known = column_of(source, column.field);
	bool refines = !preset && known != NULL && known->optional;
	bool named = xmlnode_attr(node, "name").p != NULL;
	bool numbered = xmlnode_attr(node, "number").p != NULL;
	if (named == numbered && (named || !refines)) {
		struct place place = attr_blame(reading, node);
		diag(DIAG_CONTRACT_COLUMN, &place, diag_str(column.field), NULL);
	}
	if (!preset)
		drop_constant(source, column.field);
	if (refines)
		refine(reading, known, &column);
	else
		add_column(reading, source, column);
}

static void read_constant(struct reading *reading, struct source *source,
    const struct _xmlNode *node, bool preset) {
	struct source_constant constant = {
		attr_field(reading, node, "field", source->records, ATTR_ANY),
		attr_text(reading, node, "value"), preset
	};
	drop_constant(source, constant.field);
	source->constant = arena_room(reading->arena, source->constant,
	    source->constants, sizeof constant);
	source->constant[source->constants++] = constant;
}

/* A form of `{place}`s with something between each two (read/pattern.h). */
static struct str read_form(struct reading *reading,
    const struct _xmlNode *node, const char *name) {
	struct str form = str_copy(reading->arena, xmlnode_attr(node, name));
	size_t open = 0, places = 0;
	bool good = true;
	for (size_t i = 0; i < form.n; i++) {
		if (form.p[i] == '{') {
			good &= open == 0 && (i == 0 || form.p[i - 1] != '}');
			open = i + 1;
		} else if (form.p[i] == '}') {
			good &= open != 0 && i > open;
			open = 0;
			places++;
		}
	}
	if (!good || open != 0 || places == 0)
		attr_malformed(reading, node, name, "[{at}] {host};{state}");
	return form;
}

static void read_line(struct reading *reading, struct source *source,
    const struct _xmlNode *node) {
	source->form = arena_room(reading->arena, source->form, source->forms,
	    sizeof *source->form);
	source->form[source->forms++] = read_form(reading, node, "form");
}

static void read_wide(struct reading *reading, struct source *source,
    const struct _xmlNode *node) {
	source->wide = (struct source_wide){
		.from = attr_int(reading, node, "from", 1, LIMIT_COLUMNS, 1),
		.name = read_form(reading, node, "name"),
		.value = attr_text(reading, node, "value"),
		.keys = attr_text(reading, node, "keys"),
		.again = attr_text(reading, node, "again"),
	};
}

static void read_table(struct reading *reading, struct source *source,
    const struct _xmlNode *node) {
	source->table = (struct source_table){ true,
	    attr_int(reading, node, "number", 1, LIMIT_COLUMNS, 0),
	    attr_text(reading, node, "begins"),
	    attr_text(reading, node, "heading") };
	if ((source->table.number == 0) == (source->table.begins.n == 0))
		attr_malformed(reading, node, "number", "2 (or begins=\"...\")");
}

static void read_json(struct reading *reading, struct source *source,
    const struct _xmlNode *node) {
	source->json = source->header = true;
	source->rows = attr_text(reading, node, "rows");
}

/* One ASCII character that cannot stand in a number or a word, or `tab`. */
static char read_separator(struct reading *reading,
    const struct _xmlNode *node, char absent) {
	struct str text = xmlnode_attr(node, "separator");
	if (text.p == NULL)
		return absent;
	if (str_is(text, "tab"))
		return '\t';
	if (text.n == 1 && strchr(",;|: \t", text.p[0]) != NULL)
		return text.p[0];
	attr_malformed(reading, node, "separator", ", ; | : tab");
	return absent;
}

static void read_text(struct reading *reading, const struct _xmlNode *node,
    const char *name, struct str *text) {
	if (xmlnode_attr(node, name).p != NULL)
		*text = attr_text(reading, node, name);
}

static void read_zone(struct reading *reading, struct source *source,
    const struct _xmlNode *node) {
	struct str text = str_trim(xmlnode_attr(node, "utc-offset"));
	if (text.p == NULL)
		return;
	source->zone = str_is(text, "pdh") ? ZONE_PDH : ZONE_GIVEN;
	if (source->zone == ZONE_GIVEN
	    && !date_read_offset(text, &source->offset))
		attr_malformed(reading, node, "utc-offset", "+09:00");
}

/* What the element says of the files; what it leaves out stays. */
static void read_body(struct reading *reading, struct source *source,
    const struct _xmlNode *node, bool preset) {
	static const char *const yes[] = { "no", "yes", NULL };
	static const char *const quote[] = { "\"", "'", "none", NULL };
	static const char quotes[] = { '"', '\'', '\0' };
	read_text(reading, node, "encoding", &source->encoding);
	read_text(reading, node, "dates", &source->dates);
	read_text(reading, node, "missing", &source->missing);
	read_text(reading, node, "numbered", &source->numbered);
	if (xmlnode_attr(node, "numbers").p != NULL)
		source->numbers = read_numbers(node);
	source->separator = read_separator(reading, node, source->separator);
	if (xmlnode_attr(node, "quote").p != NULL)
		source->quote = quotes[attr_choice(node, "quote", quote, 0)];
	source->header = attr_choice(node, "header", yes, source->header) == 1;
	source->skip = attr_int(reading, node, "skip", 0, SKIP_MOST,
	    source->skip);
	source->header_rows = attr_int(reading, node, "header-rows", 1,
	    HEADER_MOST, source->header_rows);
	read_text(reading, node, "sheet", &source->sheet);
	source->interval = attr_int(reading, node, "interval", 1,
	    INTERVAL_MOST, source->interval);
	read_zone(reading, source, node);
	for (const struct _xmlNode *child = xmlnode_first(node, NULL);
	    child != NULL; child = xmlnode_next(child, NULL)) {
		if (xmlnode_is(child, "column"))
			read_column(reading, source, child, preset);
		else if (xmlnode_is(child, "constant"))
			read_constant(reading, source, child, preset);
		else if (xmlnode_is(child, "line"))
			read_line(reading, source, child);
		else if (xmlnode_is(child, "unpivot"))
			read_wide(reading, source, child);
		else if (xmlnode_is(child, "json"))
			read_json(reading, source, child);
		else if (xmlnode_is(child, "table"))
			read_table(reading, source, child);
	}
}

static struct source read_source(struct reading *reading,
    const struct _xmlNode *node) {
	struct source source = {
		.records = attr_records(reading, node),
		.files = attr_text(reading, node, "files"),
		.preset = attr_text(reading, node, "preset"),
		.encoding = str_of("utf-8"),
		.separator = ',',
		.quote = '"',
		.header = true,
		.header_rows = 1,
		.line = (int)xmlnode_place(node).line,
	};
	if (source.files.n == 0)
		attr_malformed(reading, node, "files", "tickets/*.csv");
	struct _xmlDoc *preset = xmlnode_attr(node, "preset").p == NULL ? NULL
	    : preset_open(reading, node, source.preset, source.records);
	if (preset != NULL)
		read_body(reading, &source, xml_root(preset), true);
	xml_free(preset);
	read_body(reading, &source, node, false);
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
