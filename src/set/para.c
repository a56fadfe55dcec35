/*
 * para - paragraphs, headings and lists as strips of one line each.
 *
 * The grid is the leading of body text; headings take whole or half lines of
 * it.  Widows and orphans: two lines at least on each side of a page break.
 */
#include "set/para.h"

#include "base/arena.h"
#include "base/buf.h"
#include "set/inline.h"
#include "set/line.h"

#define POINT FRAME_POINT
#define LIST_SPACE (3 * POINT)
/* What a slide says in large type. */
#define MESSAGE_LINES 2

struct heading_look {
	int size, leading, before, after;
};

/* Chapter, section, item; deeper levels look like items. */
static const struct heading_look looks[] = {
	{ 15 * POINT, 22 * POINT, 26 * POINT, 10 * POINT },
	{ 12 * POINT + POINT / 2, 19 * POINT, 17 * POINT, 5 * POINT },
	{ 11 * POINT, 17 * POINT, 10 * POINT, 3 * POINT },
};

/* On slides the message below is what catches the eye. */
static const struct heading_look slide_looks[] = {
	{ 13 * POINT, 20 * POINT, 0, 6 * POINT },
	{ 13 * POINT, 20 * POINT, 4 * POINT, 2 * POINT },
	{ 13 * POINT, 20 * POINT, 4 * POINT, 2 * POINT },
};

int para_baseline(int size, int leading) {
	/* the middle of a full-width letter stands 0.38 em above the baseline */
	return leading / 2 + size * 38 / 100;
}

struct para_style para_body(const struct flow *flow) {
	return (struct para_style){
		.role = flow->theme->mincho ? FONT_MINCHO : FONT_GOTHIC,
		.size = flow->theme->body, .leading = flow->theme->leading,
		.justify = true, .colour = flow->theme->text };
}

struct para_style para_small(const struct flow *flow) {
	return (struct para_style){ .role = FONT_GOTHIC,
		.size = flow->theme->table,
		.leading = flow->theme->table * 3 / 2,
		.colour = flow->theme->muted };
}

static int aligned(const struct line *line, int width, enum align align) {
	if (align == ALIGN_START)
		return 0;
	int left = width - line->width - line->indent;
	return align == ALIGN_CENTER ? left / 2 : left;
}

static struct lines fill(const struct flow *flow, const struct text *text,
    const struct para_style *style) {
	return line_fill(flow->arena, text, (struct line_rule){ flow->width,
	    style->indent, style->justify, style->justify });
}

void para_set(struct flow *flow, const struct text *text,
    const struct para_style *style, const struct node *node) {
	struct lines lines = fill(flow, text, style);
	for (size_t i = 0; i < lines.count; i++) {
		struct sketch art = sketch_in(flow->arena);
		const struct line *line = &lines.at[i];
		line_draw(&art, text, line,
		    flow->x + aligned(line, flow->width, style->align),
		    para_baseline(style->size, style->leading), style->colour,
		    node);
		if (style->part != PART_TEXT)
			sketch_claim(&art, 0, node, style->part);
		struct strip *strip = flow_strip(flow, &art, style->leading,
		    i == 0 ? style->before : 0);
		strip->keep = i + 1 < lines.count
		    && (i == 0 || i + 2 == lines.count);
	}
}

struct strip *para_block(struct flow *flow, const struct text *text,
    const struct para_style *style, const struct node *node) {
	struct lines lines = fill(flow, text, style);
	struct sketch art = sketch_in(flow->arena);
	for (size_t i = 0; i < lines.count; i++)
		line_draw(&art, text, &lines.at[i],
		    flow->x + aligned(&lines.at[i], flow->width, style->align),
		    (int)i * style->leading
		    + para_baseline(style->size, style->leading),
		    style->colour, node);
	if (style->part != PART_TEXT)
		sketch_claim(&art, 0, node, style->part);
	return flow_strip(flow, &art, (int)lines.count * style->leading,
	    style->before);
}

/* The bytes of the first sentence. */
static size_t sentence_length(struct str text) {
	static const char *const ends[] = { "。", ". " };
	for (size_t i = 0; i < text.n; i++)
		for (size_t e = 0; e < sizeof ends / sizeof *ends; e++)
			if (str_starts((struct str){ text.p + i, text.n - i },
			    ends[e]))
				return i + strlen(ends[e]);
	return text.n;
}

/* Is nothing lost where only the text of the paragraph is set? */
static bool is_flat(const struct node *node) {
	for (const struct node *at = node; at != NULL;
	    at = doc_next(node, at, false))
		if (at->type == ELEMENT_RUBY || at->type == ELEMENT_FOOTNOTE)
			return false;
	return true;
}

/* The first sentence in the style, the others as body text. */
static void set_sentences(struct flow *flow, const struct node *node,
    const struct para_style *style) {
	struct str text = doc_text(flow->arena, node);
	size_t n = sentence_length(text);
	para_set(flow, text_plain(flow->fonts, (struct str){ text.p, n },
	    style->role, style->size), style, node);
	struct para_style rest = para_body(flow);
	if (n < text.n)
		para_set(flow, text_plain(flow->fonts, (struct str){ text.p + n,
		    text.n - n }, rest.role, rest.size), &rest, node);
}

void para_message(struct flow *flow, const struct node *node) {
	struct para_style style = { .role = FONT_GOTHIC_BOLD,
	    .size = 18 * POINT, .leading = 27 * POINT,
	    .colour = flow->theme->text };
	const struct text *whole = inline_text(flow->fonts, flow->arena, node,
	    style.role, style.size);
	if (!is_flat(node) || fill(flow, whole, &style).count <= MESSAGE_LINES)
		para_set(flow, whole, &style, node);
	else
		set_sentences(flow, node, &style);
	flow_space(flow, 10 * POINT);
}

/* The number, a full-width space, the title. */
static struct str numbered(struct arena *arena, struct str number,
    struct str title) {
	struct buf buf = buf_in(arena);
	buf_add(&buf, number);
	if (number.n > 0 && title.n > 0)
		buf_text(&buf, "　");
	buf_add(&buf, title);
	return buf_str(&buf);
}

static struct str title_of(struct arena *arena, const struct node *node,
    enum element type) {
	const struct node *title = doc_child(node, type);
	return title == NULL ? (struct str){ NULL, 0 } : doc_text(arena, title);
}

/* Strips of the title's lines, and under a chapter's its rule; all stay with
 * what follows. */
static void heading(struct flow *flow, struct str title, int level,
    const struct node *node, const struct node *section) {
	const struct heading_look *look = flow_slides(flow) ? slide_looks
	    : looks;
	look += level < 3 ? level - 1 : 2;
	struct para_style style = { .role = FONT_GOTHIC_BOLD,
	    .size = look->size, .leading = look->leading,
	    .before = look->before, .colour = level < 3 ? flow->theme->accent
	    : flow->theme->text };
	struct galley *galley = flow->galley;
	size_t from = galley->strips;
	para_set(flow, text_plain(flow->fonts, title, style.role, style.size),
	    &style, node);
	if (level == 1) {
		struct sketch rule = sketch_in(flow->arena);
		sketch_line(&rule, flow->x, 4 * POINT, flow->width, 0, POINT,
		    flow->theme->accent);
		flow_strip(flow, &rule, 4 * POINT, 0);
	}
	galley->strip[from].section = section;
	galley_keep(galley, from);
	galley->strip[galley->strips - 1].keep = true;
	flow_space(flow, look->after);
}

void para_heading(struct flow *flow, const struct node *section) {
	const struct node *title = doc_child(section, ELEMENT_TITLE);
	struct str text = numbered(flow->arena, section->number,
	    title_of(flow->arena, section, ELEMENT_TITLE));
	heading(flow, text, section->u.section.level, title, section);
}

void para_title(struct flow *flow, struct str title, const struct node *node) {
	heading(flow, title, 1, node, NULL);
}

const struct text *para_caption(struct flow *flow, const struct node *owner,
    struct str more) {
	struct str text = numbered(flow->arena, owner->number,
	    title_of(flow->arena, owner, ELEMENT_CAPTION));
	struct buf buf = buf_in(flow->arena);
	buf_add(&buf, text);
	buf_add(&buf, more);
	return text_plain(flow->fonts, buf_str(&buf), FONT_GOTHIC_BOLD,
	    flow->theme->table + POINT / 2);
}

/* Draw the marker of an item beside its first strip. */
static void draw_marker(struct flow *flow, struct strip *strip,
    struct str marker, int indent, const struct node *item) {
	struct para_style style = para_body(flow);
	const struct text *text = text_plain(flow->fonts, marker, style.role,
	    style.size);
	struct lines lines = line_ragged(flow->arena, text, indent);
	struct sketch art = sketch_of(flow->arena, strip->art.item, strip->art.items);
	line_draw(&art, text, &lines.at[0], flow->x - indent,
	    para_baseline(style.size, style.leading), style.colour, item);
	sketch_claim(&art, strip->art.items, item, PART_LABEL);
	strip->art = sketch_fragment(&art, 0, strip->art.h);
}

void para_list(struct flow *flow, const struct node *list) {
	int number = 0;
	int indent = flow->theme->body * (list->u.list.ordered ? 2 : 3)
	    / (list->u.list.ordered ? 1 : 2);
	flow_space(flow, LIST_SPACE);
	flow->x += indent;
	flow->width -= indent;
	for (const struct node *item = list->first; item != NULL;
	    item = item->next) {
		struct galley *galley = flow->galley;
		size_t from = galley->strips;
		struct str marker = list->u.list.ordered
		    ? str_of(arena_printf(flow->arena, "%d.", ++number))
		    : flow->doc->bullet;
		flow_blocks(flow, item);
		if (galley->strips > from)
			draw_marker(flow, &galley->strip[from], marker, indent,
			    item);
	}
	flow->x -= indent;
	flow->width += indent;
	flow_space(flow, LIST_SPACE);
}
