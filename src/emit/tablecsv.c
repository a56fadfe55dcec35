/* tablecsv - a fact table as CSV. */
#include "emit/tablecsv.h"

#include "base/arena.h"
#include "base/csvtext.h"
#include "base/file.h"

struct str tablecsv_label(struct arena *arena,
    const struct fact_column *column) {
	return column->unit.n == 0 ? column->label : str_of(arena_printf(arena,
	    "%.*s (%.*s)", (int)column->label.n, column->label.p,
	    (int)column->unit.n, column->unit.p));
}

static void put_head(struct buf *buf, const struct facts *facts,
    const struct fact_table *table) {
	buf_text(buf, "\xef\xbb\xbf");
	for (size_t i = 0; i < table->columns; i++)
		csvtext_safe(buf, tablecsv_label(buf->arena,
		    &table->column[i]), i == 0);
	csvtext_safe(buf, words_find(facts->words, "column.origin-file"), false);
	csvtext_safe(buf, words_find(facts->words, "column.origin-line"), false);
	csvtext_end(buf);
}

static struct str cell_as_data(const struct fact_column *column,
    const struct fact_cell *cell) {
	switch (column->type) {
	case COLUMN_INT:
	case COLUMN_DECIMAL:
	case COLUMN_PERCENT:
	case COLUMN_DATE:
	case COLUMN_INSTANT:
		return cell->value;
	default:
		return cell->text;
	}
}

static void put_row(struct buf *buf, const struct facts *facts,
    const struct fact_table *table, const struct fact_row *row) {
	for (size_t i = 0; i < table->columns; i++)
		csvtext_safe(buf, cell_as_data(&table->column[i], &row->cell[i]),
		    i == 0);
	bool known = row->origin.file < facts->rows->files;
	csvtext_safe(buf, known ? facts->rows->file[row->origin.file].path
	    : str_of(""), false);
	buf_char(buf, ',');
	if (known && row->origin.line > 0)
		buf_int(buf, row->origin.line);
	csvtext_end(buf);
}

struct str tablecsv_text(struct arena *arena, const struct facts *facts,
    const struct fact_table *table) {
	struct buf buf = buf_in(arena);
	put_head(&buf, facts, table);
	for (size_t i = 0; i < table->rows; i++)
		put_row(&buf, facts, table, &table->row[i]);
	return buf_str(&buf);
}

bool tablecsv_write(struct str text, const char *path) {
	struct file_out *file = file_create(path);
	if (file == NULL)
		return false;
	file_write(file, text);
	return file_commit(file);
}
