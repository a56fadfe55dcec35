/*
 * csv - rows of delimited text, straight from bytes in memory.
 *
 * The bytes that can end or break a field (separator, quote, CR, LF, NUL) are
 * found 64 at a time as the bits of a mask, and listed for some blocks ahead;
 * all else is never looked at.  The scan of a row takes these special bytes in
 * order, one after the other.
 */
#include "read/csv.h"

#if defined __x86_64__
#include <immintrin.h>
#endif

#include "base/arena.h"
#include "base/limits.h"

/* Bytes of a mask, and of those that are listed at once. */
enum { BLOCK = 64, AHEAD = 32 * BLOCK };

struct csv {
	struct arena *scratch;
	const char *bytes;
	size_t size;
	size_t at;		/* where the next row begins */
	int64_t line;		/* of it */
	size_t base;		/* offset that the list counts from */
	size_t ahead;		/* offset behind what it covers */
	size_t specials;	/* in the list */
	size_t next;		/* the first of them that is not taken yet */
	char separator;
	char quote;		/* NUL: no field is quoted */
	uint32_t special[AHEAD];	/* offsets from base */
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

/* The special bytes among the BLOCK ones at p, the first as the lowest bit. */
typedef uint64_t find_bits(const struct csv *csv, const char *p);

#if defined __x86_64__
static uint64_t equal_16(__m128i bytes, char c) {
	return (uint64_t)_mm_movemask_epi8(
	    _mm_cmpeq_epi8(bytes, _mm_set1_epi8(c)));
}

static uint64_t find_by_16(const struct csv *csv, const char *p) {
	uint64_t mask = 0;
	for (int i = 0; i < BLOCK; i += 16) {
		__m128i bytes = _mm_loadu_si128((const __m128i *)(p + i));
		uint64_t bits = equal_16(bytes, csv->separator)
		    | equal_16(bytes, csv->quote) | equal_16(bytes, '\n')
		    | equal_16(bytes, '\r') | equal_16(bytes, '\0');
		mask |= bits << i;
	}
	return mask;
}

#define WITH_AVX2 __attribute__((target("avx2,bmi,popcnt")))

WITH_AVX2 static inline __m256i equal_32(__m256i bytes, char c) {
	return _mm256_cmpeq_epi8(bytes, _mm256_set1_epi8(c));
}

WITH_AVX2 static inline uint64_t find_by_32(const struct csv *csv,
    const char *p) {
	uint64_t mask = 0;
	for (int i = 0; i < BLOCK; i += 32) {
		__m256i bytes = _mm256_loadu_si256((const __m256i *)(p + i));
		__m256i any = equal_32(bytes, csv->separator)
		    | equal_32(bytes, csv->quote) | equal_32(bytes, '\n')
		    | equal_32(bytes, '\r') | equal_32(bytes, '\0');
		mask |= (uint64_t)(uint32_t)_mm256_movemask_epi8(any) << i;
	}
	return mask;
}
#else
static uint64_t find_by_1(const struct csv *csv, const char *p) {
	uint64_t mask = 0;
	for (int i = 0; i < BLOCK; i++) {
		uint64_t bit = p[i] == csv->separator || p[i] == csv->quote
		    || p[i] == '\n' || p[i] == '\r' || p[i] == '\0';
		mask |= bit << i;
	}
	return mask;
}
#endif

#define ALWAYS_INLINE __attribute__((always_inline)) static inline

/* The special bytes of the last block, which is not whole. */
ALWAYS_INLINE uint64_t find_last(const struct csv *csv, size_t offset,
    find_bits *find) {
	char tail[BLOCK] = { 0 };
	size_t left = csv->size - offset;
	memcpy(tail, csv->bytes + offset, left);
	return find(csv, tail) & ((UINT64_C(1) << left) - 1);
}

/* List the bits that are set, counted from the offset; returns the place
 * behind them. */
ALWAYS_INLINE uint32_t *list_bits(uint32_t *list, uint64_t mask,
    size_t offset) {
	for (; mask != 0; mask &= mask - 1)
		*list++ = (uint32_t)offset + (uint32_t)__builtin_ctzll(mask);
	return list;
}

/* List the special bytes from the offset on. */
ALWAYS_INLINE void list_from(struct csv *csv, size_t offset,
    find_bits *find) {
	uint32_t *list = csv->special;
	csv->base = offset;
	for (; offset - csv->base < AHEAD && csv->size - offset >= BLOCK;
	    offset += BLOCK)
		list = list_bits(list, find(csv, csv->bytes + offset),
		    offset - csv->base);
	if (offset - csv->base < AHEAD && offset < csv->size) {
		list = list_bits(list, find_last(csv, offset, find),
		    offset - csv->base);
		offset = csv->size;
	}
	csv->ahead = offset;
	csv->specials = (size_t)(list - csv->special);
	csv->next = 0;
}

#if defined __x86_64__
static void list_by_16(struct csv *csv, size_t offset) {
	list_from(csv, offset, find_by_16);
}

WITH_AVX2 static void list_by_32(struct csv *csv, size_t offset) {
	list_from(csv, offset, find_by_32);
}
#endif

/* By what the processor has; all find the same. */
static void seek(struct csv *csv, size_t offset) {
#if defined __x86_64__
	if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi"))
		list_by_32(csv, offset);
	else
		list_by_16(csv, offset);
#else
	list_from(csv, offset, find_by_1);
#endif
}

/* Take the next special byte: its offset, or the size at the end. */
static size_t take(struct csv *csv) {
	while (csv->next == csv->specials) {
		if (csv->ahead == csv->size)
			return csv->size;
		seek(csv, csv->ahead);
	}
	return csv->base + csv->special[csv->next++];
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

/* Fields without quotes from the offset on, as far as the list shows that a
 * separator ends each; returns where the next one begins. */
static size_t plain_fields(struct csv *csv, struct scan *scan, size_t begin) {
	const char *base = csv->bytes + csv->base, *from = csv->bytes + begin;
	const char separator = csv->separator;
	const uint32_t *next = csv->special + csv->next;
	const uint32_t *end = csv->special + csv->specials;
	struct str *field = csv->field + scan->fields;
	for (; next < end && field < csv->field + LIMIT_COLUMNS; next++) {
		const char *at = base + *next;
		if (*at != separator || at - from > (long)LIMIT_FIELD_BYTES)
			break;
		*field++ = (struct str){ from, (size_t)(at - from) };
		from = at + 1;
	}
	csv->next = (size_t)(next - csv->special);
	scan->fields = (size_t)(field - csv->field);
	return (size_t)(from - csv->bytes);
}

/* The fields of the row that begins at scan->begin; returns the offset of its
 * line end, or anything when there is a fault. */
static size_t scan_fields(struct csv *csv, struct scan *scan) {
	for (size_t begin = scan->begin;;) {
		begin = plain_fields(csv, scan, begin);
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
	/* one by one, since clearing all of it would take longer than the rest */
	row->field = csv->field;
	row->fields = good ? scan.fields : 0;
	row->line = csv->line;
	row->raw = (struct str){ csv->bytes + scan.begin, end - scan.begin };
	row->fault = scan.fault;
	row->at = good ? 0 : scan.at - scan.begin;
	row->width = 0;
	row->gap = csv->line > line;
	row->made = false;
	row->begin = NULL;
	row->before = 0;
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
