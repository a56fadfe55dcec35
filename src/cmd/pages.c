/* pages - from facts to files. */
#include "cmd/pages.h"

#include "base/arena.h"
#include "doc/answers.h"
#include "emit/html.h"
#include "emit/pdf.h"
#include "set/chart.h"
#include "set/diagram.h"
#include "set/typeset.h"
#include "xml/xslt.h"

/* The width of a picture in HTML; it scales with its column. */
#define PICTURE_WIDTH (466 * FRAME_POINT)

struct pages {
	struct arena *arena;
	const char *workspace;
	struct xslt *xslt;
	struct fonts *fonts;
	struct answers answers;
};

struct pages *pages_open(struct arena *arena, const char *workspace) {
	struct fonts *fonts = font_open(arena, workspace);
	if (fonts == NULL)
		return NULL;
	struct pages *pages = arena_alloc(arena, sizeof *pages);
	*pages = (struct pages){ arena, workspace, xslt_new(workspace), fonts,
	    { arena, NULL, 0 } };
	return pages;
}

void pages_close(struct pages *pages) {
	if (pages == NULL)
		return;
	font_close(pages->fonts);
	xslt_free(pages->xslt);
}

struct doc *pages_compose(struct pages *pages, const struct facts *facts,
    enum kind_id kind) {
	return compose_document(pages->arena, pages->xslt, facts, kind,
	    &pages->answers);
}

/* Sections stand in the outline by their ids, in the same order. */
static void note_sections(struct pages *pages, const struct doc *doc,
    const struct frame *frame) {
	const struct node *node = doc->root;
	for (size_t i = 0; i < frame->outlines && node != NULL;
	    node = doc_next(doc->root, node, false)) {
		const struct outline *outline = &frame->outline[i];
		if (node->id.n == 0
		    || !str_equal(node->id, outline->target))
			continue;
		i++;
		if (node->type == ELEMENT_SECTION)
			answers_add(&pages->answers, (struct answer_section){
			    doc->kind, node->id, node->number,
			    doc_text(pages->arena, doc_child(node,
			    ELEMENT_TITLE)), frame->label[outline->page] });
	}
}

const struct frame *pages_typeset(struct pages *pages,
    const struct doc *doc) {
	const struct frame *frame = typeset_document(pages->arena, doc,
	    pages->fonts);
	if (frame != NULL)
		note_sections(pages, doc, frame);
	return frame;
}

bool pages_locate(struct pages *pages, const struct facts *facts,
    enum kind_id kind) {
	if (answers_have(&pages->answers, str_of(kind_at(kind)->name)))
		return true;
	struct doc *doc = pages_compose(pages, facts, kind);
	bool whole = doc != NULL && pages_typeset(pages, doc) != NULL;
	doc_free(doc);
	return whole;
}

bool pages_write_pdf(struct pages *pages, const struct doc *doc,
    const struct pdfattach *attach, const char *path) {
	const struct frame *frame = pages_typeset(pages, doc);
	return frame != NULL && pdf_write(frame, attach, path);
}

static const struct fragment *draw(void *self, const struct node *node) {
	struct pages *pages = self;
	return node->type == ELEMENT_CHART
	    ? chart_fragment(pages->arena, pages->fonts, node, PICTURE_WIDTH)
	    : diagram_fragment(pages->arena, pages->fonts, node, PICTURE_WIDTH);
}

bool pages_write_html(struct pages *pages, const struct doc *doc,
    const char *path) {
	const struct html_drawing drawing = { pages, draw };
	return html_write(pages->arena, pages->xslt, pages->workspace, doc,
	    &drawing, path);
}

struct xslt *pages_xslt(struct pages *pages) {
	return pages->xslt;
}
