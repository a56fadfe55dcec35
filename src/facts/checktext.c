/* checktext - data checks of what persons wrote. */
#include "facts/checktext.h"

#include "base/arena.h"
#include "base/detect.h"
#include "facts/finding.h"
#include "facts/names.h"

static bool is_free_text(const struct record_field *field) {
	return (field->kind == FIELD_TEXT || field->kind == FIELD_LONGTEXT)
	    && (field->flags & (FIELD_PERSONAL | FIELD_HOST
	    | FIELD_EQUIPMENT)) == 0;
}

/* What it is, not what it says. */
static void tell(struct findings *findings, enum record_id id, size_t field,
    const struct row *row, const char *kind) {
	finding_row(findings, id, row, finding_label(findings, id,
	    record_type(id)->field[field].name), str_z(findings->arena,
	    words_find(findings->facts->words, arena_printf(findings->arena,
	    "check.texts-personal.%s", kind))));
}

static void check_field(struct findings *findings, enum record_id id,
    size_t field, const struct row *row) {
	struct str text = row->value[field].text;
	struct detected found = { DETECT_KINDS, 0, 0 };
	struct names_found host = { 0 };
	while (detect_next(text, found.at + found.n, &found))
		tell(findings, id, field, row, detect_name(found.kind));
	bool running = record_type(id)->field[field].kind == FIELD_LONGTEXT;
	while (running && names_next(findings->facts->hosts, text, host.at
	    + host.n, &host))
		tell(findings, id, field, row, "hostname");
}

static void check_row(struct findings *findings, enum record_id id,
    const struct row *row) {
	const struct record_type *type = record_type(id);
	for (size_t i = 0; i < type->fields; i++)
		if (is_free_text(&type->field[i])
		    && row->value[i].kind == VALUE_TEXT)
			check_field(findings, id, i, row);
}

void checktext_personal(struct findings *findings) {
	for (int id = 0; id < RECORD_TYPES; id++) {
		const struct rows_table *table = &findings->rows->table[id];
		for (size_t r = 0; r < table->count; r++)
			check_row(findings, (enum record_id)id,
			    &table->row[r]);
	}
}
