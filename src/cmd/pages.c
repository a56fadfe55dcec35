/* pages - from facts to files. */
#include "cmd/pages.h"

#include "base/arena.h"
#include "doc/answers.h"
#include "cmd/press.h"
#include "emit/html.h"
#include "set/chart.h"
#include "set/diagram.h"
#include "set/page.h"
#include "set/typeset.h"
#include "xml/xslt.h"

/* The width of a picture in HTML; it scales with its column. */
#define PICTURE_WIDTH (466 * FRAME_POINT)

struct pages {
	struct arena *arena;
	struct arena *job;		/* of the document at hand */
	struct arena *jobs[PRESS_DEPTH + 1];	/* of those in press, too */
	size_t turn;
	struct arena *scratch;		/* of the HTML that is written */
	struct press *press;
	const char *workspace;
	struct xslt *xslt;
	struct fonts *fonts;
	struct answers answers;
};

struct pages *pages_open(struct arena *arena, const char *workspace,
    struct str language) {
	struct fonts *fonts = font_open(arena, workspace, language);
	if (fonts == NULL)
		return NULL;
	struct pages *pages = arena_alloc(arena, sizeof *pages);
	*pages = (struct pages){ .arena = arena, .press = press_new(arena),
	    .workspace = workspace, .xslt = xslt_new(workspace),
	    .fonts = fonts, .answers = { arena, NULL, 0 } };
	for (size_t i = 0; i <= PRESS_DEPTH; i++)
		pages->jobs[i] = arena_new();
	pages->job = pages->jobs[0];
	return pages;
}

void pages_close(struct pages *pages) {
	if (pages == NULL)
		return;
	press_stop(pages->press);
	for (size_t i = 0; i <= PRESS_DEPTH; i++)
		arena_free(pages->jobs[i]);
	font_close(pages->fonts);
	xslt_free(pages->xslt);
}

struct doc *pages_compose(struct pages *pages, const struct facts *facts,
    enum kind_id kind) {
	arena_reset(pages->job);
	return compose_document(pages->job, pages->xslt, facts, kind,
	    &pages->answers);
}

/* Only words: neither a table nor a picture nor a form. */
static bool is_empty(const struct node *section) {
	for (const struct node *node = section; node != NULL;
	    node = doc_next(section, node, false))
		if (node->type == ELEMENT_TABLE || node->type == ELEMENT_FIGURE
		    || node->type == ELEMENT_FORM
		    || node->type == ELEMENT_APPROVALS)
			return false;
	return true;
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
			    doc_text(pages->job, doc_child(node,
			    ELEMENT_TITLE)), frame->label[outline->page],
			    is_empty(node) });
	}
}

const struct frame *pages_typeset(struct pages *pages,
    const struct doc *doc) {
	const struct frame *frame = typeset_document(pages->job, doc,
	    pages->fonts);
	if (frame != NULL)
		note_sections(pages, doc, frame);
	return frame;
}

static bool locate(struct pages *pages, const struct facts *facts,
    enum kind_id kind) {
	struct doc *doc = pages_compose(pages, facts, kind);
	bool whole = doc != NULL && pages_typeset(pages, doc) != NULL;
	doc_free(doc);
	return whole;
}

static bool is_answer(const struct contract *contract, const char *kind) {
	for (size_t i = 0; i < contract->clauses; i++)
		for (size_t a = 0; a < contract->clause[i].answers; a++)
			if (str_is(contract->clause[i].answer[a].kind, kind))
				return true;
	return false;
}

/* The inspection is last.  It names its own pages too, which may turn once they
 * are known: so it is located twice. */
bool pages_locate_answers(struct pages *pages, const struct facts *facts) {
	for (int id = 0; id < KINDS; id++) {
		const struct kind *kind = kind_at((size_t)id);
		bool known = answers_have(&pages->answers, str_of(kind->name));
		if (known || !kind_fits(kind, facts)
		    || !is_answer(facts->contract, kind->name))
			continue;
		if (!locate(pages, facts, (enum kind_id)id)
		    || (id == KIND_inspection
		    && !locate(pages, facts, KIND_inspection)))
			return false;
	}
	return true;
}

const struct answers *pages_answers(const struct pages *pages) {
	return &pages->answers;
}

bool pages_write_pdf(struct pages *pages, const struct doc *doc,
    const struct pdfattach *attach, const char *path) {
	const struct frame *frame = pages_typeset(pages, doc);
	if (frame == NULL || !press_begin(pages->press, frame, attach, path))
		return false;
	/* its document has ended */
	pages->turn = (pages->turn + 1) % (PRESS_DEPTH + 1);
	pages->job = pages->jobs[pages->turn];
	arena_reset(pages->job);
	return true;
}

bool pages_finish(struct pages *pages) {
	return press_end(pages->press);
}

static const struct fragment *draw(void *self, const struct node *node) {
	struct pages *pages = self;
	if (node->type != ELEMENT_DIAGRAM)
		return chart_fragment(pages->scratch, pages->fonts, node,
		    PICTURE_WIDTH);
	int width = diagram_turns(pages->scratch, pages->fonts, node)
	    ? page_shape(PAGE_LANDSCAPE).width : PICTURE_WIDTH;
	return diagram_fragment(pages->scratch, pages->fonts, node, width);
}

bool pages_write_html(struct pages *pages, const struct doc *doc,
    const char *path) {
	const struct html_drawing drawing = { pages, draw };
	pages->scratch = arena_new();
	bool whole = html_write(pages->scratch, pages->xslt, pages->workspace,
	    doc, &drawing, path);
	arena_free(pages->scratch);
	return whole;
}

struct arena *pages_job(struct pages *pages) {
	return pages->job;
}

struct xslt *pages_xslt(struct pages *pages) {
	return pages->xslt;
}
