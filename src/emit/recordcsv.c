/* recordcsv - the records of a type as CSV. */
#include "emit/recordcsv.h"

#include "base/arena.h"
#include "base/csvtext.h"
#include "base/date.h"
#include "base/file.h"

static struct str text_of(struct arena *arena, const struct facts *facts,
    const struct record_field *field, const struct value *value) {
	struct buf buf = buf_in(arena);
	if (value->kind == VALUE_NONE || value->kind == VALUE_TEXT)
		return value->kind == VALUE_TEXT ? facts_shown_field(
		    arena, facts, field, value->text) : str_of("");
	if (value->kind == VALUE_DECIMAL)
		return ratio_exact(arena, (struct decimal){ value->n,
		    value->scale });
	switch (field->kind) {
	case FIELD_INSTANT:
		date_write_iso(&buf, value->n, facts->contract->offset);
		break;
	case FIELD_DATE:
		date_write_day(&buf, value->n);
		break;
	case FIELD_BOOL:
		buf_text(&buf, value->n != 0 ? "true" : "false");
		break;
	default:
		buf_int(&buf, value->n);
	}
	return buf_str(&buf);
}

bool recordcsv_write(struct arena *arena, const struct facts *facts,
    enum record_id id, const char *path) {
	const struct record_type *type = record_type(id);
	const struct rows_table *table = &facts->rows->table[id];
	struct buf buf = buf_in(arena);
	struct file_out *file = file_create(path);
	if (file == NULL)
		return false;
	buf_text(&buf, "\xef\xbb\xbf");
	for (size_t i = 0; i < type->fields; i++)
		csvtext_cell(&buf, str_of(type->field[i].name), i == 0);
	csvtext_end(&buf);
	for (size_t r = 0; r < table->count; r++) {
		for (size_t i = 0; i < type->fields; i++)
			csvtext_safe(&buf, text_of(arena, facts,
			    &type->field[i], &table->row[r].value[i]), i == 0);
		csvtext_end(&buf);
	}
	file_write(file, buf_str(&buf));
	return file_commit(file);
}
