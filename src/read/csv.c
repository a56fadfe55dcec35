/*
 * csv - rows of delimited text, straight from bytes in memory.
 *
 * The bytes that can end or break a field (separator, quote, CR, LF, NUL) are
 * found 64 at a time as the bits of a mask; all else is never looked at.  The
 * scan of a row takes these special bytes in order, one after the other.
 */
#include "read/csv.h"

#if defined __SSE2__
#include <emmintrin.h>
#endif

#include "base/arena.h"
#include "base/limits.h"

enum { BLOCK = 64 };

struct csv {
	struct arena *scratch;
	const char *bytes;
	size_t size;
	size_t at;		/* where the next row begins */
	int64_t line;		/* of it */
	size_t block;		/* offset of the bytes that mask describes */
	uint64_t mask;		/* their special bytes that are not taken yet */
	char separator;
	char quote;		/* NUL: no field is quoted */
	struct str field[LIMIT_COLUMNS];
};

/* What the scan of one row knows. */
struct scan {
	size_t begin;		/* of the row */
	size_t fields;
	int64_t lines;		/* line ends passed inside quotes */
	enum csv_fault fault;
	size_t at;		/* of the fault, in the file */
};

#if defined __SSE2__
static uint64_t equal_16(__m128i bytes, char c) {
	return (uint64_t)_mm_movemask_epi8(
	    _mm_cmpeq_epi8(bytes, _mm_set1_epi8(c)));
}

static uint64_t special_bits(const char *p, char separator, char quote) {
	uint64_t mask = 0;
	for (int i = 0; i < BLOCK; i += 16) {
		__m128i bytes = _mm_loadu_si128((const __m128i *)(p + i));
		uint64_t bits = equal_16(bytes, separator)
		    | equal_16(bytes, quote) | equal_16(bytes, '\n')
		    | equal_16(bytes, '\r') | equal_16(bytes, '\0');
		mask |= bits << i;
	}
	return mask;
}
#else
static uint64_t special_bits(const char *p, char separator, char quote) {
	uint64_t mask = 0;
	for (int i = 0; i < BLOCK; i++) {
		uint64_t bit = p[i] == separator || p[i] == quote
		    || p[i] == '\n' || p[i] == '\r' || p[i] == '\0';
		mask |= bit << i;
	}
	return mask;
}
#endif

/* Let the mask describe the bytes from offset on. */
static void seek(struct csv *csv, size_t offset) {
	csv->block = offset;
	size_t left = csv->size - offset;
	if (left >= BLOCK) {
		csv->mask = special_bits(csv->bytes + offset,
		    csv->separator, csv->quote);
		return;
	}
	/* the last bytes, followed by bytes that are not special */
	char tail[BLOCK];
	memset(tail, 'x', sizeof tail);
	if (left != 0)
		memcpy(tail, csv->bytes + offset, left);
	csv->mask = special_bits(tail, csv->separator, csv->quote)
	    & ((UINT64_C(1) << left) - 1);
}

/* Take the next special byte: its offset, or the size at the end. */
static size_t take(struct csv *csv) {
	while (csv->mask == 0) {
		if (csv->size - csv->block <= BLOCK)
			return csv->size;
		seek(csv, csv->block + BLOCK);
	}
	size_t at = csv->block + (size_t)__builtin_ctzll(csv->mask);
	csv->mask &= csv->mask - 1;
	return at;
}

/* The byte at the offset; a line end at the end of the file. */
static char byte_at(const struct csv *csv, size_t offset) {
	return offset < csv->size ? csv->bytes[offset] : '\n';
}

/* Behind the line end at the offset.  The LF of a CRLF is special itself, so
 * it is taken here. */
static size_t pass_line_end(struct csv *csv, size_t at) {
	if (at == csv->size)
		return at;
	if (csv->bytes[at] == '\r' && at + 1 < csv->size
	    && csv->bytes[at + 1] == '\n')
		return take(csv) + 1;
	return at + 1;
}

static size_t fail(struct scan *scan, enum csv_fault fault, size_t at) {
	scan->fault = fault;
	scan->at = at;
	return at;
}

/* Takes the field; at is where to go on when it is one too many. */
static void add_field(struct csv *csv, struct scan *scan, size_t at,
    struct str field) {
	if (scan->fields == LIMIT_COLUMNS)
		fail(scan, CSV_WIDE, at);
	else
		csv->field[scan->fields++] = field;
}

static struct str undouble(struct arena *scratch, struct str text,
    char quote) {
	char *copy = arena_alloc(scratch, text.n);
	size_t n = 0;
	for (size_t i = 0; i < text.n; i++) {
		copy[n++] = text.p[i];
		if (text.p[i] == quote)
			i++;
	}
	return (struct str){ copy, n };
}

/*
 * The quote that closes the field that opens at the offset, or the size when
 * there is none.  *doubled tells whether quotes are doubled inside.
 */
static size_t closing_quote(struct csv *csv, struct scan *scan, size_t open,
    bool *doubled) {
	for (;;) {
		size_t at = take(csv);
		if (at == csv->size || at - open > LIMIT_FIELD_BYTES)
			return csv->size;
		if (csv->bytes[at] == csv->quote) {
			if (byte_at(csv, at + 1) != csv->quote)
				return at;
			take(csv);
			*doubled = true;
			continue;
		}
		switch (csv->bytes[at]) {
		case '\r':
		case '\n':
			scan->lines++;
			pass_line_end(csv, at);
			break;
		case '\0':
			fail(scan, CSV_NUL, at);
			return at;
		}
	}
}

/*
 * A field in quotes; returns what follows its closing quote.  Text there is
 * a fault of its own on the line of the opening quote; on a later line it
 * shows that the opening quote was never closed and this one opens another
 * field, so the rows between can be saved.
 */
static size_t quoted_field(struct csv *csv, struct scan *scan, size_t open) {
	int64_t line = scan->lines;
	bool doubled = false;
	size_t close = closing_quote(csv, scan, open, &doubled);
	if (scan->fault != CSV_GOOD)
		return close;
	char after = byte_at(csv, close + 1);
	bool ends = after == csv->separator || after == '\r' || after == '\n';
	if (close == csv->size || (!ends && scan->lines != line)) {
		scan->lines = line;
		return fail(scan, CSV_UNCLOSED, open);
	}
	if (!ends)
		return fail(scan, CSV_AFTER, close + 1);
	struct str text = { csv->bytes + open + 1, close - open - 1 };
	add_field(csv, scan, close, doubled ? undouble(csv->scratch, text,
	    csv->quote)
	    : text);
	return close + 1 == csv->size ? csv->size : take(csv);
}

/* A field without quotes, which ends at the special byte at the offset. */
static size_t plain_field(struct csv *csv, struct scan *scan, size_t begin,
    size_t at) {
	if (at < csv->size && csv->bytes[at] == '\0')
		return fail(scan, CSV_NUL, at);
	if (at < csv->size && csv->bytes[at] == csv->quote)
		return fail(scan, CSV_STRAY, at);
	if (at - begin > LIMIT_FIELD_BYTES)
		return fail(scan, CSV_LONG, begin);
	add_field(csv, scan, begin,
	    (struct str){ csv->bytes + begin, at - begin });
	return at;
}

/* The fields of the row that begins at scan->begin; returns the offset of its
 * line end, or anything when there is a fault. */
static size_t scan_fields(struct csv *csv, struct scan *scan) {
	for (size_t begin = scan->begin;;) {
		size_t at = take(csv);
		at = at == begin && csv->quote != '\0'
		    && byte_at(csv, at) == csv->quote
		    ? quoted_field(csv, scan, begin)
		    : plain_field(csv, scan, begin, at);
		if (scan->fault != CSV_GOOD || at == csv->size
		    || csv->bytes[at] != csv->separator)
			return at;
		begin = at + 1;
	}
}

/* After a fault: the end of the line that the fault is on. */
static size_t recover(struct csv *csv, const struct scan *scan) {
	seek(csv, scan->at);
	for (;;) {
		size_t at = take(csv);
		if (at == csv->size || csv->bytes[at] == '\r'
		    || csv->bytes[at] == '\n')
			return at;
	}
}

struct csv *csv_new(struct arena *arena, struct arena *scratch,
    struct str bytes, char separator) {
	struct csv *csv = arena_alloc(arena, sizeof *csv);
	csv->scratch = scratch;
	csv->bytes = bytes.p;
	csv->size = bytes.n;
	csv->line = 1;
	csv->separator = separator;
	csv->quote = '"';
	seek(csv, 0);
	return csv;
}

void csv_quote(struct csv *csv, char quote) {
	csv->quote = quote;
	seek(csv, csv->at);
}

bool csv_next(struct csv *csv, struct csv_row *row) {
	int64_t line = csv->line;
	while (csv->at < csv->size && (csv->bytes[csv->at] == '\r'
	    || csv->bytes[csv->at] == '\n')) {
		csv->at = pass_line_end(csv, take(csv));
		csv->line++;
	}
	if (csv->at == csv->size)
		return false;
	struct scan scan = { .begin = csv->at, .fault = CSV_GOOD };
	size_t end = scan_fields(csv, &scan);
	bool good = scan.fault == CSV_GOOD;
	if (!good)
		end = recover(csv, &scan);
	*row = (struct csv_row){ .field = csv->field,
	    .fields = good ? scan.fields : 0, .line = csv->line,
	    .raw = { csv->bytes + scan.begin, end - scan.begin },
	    .fault = scan.fault, .at = good ? 0 : scan.at - scan.begin,
	    .gap = csv->line > line };
	csv->at = pass_line_end(csv, end);
	csv->line += scan.lines + 1;
	return true;
}

void csv_skip(struct csv *csv, int64_t lines) {
	while (lines-- > 0 && csv->at < csv->size) {
		size_t at = take(csv);
		while (at < csv->size && csv->bytes[at] != '\r'
		    && csv->bytes[at] != '\n')
			at = take(csv);
		csv->at = pass_line_end(csv, at);
		csv->line++;
	}
}

struct str csv_rest(const struct csv *csv, int64_t *line) {
	*line = csv->line;
	return (struct str){ csv->bytes + csv->at, csv->size - csv->at };
}

size_t csv_field_at(const struct csv *csv, const struct csv_row *row,
    size_t n) {
	bool quoted = false;
	size_t at = 0;
	if (row->begin != NULL)
		return row->begin[n];
	for (size_t i = 0; !row->made && i < row->raw.n && n > 0; i++) {
		char c = row->raw.p[i];
		if (c == csv->quote)
			quoted = !quoted;
		if (c == csv->separator && !quoted) {
			at = i + 1;
			n--;
		}
	}
	return at;
}
