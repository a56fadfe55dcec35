/* galley - a document before it is cut into pages. */
#include "set/galley.h"

#include "base/arena.h"

struct galley *galley_new(struct arena *arena, enum page_style page) {
	struct galley *galley = arena_alloc(arena, sizeof *galley);
	galley->page = page;
	return galley;
}

struct strip *galley_add(struct arena *arena, struct galley *galley,
    const struct sketch *art, int height, int before) {
	galley->strip = arena_room(arena, galley->strip, galley->strips,
	    sizeof *galley->strip);
	struct strip *strip = &galley->strip[galley->strips++];
	*strip = (struct strip){ .art = sketch_fragment(art, 0, height),
	    .before = before };
	return strip;
}

void galley_tint(struct arena *arena, struct galley *galley, size_t from,
    int x, int width, int bar, struct colour fill, struct colour edge) {
	for (size_t i = from; i < galley->strips; i++) {
		struct strip *strip = &galley->strip[i];
		/* the first strip's white stays outside */
		int above = i == from ? 0 : strip->before;
		struct sketch old = sketch_of(arena, strip->art.item,
		    strip->art.items);
		struct sketch art = sketch_in(arena);
		strip->before -= above;
		strip->art.h += above;
		sketch_fill(&art, x, 0, width, strip->art.h, fill);
		if (bar > 0)
			sketch_fill(&art, x, 0, bar, strip->art.h, edge);
		strip->fills += art.items;
		sketch_add(&art, &old, 0, above);
		strip->art = sketch_fragment(&art, 0, strip->art.h);
	}
}

void galley_keep(struct galley *galley, size_t from) {
	for (size_t i = from; i + 1 < galley->strips; i++)
		galley->strip[i].keep = true;
}
