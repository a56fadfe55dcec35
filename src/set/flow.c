/*
 * flow - the blocks of a document, one below the other, into galleys.
 *
 * White between blocks is the greatest that either asks for, never the sum.
 */
#include "set/flow.h"

#include "base/arena.h"
#include "set/cover.h"
#include "set/figure.h"
#include "set/form.h"
#include "set/inline.h"
#include "set/page.h"
#include "set/para.h"
#include "set/table.h"

#define POINT FRAME_POINT

struct flow flow_new(struct arena *arena, struct fonts *fonts,
    const struct doc *doc) {
	struct flow flow = { .arena = arena, .fonts = fonts,
	    .theme = font_theme(fonts), .doc = doc };
	flow_open(&flow, PAGE_PORTRAIT);
	return flow;
}

void flow_open(struct flow *flow, enum page_style page) {
	flow->galley = galley_new(flow->arena, page);
	flow->all = arena_room(flow->arena, flow->all, flow->galleys,
	    sizeof *flow->all);
	flow->all[flow->galleys++] = flow->galley;
	flow->x = 0;
	flow->width = page_shape(page).width;
	flow->space = 0;
	flow->opens = false;
}

struct strip *flow_strip(struct flow *flow, const struct sketch *art,
    int height, int before) {
	int white = before > flow->space ? before : flow->space;
	struct strip *strip = galley_add(flow->arena, flow->galley, art,
	    height, flow->galley->strips > 0 ? white : 0);
	strip->opens = flow->opens;
	flow->space = 0;
	flow->opens = false;
	return strip;
}

void flow_space(struct flow *flow, int space) {
	if (space > flow->space)
		flow->space = space;
}

int flow_page_height(const struct flow *flow) {
	return page_shape(flow->galley->page).height;
}

static void set_paragraph(struct flow *flow, const struct node *node) {
	struct para_style style = para_body(flow);
	/* a paragraph of body text begins one letter in (JIS X 4051, 7.2) */
	if (node->parent->type == ELEMENT_SECTION)
		style.indent = style.size;
	para_set(flow, inline_text(flow->fonts, flow->arena, node, style.role,
	    style.size), &style, node);
}

static void set_note(struct flow *flow, const struct node *node) {
	struct para_style style = para_small(flow);
	style.before = 4 * POINT;
	para_set(flow, inline_text(flow->fonts, flow->arena, node, style.role,
	    style.size), &style, node);
	flow_space(flow, 6 * POINT);
}

static void set_callout(struct flow *flow, const struct node *node) {
	int inset = 10 * POINT;
	struct galley *galley = flow->galley;
	struct sketch none = sketch_in(flow->arena);
	enum doc_tone tone = node->tone;
	flow_space(flow, 8 * POINT);
	size_t from = galley->strips;
	flow_strip(flow, &none, 6 * POINT, 0)->keep = true;
	flow->x += inset;
	flow->width -= 2 * inset;
	flow_blocks(flow, node);
	flow->x -= inset;
	flow->width += 2 * inset;
	galley->strip[galley->strips - 1].keep = true;
	flow_strip(flow, &none, 6 * POINT, 0);
	galley_tint(flow->arena, galley, from, flow->x, flow->width, 3 * POINT,
	    tone == DOC_TONE_NONE ? flow->theme->tint_accent
	    : flow->theme->tint[tone],
	    tone == DOC_TONE_NONE ? flow->theme->accent
	    : flow->theme->tone[tone]);
	flow_space(flow, 8 * POINT);
}

/* A wide table gets landscape pages of its own. */
static void set_table(struct flow *flow, const struct node *table) {
	bool turn = table->u.table.wide
	    && flow->galley->page == PAGE_PORTRAIT;
	if (turn)
		flow_open(flow, PAGE_LANDSCAPE);
	table_set(flow, table);
	if (turn)
		flow_open(flow, PAGE_PORTRAIT);
}

static void set_section(struct flow *flow, const struct node *section) {
	enum page_style page = flow->galley->page;
	bool turn = section->u.section.page != page
	    && section->u.section.page == PAGE_LANDSCAPE;
	if (turn)
		flow_open(flow, section->u.section.page);
	para_heading(flow, section);
	flow_blocks(flow, section);
	if (turn)
		flow_open(flow, page);
}

static void set_history(struct flow *flow, const struct node *history) {
	const struct node *title = doc_child(history, ELEMENT_TITLE);
	if (title != NULL)
		para_title(flow, doc_text(flow->arena, title), title);
	flow_blocks(flow, history);
	flow_space(flow, 2 * flow->theme->leading);
}

/* sizes: a flat switch over the block elements */
static void set_block(struct flow *flow, const struct node *node) {
	switch (node->type) {
	case ELEMENT_COVER:
		cover_set(flow, node);
		break;
	case ELEMENT_HISTORY:
		set_history(flow, node);
		break;
	case ELEMENT_CONTENTS:
		cover_contents(flow);
		break;
	case ELEMENT_SECTION:
		set_section(flow, node);
		break;
	case ELEMENT_P:
		set_paragraph(flow, node);
		break;
	case ELEMENT_LIST:
		para_list(flow, node);
		break;
	case ELEMENT_TABLE:
		set_table(flow, node);
		break;
	case ELEMENT_FORM:
		form_set(flow, node);
		break;
	case ELEMENT_APPROVALS:
		form_approvals(flow, node);
		break;
	case ELEMENT_FIGURE:
		figure_set(flow, node);
		break;
	case ELEMENT_CALLOUT:
		set_callout(flow, node);
		break;
	case ELEMENT_NOTE:
		set_note(flow, node);
		break;
	case ELEMENT_PAGEBREAK:
		flow->opens = flow->galley->strips > 0;
		break;
	default:
		break;
	}
}

/* Put the anchor at the first strip that came after the mark. */
static void anchor(struct flow *flow, size_t galley, size_t strip,
    struct str id) {
	while (galley < flow->galleys && strip >= flow->all[galley]->strips) {
		galley++;
		strip = 0;
	}
	if (galley == flow->galleys)
		return;
	struct strip *first = &flow->all[galley]->strip[strip];
	struct sketch art = { flow->arena, first->art.item, first->art.items };
	sketch_anchor(&art, 0, 0, id);
	first->art = sketch_fragment(&art, 0, first->art.h);
}

void flow_blocks(struct flow *flow, const struct node *node) {
	for (const struct node *at = node->first; at != NULL; at = at->next) {
		size_t galley = flow->galleys - 1;
		size_t strip = flow->galley->strips;
		set_block(flow, at);
		if (at->id.n > 0)
			anchor(flow, galley, strip, at->id);
	}
}

void flow_document(struct flow *flow) {
	flow_blocks(flow, flow->doc->root);
}
