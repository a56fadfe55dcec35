/*
 * encode - the encoding of one file, and its text as UTF-8.
 *
 * The only caller of iconv.  Every encoding but UTF-16 keeps ASCII bytes for
 * ASCII alone or for the second byte of CP932.  CP932 is Microsoft's code
 * page (with NEC and IBM extensions), which is what Japanese spreadsheets
 * write and call Shift_JIS.
 */
#include "read/encode.h"

#include <iconv.h>

#include "base/arena.h"
#include "base/diag.h"

enum kind {
	KIND_UTF8, KIND_CP932, KIND_EUCJP, KIND_LATIN1, KIND_1252, KIND_1251,
	KIND_UTF16LE, KIND_UTF16BE, KINDS
};

static const struct {
	const char *name;
	const char *iconv;
	const char *mark;
} kinds[KINDS] = {
	[KIND_UTF8] = { "utf-8", NULL, "\xef\xbb\xbf" },
	[KIND_CP932] = { "cp932", "CP932", NULL },
	[KIND_EUCJP] = { "euc-jp", "EUC-JP", NULL },
	[KIND_LATIN1] = { "latin-1", "ISO-8859-1", NULL },
	[KIND_1252] = { "windows-1252", "CP1252", NULL },
	[KIND_1251] = { "windows-1251", "CP1251", NULL },
	[KIND_UTF16LE] = { "utf-16le", "UTF-16LE", "\xff\xfe" },
	[KIND_UTF16BE] = { "utf-16be", "UTF-16BE", "\xfe\xff" },
};

struct encode {
	enum kind kind;		/* of the file */
	enum kind text;		/* of the fields: as kind, or KIND_UTF8 */
	iconv_t iconv;		/* unless kind is KIND_UTF8 */
};

/* No conversion to UTF-8 makes more than three bytes of one. */
enum { GROWTH = 3 };

bool encode_plain(struct str text) {
	size_t i = 0;
	for (; i + 8 <= text.n; i += 8) {
		uint64_t bytes;
		memcpy(&bytes, text.p + i, sizeof bytes);
		/* a high bit shows a byte below 0x20, above 0x7e, or both */
		uint64_t low = bytes - UINT64_C(0x2020202020202020);
		uint64_t high = bytes + UINT64_C(0x0101010101010101);
		if (((low | high | bytes) & UINT64_C(0x8080808080808080)) != 0)
			return false;
	}
	for (; i < text.n; i++)
		if (text.p[i] < ' ' || text.p[i] > '~')
			return false;
	return true;
}

/* Behind the bytes below 0x80 that stand at the offset. */
static size_t pass_ascii(struct str text, size_t i) {
	enum { WORDS = 4 };
	uint64_t word[WORDS];
	for (; text.n - i >= sizeof word; i += sizeof word) {
		memcpy(word, text.p + i, sizeof word);
		if (((word[0] | word[1] | word[2] | word[3])
		    & UINT64_C(0x8080808080808080)) != 0)
			break;
	}
	while (i < text.n && (unsigned char)text.p[i] < 0x80)
		i++;
	return i;
}

/* Behind the characters of three bytes that stand at the offset, as kana and
 * kanji do; those that begin with 0xE0 or 0xED are not all well-formed and are
 * left to str_utf8. */
static size_t pass_kanji(struct str text, size_t i) {
	for (; text.n - i >= 3; i += 3) {
		const unsigned char *p = (const unsigned char *)text.p + i;
		if (p[0] <= 0xe0 || p[0] >= 0xf0 || p[0] == 0xed
		    || (p[1] & 0xc0) != 0x80 || (p[2] & 0xc0) != 0x80)
			break;
	}
	return i;
}

/* The offset of the first byte that is not UTF-8, or text.n. */
static size_t utf8_bad(struct str text) {
	size_t i = 0;
	while ((i = pass_kanji(text, pass_ascii(text, i))) < text.n) {
		if ((unsigned char)text.p[i] < 0x80)
			continue;
		size_t n = str_utf8((struct str){ text.p + i, text.n - i },
		    NULL);
		if (n == 0)
			break;
		i += n;
	}
	return i;
}

static bool convert(struct encode *encode, struct arena *arena,
    struct str text, struct str *utf8, size_t *bad) {
	size_t room = text.n * GROWTH;
	char *out = arena_alloc(arena, room);
	utf8->p = out;
	char *in = (char *)text.p;
	size_t left = text.n;
	size_t failed = iconv(encode->iconv, &in, &left, &out, &room);
	/* forget a character that was begun */
	iconv(encode->iconv, NULL, NULL, NULL, NULL);
	utf8->n = (size_t)(out - utf8->p);
	*bad = text.n - left;
	return failed != (size_t)-1;
}

/* The kind that a byte order mark tells, or KINDS; the mark is cut off. */
static enum kind take_mark(struct str *bytes) {
	for (int kind = 0; kind < KINDS; kind++) {
		const char *mark = kinds[kind].mark;
		if (mark == NULL || !str_starts(*bytes, mark))
			continue;
		size_t n = strlen(mark);
		*bytes = (struct str){ bytes->p + n, bytes->n - n };
		return (enum kind)kind;
	}
	return KINDS;
}

static bool is_lead(unsigned char c) {
	return (c >= 0x81 && c <= 0x9f) || (c >= 0xe0 && c <= 0xfc);
}

static bool is_trail_byte(unsigned char c) {
	return c >= 0x40 && c <= 0xfc && c != 0x7f;
}

/*
 * Does the text look like CP932 and not like a code page of one byte?  Its
 * pairs must be whole, and somewhere two bytes above 0x7f stand together or a
 * pair begins with 0x81 to 0x9f, as kana and most kanji do; accented letters
 * of Western text stand alone.
 */
static bool looks_cp932(struct str text) {
	bool evidence = false;
	for (size_t i = 0; i < text.n; i++) {
		unsigned char c = (unsigned char)text.p[i];
		if (c < 0x80)
			continue;
		unsigned char next = i + 1 < text.n
		    ? (unsigned char)text.p[i + 1] : 0;
		if (c == 0x80 || c == 0xa0 || c > 0xfc)
			return false;
		if (is_lead(c) && !is_trail_byte(next))
			return false;
		evidence |= (c >= 0x81 && c <= 0x9f) || next > 0x7f;
		i += is_lead(c);
	}
	return evidence;
}

/* Which encoding the bytes are evidence of. */
static enum kind guess(struct str bytes, const struct place *place) {
	enum kind kind = utf8_bad(bytes) == bytes.n ? KIND_UTF8
	    : looks_cp932(bytes) ? KIND_CP932 : KIND_1252;
	diag(DIAG_ENCODE_DECIDED, place, kinds[kind].name, NULL);
	return kind;
}

static enum kind decide(struct str declared, const struct place *place,
    struct str *bytes) {
	enum kind marked = take_mark(bytes);
	if (marked != KINDS)
		return marked;
	if (str_is(declared, "auto"))
		return guess(*bytes, place);
	for (int kind = 0; kind < KINDS; kind++)
		if (str_is(declared, kinds[kind].name))
			return (enum kind)kind;
	return KIND_UTF8;
}

/* Bytes of the character that text begins with; 1 for what is none, so that a
 * lead byte swallows no line end. */
static size_t character(const struct encode *encode, struct str text) {
	unsigned char lead = (unsigned char)text.p[0];
	unsigned char next = text.n > 1 ? (unsigned char)text.p[1] : 0;
	if (encode->text == KIND_CP932)
		return is_lead(lead) && is_trail_byte(next) ? 2 : 1;
	if (encode->text == KIND_EUCJP)
		return lead < 0x80 || next < 0x80 ? 1
		    : lead == 0x8f && text.n > 2 && text.p[2] != '\n' ? 3 : 2;
	if (encode->text != KIND_UTF8)
		return 1;
	size_t n = str_utf8(text, NULL);
	return n == 0 ? 1 : n;
}

void encode_move(const struct encode *encode, struct str text,
    struct place *place) {
	while (text.n > 0) {
		bool crlf = text.p[0] == '\r' && text.n > 1
		    && text.p[1] == '\n';
		if (!crlf && (text.p[0] == '\r' || text.p[0] == '\n')) {
			place->line++;
			place->column = 1;
		} else if (!crlf) {
			place->column++;
		}
		size_t n = character(encode, text);
		text = (struct str){ text.p + n, text.n - n };
	}
}

/* Is the separator a byte that also ends a character of CP932, as `|` ends
 * the katakana PO? */
static bool is_trail(char separator) {
	return separator >= 0x40 && separator <= 0x7e;
}

/* Convert the whole file; false after a diag at the first bad byte. */
static bool convert_whole(struct encode *encode, struct arena *arena,
    const struct place *place, struct str *bytes) {
	size_t bad;
	encode->text = KIND_UTF8;
	if (convert(encode, arena, *bytes, bytes, &bad))
		return true;
	struct place at = { place->file, 1, 1 };
	encode_move(encode, *bytes, &at);
	diag(DIAG_ENCODE_FILE, &at, encode_name(encode), NULL);
	return false;
}

struct encode *encode_open(struct arena *arena, struct str declared,
    char separator, const struct place *place, struct str *bytes) {
	struct encode *encode = arena_alloc(arena, sizeof *encode);
	encode->kind = decide(declared, place, bytes);
	encode->text = encode->kind;
	if (encode->kind == KIND_UTF8)
		return encode;
	encode->iconv = iconv_open("UTF-8", kinds[encode->kind].iconv);
	if (encode->iconv == (iconv_t)-1)
		die("encode: this machine's iconv lacks %s",
		    kinds[encode->kind].iconv);
	bool wide = encode->kind == KIND_UTF16LE || encode->kind == KIND_UTF16BE;
	if (!wide && !is_trail(separator))
		return encode;
	if (convert_whole(encode, arena, place, bytes))
		return encode;
	encode_close(encode);
	return NULL;
}

void encode_close(struct encode *encode) {
	if (encode->kind != KIND_UTF8)
		iconv_close(encode->iconv);
}

const char *encode_name(const struct encode *encode) {
	return kinds[encode->kind].name;
}

bool encode_text(struct encode *encode, struct arena *scratch,
    struct str text, struct str *utf8, size_t *bad) {
	*utf8 = text;
	if (encode_plain(text))
		return true;
	if (encode->text != KIND_UTF8)
		return convert(encode, scratch, text, utf8, bad);
	*bad = utf8_bad(text);
	return *bad == text.n;
}
