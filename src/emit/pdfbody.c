/* pdfbody - the objects of a PDF file that is being written (PDF 1.7). */
#include "emit/pdfbody.h"

#include <zlib.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/digest.h"
#include "base/file.h"
#include "set/frame.h"

/* Objects in one object stream. */
#define PACK 200

static void emit(struct pdfbody *body, struct str bytes) {
	file_write(body->file, bytes);
	digest_add(body->digest, bytes);
	body->n += bytes.n;
}

struct pdfbody pdfbody_begin(struct arena *arena, struct arena *scratch,
    struct file_out *file) {
	struct pdfbody body = { .arena = arena, .scratch = scratch,
	    .file = file, .digest = digest_begin(arena),
	    .head = buf_in(arena), .data = buf_in(arena) };
	emit(&body, str_of("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n"));
	return body;
}

size_t pdfbody_number(struct pdfbody *body) {
	body->object = arena_room(body->arena, body->object, body->objects,
	    sizeof *body->object);
	body->object[body->objects] = (struct pdfbody_object){ 0 };
	return ++body->objects;
}

void pdfbody_stream(struct pdfbody *body, size_t number, const char *entries,
    struct str bytes) {
	body->object[number - 1].at = body->n;
	emit(body, str_of(arena_printf(body->scratch, "%zu 0 obj\n<<%s/Length "
	    "%zu>>\nstream\n", number, entries, bytes.n)));
	emit(body, bytes);
	emit(body, str_of("\nendstream\nendobj\n"));
	arena_reset(body->scratch);
}

void pdfbody_deflate(struct pdfbody *body, size_t number, const char *entries,
    struct str bytes) {
	uLongf n = compressBound(bytes.n);
	unsigned char *out = arena_alloc(body->scratch, n);
	if (compress2(out, &n, (const unsigned char *)bytes.p, bytes.n, 6)
	    != Z_OK)
		die("zlib: cannot deflate");
	pdfbody_stream(body, number, arena_printf(body->scratch,
	    "%s/Filter/FlateDecode", entries), (struct str){ (char *)out, n });
}

/* The object stream with what it holds. */
static void end_pack(struct pdfbody *body) {
	size_t first = body->head.n, pack = body->pack;
	if (pack == 0)
		return;
	buf_add(&body->head, buf_str(&body->data));
	pdfbody_deflate(body, pack, arena_printf(body->scratch,
	    "/Type/ObjStm/N %zu/First %zu", body->packed, first),
	    buf_str(&body->head));
	buf_reset(&body->head);
	buf_reset(&body->data);
	body->pack = body->packed = 0;
}

void pdfbody_set(struct pdfbody *body, size_t number, struct str text) {
	if (body->packed == PACK)
		end_pack(body);
	if (body->pack == 0)
		body->pack = pdfbody_number(body);
	buf_int(&body->head, (int64_t)number);
	buf_char(&body->head, ' ');
	buf_int(&body->head, (int64_t)body->data.n);
	buf_char(&body->head, '\n');
	buf_add(&body->data, text);
	buf_char(&body->data, '\n');
	body->object[number - 1] = (struct pdfbody_object){ body->packed++,
	    body->pack };
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

static void add_entry(struct buf *buf, int kind, size_t at, size_t index) {
	buf_char(buf, (char)kind);
	for (int shift = 24; shift >= 0; shift -= 8)
		buf_char(buf, (char)(at >> shift & 255));
	buf_char(buf, (char)(index >> 8 & 255));
	buf_char(buf, (char)(index & 255));
}

/* The table of all objects, itself the last of them (7.5.8). */
void pdfbody_end(struct pdfbody *body, size_t root, size_t info) {
	end_pack(body);
	struct str id = { digest_end(body->arena, body->digest).p, 32 };
	struct buf table = buf_in(body->arena);
	size_t number = pdfbody_number(body), start = body->n;
	body->object[number - 1].at = start;
	/* the digest is over; what follows is not part of it */
	body->digest = digest_begin(body->arena);
	add_entry(&table, 0, 0, 65535);
	for (size_t i = 0; i < body->objects; i++) {
		const struct pdfbody_object *object = &body->object[i];
		if (object->pack != 0)
			add_entry(&table, 2, object->pack, object->at);
		else
			add_entry(&table, 1, object->at, 0);
	}
	pdfbody_deflate(body, number, arena_printf(body->arena,
	    "/Type/XRef/Size %zu/W[1 4 2]/Root %zu 0 R/Info %zu 0 R"
	    "/ID[<%.*s><%.*s>]", body->objects + 1, root, info, (int)id.n,
	    id.p, (int)id.n, id.p), buf_str(&table));
	emit(body, str_of(arena_printf(body->arena,
	    "startxref\n%zu\n%%%%EOF\n", start)));
}
