/*
 * page - the shape of a page, and how many strips it takes.
 *
 * First fit with one step back: a page ends before the first strip that does
 * not fit, or earlier where strips are kept together.  Where everything on the
 * page is kept together the rule gives way.
 */
#include "set/page.h"

#include "base/arena.h"

/* ISO 216, at 72 points an inch: 210, 297 and 420 mm, and a margin of 22 mm. */
#define A4_SHORT 609562
#define A4_LONG 862095
#define A3_LONG 1219124
#define MARGIN 63859

/* A head that takes more of the page than this leaves no room for rows. */
#define HEAD_SHARE 2

struct page_shape page_shape(enum page_style style) {
	static const int width[] = { [PAGE_PORTRAIT] = A4_SHORT,
		[PAGE_LANDSCAPE] = A4_LONG, [PAGE_A3] = A3_LONG,
		[PAGE_SLIDE] = A4_LONG };
	static const int height[] = { [PAGE_PORTRAIT] = A4_LONG,
		[PAGE_LANDSCAPE] = A4_SHORT, [PAGE_A3] = A4_LONG,
		[PAGE_SLIDE] = A4_SHORT };
	int w = width[style], h = height[style];
	return (struct page_shape){ w, h, MARGIN, MARGIN, w - 2 * MARGIN,
	    h - 2 * MARGIN, style == PAGE_SLIDE };
}

static void place(struct arena *arena, struct page *page,
    const struct strip *strip, int y) {
	page->place = arena_room(arena, page->place, page->places,
	    sizeof *page->place);
	page->place[page->places++] = (struct page_place){ strip, y };
}

/* The head that the page begins with, or NULL. */
static const struct galley_head *page_head(const struct galley *galley,
    size_t from, int height) {
	const struct galley_head *head = galley->strip[from].head;
	return head != NULL && head->height < height / HEAD_SHARE ? head : NULL;
}

/* The strip behind the last that fits, from y on. */
static size_t last_fit(const struct galley *galley, size_t from, int y,
    int height) {
	size_t i = from;
	for (; i < galley->strips; i++) {
		const struct strip *strip = &galley->strip[i];
		if (i > from && strip->opens)
			return i;
		y += strip->art.h + (i > from ? strip->before : 0);
		if (i > from && y > height)
			break;
	}
	return i;
}

/* The last place at or before end where the galley may part. */
static size_t last_break(const struct galley *galley, size_t from,
    size_t end) {
	size_t i = end;
	if (end == galley->strips || galley->strip[end].opens)
		return end;
	while (i > from && galley->strip[i - 1].keep)
		i--;
	return i > from ? i : end;
}

struct page page_fill(struct arena *arena, const struct galley *galley,
    size_t from, int height) {
	struct page page = { .next = from };
	const struct galley_head *head = page_head(galley, from, height);
	int y = 0;
	for (size_t i = 0; head != NULL && i < head->strips; i++) {
		y += i > 0 ? head->strip[i].before : 0;
		place(arena, &page, &head->strip[i], y);
		y += head->strip[i].art.h;
	}
	page.next = last_break(galley, from,
	    last_fit(galley, from, y, height));
	for (size_t i = from; i < page.next; i++) {
		y += i > from ? galley->strip[i].before : 0;
		place(arena, &page, &galley->strip[i], y);
		y += galley->strip[i].art.h;
	}
	page.over = y > height ? y - height : 0;
	return page;
}
