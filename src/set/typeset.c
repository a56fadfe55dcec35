/*
 * typeset - ENTRY of set: a document into pages.
 *
 * Four steps: collect and measure make galleys (flow), page cuts them, folio
 * adds what only pages have.
 */
#include "set/typeset.h"

#include "set/flow.h"
#include "set/folio.h"

const struct frame *typeset_document(struct arena *arena,
    const struct doc *doc, struct fonts *fonts) {
	font_document(fonts, doc);
	struct flow flow = flow_new(arena, fonts, doc);
	flow_document(&flow);
	const struct frame *frame = folio_frame(&flow);
	font_document(fonts, NULL);
	return frame;
}
