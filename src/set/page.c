/*
 * page - the shape of a page, and how many strips it takes.
 *
 * First fit with one step back: a page ends before the first strip that does
 * not fit, or earlier where strips are kept together.  Where everything on the
 * page is kept together the rule gives way.  A run in two columns is balanced
 * wherever it ends, so that full pages are only its highest case.
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

/* White above footnotes, with their rule in the middle. */
#define NOTES_SPACE (12 * FRAME_POINT)

struct page_shape page_shape(enum page_style style) {
	static const int width[] = { [PAGE_PORTRAIT] = A4_SHORT,
		[PAGE_LANDSCAPE] = A4_LONG, [PAGE_A3] = A3_LONG,
		[PAGE_SLIDE] = A4_LONG };
	static const int height[] = { [PAGE_PORTRAIT] = A4_LONG,
		[PAGE_LANDSCAPE] = A4_SHORT, [PAGE_A3] = A4_LONG,
		[PAGE_SLIDE] = A4_SHORT };
	int w = width[style], h = height[style];
	return (struct page_shape){ w, h, MARGIN, MARGIN, w - 2 * MARGIN,
	    h - 2 * MARGIN, (w - 2 * MARGIN - PAGE_GUTTER) / 2,
	    style == PAGE_SLIDE };
}

/* The head that the page begins with, or NULL. */
static const struct galley_head *page_head(const struct galley *galley,
    size_t from, int height) {
	const struct galley_head *head = galley->strip[from].head;
	return head != NULL && head->height < height / HEAD_SHARE ? head : NULL;
}

static int strips_height(const struct strip *strip, size_t strips) {
	int height = 0;
	for (size_t i = 0; i < strips; i++)
		height += strip[i].art.h + (i > 0 ? strip[i].before : 0);
	return height;
}

/* The first strip of the right column, where strips [from, end) stand in two
 * columns so that the higher one is as low as can be; *height: its. */
static size_t balance(const struct galley *galley, size_t from, size_t end,
    int *height) {
	const struct strip *strip = galley->strip;
	int left = strips_height(strip + from, end - from), right = 0;
	size_t best = end;
	*height = left;
	for (size_t i = end - 1; i > from; i--) {
		int white = i + 1 < end ? strip[i + 1].before : 0;
		right += strip[i].art.h + white;
		left -= strip[i].art.h + strip[i].before;
		int higher = left > right ? left : right;
		if (higher >= *height || strip[i - 1].keep)
			continue;
		best = i;
		*height = higher;
	}
	return best;
}

/* The end of the run in columns that strip i begins or goes on with, before
 * `end`; i + 1 where it stands alone. */
static size_t run_end(const struct galley *galley, size_t i, size_t end) {
	size_t run = galley->strip[i].run;
	for (i++; run != 0 && i < end && galley->strip[i].run == run; )
		i++;
	return i;
}

/* How far strips [from, end) reach down with their footnotes, from y on. */
struct reach {
	int y;				/* below the columns that are closed */
	int foot;			/* below all */
	int notes;
	size_t run;			/* where the open columns begin */
};

/* Let it reach over strip i, too. */
static void reach_over(struct reach *reach, const struct galley *galley,
    size_t from, size_t i) {
	const struct strip *strip = &galley->strip[i];
	bool goes_on = i > from && strip->run != 0
	    && strip->run == galley->strip[i - 1].run;
	if (!goes_on) {
		reach->y = reach->foot + (i > from ? strip->before : 0);
		reach->run = i;
	}
	int height = strip->art.h;
	if (goes_on)
		balance(galley, reach->run, i + 1, &height);
	reach->foot = reach->y + height;
	if (strip->notes != NULL)
		reach->notes += strips_height(strip->notes->strip,
		    strip->notes->strips)
		    + (reach->notes == 0 ? NOTES_SPACE : 0);
}

/* The strip behind those that are kept together with the first. */
static size_t first_break(const struct galley *galley, size_t from) {
	size_t i = from + 1;
	while (i < galley->strips && galley->strip[i - 1].keep
	    && !galley->strip[i].opens)
		i++;
	return i;
}

/* The strip behind the last that fits, from y on, over footnotes; what is kept
 * together with the first strip needs no room for its own, which may go on. */
static size_t last_fit(const struct galley *galley, size_t from, int y,
    int notes, int height) {
	struct reach reach = { y, y, notes, from };
	size_t i = from, must = first_break(galley, from);
	for (; i < galley->strips; i++) {
		if (i > from && galley->strip[i].opens)
			return i;
		reach_over(&reach, galley, from, i);
		if (i > from && reach.foot + (i < must ? notes : reach.notes)
		    > height)
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

static void place(struct arena *arena, struct page *page,
    const struct strip *strip, int x, int y) {
	page->place = arena_room(arena, page->place, page->places,
	    sizeof *page->place);
	page->place[page->places++] = (struct page_place){ strip, x, y };
}

/* Strips one below the other from y on; returns their foot. */
static int place_strips(struct arena *arena, struct page *page,
    const struct strip *strip, size_t strips, int x, int y) {
	for (size_t i = 0; i < strips; i++) {
		y += i > 0 ? strip[i].before : 0;
		place(arena, page, &strip[i], x, y);
		y += strip[i].art.h;
	}
	return y;
}

/* Strips [from, page->next) from y on; returns their foot. */
static int place_body(struct arena *arena, struct page *page,
    const struct galley *galley, size_t from, int y) {
	for (size_t i = from, end; i < page->next; i = end) {
		int height;
		end = run_end(galley, i, page->next);
		size_t right = balance(galley, i, end, &height);
		y += i > from ? galley->strip[i].before : 0;
		place_strips(arena, page, &galley->strip[i], right - i, 0, y);
		place_strips(arena, page, &galley->strip[right], end - right,
		    page_shape(galley->page).column + PAGE_GUTTER, y);
		y += height;
	}
	return y;
}

static void add_notes(struct arena *arena, struct page_notes *notes,
    const struct strip *strip) {
	notes->strip = arena_room(arena, notes->strip, notes->strips,
	    sizeof(const struct strip *));
	notes->strip[notes->strips++] = strip;
}

/* Footnotes at the foot of the page, below y: as many lines as fit, and one at
 * least where nothing else stands on the page.  The others are due. */
static void place_notes(struct arena *arena, struct page *page,
    struct page_notes notes, int y, int height) {
	size_t fit = 0;
	int used = NOTES_SPACE;
	while (fit < notes.strips && (page->places + fit == 0
	    || y + used + notes.strip[fit]->art.h <= height))
		used += notes.strip[fit++]->art.h;
	y = used < height ? height - used : 0;
	page->rules = fit > 0;
	page->rule_y = y + NOTES_SPACE / 2;
	y += NOTES_SPACE;
	for (size_t i = 0; i < notes.strips; i++) {
		if (i >= fit) {
			add_notes(arena, &page->due, notes.strip[i]);
			continue;
		}
		place(arena, page, notes.strip[i], 0, y);
		y += notes.strip[i]->art.h;
	}
}

static int notes_height(const struct page_notes *notes) {
	int height = notes->strips > 0 ? NOTES_SPACE : 0;
	for (size_t i = 0; i < notes->strips; i++)
		height += notes->strip[i]->art.h;
	return height;
}

/* Strips from `from` on, below what a table repeats, and over footnotes that
 * are due; adds those that the strips refer to.  Returns their foot. */
static int fill_body(struct arena *arena, struct page *page,
    const struct galley *galley, size_t from, int height,
    struct page_notes *due) {
	const struct galley_head *head = page_head(galley, from, height);
	int y = head == NULL ? 0 : place_strips(arena, page, head->strip,
	    head->strips, 0, 0);
	page->next = last_break(galley, from, last_fit(galley, from, y,
	    notes_height(due), height));
	y = place_body(arena, page, galley, from, y);
	for (size_t i = from; i < page->next; i++)
		for (size_t k = 0; galley->strip[i].notes != NULL
		    && k < galley->strip[i].notes->strips; k++)
			add_notes(arena, due,
			    &galley->strip[i].notes->strip[k]);
	return y;
}

struct page page_fill(struct arena *arena, const struct galley *galley,
    size_t from, int height, struct page_notes due) {
	struct page page = { .next = from };
	int y = 0;
	if (from < galley->strips && (due.strips == 0 || notes_height(&due)
	    + strips_height(galley->strip + from, first_break(galley, from)
	    - from) <= height))
		y = fill_body(arena, &page, galley, from, height, &due);
	page.over = y > height ? y - height : 0;
	page.foot = y;
	place_notes(arena, &page, due, y, height);
	return page;
}
