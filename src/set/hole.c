/* hole - a figure that does not fit is drawn lower, or what follows it fills
 * the page before it. */
#include "set/hole.h"

#include <string.h>

#include "base/arena.h"

/* A smaller part of the page stays white. */
#define HOLE_SHARE 6
/* A section that begins in it takes this part at least. */
#define SECTION_SHARE 5

/* The first figure among the strips that are kept together from `from` on;
 * the number of strips when there is none. */
static size_t find_figure(const struct galley *galley, size_t from) {
	for (size_t i = from; i < galley->strips; i++) {
		if (galley->strip[i].figure > 0)
			return i;
		if (!galley->strip[i].keep)
			break;
	}
	return galley->strips;
}

static bool begins_chapter(const struct strip *strip) {
	return strip->section != NULL && strip->section->u.section.level == 1;
}

/* What a page cannot take out of turn. */
static bool is_bound(const struct strip *strip) {
	return strip->opens || strip->figure > 0 || strip->run != 0
	    || strip->notes != NULL;
}

/* Do strips [from, end) part a section after less than the height? */
static bool parts_early(const struct galley *galley, size_t from, size_t end,
    int height) {
	int used = 0;
	if (end == galley->strips || galley->strip[end].section != NULL)
		return false;
	while (end > from) {
		const struct strip *strip = &galley->strip[--end];
		used += strip->before + strip->art.h;
		if (strip->section != NULL)
			return used < height;
	}
	return false;
}

/* The end of the strips behind the figure that fit the room, where a page may
 * end; in its chapter unless most of the page would stay white. */
static size_t find_end(const struct galley *galley, size_t behind, int room,
    int height) {
	size_t end = behind;
	int used = 0;
	bool most = room > height / 2;
	for (size_t i = behind; i < galley->strips
	    && !is_bound(&galley->strip[i])
	    && (most || !begins_chapter(&galley->strip[i])); i++) {
		used += galley->strip[i].before + galley->strip[i].art.h;
		if (used > room)
			break;
		if (!galley->strip[i].keep && !parts_early(galley, behind,
		    i + 1, height / SECTION_SHARE))
			end = i + 1;
	}
	return end;
}

static void append(struct galley *galley, const struct strip *strip,
    size_t n) {
	memcpy(&galley->strip[galley->strips], strip, n * sizeof *strip);
	galley->strips += n;
}

/* The figure's n strips at `from` go behind those up to `end`, with their white
 * below them, too.  A table that goes on behind them shows its head again. */
static void move(struct arena *arena, struct galley *galley, size_t from,
    size_t n, size_t end) {
	const struct galley_head *head = end == galley->strips ? NULL
	    : galley->strip[end].head;
	size_t heads = head == NULL ? 0 : head->strips;
	struct galley old = *galley;
	galley->strips = 0;
	galley->strip = arena_array(arena, old.strips + heads,
	    sizeof *galley->strip);
	append(galley, old.strip, from);
	append(galley, &old.strip[from + n], end - from - n);
	append(galley, &old.strip[from], n);
	size_t next = galley->strips;
	if (head != NULL)
		append(galley, head->strip, heads);
	for (size_t i = next; i < galley->strips; i++)
		galley->strip[i].keep = true;
	append(galley, &old.strip[end], old.strips - end);
	if (next < galley->strips
	    && galley->strip[next].before < old.strip[from].before)
		galley->strip[next].before = old.strip[from].before;
}

/* Draw the figure at `at` lower, if it then fits the room behind the strips
 * from `from` on. */
static bool lower(struct galley *galley, size_t from, size_t at, int room) {
	struct strip *figure = &galley->strip[at];
	if (figure->low.h == 0)
		return false;
	for (size_t i = from; i < at + figure->figure; i++) {
		const struct strip *strip = &galley->strip[i];
		if (strip->opens || strip->notes != NULL)
			return false;
		room -= strip->before + strip->art.h;
	}
	if (room + figure->art.h - figure->low.h < 0)
		return false;
	figure->art = figure->low;
	figure->low.h = 0;
	return true;
}

bool hole_fill(struct arena *arena, struct galley *galley,
    const struct page *page, int height) {
	size_t at = find_figure(galley, page->next);
	int room = (page->rules ? page->rule_y : height) - page->foot;
	if (at == galley->strips || page->due.strips > 0)
		return false;
	if (lower(galley, page->next, at, room))
		return true;
	if (room < height / HOLE_SHARE)
		return false;
	for (size_t i = page->next; i < at; i++) {
		room -= galley->strip[i].before + galley->strip[i].art.h;
		if (is_bound(&galley->strip[i]))
			return false;
	}
	/* a heading needs a sentence below it */
	if (at > page->next && galley->strip[at - 1].section != NULL)
		return false;
	size_t behind = at + galley->strip[at].figure;
	size_t end = find_end(galley, behind, room, height);
	if (end == behind)
		return false;
	if (at > page->next)
		galley->strip[at - 1].keep = false;
	move(arena, galley, at, behind - at, end);
	return true;
}
