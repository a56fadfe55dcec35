/* pdftext - the text of a PDF file that was read. */
#include "emit/pdftext.h"

#include "base/arena.h"
#include "base/buf.h"
#include "emit/pdfscan.h"

/* A font and what its codes mean. */
struct pdftext_font {
	size_t number;			/* of its object */
	bool wide;			/* codes of two bytes */
	struct str *text;		/* by code; p NULL: none */
	size_t codes;
};

/* A page's content while it is read. */
struct reader {
	struct pdftext *pdf;
	struct arena *arena;
	struct str fonts;		/* dictionary of the page's fonts */
	const struct pdftext_font *font;
	struct pdftext_page *page;
	struct buf *said;		/* by id */
	struct level {
		int64_t id;		/* -1: an artifact */
		bool replaced;		/* its glyphs are said otherwise */
	} *level;
	size_t levels;
	struct level next;		/* of the mark that begins */
	struct str actual;
	size_t most;			/* ids are below it */
	struct str name;		/* the last name: a font's before Tf */
};

static int hex(char c) {
	return c >= '0' && c <= '9' ? c - '0' : c >= 'A' && c <= 'F'
	    ? c - 'A' + 10 : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* The next unit of UTF-16, or -1. */
static int32_t unit(struct str *digits) {
	int32_t value = 0;
	if (digits->n < 4)
		return -1;
	for (size_t i = 0; i < 4; i++) {
		int digit = hex(digits->p[i]);
		if (digit < 0)
			return -1;
		value = value << 4 | digit;
	}
	digits->p += 4;
	digits->n -= 4;
	return value;
}

/* Hexadecimal UTF-16 as UTF-8. */
static struct str read_utf16(struct arena *arena, struct str digits) {
	struct buf buf = buf_in(arena);
	for (int32_t c; (c = unit(&digits)) >= 0; ) {
		if (c >= 0xD800 && c < 0xDC00) {
			int32_t low = unit(&digits);
			c = low < 0 ? 0xFFFD : 0x10000 + ((c - 0xD800) << 10)
			    + (low - 0xDC00);
		}
		buf_utf8(&buf, (uint32_t)c);
	}
	return buf_str(&buf);
}

struct str pdftext_string(struct arena *arena, struct str string) {
	if (!str_take(&string, "<FEFF") && !str_take(&string, "<feff"))
		return (struct str){ NULL, 0 };
	return read_utf16(arena, string);
}

/* The number in `<0041>`, or -1. */
static int64_t read_code(struct str token) {
	int64_t value = 0;
	for (size_t i = 1; i + 1 < token.n && i < 6; i++) {
		if (hex(token.p[i]) < 0)
			return -1;
		value = value << 4 | hex(token.p[i]);
	}
	return token.n < 3 ? -1 : value;
}

static void map(struct arena *arena, struct pdftext_font *font, int64_t code,
    struct str text) {
	if (code < 0 || (size_t)code >= font->codes)
		return;
	font->text[code] = text.n < 2 ? (struct str){ "", 0 }
	    : read_utf16(arena, (struct str){ text.p + 1, text.n - 2 });
}

/* `<first> <last> <text>`: the last character counts up (9.10.3). */
static void map_range(struct arena *arena, struct pdftext_font *font,
    int64_t first, int64_t last, struct str token) {
	int64_t from = read_code(token);
	for (int64_t code = first; code <= last && first >= 0
	    && (size_t)code < font->codes; code++)
		map(arena, font, code, str_of(arena_printf(arena, "<%04X>",
		    (unsigned)(from + code - first) & 0xFFFF)));
}

static void read_map(struct arena *arena, struct pdftext_font *font,
    struct str text) {
	struct str token, to, last;
	enum { MAP_NONE, MAP_CHARS, MAP_RANGES } part = MAP_NONE;
	while (pdfscan_token(&text, &token)) {
		if (str_is(token, "beginbfchar"))
			part = MAP_CHARS;
		else if (str_is(token, "beginbfrange"))
			part = MAP_RANGES;
		else if (str_starts(token, "endbf"))
			part = MAP_NONE;
		else if (part == MAP_CHARS && pdfscan_token(&text, &to))
			map(arena, font, read_code(token), to);
		else if (part == MAP_RANGES && pdfscan_token(&text, &last)
		    && pdfscan_token(&text, &to))
			map_range(arena, font, read_code(token),
			    read_code(last), to);
	}
}

static const struct pdftext_font *find_font(struct reader *reader,
    struct str name) {
	struct pdftext *pdf = reader->pdf;
	size_t number = pdfscan_reference(pdfscan_entry(reader->fonts,
	    str_z(reader->arena, name)));
	for (size_t i = 0; i < pdf->fonts; i++)
		if (pdf->font[i].number == number)
			return &pdf->font[i];
	if (number == 0 || number >= pdf->file->objects)
		return NULL;
	struct str object = pdf->file->object[number].text;
	bool wide = str_is(pdfscan_entry(object, "/Subtype"), "/Type0");
	struct pdftext_font font = { number, wide, NULL, wide ? 65536 : 256 };
	font.text = arena_array(reader->arena, font.codes, sizeof *font.text);
	read_map(reader->arena, &font, pdfread_stream(pdf->file,
	    pdfscan_reference(pdfscan_entry(object, "/ToUnicode"))));
	pdf->font = arena_room(reader->arena, pdf->font, pdf->fonts,
	    sizeof *pdf->font);
	pdf->font[pdf->fonts] = font;
	return &pdf->font[pdf->fonts++];
}

static void fail(struct reader *reader, const char *fault) {
	if (reader->page->fault == NULL)
		reader->page->fault = fault;
}

static struct level here(const struct reader *reader) {
	return reader->levels == 0 ? (struct level){ -1, false }
	    : reader->level[reader->levels - 1];
}

static void say(struct reader *reader, struct str text) {
	int64_t id = here(reader).id;
	if (id >= 0 && (size_t)id < reader->page->ids)
		buf_add(&reader->said[id], text);
}

static bool is_private(struct str text) {
	uint32_t code = 0;
	for (size_t n; text.n > 0; text.p += n, text.n -= n) {
		n = str_utf8(text, &code);
		n = n == 0 ? 1 : n;
		if ((code >= 0xE000 && code < 0xF900) || code >= 0xF0000)
			return true;
	}
	return false;
}

static void show_code(struct reader *reader, size_t code) {
	const struct pdftext_font *font = reader->font;
	struct str text = { NULL, 0 };
	if (font != NULL && code < font->codes)
		text = font->text[code];
	if (font == NULL || (font->wide && code == 0))
		fail(reader, "a glyph is missing (.notdef)");
	if (here(reader).replaced)
		return;
	if (text.n == 0 || text.p[0] == '\0')
		fail(reader, "a character has no Unicode value");
	else if (is_private(text))
		fail(reader, "a character is of a private use area");
	say(reader, text);
}

/* A byte of `(...)` at *at, its escapes resolved (7.3.4.2); -1: none. */
static int literal_byte(struct str token, size_t *at) {
	static const char names[] = "nrtbf", bytes[] = "\n\r\t\b\f";
	char c = token.p[(*at)++];
	if (c != '\\' || *at + 1 >= token.n)
		return (unsigned char)c;
	c = token.p[(*at)++];
	if (c == '\n')
		return -1;
	if (c >= '0' && c <= '7') {
		int value = c - '0';
		for (int i = 0; i < 2 && token.p[*at] >= '0'
		    && token.p[*at] <= '7'; i++)
			value = value * 8 + token.p[(*at)++] - '0';
		return value & 255;
	}
	const char *name = strchr(names, c);
	return name == NULL || c == '\0' ? (unsigned char)c
	    : bytes[name - names];
}

/* The same of `<...>`, where white space may stand. */
static int hex_byte(struct str token, size_t *at) {
	int value = 0;
	for (int digits = 0; digits < 2; ) {
		if (*at + 1 >= token.n)
			return -1;
		int digit = hex(token.p[(*at)++]);
		if (digit < 0)
			continue;
		value = value << 4 | digit;
		digits++;
	}
	return value;
}

struct str pdftext_bytes(struct arena *arena, struct str token) {
	struct buf buf = buf_in(arena);
	for (size_t i = 1; i + 1 < token.n; ) {
		int byte = token.p[0] == '(' ? literal_byte(token, &i)
		    : hex_byte(token, &i);
		if (byte >= 0)
			buf_char(&buf, (char)byte);
	}
	return buf_str(&buf);
}

static void show(struct reader *reader, struct str token) {
	struct str bytes = pdftext_bytes(reader->arena, token);
	size_t width = reader->font != NULL && reader->font->wide ? 2 : 1;
	for (size_t i = 0; i + width <= bytes.n; i += width)
		show_code(reader, width == 1 ? (unsigned char)bytes.p[i]
		    : (size_t)(unsigned char)bytes.p[i] << 8
		    | (unsigned char)bytes.p[i + 1]);
}

/* A dictionary of properties: the id of a mark, or what it says instead. */
static void read_properties(struct reader *reader, struct str dictionary) {
	int64_t id = pdfscan_integer(pdfscan_entry(dictionary, "/MCID"));
	struct str actual = pdfscan_entry(dictionary, "/ActualText");
	reader->next = here(reader);
	if (id >= 0 && (size_t)id < reader->most)
		reader->next.id = id;
	reader->actual = actual;
	reader->next.replaced |= actual.n > 0;
}

static void begin_mark(struct reader *reader, bool artifact) {
	if (artifact)
		reader->next = (struct level){ -1, false };
	size_t id = reader->next.id < 0 ? 0 : (size_t)reader->next.id + 1;
	while (reader->page->ids < id) {
		reader->said = arena_room(reader->arena, reader->said,
		    reader->page->ids, sizeof *reader->said);
		reader->said[reader->page->ids++] = buf_in(reader->arena);
	}
	reader->level = arena_room(reader->arena, reader->level,
	    reader->levels, sizeof *reader->level);
	reader->level[reader->levels++] = reader->next;
	say(reader, pdftext_string(reader->arena, reader->actual));
	reader->actual = (struct str){ NULL, 0 };
}

static void read_token(struct reader *reader, struct str token) {
	if (token.p[0] == '/')
		reader->name = token;
	else if (str_is(token, "Tf"))
		reader->font = find_font(reader, reader->name);
	else if (token.p[0] == '(' || (token.p[0] == '<' && token.n > 2))
		show(reader, token);
	else if (str_is(token, "BDC") || str_is(token, "BMC"))
		begin_mark(reader, str_is(token, "BMC"));
	else if (str_is(token, "EMC") && reader->levels > 0)
		reader->levels--;
}

struct pdftext_page pdftext_page(struct pdftext *pdf, size_t number) {
	struct pdftext_page page = { NULL, 0, NULL };
	struct str object = pdf->file->object[number].text;
	struct reader reader = { .pdf = pdf, .arena = pdf->file->arena,
	    .page = &page, .fonts = pdfread_entry(pdf->file, pdfread_entry(
	    pdf->file, object, "/Resources"), "/Font") };
	struct str content = pdfread_stream(pdf->file, pdfscan_reference(
	    pdfscan_entry(object, "/Contents"))), token;
	reader.most = content.n;
	for (struct str rest = content; pdfscan_token(&content, &token);
	    rest = content) {
		if (!str_is(token, "<<")) {
			read_token(&reader, token);
		} else if (pdfscan_value(&rest, &token)) {
			read_properties(&reader, token);
			content = rest;
		}
	}
	page.text = arena_array(reader.arena, page.ids, sizeof *page.text);
	for (size_t i = 0; i < page.ids; i++)
		page.text[i] = buf_str(&reader.said[i]);
	return page;
}
