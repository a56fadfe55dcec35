/* pages - from facts to files. */
#include "cmd/pages.h"

#include "base/arena.h"
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
};

struct pages *pages_open(struct arena *arena, const char *workspace) {
	struct fonts *fonts = font_open(arena, workspace);
	if (fonts == NULL)
		return NULL;
	struct pages *pages = arena_alloc(arena, sizeof *pages);
	*pages = (struct pages){ arena, workspace, xslt_new(workspace), fonts };
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
	return compose_document(pages->arena, pages->xslt, facts, kind);
}

const struct frame *pages_typeset(struct pages *pages,
    const struct doc *doc) {
	return typeset_document(pages->arena, doc, pages->fonts);
}

bool pages_write_pdf(struct pages *pages, const struct doc *doc,
    const char *path) {
	const struct frame *frame = pages_typeset(pages, doc);
	return frame != NULL && pdf_write(frame, path);
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
