/* footnote - texts that stand at the foot of the page of their mark. */
#include "set/footnote.h"

#include "base/arena.h"
#include "set/inline.h"
#include "set/line.h"
#include "set/page.h"
#include "set/para.h"

#define POINT FRAME_POINT
/* Room for the label, in ems. */
#define LABEL_ROOM 3

/* The label, which leads back to the mark, beside the first line. */
static void draw_label(struct flow *flow, struct strip *strip,
    const struct para_style *style, const struct node *note, int room) {
	const struct text *text = text_plain(flow->fonts, note->number,
	    style->role, style->size);
	struct lines lines = line_ragged(flow->arena, text, room);
	struct sketch art = sketch_of(flow->arena, strip->art.item, strip->art.items);
	size_t from = art.items;
	sketch_anchor(&art, 0, 0, note->id);
	line_draw(&art, text, &lines.at[0], 0, para_baseline(style->size,
	    style->leading), flow->theme->accent, note);
	sketch_claim(&art, from, note, PART_LABEL);
	sketch_link(&art, 0, 0, lines.at[0].width, style->leading,
	    str_of(arena_printf(flow->arena, "#%s", str_z(flow->arena,
	    inline_mark(flow->arena, note)))), note);
	art.item[art.items - 1].part = PART_LABEL;
	strip->art = sketch_fragment(&art, 0, strip->art.h);
}

static void set_note(struct flow *flow, const struct node *note) {
	struct para_style style = para_small(flow);
	int room = LABEL_ROOM * style.size;
	size_t from = flow->galley->strips;
	flow->x += room;
	flow->width -= room;
	para_set(flow, inline_text(flow->fonts, flow->arena, note, style.role,
	    style.size), &style, note);
	flow->x -= room;
	flow->width += room;
	draw_label(flow, &flow->galley->strip[from], &style, note, room);
}

const struct galley *footnote_galley(struct flow *flow,
    const struct strip *strip) {
	struct flow aside = *flow;
	aside.galley = NULL;
	for (size_t i = 0; i < strip->art.items; i++) {
		const struct item *item = &strip->art.item[i];
		if (item->kind != ITEM_ANCHOR || item->part != PART_MARK)
			continue;
		if (aside.galley == NULL) {
			aside.galley = galley_new(flow->arena,
			    flow->galley->page);
			aside.x = 0;
			aside.width = page_shape(flow->galley->page).width;
			aside.run = 0;
			aside.space = 0;
			aside.opens = false;
		}
		set_note(&aside, item->node);
	}
	return aside.galley;
}
