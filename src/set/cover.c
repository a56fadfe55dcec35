/*
 * cover - the first page: title, period, mark, then form and seals.
 *
 * The title stands a quarter down the page; form and seals fill its foot.
 */
#include "set/cover.h"

#include "base/arena.h"
#include "base/buf.h"
#include "set/folio.h"
#include "set/form.h"
#include "set/line.h"
#include "set/page.h"
#include "set/para.h"

#define POINT FRAME_POINT
/* Sections deeper than this are not in the list of contents. */
#define CONTENTS_LEVEL 2

static struct para_style display(const struct flow *flow, int size) {
	return (struct para_style){ .role = FONT_GOTHIC_BOLD, .size = size,
		.leading = size * 3 / 2, .align = ALIGN_CENTER,
		.colour = flow->theme->text };
}

static void set_display(struct flow *flow, struct str text,
    const struct para_style *style, const struct node *cover) {
	if (text.n > 0)
		para_block(flow, text_plain(flow->fonts, text, style->role,
		    style->size), style, cover);
}

/* White of the height, from the page's top on too. */
static void set_white(struct flow *flow, int height) {
	struct sketch none = sketch_in(flow->arena);
	flow_strip(flow, &none, height, 0);
}

/* 速報 in a box at the right, or white of its height. */
static void set_mark(struct flow *flow, struct str mark,
    const struct node *cover) {
	int height = 28 * POINT, size = 13 * POINT;
	struct sketch art = sketch_in(flow->arena);
	if (mark.n > 0) {
		struct colour colour = flow->theme->tone[DOC_TONE_BAD];
		const struct text *text = text_plain(flow->fonts, mark,
		    FONT_GOTHIC_BOLD, size);
		struct lines lines = line_ragged(flow->arena, text,
		    flow->width);
		int width = lines.at[0].width + 24 * POINT;
		int x = flow->x + flow->width - width;
		sketch_outline(&art, x, 0, width, height, POINT, colour);
		line_draw(&art, text, &lines.at[0], x + 12 * POINT,
		    para_baseline(size, height), colour, cover);
		sketch_claim(&art, 0, cover, PART_LABEL);
	}
	flow_strip(flow, &art, height, 0);
}

static int strips_height(const struct galley *galley, size_t from) {
	int height = 0;
	for (size_t i = from; i < galley->strips; i++)
		height += galley->strip[i].art.h
		    + (i > 0 ? galley->strip[i].before : 0);
	return height;
}

/* Push the strips from `from` on down to the foot of the page. */
static void push_down(struct flow *flow, size_t from) {
	struct galley *galley = flow->galley;
	int left = flow_page_height(flow) - strips_height(galley, 0);
	if (from < galley->strips && left > 0)
		galley->strip[from].before += left;
}

void cover_set(struct flow *flow, const struct node *cover) {
	const struct doc *doc = flow->doc;
	const struct theme *theme = flow->theme;
	flow->galley->cover = true;
	set_mark(flow, doc->mark, cover);
	set_white(flow, flow_slides(flow) ? 24 * POINT : 120 * POINT);
	struct sketch rule = sketch_in(flow->arena);
	sketch_line(&rule, flow->x, 0, flow->width, 0, 2 * POINT,
	    theme->accent);
	flow_strip(flow, &rule, 22 * POINT, 0);
	struct para_style title = display(flow, 24 * POINT);
	title.colour = theme->accent;
	title.part = PART_TITLE;
	set_display(flow, doc->title, &title, cover);
	set_white(flow, 8 * POINT);
	struct para_style subtitle = display(flow, 14 * POINT);
	set_display(flow, doc->subtitle, &subtitle, cover);
	struct sketch under = sketch_in(flow->arena);
	sketch_line(&under, flow->x, 20 * POINT, flow->width, 0, POINT,
	    theme->accent);
	flow_strip(flow, &under, 24 * POINT, 0);
	size_t from = flow->galley->strips;
	flow_blocks(flow, cover);
	push_down(flow, from);
	flow_open(flow, flow->galley->page);
}

static void draw_leader(struct flow *flow, struct sketch *art, int from,
    int to, int y) {
	struct item *item = sketch_item(art, ITEM_LINE, NULL);
	item->x = from;
	item->y = y;
	item->w = to - from;
	item->width = POINT * 3 / 5;
	item->colour = flow->theme->rule;
	item->stroked = true;
	item->dashed = true;
}

static struct str entry_text(struct flow *flow, const struct node *section) {
	const struct node *title = doc_child(section, ELEMENT_TITLE);
	struct buf buf = buf_in(flow->arena);
	buf_add(&buf, section->number);
	if (section->number.n > 0)
		buf_text(&buf, "　");
	if (title != NULL)
		buf_add(&buf, doc_text(flow->arena, title));
	return buf_str(&buf);
}

static void set_entry(struct flow *flow, const struct node *section) {
	bool chapter = section->u.section.level == 1;
	int size = flow->theme->body, leading = flow->theme->leading;
	if (!chapter)
		leading = leading * 5 / 6;
	int left = flow->x + (chapter ? 0 : 2 * size);
	int right = flow->x + flow->width - folio_number_width(flow);
	const struct text *text = text_plain(flow->fonts,
	    entry_text(flow, section), chapter ? FONT_GOTHIC_BOLD
	    : FONT_GOTHIC, size);
	struct lines lines = line_ragged(flow->arena, text,
	    right - left - 2 * size);
	int last = (int)(lines.count - 1) * leading;
	struct sketch art = sketch_in(flow->arena);
	for (size_t i = 0; i < lines.count; i++)
		line_draw(&art, text, &lines.at[i], left, (int)i * leading
		    + para_baseline(size, leading), flow->theme->text, section);
	sketch_claim(&art, 0, section, PART_ENTRY);
	draw_leader(flow, &art, left + lines.at[lines.count - 1].width + size,
	    right - size / 2, last + para_baseline(size, leading));
	if (section->id.n > 0)
		sketch_link(&art, left, 0, flow->x + flow->width - left,
		    last + leading, str_of(arena_printf(flow->arena, "#%.*s",
		    (int)section->id.n, section->id.p)), section);
	struct strip *strip = flow_strip(flow, &art, last + leading,
	    chapter && !flow_slides(flow) ? 5 * POINT : 0);
	/* the number stands on the last line */
	strip->entry = section;
	strip->entry_y = last + para_baseline(size, leading);
}

static void set_entries(struct flow *flow, const struct node *parent) {
	int deepest = flow_slides(flow) ? 1 : CONTENTS_LEVEL;
	for (const struct node *at = parent->first; at != NULL; at = at->next) {
		if (at->type != ELEMENT_SECTION
		    || at->u.section.level > deepest)
			continue;
		set_entry(flow, at);
		if (doc_child(at, ELEMENT_SECTION) != NULL
		    && at->u.section.level < deepest)
			flow->galley->strip[flow->galley->strips - 1].keep =
			    true;
		set_entries(flow, at);
	}
}

void cover_contents(struct flow *flow) {
	if (flow->doc->contents_title.n > 0)
		para_title(flow, flow->doc->contents_title,
		    doc_child(flow->doc->root, ELEMENT_CONTENTS));
	set_entries(flow, flow->doc->root);
	/* the first chapter begins a page */
	flow->opens = true;
}
