/*
 * flow - the blocks of a document, one below the other, into galleys.
 *
 * White between blocks is the greatest that either asks for, never the sum.
 */
#include "set/flow.h"

#include "base/arena.h"
#include "set/cover.h"
#include "set/diagram.h"
#include "set/figure.h"
#include "set/footnote.h"
#include "set/form.h"
#include "set/inline.h"
#include "set/page.h"
#include "set/para.h"
#include "set/table.h"

#define POINT FRAME_POINT
/* White between the short texts of a region in columns. */
#define COLUMN_SPACE (4 * POINT)
/* What takes less of an upright page than this turns no page, nor is it left
 * alone on one before a page that turns. */
#define SMALL_PART 3

/* Slides are read from across a table. */
static const struct theme *slide_theme(struct arena *arena,
    const struct theme *theme) {
	struct theme *slide = arena_alloc(arena, sizeof *slide);
	*slide = *theme;
	slide->body = theme->body * 4 / 3;
	slide->leading = theme->leading * 4 / 3;
	slide->table = theme->table * 4 / 3;
	return slide;
}

struct flow flow_new(struct arena *arena, struct fonts *fonts,
    const struct doc *doc) {
	struct flow flow = { .arena = arena, .fonts = fonts,
	    .slide = slide_theme(arena, font_theme(fonts)), .doc = doc };
	flow_open(&flow, PAGE_PORTRAIT);
	return flow;
}

void flow_open(struct flow *flow, enum page_style page) {
	if (flow->galleys > 0 && flow->galley->strips == 0)
		flow->galleys--;
	struct galley *last = flow->galleys == 0 ? NULL
	    : flow->all[flow->galleys - 1];
	flow->x = 0;
	flow->theme = page == PAGE_SLIDE ? flow->slide
	    : font_theme(flow->fonts);
	flow->width = page_shape(page).width;
	flow->space = 0;
	if (last != NULL && last != flow->galley && last->page == page
	    && !last->cover) {
		flow->galley = last;
		return;
	}
	flow->galley = galley_new(flow->arena, page);
	flow->all = arena_room(flow->arena, flow->all, flow->galleys,
	    sizeof *flow->all);
	flow->all[flow->galleys++] = flow->galley;
}

struct strip *flow_strip(struct flow *flow, const struct sketch *art,
    int height, int before) {
	int white = before > flow->space ? before : flow->space;
	struct strip *strip = galley_add(flow->arena, flow->galley, art,
	    height, flow->galley->strips > 0 ? white : 0);
	strip->opens = flow->opens;
	strip->run = flow->run;
	strip->notes = footnote_galley(flow, strip);
	flow->strips++;
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

bool flow_slides(const struct flow *flow) {
	return flow->galley->page == PAGE_SLIDE;
}

static void set_paragraph(struct flow *flow, const struct node *node) {
	struct para_style style = para_body(flow);
	/* what a slide says stands first, in large type */
	if (flow_slides(flow) && node->prev != NULL
	    && node->prev->type == ELEMENT_TITLE) {
		para_message(flow, node);
		return;
	}
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

/* A page turns only for a table that portrait pages hold badly. */
static bool needs_turn(struct flow *flow, const struct node *table) {
	struct page_shape shape = page_shape(PAGE_PORTRAIT);
	return table->u.table.wide && !table_suits(flow, table, shape.width,
	    shape.height / SMALL_PART);
}

/* A wide table gets landscape pages of its own, but not inside a callout or
 * list. */
static void set_table(struct flow *flow, const struct node *table) {
	bool turn = flow->galley->page == PAGE_PORTRAIT && flow->x == 0
	    && needs_turn(flow, table);
	if (turn)
		flow_open(flow, PAGE_LANDSCAPE);
	table_set(flow, table);
	if (turn)
		flow_open(flow, PAGE_PORTRAIT);
}

/* A wide diagram gets a landscape page of its own, behind the sentence
 * that leads to it: a heading would be left alone. */
static void set_figure(struct flow *flow, const struct node *figure) {
	const struct node *diagram = doc_child(figure, ELEMENT_DIAGRAM);
	bool turn = flow->galley->page == PAGE_PORTRAIT && flow->x == 0
	    && diagram != NULL && figure->prev != NULL
	    && figure->prev->type == ELEMENT_P
	    && diagram_turns(flow->arena, flow->fonts, diagram);
	if (turn)
		flow_open(flow, PAGE_LANDSCAPE);
	figure_set(flow, figure);
	if (turn)
		flow_open(flow, PAGE_PORTRAIT);
}

/* Did what stands before lie, with nothing upright since? */
static bool lay_until_here(const struct flow *flow) {
	return flow->galleys > 1 && flow->galley->strips == 0
	    && flow->all[flow->galleys - 2]->page == PAGE_LANDSCAPE;
}

/* A section of another shape turns the page, unless it lies for wide tables
 * that all stand as well, or for nothing; behind one that lies it goes on. */
static bool section_turns(struct flow *flow, const struct node *section) {
	bool wide = false, shows = false;
	enum page_style page = section->u.section.page;
	/* a chapter behind slides has pages of its own again */
	if (flow_slides(flow) && section->u.section.level == 1)
		return page != PAGE_SLIDE;
	if (page == PAGE_PORTRAIT || flow->galley->page == page)
		return false;
	if (page != PAGE_LANDSCAPE)
		return true;
	if (flow->galley->page != PAGE_PORTRAIT)
		return false;
	for (const struct node *at = section; at != NULL;
	    at = doc_next(section, at, at->type == ELEMENT_TABLE)) {
		shows = shows || at->type == ELEMENT_TABLE
		    || at->type == ELEMENT_FIGURE;
		if (at->type != ELEMENT_TABLE || !at->u.table.wide)
			continue;
		if (needs_turn(flow, at))
			return true;
		wide = true;
	}
	return shows && (!wide || lay_until_here(flow));
}

/* Is it a section with nothing below its title but words? */
static bool only_says(const struct node *section) {
	const struct node *at = section->first;
	while (at != NULL && (at->type == ELEMENT_TITLE
	    || at->type == ELEMENT_P))
		at = at->next;
	return section->type == ELEMENT_SECTION && at == NULL;
}

/* A chapter does, and each of its sections but one right below its title, and
 * one of those that show nothing behind another. */
static bool begins_slide(const struct node *section) {
	const struct node *before = section->prev;
	return section->u.section.level == 1
	    || (section->u.section.level == 2
	    && before->type != ELEMENT_TITLE
	    && !(only_says(before) && only_says(section)));
}

static void set_child(struct flow *flow, const struct node *at);

/* The strip that begins the last page which the galley must begin. */
static size_t last_opening(const struct galley *galley) {
	size_t at = galley->strips;
	while (at > 0 && !galley->strip[--at].opens)
		;
	return at;
}

static int height_from(const struct galley *galley, size_t from) {
	int height = 0;
	for (size_t i = from; i < galley->strips; i++)
		height += galley->strip[i].before + galley->strip[i].art.h;
	return height;
}

/* Chapters that would stand alone on an upright page before the chapter that
 * lies are set anew, to lie above it. */
static void lay_before(struct flow *flow, const struct node *chapter) {
	struct galley *galley = flow->galley;
	size_t from = last_opening(galley);
	const struct node *first = from == galley->strips ? NULL
	    : galley->strip[from].section;
	if (galley->page != PAGE_PORTRAIT || first == NULL
	    || first->parent != chapter->parent || height_from(galley, from)
	    > page_shape(PAGE_PORTRAIT).height / SMALL_PART)
		return;
	flow->strips -= galley->strips - from;
	galley->strips = from;
	flow_open(flow, PAGE_LANDSCAPE);
	for (const struct node *at = first; at != chapter; at = at->next)
		set_child(flow, at);
}

static void set_section(struct flow *flow, const struct node *section) {
	bool turn = section_turns(flow, section);
	if (turn && section->u.section.page == PAGE_LANDSCAPE)
		lay_before(flow, section);
	if (turn && flow->galley->page != section->u.section.page)
		flow_open(flow, section->u.section.page);
	if (flow_slides(flow) && begins_slide(section))
		flow->opens = flow->galley->strips > 0;
	para_heading(flow, section);
	flow_blocks(flow, section);
	if (turn)
		flow_open(flow, PAGE_PORTRAIT);
}

static void set_history(struct flow *flow, const struct node *history) {
	const struct node *title = doc_child(history, ELEMENT_TITLE);
	if (title != NULL)
		para_title(flow, doc_text(flow->arena, title), title);
	flow_blocks(flow, history);
	flow_space(flow, 2 * flow->theme->leading);
}

static void set_columns(struct flow *flow, const struct node *node);

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
		set_figure(flow, node);
		break;
	case ELEMENT_CALLOUT:
		set_callout(flow, node);
		break;
	case ELEMENT_COLUMNS:
		set_columns(flow, node);
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

static void add_anchor(struct flow *flow, struct fragment *fragment,
    struct str id) {
	struct sketch art = sketch_of(flow->arena, fragment->item,
	    fragment->items);
	sketch_anchor(&art, 0, 0, id);
	*fragment = sketch_fragment(&art, 0, fragment->h);
}

/* Put the anchor at the strip, counted over all galleys. */
static void anchor(struct flow *flow, size_t strip, struct str id) {
	size_t galley = 0;
	while (galley < flow->galleys && strip >= flow->all[galley]->strips)
		strip -= flow->all[galley++]->strips;
	if (galley == flow->galleys)
		return;
	struct strip *first = &flow->all[galley]->strip[strip];
	add_anchor(flow, &first->art, id);
	add_anchor(flow, &first->low, id);
}

/* A sentence stays with the table, figure or list that it leads to, and a note
 * with what it is about. */
static bool leads(const struct node *node) {
	enum element next = node->next == NULL ? node->type : node->next->type;
	return next == ELEMENT_NOTE || (node->type == ELEMENT_P
	    && (next == ELEMENT_TABLE || next == ELEMENT_FIGURE
	    || next == ELEMENT_FORM || next == ELEMENT_LIST));
}

static void set_child(struct flow *flow, const struct node *at) {
	size_t strip = flow->strips;
	set_block(flow, at);
	if (leads(at) && flow->strips > strip && flow->galley->strips > 0)
		flow->galley->strip[flow->galley->strips - 1].keep = true;
	if (at->id.n > 0)
		anchor(flow, strip, at->id);
}

/* What is laid out for the whole width stands over both columns. */
static bool spans_columns(const struct node *node) {
	return node->type == ELEMENT_TABLE || node->type == ELEMENT_FIGURE
	    || node->type == ELEMENT_FORM || node->type == ELEMENT_APPROVALS;
}

static void set_columns(struct flow *flow, const struct node *node) {
	struct page_shape shape = page_shape(flow->galley->page);
	for (const struct node *at = node->first; at != NULL; at = at->next) {
		bool spans = spans_columns(at);
		if (spans)
			flow->run = 0;
		else if (flow->run == 0)
			flow->run = ++flow->runs;
		flow->width = spans ? shape.width : shape.column;
		set_child(flow, at);
		flow_space(flow, COLUMN_SPACE);
	}
	flow->run = 0;
	flow->width = shape.width;
}

void flow_blocks(struct flow *flow, const struct node *node) {
	for (const struct node *at = node->first; at != NULL; at = at->next)
		set_child(flow, at);
}

void flow_document(struct flow *flow) {
	const struct node *first = doc_child(flow->doc->root, ELEMENT_SECTION);
	/* slides lie from their cover on */
	if (first != NULL && first->u.section.page == PAGE_SLIDE)
		flow_open(flow, PAGE_SLIDE);
	flow_blocks(flow, flow->doc->root);
}
