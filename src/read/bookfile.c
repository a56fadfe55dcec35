/*
 * bookfile - what the sheets of an .xlsx file share.
 *
 * The way to a part leads over relationships: those of the package name the
 * workbook, those of the workbook name sheets, styles and texts.  Their types
 * are told by the last word of a URI, since two editions of the standard have
 * the same words behind different URIs.
 */
#include "read/bookfile.h"

#include "base/arena.h"
#include "base/limits.h"
#include "read/booktext.h"
#include "xml/xmlstream.h"

struct relation {
	struct str id;
	struct str type;	/* last word of the URI */
	struct str target;	/* path of the part */
};

struct sheet {
	struct str name;
	struct str id;		/* of its relation */
	bool hidden;
};

/* A number format of the workbook's own. */
struct format {
	int64_t id;
	struct bookcell_style style;
};

/* The work of opening. */
struct opening {
	struct bookfile *book;
	struct str base;		/* folder of the part, `xl/` */
	struct relation *relation;
	size_t relations;
	bool found;			/* the workbook's part */
	struct sheet *sheet;
	size_t sheets;
	struct booktext text;
	struct format *format;
	size_t formats;
	bool cells;			/* inside of cellXfs */
	int64_t full;			/* the limit that a list met, or 0 */
};

/* Has the list its limit?  It is remembered for the message. */
static bool is_full(struct opening *opening, size_t count, int64_t most) {
	if ((int64_t)count >= most)
		opening->full = most;
	return (int64_t)count >= most;
}

static void ignore_text(void *self, struct str text) {
	(void)self;
	(void)text;
}

static void ignore_end(void *self, struct str name) {
	(void)self;
	(void)name;
}

/* Read a part through the handlers; false after a diag. */
static bool read_part(struct opening *opening, struct str path,
    void (*begin)(void *, struct str, const struct xmlstream_tag *),
    void (*text)(void *, struct str), void (*end)(void *, struct str)) {
	struct bookfile *book = opening->book;
	struct xmlstream_sink sink = { opening, begin, text, end };
	opening->full = 0;
	if (!package_read(book->package, path, LIMIT_BOOK_BYTES, &sink))
		return false;
	if (opening->full != 0)
		diag(DIAG_WORKBOOK_ENTRIES, &book->place, diag_str(path),
		    diag_number(opening->full), NULL);
	return opening->full == 0;
}

/* Behind the last slash. */
static size_t behind_slash(struct str path) {
	size_t n = path.n;
	while (n > 0 && path.p[n - 1] != '/')
		n--;
	return n;
}

/* The path that a relation's target leads to from the folder. */
static struct str resolve(struct arena *arena, struct str folder,
    struct str target) {
	if (str_take(&target, "/"))
		return str_copy(arena, target);
	while (str_take(&target, "../")) {
		folder.n -= folder.n > 0;
		folder.n = behind_slash(folder);
	}
	str_take(&target, "./");
	struct buf path = buf_in(arena);
	buf_add(&path, folder);
	buf_add(&path, target);
	return buf_str(&path);
}

static void on_relation(void *self, struct str name,
    const struct xmlstream_tag *tag) {
	struct opening *opening = self;
	struct arena *arena = opening->book->arena;
	struct str type = xmlstream_attr(tag, "Type");
	struct str target = xmlstream_attr(tag, "Target");
	if (!str_is(name, "Relationship") || target.n == 0
	    || is_full(opening, opening->relations, LIMIT_BOOK_SHEETS))
		return;
	size_t word = behind_slash(type);
	opening->relation = arena_room(arena, opening->relation,
	    opening->relations, sizeof *opening->relation);
	opening->relation[opening->relations++] = (struct relation){
	    str_copy(arena, xmlstream_attr(tag, "Id")),
	    str_copy(arena, (struct str){ type.p + word, type.n - word }),
	    resolve(arena, opening->base, target) };
}

/* The relations of the part; of the package when the path is empty. */
static bool read_relations(struct opening *opening, struct str path) {
	struct arena *arena = opening->book->arena;
	size_t folder = behind_slash(path);
	opening->base = (struct str){ path.p, folder };
	opening->relation = NULL;
	opening->relations = 0;
	return read_part(opening, str_of(arena_printf(arena,
	    "%.*s_rels/%.*s.rels", (int)folder, path.p, (int)(path.n - folder),
	    path.p + folder)), on_relation, ignore_text, ignore_end);
}

/* The part that the relation of the type leads to; empty without one. */
static struct str part_of(const struct opening *opening, const char *type) {
	for (size_t i = 0; i < opening->relations; i++)
		if (str_is(opening->relation[i].type, type))
			return opening->relation[i].target;
	return str_of("");
}

static bool is_true(struct str text) {
	return str_is(text, "1") || str_is(text, "true");
}

/* Elements of the workbook's own part. */
static void on_book(void *self, struct str name,
    const struct xmlstream_tag *tag) {
	struct opening *opening = self;
	struct arena *arena = opening->book->arena;
	opening->found |= str_is(name, "workbook");
	if (str_is(name, "workbookPr"))
		opening->book->from_1904 = is_true(
		    xmlstream_attr(tag, "date1904"));
	if (!str_is(name, "sheet")
	    || is_full(opening, opening->sheets, LIMIT_BOOK_SHEETS))
		return;
	struct str state = xmlstream_attr(tag, "state");
	opening->sheet = arena_room(arena, opening->sheet, opening->sheets,
	    sizeof *opening->sheet);
	opening->sheet[opening->sheets++] = (struct sheet){
	    str_copy(arena, xmlstream_attr(tag, "name")),
	    str_copy(arena, xmlstream_attr(tag, "id")),
	    str_is(state, "hidden") || str_is(state, "veryHidden") };
}

/* The sheet's part; empty when it is no sheet of cells. */
static struct str sheet_part(const struct opening *opening,
    const struct sheet *sheet) {
	for (size_t i = 0; i < opening->relations; i++) {
		const struct relation *relation = &opening->relation[i];
		if (str_equal(relation->id, sheet->id)
		    && str_is(relation->type, "worksheet"))
			return relation->target;
	}
	return str_of("");
}

static struct str named_sheet(const struct opening *opening,
    struct str name) {
	for (size_t i = 0; i < opening->sheets; i++)
		if (str_equal(opening->sheet[i].name, name))
			return sheet_part(opening, &opening->sheet[i]);
	return str_of("");
}

static struct str numbered_sheet(const struct opening *opening,
    int64_t number) {
	for (size_t i = 0; i < opening->sheets; i++) {
		struct str part = sheet_part(opening, &opening->sheet[i]);
		if (part.n != 0 && !opening->sheet[i].hidden && --number == 0)
			return part;
	}
	return str_of("");
}

/* Choose the sheet; false after a diag that names those there are. */
static bool choose(struct opening *opening, struct str wanted) {
	struct bookfile *book = opening->book;
	int64_t number = 1;
	if (wanted.n != 0)
		book->sheet = named_sheet(opening, wanted);
	if (book->sheet.n == 0 && (wanted.n == 0 || str_int(wanted, &number)))
		book->sheet = numbered_sheet(opening, number);
	if (book->sheet.n != 0)
		return true;
	struct buf names = buf_in(book->arena);
	for (size_t i = 0; i < opening->sheets; i++) {
		buf_text(&names, i == 0 ? "" : ", ");
		buf_add(&names, opening->sheet[i].name);
	}
	diag(DIAG_WORKBOOK_SHEET, &book->place, wanted.n == 0 ? "1"
	    : diag_str(wanted), diag_str(buf_str(&names)), NULL);
	return false;
}

/* The workbook's own formats go over those that are built in. */
static struct bookcell_style style_of(const struct opening *opening, int64_t id) {
	for (size_t i = 0; i < opening->formats; i++)
		if (opening->format[i].id == id)
			return opening->format[i].style;
	return bookcell_builtin(id);
}

/* Elements of the styles: numFmts comes before cellXfs. */
static void on_style(void *self, struct str name,
    const struct xmlstream_tag *tag) {
	struct opening *opening = self;
	struct bookfile *book = opening->book;
	opening->cells |= str_is(name, "cellXfs");
	int64_t id = 0;
	str_int(xmlstream_attr(tag, "numFmtId"), &id);
	if (str_is(name, "numFmt")
	    && !is_full(opening, opening->formats, LIMIT_BOOK_SHEETS)) {
		opening->format = arena_room(book->arena, opening->format,
		    opening->formats, sizeof *opening->format);
		opening->format[opening->formats++] = (struct format){ id,
		    bookcell_custom(xmlstream_attr(tag, "formatCode")) };
	}
	if (str_is(name, "xf") && opening->cells
	    && !is_full(opening, book->styles, LIMIT_BOOK_STYLES)) {
		book->style = arena_room(book->arena, book->style,
		    book->styles, sizeof *book->style);
		book->style[book->styles++] = style_of(opening, id);
	}
}

static void on_style_end(void *self, struct str name) {
	struct opening *opening = self;
	opening->cells &= !str_is(name, "cellXfs");
}

static void on_string(void *self, struct str name,
    const struct xmlstream_tag *tag) {
	(void)tag;
	struct opening *opening = self;
	if (str_is(name, "si"))
		booktext_reset(&opening->text);
	booktext_begin(&opening->text, name);
}

static void on_string_text(void *self, struct str text) {
	struct opening *opening = self;
	booktext_add(&opening->text, text);
}

static void on_string_end(void *self, struct str name) {
	struct opening *opening = self;
	struct bookfile *book = opening->book;
	booktext_end(&opening->text, name);
	if (!str_is(name, "si")
	    || is_full(opening, book->texts, LIMIT_BOOK_ENTRIES))
		return;
	book->text = arena_room(book->arena, book->text, book->texts,
	    sizeof *book->text);
	book->text[book->texts++] = str_copy(book->arena,
	    booktext_whole(&opening->text));
}

/* Read what the sheet needs; false after a diag. */
static bool read_shared(struct opening *opening) {
	struct str styles = part_of(opening, "styles");
	struct str texts = part_of(opening, "sharedStrings");
	return (styles.n == 0 || read_part(opening, styles, on_style,
	    ignore_text, on_style_end))
	    && (texts.n == 0 || read_part(opening, texts, on_string,
	    on_string_text, on_string_end));
}

static bool ends_with(struct str text, const char *end) {
	size_t n = strlen(end);
	return text.n >= n && memcmp(text.p + text.n - n, end, n) == 0;
}

/* The part that the package is about; empty without one.  False after a
 * diag. */
static bool main_part(struct opening *opening, struct str *part) {
	*part = str_of("");
	if (!package_has(opening->book->package, str_of("_rels/.rels")))
		return true;
	if (!read_relations(opening, *part))
		return false;
	*part = part_of(opening, "officeDocument");
	return true;
}

/* The sheets and where their parts are; false after a diag.  The package may
 * be another kind of zip, or a workbook whose parts are not XML (.xlsb). */
static bool read_book(struct opening *opening) {
	struct bookfile *book = opening->book;
	struct str part;
	if (!main_part(opening, &part))
		return false;
	bool binary = ends_with(part, ".bin");
	if (part.n != 0 && !binary && (!read_relations(opening, part)
	    || !read_part(opening, part, on_book, ignore_text, ignore_end)))
		return false;
	if (!opening->found)
		diag(DIAG_INPUT_FORMAT, &book->place, binary ? "xlsb" : "zip",
		    NULL);
	return opening->found;
}

struct bookfile *bookfile_open(struct arena *arena, struct str bytes,
    struct str sheet, const struct place *place) {
	struct package *package = package_open(arena, bytes, place);
	if (package == NULL)
		return NULL;
	struct bookfile *book = arena_alloc(arena, sizeof *book);
	*book = (struct bookfile){ .arena = arena, .place = *place,
	    .package = package };
	struct opening opening = { .book = book,
	    .text = { buf_in(arena), false, 0 } };
	if (read_book(&opening) && choose(&opening, sheet)
	    && read_shared(&opening))
		return book;
	bookfile_close(book);
	return NULL;
}

void bookfile_close(struct bookfile *book) {
	package_close(book->package);
}
