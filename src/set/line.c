/*
 * line - a shaped text cut into lines, and lines into runs of glyphs.
 *
 * Invariants: every line but that of an empty text takes at least one cluster;
 * lines leave out only the spaces at their ends.
 */
#include "set/line.h"

#include "base/arena.h"

/* White that justification may add to a gap: together with wa-ou spacing
 * (1/24 em) below 0.08 em; a written space may take more. */
#define GAP_PARTS 14
#define WAOU_LEFT_PARTS 30
#define SPACE_PARTS 4

/* What the last line of a paragraph holds at least: two letters and a stop. */
#define LAST_CLUSTERS 3

/* From baseline to baseline, in hundredths of the em below: its box ends where
 * that of its reading begins. */
#define RUBY_UP 94

/* Of the raised, from the baseline of the text, in hundredths of the em. */
#define RAISED_UP 35

/* The white that a closing mark or stop at the line's end may lose. */
static int end_allowance(const struct text *text, size_t last, bool hang) {
	const struct cluster *cluster = &text->cluster[last];
	if (cluster->advance * 10 < text->size * 9)
		return 0;
	if (hang && cluster->class == KINSOKU_STOP)
		return cluster->advance;
	return cluster->class == KINSOKU_STOP || cluster->class == KINSOKU_CLOSE
	    ? text->size / 2 : 0;
}

/* The end of what is drawn of a line [from, to): no spaces. */
static size_t drawn_end(const struct text *text, size_t from, size_t to) {
	while (to > from && (text->cluster[to - 1].class == KINSOKU_SPACE
	    || text->cluster[to - 1].code == 0x2028))
		to--;
	return to;
}

static int start_shift(const struct text *text, size_t from) {
	const struct cluster *cluster = &text->cluster[from];
	return from < text->clusters && cluster->class == KINSOKU_OPEN
	    && cluster->advance * 10 >= text->size * 9 ? text->size / 2 : 0;
}

/* Where the line that begins at from ends: the first cluster of the next. */
static size_t line_end(const struct text *text, size_t from, int room,
    bool hang) {
	int width = -start_shift(text, from);
	size_t fits = from;		/* the last good break */
	size_t forced = from + 1;	/* the last that fits at all */
	for (size_t i = from; i < text->clusters; i++) {
		const struct cluster *cluster = &text->cluster[i];
		if (i > from && cluster->must)
			return i;
		if (i > from && cluster->breaks)
			fits = i;
		width += cluster->advance;
		bool over = width - end_allowance(text, i, hang) > room
		    && cluster->class != KINSOKU_SPACE;
		if (over && i > from)
			return fits > from ? fits : forced;
		if (width <= room)
			forced = i + 1;
		width += cluster->gap - cluster->cut;
	}
	return text->clusters;
}

/* White that may be added behind cluster i on a line. */
static int gap_room(const struct text *text, size_t i) {
	const struct cluster *cluster = &text->cluster[i], *next = cluster + 1;
	if (cluster->class == KINSOKU_SPACE)
		return text->size / SPACE_PARTS;
	if (next->class == KINSOKU_SPACE)
		return 0;
	if (cluster->gap != 0)
		return text->size / WAOU_LEFT_PARTS;
	if (cluster->class < KINSOKU_WIDE && next->class < KINSOKU_WIDE)
		return 0;
	return text->size / GAP_PARTS;
}

static int line_room(const struct text *text, size_t from, size_t to) {
	int room = 0;
	for (size_t i = from; i + 1 < to; i++)
		room += gap_room(text, i);
	return room;
}

/* The width that counts: half-width marks at the end lose or hang. */
static int line_width(const struct text *text, size_t from, size_t to,
    struct line_rule rule) {
	int width = text_width(text, from, to) - start_shift(text, from);
	if (to == from || width <= rule.width)
		return width;
	width -= end_allowance(text, to - 1, rule.hang);
	return width > rule.width ? width : rule.width;
}

static struct line line_cut(const struct text *text, size_t from, size_t next,
    struct line_rule rule) {
	struct line line = { from, drawn_end(text, from, next),
	    rule.indent - start_shift(text, from), 0, 0 };
	rule.width -= rule.indent;
	line.width = line_width(text, from, line.to, rule);
	bool last = next == text->clusters || text->cluster[next].must;
	int slack = rule.width - line.width;
	if (rule.justify && !last && slack > 0
	    && slack <= line_room(text, from, line.to))
		line.slack = slack;
	return line;
}

/* Whether a line that ends earlier still looks whole: justified with the white
 * it may have, ragged with half of the width. */
static bool looks_whole(const struct line *line, struct line_rule rule) {
	int width = rule.width - rule.indent;
	return rule.justify ? line->width + line->slack >= width
	    : line->width * 2 >= width;
}

/* A last line of a letter or two takes some from the line before, where that
 * can spare them (JIS X 4051 4.20, JLREQ 3.5.3).  The rule is that of the
 * line before. */
static void fill_last(const struct text *text, struct lines *lines,
    struct line_rule rule) {
	struct line *last = &lines->at[lines->count - 1], *before = last - 1;
	if (text->clusters - last->from >= LAST_CLUSTERS
	    || text->cluster[last->from].must)
		return;
	size_t from = last->from;
	while (from > before->from && (!text->cluster[from].breaks
	    || text->clusters - from < LAST_CLUSTERS))
		from--;
	if (from == before->from)
		return;
	struct line shorter = line_cut(text, before->from, from, rule);
	bool whole = looks_whole(&shorter, rule);
	rule.indent = 0;
	struct line longer = line_cut(text, from, text->clusters, rule);
	if (!whole || longer.width > rule.width)
		return;
	*before = shorter;
	*last = longer;
}

struct lines line_fill(struct arena *arena, const struct text *text,
    struct line_rule rule) {
	struct lines lines = { NULL, 0 };
	int indent = rule.indent;
	size_t from = 0;
	do {
		size_t next = line_end(text, from, rule.width - rule.indent,
		    rule.hang);
		lines.at = arena_room(arena, lines.at, lines.count,
		    sizeof *lines.at);
		lines.at[lines.count++] = line_cut(text, from, next, rule);
		rule.indent = 0;
		for (from = next; from < text->clusters
		    && text->cluster[from].class == KINSOKU_SPACE; )
			from++;
	} while (from < text->clusters);
	rule.indent = lines.count == 2 ? indent : 0;
	if (lines.count > 1)
		fill_last(text, &lines, rule);
	return lines;
}

struct lines line_ragged(struct arena *arena, const struct text *text,
    int width) {
	return line_fill(arena, text, (struct line_rule){ .width = width });
}

/* The space that parts the text into the most even two lines that fit, or 0. */
static size_t best_space(const struct text *text, int width) {
	size_t best = 0;
	for (size_t i = 1; i + 1 < text->clusters; i++) {
		int left = text_width(text, 0, i);
		int right = text_width(text, i + 1, text->clusters);
		int longer = left > right ? left : right;
		if (text->cluster[i].class != KINSOKU_SPACE || longer > width
		    || !text->cluster[i + 1].breaks)
			continue;
		width = longer;
		best = i;
	}
	return best;
}

struct lines line_balanced(struct arena *arena, const struct text *text,
    int width) {
	struct lines lines = line_ragged(arena, text, width);
	size_t space = lines.count == 2 ? best_space(text, width) : 0;
	struct line_rule rule = { .width = width };
	if (space != 0) {
		lines.at[0] = line_cut(text, 0, space + 1, rule);
		lines.at[1] = line_cut(text, space + 1, text->clusters, rule);
		return lines;
	}
	int even = text->max / (int)lines.count + text->size;
	if (even < text->min)
		even = text->min;	/* no word is broken for it */
	if (lines.count == 1 || even >= width)
		return lines;
	struct lines narrow = line_ragged(arena, text, even);
	return narrow.count == lines.count ? narrow : lines;
}

/* A stretch of clusters with one face and one look, as a run at x. */
static int draw_run(struct sketch *sketch, const struct text *text,
    const struct line *line, size_t from, size_t to, const int *added,
    struct item *run) {
	const struct cluster *first = &text->cluster[from];
	const struct cluster *last = &text->cluster[to - 1];
	size_t glyphs = last->glyph + last->glyphs - first->glyph;
	int x = 0;
	run->face = first->face;
	run->text = (struct str){ text->text.p + first->from,
	    last->to - first->from };
	run->glyph = arena_array(sketch->arena, glyphs, sizeof *run->glyph);
	for (size_t i = from; i < to; i++) {
		const struct cluster *cluster = &text->cluster[i];
		int pen = x;
		for (size_t g = 0; g < cluster->glyphs; g++) {
			struct frame_glyph *glyph = &run->glyph[run->glyphs++];
			*glyph = text->glyph[cluster->glyph + g];
			glyph->x += pen;
			glyph->cluster -= (int)first->from;
			pen += glyph->advance;
		}
		x += cluster->advance;
		if (i + 1 < line->to)
			x += cluster->gap - cluster->cut
			    + (added != NULL ? added[i - line->from] : 0);
	}
	return x;
}

/* The share of the slack that stands behind each cluster of the line; sums up
 * to the slack exactly.  NULL where there is none. */
static int *spread_slack(struct arena *arena, const struct text *text,
    const struct line *line) {
	if (line->slack == 0)
		return NULL;
	int *added = arena_array(arena, line->to - line->from, sizeof *added);
	int64_t room = line_room(text, line->from, line->to), seen = 0;
	int used = 0;
	for (size_t i = line->from; i + 1 < line->to; i++) {
		seen += gap_room(text, i);
		int upto = (int)(line->slack * seen / room);
		added[i - line->from] = upto - used;
		used = upto;
	}
	return added;
}

static bool same_look(const struct cluster *a, const struct cluster *b) {
	return a->face == b->face && a->span == b->span;
}

/* The reading above the base that ends at x, where it ends on this line. */
static void draw_ruby(struct sketch *sketch, const struct text *text,
    size_t to, int x, int y, struct colour colour, const struct node *node) {
	const struct text_span *span = &text->span[text->cluster[to - 1].span];
	const struct text *ruby = span->ruby;
	size_t from = to;
	if (ruby == NULL || (to < text->clusters && text->cluster[to].span
	    == text->cluster[to - 1].span))
		return;
	while (from > 0 && text->cluster[from - 1].span
	    == text->cluster[to - 1].span)
		from--;
	struct line line = { 0, ruby->clusters, 0, ruby->max, 0 };
	size_t drawn = sketch->items;
	line_draw(sketch, ruby, &line, x - (text_width(text, from, to)
	    + ruby->max) / 2, y - text->size * RUBY_UP / 100, colour, node);
	sketch_claim(sketch, drawn, node, PART_READING);
}

void line_lead(struct sketch *sketch, const struct text *text, size_t from,
    struct item area) {
	const struct cluster *first = &text->cluster[from];
	const struct text_span *span = &text->span[first->span];
	if (span->target.n == 0)
		return;
	area.kind = ITEM_LINK;
	area.target = span->target;
	*sketch_item(sketch, ITEM_LINK, NULL) = area;
	if (span->mark.n == 0 || (from > 0 && first[-1].span == first->span))
		return;
	area.kind = ITEM_ANCHOR;
	area.target = span->mark;
	*sketch_item(sketch, ITEM_ANCHOR, NULL) = area;
}

void line_draw(struct sketch *sketch, const struct text *text,
    const struct line *line, int x, int y, struct colour colour,
    const struct node *node) {
	if (line->to == line->from)
		return;
	int *added = spread_slack(sketch->arena, text, line);
	x += line->indent;
	for (size_t from = line->from, to; from < line->to; from = to) {
		const struct cluster *first = &text->cluster[from];
		const struct text_span *span = &text->span[first->span];
		for (to = from + 1; to < line->to
		    && same_look(first, &text->cluster[to]); )
			to++;
		struct item *run = sketch_item(sketch, ITEM_RUN,
		    span->node != NULL ? span->node : node);
		run->x = x;
		bool raised = span->mark.n > 0;
		run->y = y - (raised ? text->size * RAISED_UP / 100 : 0);
		run->part = raised ? PART_MARK : PART_TEXT;
		run->colour = span->coloured ? span->colour : colour;
		int width = draw_run(sketch, text, line, from, to, added, run);
		line_lead(sketch, text, from, (struct item){
		    .node = run->node, .part = run->part, .x = x,
		    .y = y - text->size, .w = width,
		    .h = text->size * 5 / 4 });
		x += width;
		draw_ruby(sketch, text, to, x, y, run->colour, run->node);
	}
}
