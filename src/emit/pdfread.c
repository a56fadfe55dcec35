/* pdfread - the objects of a PDF file that cairo or geppo wrote. */
#include "emit/pdfread.h"

#include <zlib.h>

#include "base/arena.h"
#include "base/limits.h"
#include "emit/pdfscan.h"

/* Where an object stands: in the file, or in a stream of objects. */
struct entry {
	enum { ENTRY_FREE, ENTRY_OFFSET, ENTRY_PACKED } kind;
	size_t at;		/* offset, or number of the object stream */
	size_t index;
};

struct table {
	struct pdfread *file;
	struct entry *entry;
	size_t entries;
};

static bool fail(struct pdfread *file, const char *fault) {
	if (file->fault == NULL)
		file->fault = fault;
	return false;
}

static struct str from(struct str bytes, size_t at) {
	return at > bytes.n ? (struct str){ NULL, 0 }
	    : (struct str){ bytes.p + at, bytes.n - at };
}

struct str pdfread_resolve(const struct pdfread *file, struct str value) {
	size_t number = pdfscan_reference(value);
	if (number == 0)
		return value;
	return number < file->objects ? file->object[number].text
	    : (struct str){ NULL, 0 };
}

struct str pdfread_entry(const struct pdfread *file, struct str dictionary,
    const char *key) {
	return pdfread_resolve(file, pdfscan_entry(pdfread_resolve(file,
	    dictionary), key));
}

/* The whole of the deflated bytes; p is NULL on any fault. */
static struct str inflate_all(struct arena *arena, struct str packed) {
	size_t room = 4 * packed.n + 1024;
	for (; room <= LIMIT_PDF_STREAM; room *= 4) {
		unsigned char *out = arena_alloc(arena, room);
		uLongf length = room;
		int status = uncompress(out, &length,
		    (const unsigned char *)packed.p, packed.n);
		if (status == Z_OK)
			return (struct str){ (char *)out, length };
		if (status != Z_BUF_ERROR)
			break;
	}
	return (struct str){ NULL, 0 };
}

struct str pdfread_stream(const struct pdfread *file, size_t number) {
	const struct pdfread_object *object;
	struct str none = { NULL, 0 };
	if (number == 0 || number >= file->objects)
		return none;
	object = &file->object[number];
	if (!object->streams)
		return none;
	struct str filter = pdfscan_entry(object->text, "/Filter");
	if (filter.n == 0)
		return object->stream;
	return str_is(filter, "/FlateDecode")
	    ? inflate_all(file->arena, object->stream) : none;
}

/* `number 0 obj value` at the offset; *rest stands behind the value. */
static bool read_object(struct pdfread *file, size_t number, size_t offset,
    struct str *rest) {
	struct str token;
	*rest = from(file->bytes, offset);
	if (!pdfscan_token(rest, &token)
	    || pdfscan_integer(token) != (int64_t)number
	    || !pdfscan_token(rest, &token) || !str_is(token, "0")
	    || !pdfscan_token(rest, &token) || !str_is(token, "obj")
	    || !pdfscan_value(rest, &file->object[number].text))
		return fail(file, "an object is not where it should be");
	return true;
}

/* The stream behind a dictionary; its length may be another object. */
static bool read_stream(struct pdfread *file, size_t number,
    struct str rest) {
	struct pdfread_object *object = &file->object[number];
	struct str token, data;
	if (!pdfscan_token(&rest, &token))
		return fail(file, "an object has no end");
	if (str_is(token, "endobj"))
		return true;
	int64_t length = pdfscan_integer(str_trim(pdfread_entry(file,
	    object->text, "/Length")));
	if (!str_is(token, "stream") || length < 0 || rest.n < 1
	    || (size_t)length + 1 > rest.n || rest.p[0] != '\n')
		return fail(file, "a stream has no length");
	data = (struct str){ rest.p + 1, (size_t)length };
	rest = from(rest, (size_t)length + 1);
	if (!pdfscan_token(&rest, &token) || !str_is(token, "endstream"))
		return fail(file, "a stream is longer or shorter than it says");
	object->stream = data;
	object->streams = true;
	return true;
}

/* The offset that `startxref` gives at the end of the file. */
static bool find_table(struct pdfread *file, size_t *offset) {
	struct str tail = file->bytes, token;
	if (tail.n > 64)
		tail = from(tail, tail.n - 64);
	const char *word = memmem(tail.p, tail.n, "startxref", 9);
	if (word == NULL)
		return false;
	tail = from(tail, (size_t)(word - tail.p) + 9);
	if (!pdfscan_token(&tail, &token))
		return false;
	int64_t n = pdfscan_integer(token);
	*offset = n < 0 ? 0 : (size_t)n;
	return n > 0 && *offset < file->bytes.n;
}

static void room_for(struct table *table, size_t entries) {
	struct pdfread *file = table->file;
	table->entries = entries;
	table->entry = arena_array(file->arena, entries,
	    sizeof *table->entry);
	file->objects = entries;
	file->object = arena_array(file->arena, entries,
	    sizeof *file->object);
}

/* `xref 0 n`, n lines `offset generation f|n`, `trailer` (7.5.4). */
static bool read_plain(struct table *table, struct str rest) {
	struct pdfread *file = table->file;
	struct str first, count, offset, generation, kind;
	if (!pdfscan_token(&rest, &first) || !pdfscan_token(&rest, &first)
	    || !pdfscan_token(&rest, &count) || !str_is(first, "0"))
		return fail(file, "its table does not begin with object 0");
	int64_t n = pdfscan_integer(count);
	if (n < 1 || (size_t)n > rest.n / 20)
		return fail(file, "its table is longer than the file");
	room_for(table, (size_t)n);
	for (size_t i = 0; i < table->entries; i++) {
		if (!pdfscan_token(&rest, &offset)
		    || !pdfscan_token(&rest, &generation)
		    || !pdfscan_token(&rest, &kind))
			return fail(file, "its table is cut");
		table->entry[i].at = (size_t)pdfscan_integer(offset);
		table->entry[i].kind = str_is(kind, "n") ? ENTRY_OFFSET
		    : ENTRY_FREE;
	}
	if (!pdfscan_token(&rest, &kind) || !str_is(kind, "trailer")
	    || !pdfscan_value(&rest, &file->trailer))
		return fail(file, "it has no trailer");
	return true;
}

static size_t big_endian(const char *p, size_t n) {
	size_t value = 0;
	for (size_t i = 0; i < n; i++)
		value = value << 8 | (unsigned char)p[i];
	return value;
}

/* A stream of entries of widths 1, 4 and 2, as geppo writes it (7.5.8). */
static bool read_packed(struct table *table, size_t offset) {
	struct pdfread *file = table->file;
	struct str rest = from(file->bytes, offset), token;
	if (!pdfscan_token(&rest, &token))
		return fail(file, "it has no table");
	int64_t self = pdfscan_integer(token);
	struct str dictionary;
	if (!pdfscan_token(&rest, &token) || !pdfscan_token(&rest, &token)
	    || !pdfscan_value(&rest, &dictionary))
		return fail(file, "it has no table");
	int64_t size = pdfscan_integer(pdfscan_entry(dictionary, "/Size"));
	if (self < 1 || size <= self || (size_t)size > file->bytes.n
	    || !str_is(pdfscan_entry(dictionary, "/W"), "[1 4 2]"))
		return fail(file, "its table has an unknown form");
	room_for(table, (size_t)size);
	if (!read_object(file, (size_t)self, offset, &rest)
	    || !read_stream(file, (size_t)self, rest))
		return false;
	file->trailer = file->object[self].text;
	struct str data = pdfread_stream(file, (size_t)self);
	if (data.n != 7 * table->entries)
		return fail(file, "its table has an unknown length");
	for (size_t i = 0; i < table->entries; i++) {
		const char *p = data.p + 7 * i;
		table->entry[i] = (struct entry){ p[0] == 1 ? ENTRY_OFFSET
		    : p[0] == 2 ? ENTRY_PACKED : ENTRY_FREE,
		    big_endian(p + 1, 4), big_endian(p + 5, 2) };
	}
	return true;
}

/* All objects that stand in the file itself, then their streams. */
static bool read_objects(struct table *table) {
	struct pdfread *file = table->file;
	struct str *rest = arena_array(file->arena, table->entries,
	    sizeof *rest);
	for (size_t i = 1; i < table->entries; i++)
		if (table->entry[i].kind == ENTRY_OFFSET
		    && !read_object(file, i, table->entry[i].at, &rest[i]))
			return false;
	for (size_t i = 1; i < table->entries; i++)
		if (table->entry[i].kind == ENTRY_OFFSET
		    && !read_stream(file, i, rest[i]))
			return false;
	return true;
}

/* The objects of one object stream (7.5.7). */
static bool unpack(struct table *table, size_t number) {
	struct pdfread *file = table->file;
	struct str data = pdfread_stream(file, number), head = data;
	struct str text = file->object[number].text, token, offset, body;
	int64_t first = pdfscan_integer(pdfscan_entry(text, "/First"));
	int64_t count = pdfscan_integer(pdfscan_entry(text, "/N"));
	if (data.p == NULL || first < 0 || (size_t)first > data.n)
		return fail(file, "a stream of objects cannot be read");
	for (int64_t i = 0; i < count; i++) {
		if (!pdfscan_token(&head, &token)
		    || !pdfscan_token(&head, &offset))
			return fail(file, "a stream of objects is cut");
		int64_t of = pdfscan_integer(token);
		if (of < 1 || (size_t)of >= table->entries
		    || table->entry[of].kind != ENTRY_PACKED
		    || table->entry[of].at != number
		    || table->entry[of].index != (size_t)i)
			return fail(file, "an object is in another stream");
		body = from(data, (size_t)first
		    + (size_t)pdfscan_integer(offset));
		if (!pdfscan_value(&body, &file->object[of].text))
			return fail(file, "an object has no end");
	}
	return true;
}

static bool read_all(struct table *table) {
	struct pdfread *file = table->file;
	size_t offset;
	if (!find_table(file, &offset))
		return fail(file, "it does not tell where its table is");
	struct str rest = from(file->bytes, offset);
	bool plain = str_starts(rest, "xref");
	if (!(plain ? read_plain(table, rest) : read_packed(table, offset))
	    || !read_objects(table))
		return false;
	/* a plain table knows of no object in a stream */
	if (plain)
		return true;
	for (size_t i = 1; i < table->entries; i++)
		if (str_is(pdfscan_entry(file->object[i].text, "/Type"),
		    "/ObjStm") && !unpack(table, i))
			return false;
	return true;
}

struct pdfread pdfread_open(struct arena *arena, struct str bytes) {
	struct pdfread file = { .arena = arena, .bytes = bytes };
	struct table table = { .file = &file };
	read_all(&table);
	return file;
}
