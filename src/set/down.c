/* down - a line of shaped text that runs downwards. */
#include "set/down.h"

#include "base/arena.h"

/* Hundredths of the em: the baseline below the top of an upright letter, and
 * left of the middle of one that is turned; how far the mark of a footnote
 * and a reading stand to the right. */
#define BASELINE 88
#define MIDDLE 38
#define RAISED_RIGHT 35
#define READING_RIGHT 75

static bool is_upright(const struct cluster *cluster) {
	return cluster->class != KINSOKU_LATIN
	    && cluster->advance * 10 >= cluster->face->size * 9;
}

static bool goes_on(const struct cluster *a, const struct cluster *b) {
	return a->face == b->face && a->span == b->span
	    && is_upright(a) == is_upright(b);
}

/* The glyphs of a cluster whose place on the run is at. */
static void add_glyphs(struct item *run, const struct text *text,
    const struct cluster *cluster, int at) {
	int size = run->face->size;
	for (size_t g = 0; g < cluster->glyphs; g++) {
		struct frame_glyph *glyph = &run->glyph[run->glyphs++];
		*glyph = text->glyph[cluster->glyph + g];
		glyph->cluster = (int)(text->text.p + cluster->from
		    - run->text.p);
		if (run->way == RUN_TURNED) {
			glyph->x += at;
			at += glyph->advance;
			continue;
		}
		uint32_t upright = font_glyph_down(run->face, (struct str){
		    text->text.p + cluster->from,
		    cluster->to - cluster->from });
		/* 0: what stands for a letter that no font has */
		if (upright != 0)
			glyph->glyph = upright;
		glyph->x -= size / 2;
		glyph->y += at + size * BASELINE / 100;
	}
}

/* The run of clusters [from, to); returns its length. */
static int draw_run(struct sketch *sketch, const struct text *text,
    size_t from, size_t to, struct item *run) {
	const struct cluster *first = &text->cluster[from];
	const struct cluster *last = &text->cluster[to - 1];
	int at = 0;
	run->face = first->face;
	run->way = is_upright(first) ? RUN_DOWN : RUN_TURNED;
	run->text = (struct str){ text->text.p + first->from,
	    last->to - first->from };
	run->glyph = arena_array(sketch->arena, last->glyph + last->glyphs
	    - first->glyph, sizeof *run->glyph);
	for (size_t i = from; i < to; i++) {
		const struct cluster *cluster = &text->cluster[i];
		add_glyphs(run, text, cluster, at);
		at += cluster->advance + cluster->gap - cluster->cut;
	}
	if (run->way == RUN_TURNED)
		run->x -= run->face->size * MIDDLE / 100;
	return at;
}

/* The reading at the right of the base that ends at y, where it ends there. */
static void draw_ruby(struct sketch *sketch, const struct text *text,
    size_t to, int x, int y, const struct item *run) {
	const struct cluster *last = &text->cluster[to - 1];
	const struct text *ruby = text->span[last->span].ruby;
	if (ruby == NULL || (to < text->clusters && last[1].span
	    == last->span))
		return;
	size_t from = to;
	while (from > 0 && text->cluster[from - 1].span == last->span)
		from--;
	struct line line = { 0, ruby->clusters, 0, ruby->max, 0 };
	size_t drawn = sketch->items;
	const struct node *node = run->node;
	down_draw(sketch, ruby, &line, x + text->size * READING_RIGHT / 100, y
	    - (text_width(text, from, to) + ruby->max) / 2, run->colour, node);
	sketch_claim(sketch, drawn, node, PART_READING);
}

void down_draw(struct sketch *sketch, const struct text *text,
    const struct line *line, int x, int y, struct colour colour,
    const struct node *node) {
	y += line->indent;
	for (size_t from = line->from, to; from < line->to; from = to) {
		const struct cluster *first = &text->cluster[from];
		const struct text_span *span = &text->span[first->span];
		for (to = from + 1; to < line->to
		    && goes_on(first, &text->cluster[to]); )
			to++;
		struct item *run = sketch_item(sketch, ITEM_RUN,
		    span->node != NULL ? span->node : node);
		bool raised = span->mark.n > 0;
		run->x = x + (raised ? text->size * RAISED_RIGHT / 100 : 0);
		run->y = y;
		run->part = raised ? PART_MARK : PART_TEXT;
		run->colour = span->coloured ? span->colour : colour;
		int length = draw_run(sketch, text, from, to, run);
		line_lead(sketch, text, from, (struct item){
		    .node = run->node, .part = run->part,
		    .x = x - text->size / 2, .y = y, .w = text->size,
		    .h = length });
		y += length;
		draw_ruby(sketch, text, to, x, y, run);
	}
}
