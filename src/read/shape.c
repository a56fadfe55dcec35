/*
 * shape - the rows that a mapping sees, whatever the file looks like.
 *
 * Every shape is a cursor over csv rows or lines of the same bytes; a row that
 * was made carries the bytes of the line that it comes from.
 */
#include "read/shape.h"

#include "base/arena.h"
#include "base/buf.h"
#include "contract/contract.h"
#include "read/jsonrows.h"
#include "read/pattern.h"
#include "read/booksheet.h"

/* A form of lines: which columns its parts fill. */
struct form {
	struct pattern pattern;
	size_t *column;
};

struct shape {
	const struct source *source;
	struct arena *arena;
	struct arena *scratch;	/* of the row that is given */
	struct arena *held;	/* of the row of the file, which may give many */
	struct csv *csv;	/* or, of a workbook, NULL and ... */
	struct booksheet *sheet;
	struct jsonrows *json;	/* or NULL */

	struct str *column;	/* names of the columns that are made */
	size_t columns;
	struct str *field;	/* the row that is made */

	int64_t last;		/* line of the last row */
	int64_t tables;		/* begun so far */
	bool in_table;		/* the one that is chosen */
	bool table_over;

	struct str rest;	/* lines: what is not read yet */
	int64_t line;
	struct form *form;
	int64_t skipped;

	struct pattern name;	/* wide: of the headers */
	struct str *header;
	size_t headers;
	bool *key;		/* does the column qualify the others? */
	struct str *part;	/* of each header by the form ... */
	bool *fits;		/* ... that it matches */
	struct str instance;	/* of the row whose cells are given */
	struct csv_row wide;	/* the row whose cells are given */
	size_t cell;		/* the next one; 0: no row */
};

bool shape_cuts(const struct source *source) {
	return source->json || source->forms > 0 || source->wide.from > 0
	    || source->table.chosen;
}

const struct csv *shape_csv(const struct shape *shape) {
	return shape->csv;
}

int64_t shape_skipped(const struct shape *shape) {
	return shape->skipped;
}

struct str shape_corner(const struct shape *shape) {
	return shape->headers == 0 ? str_of("") : shape->header[0];
}

/* The column of the name, made when there is none. */
static size_t column_at(struct shape *shape, struct str name) {
	for (size_t i = 0; i < shape->columns; i++)
		if (str_equal(shape->column[i], name))
			return i;
	shape->column = arena_room(shape->arena, shape->column, shape->columns,
	    sizeof name);
	shape->column[shape->columns] = name;
	return shape->columns++;
}

/* A form's parts as columns. */
static size_t *part_columns(struct shape *shape,
    const struct pattern *pattern) {
	size_t *column = arena_array(shape->arena, pattern->parts,
	    sizeof *column);
	for (size_t i = 0; i < pattern->parts; i++)
		column[i] = column_at(shape, pattern->part[i].name);
	return column;
}

static void read_forms(struct shape *shape) {
	const struct source *source = shape->source;
	shape->form = arena_array(shape->arena, source->forms,
	    sizeof *shape->form);
	for (size_t i = 0; i < source->forms; i++) {
		struct pattern pattern = pattern_of(shape->arena,
		    source->form[i]);
		shape->form[i] = (struct form){ pattern,
		    part_columns(shape, &pattern) };
	}
	shape->field = arena_array(shape->arena, shape->columns,
	    sizeof *shape->field);
}

struct shape *shape_new(struct arena *arena, struct arena *scratch,
    const struct source *source, struct str bytes, struct booksheet *sheet) {
	struct shape *shape = arena_alloc(arena, sizeof *shape);
	shape->source = source;
	shape->arena = arena;
	shape->scratch = scratch;
	shape->held = arena_new();
	shape->sheet = sheet;
	if (sheet != NULL)
		return shape;
	shape->csv = csv_new(arena, shape->held, bytes, source->separator);
	csv_quote(shape->csv, source->quote);
	csv_skip(shape->csv, source->skip);
	shape->rest = csv_rest(shape->csv, &shape->line);
	if (source->forms > 0)
		read_forms(shape);
	if (source->json)
		shape->json = jsonrows_new(arena, source, bytes);
	return shape;
}

void shape_close(struct shape *shape) {
	if (shape->json != NULL)
		jsonrows_free(shape->json);
	arena_free(shape->held);
}

bool shape_barren(const struct shape *shape) {
	return shape->json != NULL && jsonrows_met(shape->json);
}

/* A row that says nothing: spreadsheets write `,,,` for cleared lines. */
static bool is_empty(const struct csv_row *row) {
	for (size_t i = 0; i < row->fields; i++)
		if (str_trim(row->field[i]).n != 0)
			return false;
	return row->fault == CSV_GOOD;
}

/* The next row that says something; row->gap tells of empty ones before. */
static bool next_said(struct shape *shape, struct csv_row *row) {
	bool gap = false;
	for (;;) {
		arena_reset(shape->held);
		if (shape->sheet != NULL ? !booksheet_next(shape->sheet, row)
		    : !csv_next(shape->csv, row))
			return false;
		gap |= row->gap || (shape->sheet != NULL
		    && row->line > shape->last + 1);
		shape->last = row->line;
		row->gap = gap;
		if (!is_empty(row))
			return true;
		gap = true;
	}
}

/* Does the row, or of a sheet its first cell, begin with the text? */
static bool begins(const struct shape *shape, const struct csv_row *row,
    struct str text) {
	struct str said = shape->sheet == NULL ? row->raw
	    : row->fields == 0 ? str_of("") : row->field[0];
	return said.n >= text.n && memcmp(said.p, text.p, text.n) == 0;
}

/* Does a table begin with the row? */
static bool begins_table(const struct shape *shape, const struct csv_row *row) {
	const struct source_table *table = &shape->source->table;
	return table->heading.n != 0 ? begins(shape, row, table->heading)
	    : row->gap || shape->tables == 0;
}

/* Is it the table that the source chooses? */
static bool is_chosen(const struct shape *shape, const struct csv_row *row) {
	const struct source_table *table = &shape->source->table;
	return table->begins.n == 0 ? shape->tables == table->number
	    : begins(shape, row, table->begins);
}

/* The next row of the table that the source chooses. */
static bool next_chosen(struct shape *shape, struct csv_row *row) {
	bool heading = shape->source->table.heading.n != 0;
	while (!shape->table_over && next_said(shape, row)) {
		bool first = begins_table(shape, row);
		if (first && shape->in_table)
			break;
		shape->tables += first;
		if (!shape->in_table) {
			shape->in_table = is_chosen(shape, row);
			first |= shape->in_table;
		}
		if (shape->in_table && !(first && heading))
			return true;
	}
	shape->table_over = true;
	return false;
}

static bool next_filled(struct shape *shape, struct csv_row *row) {
	return shape->source->table.chosen ? next_chosen(shape, row)
	    : next_said(shape, row);
}

/* The next line, without its end. */
static bool take_line(struct shape *shape, struct csv_row *row) {
	if (shape->rest.n == 0)
		return false;
	const char *end = memchr(shape->rest.p, '\n', shape->rest.n);
	size_t n = end == NULL ? shape->rest.n
	    : (size_t)(end - shape->rest.p);
	size_t pass = end == NULL ? n : n + 1;
	struct str text = { shape->rest.p, n };
	if (n > 0 && text.p[n - 1] == '\r')
		text.n--;
	*row = (struct csv_row){ .field = shape->field,
	    .fields = shape->columns, .line = shape->line++, .raw = text,
	    .made = true };
	shape->rest = (struct str){ shape->rest.p + pass, shape->rest.n - pass };
	return true;
}

/* Does the line match the form?  Its parts become the row. */
static bool cut_line(struct shape *shape, const struct form *form,
    struct str text) {
	struct str *part = arena_array(shape->scratch, form->pattern.parts,
	    sizeof *part);
	if (!pattern_match(&form->pattern, text, part))
		return false;
	memset(shape->field, 0, shape->columns * sizeof *shape->field);
	for (size_t i = 0; i < form->pattern.parts; i++)
		shape->field[form->column[i]] = part[i];
	return true;
}

static bool next_line(struct shape *shape, struct csv_row *row) {
	while (take_line(shape, row)) {
		arena_reset(shape->scratch);
		for (size_t i = 0; i < shape->source->forms; i++)
			if (cut_line(shape, &shape->form[i], row->raw))
				return true;
		shape->skipped += str_trim(row->raw).n != 0;
	}
	return false;
}

/* Is the row a header again, as `# hostname;interval;...` of sadf?  The mark
 * is cut off. */
static bool is_again(const struct shape *shape, struct csv_row *row) {
	struct str mark = shape->source->wide.again;
	if (mark.n == 0 || row->fields == 0 || row->field[0].n < mark.n
	    || memcmp(row->field[0].p, mark.p, mark.n) != 0)
		return false;
	row->field[0] = str_trim((struct str){ row->field[0].p + mark.n,
	    row->field[0].n - mark.n });
	return true;
}

static bool is_key(const struct shape *shape, struct str name) {
	struct str rest = shape->source->wide.keys, word;
	while (str_word(&rest, &word))
		if (str_equal(word, name))
			return true;
	return false;
}

static void keep_header(struct shape *shape, const struct csv_row *row) {
	shape->headers = row->fields;
	shape->header = arena_array(shape->arena, row->fields,
	    sizeof *shape->header);
	shape->key = arena_array(shape->arena, row->fields,
	    sizeof *shape->key);
	shape->fits = arena_array(shape->arena, row->fields,
	    sizeof *shape->fits);
	shape->part = arena_array(shape->arena,
	    row->fields * shape->name.parts, sizeof *shape->part);
	for (size_t i = 0; i < row->fields; i++) {
		shape->header[i] = str_copy(shape->arena,
		    str_trim(row->field[i]));
		shape->key[i] = is_key(shape, shape->header[i]);
		shape->fits[i] = pattern_match(&shape->name,
		    shape->header[i], &shape->part[i * shape->name.parts]);
	}
}

/* Columns in front of the cells: never more than the header has. */
static size_t fixed(const struct shape *shape) {
	size_t from = (size_t)shape->source->wide.from - 1;
	return from < shape->headers ? from : shape->headers;
}

/* The header that the mapping sees of a wide table. */
static void make_header(struct shape *shape, struct csv_row *row) {
	shape->name = pattern_of(shape->arena, shape->source->wide.name);
	keep_header(shape, row);
	for (size_t i = 0; i < fixed(shape); i++) {
		shape->column = arena_room(shape->arena, shape->column,
		    shape->columns, sizeof *shape->column);
		shape->column[shape->columns++] = shape->header[i];
	}
	shape->form = arena_alloc(shape->arena, sizeof *shape->form);
	shape->form->column = part_columns(shape, &shape->name);
	column_at(shape, str_of("instance"));
	column_at(shape, shape->source->wide.value);
	shape->field = arena_array(shape->arena, shape->columns,
	    sizeof *shape->field);
	row->field = shape->column;
	row->fields = shape->columns;
	row->made = true;
}

/* The cells of the wide row that qualify the others, with blanks between. */
static struct str instance(const struct shape *shape) {
	struct buf buf = buf_in(shape->held);
	for (size_t i = fixed(shape); i < shape->headers; i++) {
		if (!shape->key[i])
			continue;
		buf_text(&buf, buf.n == 0 ? "" : " ");
		buf_add(&buf, str_trim(shape->wide.field[i]));
	}
	return buf_str(&buf);
}

/* The row of a cell; false when the cell gives none.  What all cells of the
 * wide row share is there. */
static bool cell_row(struct shape *shape, size_t cell, struct csv_row *row) {
	const struct str *part = &shape->part[cell * shape->name.parts];
	if (shape->key[cell] || !shape->fits[cell]
	    || str_trim(shape->wide.field[cell]).n == 0)
		return false;
	for (size_t i = 0; i < shape->name.parts; i++)
		shape->field[shape->form->column[i]] = part[i];
	shape->field[shape->columns - 2] = shape->instance;
	shape->field[shape->columns - 1] = shape->wide.field[cell];
	*row = shape->wide;
	row->field = shape->field;
	row->fields = shape->columns;
	row->made = true;
	return true;
}

/* What the rows of the wide row's cells share. */
static void begin_cells(struct shape *shape) {
	memset(shape->field, 0, shape->columns * sizeof *shape->field);
	memcpy(shape->field, shape->wide.field,
	    fixed(shape) * sizeof *shape->field);
	shape->instance = instance(shape);
}

/* The next row of data of a wide table that has the header's width; others
 * are given as they are, to be rejected.  False at the end. */
static bool next_wide(struct shape *shape, bool *whole) {
	while (next_filled(shape, &shape->wide)) {
		if (shape->wide.fault == CSV_GOOD
		    && is_again(shape, &shape->wide)) {
			keep_header(shape, &shape->wide);
			continue;
		}
		*whole = shape->wide.fault == CSV_GOOD
		    && shape->wide.fields == shape->headers;
		return true;
	}
	return false;
}

static bool next_cell(struct shape *shape, struct csv_row *row) {
	for (;;) {
		bool whole = true;
		if (shape->cell == 0) {
			if (!next_wide(shape, &whole))
				return false;
			shape->cell = fixed(shape);
			if (whole)
				begin_cells(shape);
		}
		if (!whole) {
			shape->cell = 0;
			*row = shape->wide;
			row->width = shape->headers;
			return true;
		}
		while (shape->cell < shape->headers)
			if (cell_row(shape, shape->cell++, row))
				return true;
		shape->cell = 0;
	}
}

/* Lines that programs write before the header: PowerShell's `#TYPE ...` and
 * the `sep=;` of spreadsheets. */
static bool is_preamble(const struct csv_row *row) {
	return row->line == 1 && (str_starts(row->raw, "#TYPE ")
	    || (row->raw.n == 5 && str_starts(row->raw, "sep=")));
}

/* Does the name end with the word already?  A merged cell gives its text to
 * all of its rows. */
static bool ends_with(struct str name, struct str word) {
	return name.n >= word.n && memcmp(name.p + name.n - word.n, word.p,
	    word.n) == 0 && (name.n == word.n
	    || name.p[name.n - word.n - 1] == ' ');
}

/* Join the row with the next ones of the header; false when the file ends
 * before. */
static bool join_header(struct shape *shape, struct csv_row *row) {
	struct buf *name = NULL;
	struct csv_row first = *row;
	size_t count = 0;
	for (int64_t left = shape->source->header_rows - 1;
	    row->fault == CSV_GOOD; left--) {
		if (shape->sheet != NULL)
			booksheet_spread(shape->sheet, row, row->line + left);
		for (size_t i = 0; i < row->fields; i++) {
			struct str text = str_trim(row->field[i]);
			if (i == count) {
				name = arena_room(shape->arena, name, count,
				    sizeof *name);
				name[count++] = buf_in(shape->arena);
			}
			if (text.n == 0 || ends_with(buf_str(&name[i]), text))
				continue;
			buf_text(&name[i], name[i].n == 0 ? "" : " ");
			buf_add(&name[i], text);
		}
		if (left == 0)
			break;
		if (!next_filled(shape, row))
			return false;
	}
	first.field = arena_array(shape->arena, count, sizeof *first.field);
	for (size_t i = 0; i < count; i++)
		first.field[i] = buf_str(&name[i]);
	first.fields = count;
	first.made = true;
	if (row->fault == CSV_GOOD)
		*row = first;
	return true;
}

bool shape_header(struct shape *shape, struct csv_row *row) {
	if (shape->json != NULL)
		return jsonrows_header(shape->json, row);
	if (shape->source->forms > 0) {
		*row = (struct csv_row){ .field = shape->column,
		    .fields = shape->columns, .line = shape->line, .made = true };
		return shape->rest.n > 0;
	}
	if (!next_filled(shape, row)
	    || (is_preamble(row) && !next_filled(shape, row)))
		return false;
	if (shape->source->header_rows > 1 && !join_header(shape, row))
		return false;
	if (shape->source->wide.from == 0)
		return true;
	while (shape->source->wide.again.n != 0 && !is_again(shape, row))
		if (!next_filled(shape, row))
			return false;
	if (row->fault == CSV_GOOD)
		make_header(shape, row);
	return true;
}

bool shape_next(struct shape *shape, struct csv_row *row) {
	arena_reset(shape->scratch);
	if (shape->json != NULL)
		return jsonrows_next(shape->json, row);
	if (shape->source->forms > 0)
		return next_line(shape, row);
	if (shape->source->wide.from > 0)
		return next_cell(shape, row);
	return next_filled(shape, row);
}
