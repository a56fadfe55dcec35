/* plan - a field that a column gives: the value of one cell. */
#include "read/plan.h"

#include "base/arena.h"
#include "base/buf.h"

/* Where the field begins; of a sheet its column. */
static struct place column_place(const struct fields_file *file,
    const struct csv_row *row, size_t column) {
	if (file->csv == NULL)
		return (struct place){ file->name, row->line,
		    (int64_t)column + 1 };
	return fields_place(file, row, csv_field_at(file->csv, row, column));
}

/* Where the byte of a field is; where the field begins when its quotes were
 * doubled, since then it is not in the row as it stands. */
static struct place byte_place(const struct fields_file *file,
    const struct csv_row *row, size_t column, const char *byte) {
	if (byte < row->raw.p || byte >= row->raw.p + row->raw.n)
		return column_place(file, row, column);
	return fields_place(file, row, (size_t)(byte - row->raw.p));
}

void plan_tell_byte(const struct fields_file *file,
    const struct csv_row *row, size_t column, const char *field, size_t bad) {
	if (!tell_wanted(file->tell, DIAG_ENCODE_BYTE))
		return;
	const char *byte = row->field[column].p + bad;
	struct place place = byte_place(file, row, column, byte);
	diag(DIAG_ENCODE_BYTE, &place, field,
	    arena_printf(file->scratch, "0x%02X", (unsigned char)*byte),
	    encode_name(file->encode), NULL);
}

static void tell_fault(struct plan *plan, const struct fields_file *file,
    const struct csv_row *row, struct str text) {
	if (!tell_wanted(file->tell, convert_fault(&plan->convert)))
		return;
	struct place place = column_place(file, row, plan->column);
	convert_explain(&plan->convert, file->scratch, text, &place);
}

static void tell_control(const struct plan *plan,
    const struct fields_file *file, const struct csv_row *row) {
	if (!tell_wanted(file->tell, DIAG_ENCODE_CONTROL))
		return;
	struct place place = column_place(file, row, plan->column);
	diag(DIAG_ENCODE_CONTROL, &place, plan->convert.field->name,
	    arena_printf(file->scratch, "U+%04X",
	    (unsigned)plan->convert.control - 1), NULL);
}

static void tell_required(const struct plan *plan,
    const struct fields_file *file, const struct csv_row *row) {
	if (!tell_wanted(file->tell, DIAG_CSV_REQUIRED))
		return;
	struct place place = column_place(file, row, plan->column);
	diag(DIAG_CSV_REQUIRED, &place, plan->convert.field->name, NULL);
}

/* The cell as UTF-8 without blanks at its ends; false after a diag. */
static bool read_cell(const struct plan *plan, const struct fields_file *file,
    const struct csv_row *row, size_t column, struct str *text) {
	size_t bad;
	if (!encode_text(file->encode, file->scratch, row->field[column], text,
	    &bad)) {
		plan_tell_byte(file, row, column, plan->convert.field->name, bad);
		return false;
	}
	*text = str_trim(*text);
	return true;
}

/* The cells of the plan, what is joined behind a blank; false after a
 * diag. */
static bool read_cells(const struct plan *plan, const struct fields_file *file,
    const struct csv_row *row, struct str *text) {
	if (!read_cell(plan, file, row, plan->column, text))
		return false;
	if (plan->joins == 0)
		return true;
	struct buf buf = buf_in(file->scratch);
	buf_add(&buf, *text);
	for (size_t i = 0; i < plan->joins; i++) {
		struct str cell;
		if (!read_cell(plan, file, row, plan->join[i], &cell))
			return false;
		buf_text(&buf, buf.n == 0 || cell.n == 0 ? "" : " ");
		buf_add(&buf, cell);
	}
	*text = buf_str(&buf);
	return true;
}

/* Where a cell is kept: names of a kind differ at their end. */
static struct plan_kept *kept_at(struct plan *plan, struct str cell) {
	return &plan->kept[(unsigned char)cell.p[cell.n - 1] % PLAN_KEPT];
}

/* Keep what the cell of the row gave. */
static void keep(struct plan *plan, const struct csv_row *row,
    const struct value *value) {
	struct str cell = row->field[plan->column];
	if (cell.n == 0 || cell.n > PLAN_BYTES || value->text.n > PLAN_TEXT)
		return;
	struct plan_kept *kept = kept_at(plan, cell);
	kept->bytes = cell.n;
	memcpy(kept->cell, cell.p, cell.n);
	kept->value = *value;
	if (value->text.n != 0)
		kept->value.text.p = memcpy(kept->text, value->text.p,
		    value->text.n);
}

/* One field of the row; constant stands for it when it is empty.  False after
 * a diag, whose id is *reason. */
static bool read_field(struct plan *plan, const struct fields_file *file,
    const struct csv_row *row, const struct value *constant,
    struct value *value, enum diag_id *reason) {
	struct str text;
	int64_t rounded = plan->convert.rounded;
	if (!read_cells(plan, file, row, &text)) {
		*reason = DIAG_ENCODE_BYTE;
		return false;
	}
	if (!convert_text(&plan->convert, file->scratch, text,
	    encode_plain(text), value)) {
		tell_fault(plan, file, row, text);
		*reason = convert_fault(&plan->convert);
		return false;
	}
	if (plan->convert.control != 0)
		tell_control(plan, file, row);
	if (value->kind == VALUE_NONE)
		*value = *constant;
	if (value->kind == VALUE_NONE
	    && (plan->convert.field->flags & FIELD_REQUIRED) != 0) {
		tell_required(plan, file, row);
		*reason = DIAG_CSV_REQUIRED;
		return false;
	}
	/* what is told or counted is so for each row */
	if (plan->joins == 0 && plan->convert.control == 0
	    && plan->convert.rounded == rounded)
		keep(plan, row, value);
	return true;
}

/* By the short ways: a cell like it was read before, or it is written as
 * most are.  False when it takes read_field. */
static bool read_short(struct plan *plan, const struct csv_row *row,
    struct value *value) {
	struct str cell = row->field[plan->column];
	if (plan->joins != 0 || cell.n == 0)
		return false;
	const struct plan_kept *kept = kept_at(plan, cell);
	if (str_equal(cell, (struct str){ kept->cell, kept->bytes })) {
		*value = kept->value;
		return true;
	}
	if (!convert_common(&plan->convert, cell, value))
		return false;
	if (value->kind == VALUE_INT)
		keep(plan, row, value);
	return true;
}

bool plan_read(struct plan *plan, const struct fields_file *file,
    const struct csv_row *row, const struct value *constant,
    struct value *value, enum diag_id *reason) {
	return read_short(plan, row, value)
	    || read_field(plan, file, row, constant, value, reason);
}
