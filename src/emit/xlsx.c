/* xlsx - fact tables as a workbook, through libxlsxwriter. */
#include "emit/xlsx.h"

#include <errno.h>
#include <strings.h>
#include <xlsxwriter.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/file.h"
#include "base/screen.h"
#include "emit/tablecsv.h"
#include "emit/xlsxcell.h"

/* The library keeps 127 bytes of what names a sheet twice: the columns and rows
 * that every sheet of paper repeats.  Less room to tell two names apart. */
#define NAME_BYTES 40
#define NAME_MOST 27	/* of 31; ~999 may follow */
/* Characters of the title above every sheet of paper: a header has 255. */
#define TITLE_BYTES 180
/* Columns are as wide as their widest line, between these; longer text wraps. */
#define WIDTH_LEAST 8
#define WIDTH_MOST 48
/* Columns of text that paper takes across before print is too small. */
#define WIDTH_A4 240
#define WIDTH_A3 340
/* Points of a line, and of the highest row. */
#define LINE_HEIGHT 13.5
#define HEIGHT_MOST 405

/* How a cell looks; equal looks share a format of the workbook. */
struct look {
	enum { LOOK_TITLE, LOOK_PLAIN, LOOK_HEAD, LOOK_CELL } part;
	enum fact_row_kind row;
	enum tone tone;
	bool wrap;
	enum lxw_format_alignments align;
	const char *number;
	lxw_format *format;
};

struct writer {
	struct arena *arena;
	struct arena *scratch;		/* of a row */
	const struct facts *facts;
	const struct words *theme;
	lxw_workbook *book;
	struct look *look;
	size_t looks;
	struct str *name;		/* of sheets, taken */
	size_t names;
	lxw_worksheet *sheet;		/* under way */
	size_t *width;			/* of its columns */
	lxw_row_t row;			/* of it, the next one */
	bool cut, long_number;		/* something was, in it */
};

/* `#1f4e79` of the theme as a number. */
static lxw_color_t colour(const struct writer *writer, const char *key) {
	struct str text = words_find(writer->theme, key);
	lxw_color_t value = 0;
	for (size_t i = 1; i < text.n; i++) {
		const char *digits = "0123456789abcdef";
		const char *at = strchr(digits, text.p[i] | 0x20);
		value = value << 4 | (at == NULL ? 0 : (lxw_color_t)(at - digits));
	}
	return value == 0 ? 1 : value;	/* 0 is no colour to the library */
}

static void set_colours(const struct writer *writer, lxw_format *format,
    const struct look *look) {
	static const struct { const char *text, *tint; } tones[] = {
		[TONE_GOOD] = { "colour.good", "colour.tint.good" },
		[TONE_BAD] = { "colour.bad", "colour.tint.bad" },
		[TONE_WARN] = { "colour.warn", "colour.tint.warn" },
		[TONE_MUTED] = { "colour.muted", "colour.tint.muted" },
	};
	const char *text = "colour.text", *tint = NULL;
	if (look->part == LOOK_HEAD)
		tint = "colour.tint.head";
	else if (look->tone != TONE_NONE) {
		text = tones[look->tone].text;
		tint = tones[look->tone].tint;
	} else if (look->row != ROW_BODY)
		tint = "colour.tint.accent";
	format_set_font_color(format, colour(writer, text));
	if (tint != NULL)
		format_set_bg_color(format, colour(writer, tint));
}

static lxw_format *make_format(const struct writer *writer,
    const struct look *look) {
	lxw_format *format = workbook_add_format(writer->book);
	format_set_font_name(format, str_z(writer->arena, words_find(
	    writer->theme, "font.body")));
	format_set_font_size(format, look->part == LOOK_TITLE ? 14 : 10);
	set_colours(writer, format, look);
	if (look->part == LOOK_TITLE || look->part == LOOK_HEAD
	    || look->row != ROW_BODY)
		format_set_bold(format);
	if (look->part == LOOK_HEAD || look->part == LOOK_CELL) {
		format_set_border(format, LXW_BORDER_THIN);
		format_set_border_color(format, colour(writer, "colour.rule"));
		format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
		format_set_align(format, (uint8_t)look->align);
		if (look->align != LXW_ALIGN_CENTER)
			format_set_indent(format, 1);
	}
	if (look->wrap)
		format_set_text_wrap(format);
	format_set_num_format(format, look->number);
	return format;
}

static bool is_alike(const struct look *a, const struct look *b) {
	return a->part == b->part && a->row == b->row && a->tone == b->tone
	    && a->wrap == b->wrap && a->align == b->align
	    && strcmp(a->number, b->number) == 0;
}

static lxw_format *format_of(struct writer *writer, struct look look) {
	for (size_t i = 0; i < writer->looks; i++)
		if (is_alike(&writer->look[i], &look))
			return writer->look[i].format;
	look.number = arena_copy(writer->arena, look.number,
	    strlen(look.number));
	look.format = make_format(writer, &look);
	writer->look = arena_room(writer->arena, writer->look, writer->looks,
	    sizeof *writer->look);
	writer->look[writer->looks++] = look;
	return look.format;
}

static bool is_escape(struct str text) {
	for (size_t i = 2; i < 6 && text.n > 6; i++)
		if (strchr("0123456789abcdefABCDEF", text.p[i]) == NULL)
			return false;
	return text.n > 6 && text.p[0] == '_' && text.p[1] == 'x'
	    && text.p[6] == '_';
}

/* What would be read as the escape of a character, `_x0041_`, gets its first
 * character escaped (ISO/IEC 29500-1, 22.9.2.19); the library forgets that. */
static const char *escaped(struct arena *arena, struct str text) {
	struct buf buf = buf_in(arena);
	for (; text.n > 0; text.p++, text.n--) {
		if (is_escape(text))
			buf_text(&buf, "_x005F");
		buf_char(&buf, text.p[0]);
	}
	return buf_z(&buf);
}

static void put(struct writer *writer, size_t column, struct xlsxcell cell,
    struct look look) {
	look.number = cell.format;
	lxw_format *format = format_of(writer, look);
	lxw_col_t at = (lxw_col_t)column;
	lxw_error error = cell.kind == XLSXCELL_NUMBER
	    ? worksheet_write_number(writer->sheet, writer->row, at,
	    cell.number, format) : cell.kind == XLSXCELL_TEXT
	    ? worksheet_write_string(writer->sheet, writer->row, at,
	    escaped(writer->scratch, cell.text), format)
	    : worksheet_write_blank(writer->sheet, writer->row, at, format);
	if (error != LXW_NO_ERROR)
		die("xlsx: %s", lxw_strerror(error));
	writer->cut = writer->cut || cell.cut;
	writer->long_number = writer->long_number || cell.long_number;
}

static struct xlsxcell text_of(struct writer *writer, struct str text) {
	const struct fact_cell cell = { text, text, TONE_NONE };
	return xlsxcell_of(writer->scratch, COLUMN_TEXT, &cell, 0);
}

/* A line of text above or below the table; none for an empty one. */
static void put_line(struct writer *writer, struct str text) {
	struct look look = { .part = writer->row == 0 ? LOOK_TITLE
	    : LOOK_PLAIN };
	if (text.n == 0)
		return;
	worksheet_set_row(writer->sheet, writer->row, writer->row == 0 ? 24
	    : LINE_HEIGHT + 3, NULL);
	put(writer, 0, text_of(writer, text), look);
	writer->row++;
}

static struct str title_of(struct writer *writer,
    const struct xlsx_sheet *sheet) {
	return sheet->number.n == 0 ? sheet->table->title
	    : str_of(arena_printf(writer->arena, "%.*s %.*s",
	    (int)sheet->number.n, sheet->number.p,
	    (int)sheet->table->title.n, sheet->table->title.p));
}

static void put_lines(struct writer *writer, const struct xlsx_sheet *sheet) {
	const struct facts *facts = writer->facts;
	put_line(writer, title_of(writer, sheet));
	put_line(writer, words_fill(writer->arena, facts->words,
	    "xlsx.subject", "contract", str_z(writer->arena,
	    facts->contract->title), "period", str_z(writer->arena,
	    facts->period_title), "as-of", str_z(writer->arena,
	    facts->as_of_text), NULL));
	put_line(writer, sheet->where);
	put_line(writer, sheet->table->sentence);
}

/* The widest line of the text, where it is wider than that. */
static size_t text_width(struct str text, size_t most) {
	struct str line;
	while (most < WIDTH_MOST && str_cut(&text, '\n', &line))
		if (screen_width(line) > most)
			most = screen_width(line);
	return most < WIDTH_MOST ? most : WIDTH_MOST;
}

static struct str origin_file(const struct writer *writer,
    const struct fact_row *row) {
	const struct rows *rows = writer->facts->rows;
	return row->origin.file < rows->files
	    ? rows->file[row->origin.file].path : (struct str){ NULL, 0 };
}

/* A head has room for the mark of its filter. */
static void measure(struct writer *writer, const struct fact_table *table) {
	size_t columns = table->columns + 2;
	size_t *width = arena_array(writer->arena, columns, sizeof *width);
	for (size_t i = 0; i < table->columns; i++) {
		width[i] = text_width(tablecsv_label(writer->arena,
		    &table->column[i]), WIDTH_LEAST) + 3;
		for (size_t r = 0; r < table->rows; r++)
			width[i] = text_width(table->row[r].cell[i].text,
			    width[i]);
	}
	width[columns - 2] = 16;
	width[columns - 1] = 12;
	for (size_t r = 0; r < table->rows; r++)
		width[columns - 2] = text_width(origin_file(writer,
		    &table->row[r]), width[columns - 2]);
	for (size_t i = 0; i < columns; i++)
		worksheet_set_column(writer->sheet, (lxw_col_t)i, (lxw_col_t)i,
		    (double)width[i] + 2, NULL);
	writer->width = width;
}

/* Lines that the text takes in a column so wide. */
static size_t lines_of(struct str text, size_t width) {
	struct str line;
	size_t lines = 0;
	while (str_cut(&text, '\n', &line)) {
		size_t wide = screen_width(line);
		lines += wide <= width ? 1 : (wide + width - 1) / width;
	}
	return lines;
}

/* Not every program sets the height of rows by their text. */
static void set_height(struct writer *writer, const struct fact_table *table,
    const struct fact_row *row) {
	size_t lines = 1;
	for (size_t i = 0; i < table->columns; i++) {
		size_t own = lines_of(row->cell[i].text, writer->width[i]);
		lines = own > lines ? own : lines;
	}
	double height = (double)lines * LINE_HEIGHT + 3;
	worksheet_set_row(writer->sheet, writer->row, height > HEIGHT_MOST
	    ? HEIGHT_MOST : height, NULL);
}

static void put_head(struct writer *writer, const struct fact_table *table) {
	struct look look = { .part = LOOK_HEAD, .wrap = true,
	    .align = LXW_ALIGN_CENTER };
	for (size_t i = 0; i < table->columns; i++)
		put(writer, i, text_of(writer, tablecsv_label(writer->arena,
		    &table->column[i])), look);
	put(writer, table->columns, text_of(writer, words_find(
	    writer->facts->words, "column.origin-file")), look);
	put(writer, table->columns + 1, text_of(writer, words_find(
	    writer->facts->words, "column.origin-line")), look);
	worksheet_set_row(writer->sheet, writer->row, 2 * LINE_HEIGHT, NULL);
	writer->row++;
}

static void put_origin(struct writer *writer, const struct fact_table *table,
    const struct fact_row *row) {
	struct look look = { .part = LOOK_CELL, .row = row->kind,
	    .align = LXW_ALIGN_LEFT };
	struct str file = origin_file(writer, row);
	struct xlsxcell line = { .kind = XLSXCELL_BLANK, .format = "0" };
	if (file.n > 0 && row->origin.line > 0) {
		line.kind = XLSXCELL_NUMBER;
		line.number = (double)row->origin.line;
	}
	put(writer, table->columns, text_of(writer, file), look);
	look.align = LXW_ALIGN_RIGHT;
	put(writer, table->columns + 1, line, look);
}

static enum lxw_format_alignments align_of(enum column_type type) {
	switch (type) {
	case COLUMN_INT:
	case COLUMN_DECIMAL:
	case COLUMN_PERCENT:
	case COLUMN_DURATION:
		return LXW_ALIGN_RIGHT;
	case COLUMN_STATUS:
		return LXW_ALIGN_CENTER;
	default:
		return LXW_ALIGN_LEFT;
	}
}

static void put_row(struct writer *writer, const struct fact_table *table,
    const struct fact_row *row) {
	int64_t offset = writer->facts->contract->offset;
	for (size_t i = 0; i < table->columns; i++) {
		enum column_type type = table->column[i].type;
		put(writer, i, xlsxcell_of(writer->scratch, type,
		    &row->cell[i], offset), (struct look){ .part = LOOK_CELL,
		    .row = row->kind, .tone = row->cell[i].tone,
		    .wrap = type == COLUMN_TEXT || type == COLUMN_LONGTEXT,
		    .align = align_of(type) });
	}
	put_origin(writer, table, row);
	set_height(writer, table, row);
	arena_reset(writer->scratch);
	writer->row++;
}

/* As many characters of the text as fit into so many bytes, at most so many,
 * each of `bad` as an underscore. */
static const char *cut_text(struct writer *writer, struct str text,
    size_t bytes, size_t most, const char *bad) {
	struct buf buf = buf_in(writer->arena);
	for (size_t n; text.n > 0 && most > 0; text.p += n, text.n -= n, most--) {
		n = str_utf8(text, NULL);
		n = n == 0 ? 1 : n;
		if (buf.n + n > bytes)
			break;
		if (strchr(bad, text.p[0]) != NULL)
			buf_char(&buf, '_');
		else
			buf_add(&buf, (struct str){ text.p, n });
	}
	return buf_z(&buf);
}

/* A4, A3, or several sheets of A3 side by side, each with the first column. */
static void set_paper(struct writer *writer, const struct xlsx_sheet *sheet) {
	size_t width = 0;
	for (size_t i = 0; i < sheet->table->columns + 2; i++)
		width += writer->width[i] + 2;
	worksheet_set_paper(writer->sheet, width <= WIDTH_A4 ? 9 : 8);
	worksheet_set_landscape(writer->sheet);
	worksheet_fit_to_pages(writer->sheet, (uint16_t)((width + WIDTH_A3 - 1)
	    / WIDTH_A3), 0);
	worksheet_repeat_columns(writer->sheet, 0, 0);
	worksheet_set_margins(writer->sheet, 0.5, 0.5, 0.7, 0.7);
	worksheet_set_header(writer->sheet, arena_printf(writer->arena, "&R%s",
	    cut_text(writer, title_of(writer, sheet), TITLE_BYTES,
	    TITLE_BYTES, "&")));
	worksheet_set_footer(writer->sheet, "&C&P / &N");
}

/* The head stays in sight and on every sheet of paper; sums at the end are
 * not filtered away. */
static void set_frame(struct writer *writer, const struct fact_table *table,
    lxw_row_t head) {
	size_t rows = table->rows;
	while (rows > 0 && table->row[rows - 1].kind != ROW_BODY)
		rows--;
	worksheet_freeze_panes(writer->sheet, head + 1, 1);
	worksheet_repeat_rows(writer->sheet, head, head);
	if (rows > 0)
		worksheet_autofilter(writer->sheet, head, 0,
		    head + (lxw_row_t)rows, (lxw_col_t)table->columns + 1);
}

static bool is_taken(const struct writer *writer, const char *name) {
	for (size_t i = 0; i < writer->names; i++)
		if (strcasecmp(writer->name[i].p, name) == 0)
			return true;
	return false;
}

/* A name that no other sheet has, without what names may not hold. */
static const char *name_sheet(struct writer *writer, struct str title) {
	const char *name = cut_text(writer, title, NAME_BYTES, NAME_MOST,
	    "[]:*?/\\'\n\t"), *own = name;
	for (int i = 2; is_taken(writer, own); i++)
		own = arena_printf(writer->arena, "%s~%d", name, i);
	writer->name = arena_room(writer->arena, writer->name, writer->names,
	    sizeof *writer->name);
	writer->name[writer->names++] = str_of(own);
	return own;
}

static void write_sheet(struct writer *writer,
    const struct xlsx_sheet *sheet) {
	const struct fact_table *table = sheet->table;
	writer->sheet = workbook_add_worksheet(writer->book, name_sheet(writer,
	    title_of(writer, sheet)));
	if (writer->sheet == NULL)
		die("xlsx: a sheet has no name");
	writer->row = 0;
	writer->cut = writer->long_number = false;
	measure(writer, table);
	put_lines(writer, sheet);
	lxw_row_t head = writer->row;
	put_head(writer, table);
	for (size_t i = 0; i < table->rows; i++) {
		/* room for the notes */
		if (writer->row + 4 > LXW_ROW_MAX) {
			writer->cut = true;
			break;
		}
		put_row(writer, table, &table->row[i]);
	}
	put_line(writer, table->note);
	if (writer->cut)
		put_line(writer, words_find(writer->facts->words, "xlsx.cut"));
	if (writer->long_number)
		put_line(writer, words_find(writer->facts->words,
		    "xlsx.exact"));
	set_frame(writer, table, head);
	set_paper(writer, sheet);
}

/* The cut-off stands for the clock. */
static void set_properties(struct writer *writer, struct str title) {
	struct arena *arena = writer->arena;
	const struct facts *facts = writer->facts;
	const struct party *vendor = contract_party(facts->contract, "vendor");
	char *by = vendor == NULL ? NULL
	    : (char *)(uintptr_t)str_z(arena, vendor->name);
	lxw_doc_properties properties = {
		.title = (char *)(uintptr_t)str_z(arena, title),
		.subject = (char *)(uintptr_t)str_z(arena,
		    facts->period_title),
		.category = (char *)(uintptr_t)str_z(arena,
		    facts->contract->title),
		.author = by, .company = by,
		.created = (time_t)facts->rows->as_of };
	workbook_set_properties(writer->book, &properties);
}

bool xlsx_write(struct arena *arena, const struct facts *facts,
    const struct xlsx *book, const char *path) {
	struct str reserved = str_of("History");
	struct writer writer = { .arena = arena, .facts = facts,
	    .theme = words_read_file(arena, str_z(arena,
	    facts->contract->workspace), "templates/theme.txt"),
	    .name = &reserved, .names = 1 };
	struct file_out *file = writer.theme == NULL ? NULL
	    : file_create(path);
	if (file == NULL)
		return false;
	writer.scratch = arena_new();
	writer.book = workbook_new(file_temporary(file));
	set_properties(&writer, book->title);
	for (size_t i = 0; i < book->sheets; i++)
		write_sheet(&writer, &book->sheet[i]);
	errno = 0;
	lxw_error error = workbook_close(writer.book);
	const char *why = errno != 0 ? strerror(errno) : lxw_strerror(error);
	arena_free(writer.scratch);
	if (error == LXW_NO_ERROR)
		return file_commit(file);
	diag(DIAG_FILE_WRITE, NULL, path, why, NULL);
	file_discard(file);
	return false;
}
