/* pdfattach - files inside a PDF file: what its figures come from. */
#include "emit/pdfattach.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/digest.h"
#include "emit/pdfbody.h"

/* A slash is the only character of a media type that a PDF name escapes. */
static const char *type_name(struct arena *arena, const char *type) {
	const char *slash = strchr(type, '/');
	return arena_printf(arena, "%.*s#2F%s", (int)(slash - type), type,
	    slash + 1);
}

/* The bytes themselves (7.11.4). */
static size_t write_bytes(struct pdfbody *body,
    const struct pdfattach_file *file, struct str date) {
	struct arena *arena = body->arena;
	size_t number = pdfbody_number(body);
	struct str sum = digest_md5(arena, file->bytes);
	pdfbody_deflate(body, number, arena_printf(arena,
	    "/Type/EmbeddedFile/Subtype/%s/Params<</Size %zu/CheckSum<%.*s>"
	    "/CreationDate%.*s/ModDate%.*s>>",
	    type_name(arena, file->type), file->bytes.n, (int)sum.n, sum.p,
	    (int)date.n, date.p, (int)date.n, date.p), file->bytes);
	return number;
}

/* Its specification (7.11.3). */
static size_t write_file(struct pdfbody *body,
    const struct pdfattach_file *file, struct str date) {
	size_t bytes = write_bytes(body, file, date);
	size_t number = pdfbody_number(body);
	struct buf buf = buf_in(body->arena);
	buf_text(&buf, "<</Type/Filespec/F");
	pdfbody_text(&buf, file->name);
	buf_text(&buf, "/UF");
	pdfbody_text(&buf, file->name);
	buf_text(&buf, "/Desc");
	pdfbody_text(&buf, file->title);
	buf_text(&buf, arena_printf(body->arena,
	    "/AFRelationship/%s/EF<</F %zu 0 R/UF %zu 0 R>>>>", file->relation,
	    bytes, bytes));
	pdfbody_set(body, number, buf_str(&buf));
	return number;
}

void pdfattach_write(struct pdfbody *body, const struct pdfattach *attach,
    struct str date, struct buf *catalog) {
	struct buf names = buf_in(body->arena), all = buf_in(body->arena);
	if (attach->files == 0)
		return;
	for (size_t i = 0; i < attach->files; i++) {
		size_t number = write_file(body, &attach->file[i], date);
		pdfbody_text(&names, attach->file[i].name);
		pdfbody_reference(&names, number);
		pdfbody_reference(&all, number);
		buf_char(&all, ' ');
	}
	buf_text(catalog, "/Names<</EmbeddedFiles<</Names[");
	buf_add(catalog, buf_str(&names));
	buf_text(catalog, "]>>>>/AF[");
	buf_add(catalog, buf_str(&all));
	buf_text(catalog, "]");
}
