/* pdfbody - the objects of a PDF file that is being written (PDF 1.7). */
#include "emit/pdfbody.h"

#include <zlib.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/digest.h"
#include "base/file.h"
#include "set/frame.h"

/* Objects in one object stream. */
#define PACK 200

struct writer {
	struct pdfbody *body;
	struct file_out *file;
	struct digest *digest;
	size_t n;			/* bytes written */
};

struct pdfbody pdfbody_in(struct arena *arena) {
	return (struct pdfbody){ arena, NULL, 0 };
}

size_t pdfbody_number(struct pdfbody *body) {
	body->object = arena_room(body->arena, body->object, body->objects,
	    sizeof *body->object);
	body->object[body->objects] = (struct pdfbody_object){ 0 };
	return ++body->objects;
}

void pdfbody_set(struct pdfbody *body, size_t number, struct str text) {
	body->object[number - 1].text = text;
}

void pdfbody_stream(struct pdfbody *body, size_t number, const char *entries,
    struct str bytes) {
	struct pdfbody_object *object = &body->object[number - 1];
	object->text = str_of(entries);
	object->stream = bytes;
	object->streams = true;
}

struct str pdfbody_deflate(struct arena *arena, struct str bytes) {
	uLongf n = compressBound(bytes.n);
	unsigned char *out = arena_alloc(arena, n);
	if (compress2(out, &n, (const unsigned char *)bytes.p, bytes.n, 6)
	    != Z_OK)
		die("zlib: cannot deflate");
	return (struct str){ (char *)out, n };
}

static void add_hex(struct buf *buf, uint32_t value, int digits) {
	while (digits-- > 0)
		buf_char(buf, "0123456789ABCDEF"[value >> 4 * digits & 15]);
}

void pdfbody_text(struct buf *buf, struct str text) {
	uint32_t code;
	buf_text(buf, "<FEFF");
	while (text.n > 0) {
		size_t n = str_utf8(text, &code);
		if (n == 0) {
			n = 1;
			code = 0xFFFD;
		}
		if (code >= 0x10000) {
			add_hex(buf, 0xD800 + ((code - 0x10000) >> 10), 4);
			code = 0xDC00 + (code & 0x3FF);
		}
		add_hex(buf, code, 4);
		text.p += n;
		text.n -= n;
	}
	buf_text(buf, ">");
}

void pdfbody_reference(struct buf *buf, size_t number) {
	buf_int(buf, (int64_t)number);
	buf_text(buf, " 0 R");
}

void pdfbody_points(struct buf *buf, int units) {
	int64_t thousandths = (int64_t)units * 1000 / FRAME_POINT;
	if (thousandths < 0) {
		buf_char(buf, '-');
		thousandths = -thousandths;
	}
	buf_int(buf, thousandths / 1000);
	if (thousandths % 1000 == 0)
		return;
	int64_t rest = thousandths % 1000 + 1000;
	size_t point = buf->n;
	buf_int(buf, rest);
	buf->p[point] = '.';
	while (buf->p[buf->n - 1] == '0')
		buf->n--;
}

static void emit(struct writer *writer, struct str bytes) {
	file_write(writer->file, bytes);
	digest_add(writer->digest, bytes);
	writer->n += bytes.n;
}

static void emit_stream(struct writer *writer, size_t number,
    struct str entries, struct str bytes) {
	struct arena *arena = writer->body->arena;
	emit(writer, str_of(arena_printf(arena, "%zu 0 obj\n<<%.*s/Length %zu"
	    ">>\nstream\n", number, (int)entries.n, entries.p, bytes.n)));
	emit(writer, bytes);
	emit(writer, str_of("\nendstream\nendobj\n"));
}

/* The next objects without a stream, from *next on, as one stream. */
static void emit_pack(struct writer *writer, size_t *next, size_t pack) {
	struct pdfbody *body = writer->body;
	struct buf head = buf_in(body->arena), data = buf_in(body->arena);
	size_t count = 0;
	for (; *next < body->objects && count < PACK; ++*next) {
		struct pdfbody_object *object = &body->object[*next];
		if (object->streams)
			continue;
		buf_int(&head, (int64_t)*next + 1);
		buf_char(&head, ' ');
		buf_int(&head, (int64_t)data.n);
		buf_char(&head, '\n');
		buf_add(&data, object->text);
		buf_char(&data, '\n');
		object->pack = pack;
		object->at = count++;
	}
	size_t first = head.n;
	buf_add(&head, buf_str(&data));
	body->object[pack - 1].at = writer->n;
	emit_stream(writer, pack, str_of(arena_printf(body->arena,
	    "/Type/ObjStm/N %zu/First %zu/Filter/FlateDecode", count, first)),
	    pdfbody_deflate(body->arena, buf_str(&head)));
}

static void add_entry(struct buf *buf, int kind, size_t at, size_t index) {
	buf_char(buf, (char)kind);
	for (int shift = 24; shift >= 0; shift -= 8)
		buf_char(buf, (char)(at >> shift & 255));
	buf_char(buf, (char)(index >> 8 & 255));
	buf_char(buf, (char)(index & 255));
}

/* The table of all objects, itself the last of them (7.5.8). */
static void emit_table(struct writer *writer, size_t root, size_t info) {
	struct pdfbody *body = writer->body;
	struct str id = { digest_end(body->arena, writer->digest).p, 32 };
	struct buf table = buf_in(body->arena);
	size_t start = writer->n;
	body->object[body->objects - 1].at = start;
	/* the digest is over; what follows is not part of it */
	writer->digest = digest_begin(body->arena);
	add_entry(&table, 0, 0, 65535);
	for (size_t i = 0; i < body->objects; i++) {
		const struct pdfbody_object *object = &body->object[i];
		if (object->pack != 0)
			add_entry(&table, 2, object->pack, object->at);
		else
			add_entry(&table, 1, object->at, 0);
	}
	emit_stream(writer, body->objects, str_of(arena_printf(body->arena,
	    "/Type/XRef/Size %zu/W[1 4 2]/Root %zu 0 R/Info %zu 0 R"
	    "/ID[<%.*s><%.*s>]/Filter/FlateDecode", body->objects + 1, root,
	    info, (int)id.n, id.p, (int)id.n, id.p)),
	    pdfbody_deflate(body->arena, buf_str(&table)));
	emit(writer, str_of(arena_printf(body->arena,
	    "startxref\n%zu\n%%%%EOF\n", start)));
}

void pdfbody_write(struct pdfbody *body, struct file_out *file, size_t root,
    size_t info) {
	struct writer writer = { body, file, digest_begin(body->arena), 0 };
	size_t objects = body->objects;
	emit(&writer, str_of("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n"));
	for (size_t i = 0; i < objects; i++) {
		struct pdfbody_object *object = &body->object[i];
		object->at = writer.n;
		if (object->streams)
			emit_stream(&writer, i + 1, object->text,
			    object->stream);
	}
	for (size_t next = 0; next < objects; ) {
		size_t pack = pdfbody_number(body);
		body->object[pack - 1].streams = true;
		emit_pack(&writer, &next, pack);
	}
	size_t table = pdfbody_number(body);
	body->object[table - 1].streams = true;
	emit_table(&writer, root, info);
}
