/*
 * mark - the pieces of pages that a reading aid tells apart.
 *
 * Inline elements belong to the block that they stand in; only links, which
 * lead somewhere, are told apart.  A reference to what stands nowhere is text.
 */
#include "emit/mark.h"

#include "base/arena.h"

/* A cell or caption above a table's rows, and the page it was first on. */
struct head {
	const struct node *node;
	size_t page;
};

struct marker {
	struct arena *arena;
	struct marks marks;
	struct head *head;
	size_t heads;
};

static int spot_order(const void *a, const void *b) {
	const struct mark_spot *left = a, *right = b;
	return str_compare(left->id, right->id);
}

static void collect_spots(struct marker *marker) {
	struct marks *marks = &marker->marks;
	const struct frame *frame = marks->frame;
	for (size_t p = 0; p < frame->pages; p++)
		for (size_t i = 0; i < frame->page[p].items; i++) {
			const struct item *item = &frame->page[p].item[i];
			if (item->kind != ITEM_ANCHOR)
				continue;
			marks->spot = arena_room(marker->arena, marks->spot,
			    marks->spots, sizeof *marks->spot);
			marks->spot[marks->spots++] = (struct mark_spot){
			    item->target, p, item->x, item->y };
		}
	if (marks->spots > 0)
		qsort(marks->spot, marks->spots, sizeof *marks->spot,
		    spot_order);
}

static const struct mark_spot *find_spot(const struct marks *marks,
    struct str id) {
	struct mark_spot sought = { .id = id };
	return marks->spots == 0 || id.n == 0 ? NULL : bsearch(&sought,
	    marks->spot, marks->spots, sizeof sought, spot_order);
}

static bool is_inline(const struct node *node) {
	switch (node->type) {
	case ELEMENT_TEXT:
	case ELEMENT_EM:
	case ELEMENT_STRONG:
	case ELEMENT_CODE:
	case ELEMENT_STATUS:
	case ELEMENT_REF:
	case ELEMENT_LINK:
	case ELEMENT_RUBY:
		return true;
	default:
		return false;
	}
}

/* The block that an item stands in: the mark of a footnote in the block that
 * refers to it, what it says in the footnote itself. */
static const struct node *block_of(const struct item *item) {
	const struct node *node = item->part == PART_MARK ? item->node->parent
	    : item->node;
	while (node != NULL && is_inline(node))
		node = node->parent;
	return node;
}

/* Where a `#id` or an address leads; false when nowhere. */
static bool leads(const struct marks *marks, struct str target,
    struct mark_area *area) {
	if (target.n > 0 && target.p[0] == '#') {
		area->spot = find_spot(marks, (struct str){ target.p + 1,
		    target.n - 1 });
		return area->spot != NULL;
	}
	area->address = target;
	return target.n > 0;
}

static bool node_leads(const struct marks *marks, const struct node *node) {
	const struct node *target;
	switch (node->type) {
	case ELEMENT_SECTION:
		return find_spot(marks, node->id) != NULL;
	case ELEMENT_REF:
		target = node->u.ref.target;
		return target != NULL && find_spot(marks, target->id) != NULL;
	case ELEMENT_LINK:
		return node->u.link.href.n > 0 && (node->u.link.href.p[0] != '#'
		    || leads(marks, node->u.link.href, &(struct mark_area){ 0 }));
	default:
		return false;
	}
}

/* The link that an item stands in, or NULL. */
static const struct node *link_of(const struct marks *marks,
    const struct item *item) {
	const struct node *at = item->node;
	if (item->part == PART_ENTRY)
		return node_leads(marks, at) ? at : NULL;
	if (at != NULL && at->type == ELEMENT_FOOTNOTE)
		return item->part == PART_TEXT ? NULL : at;
	for (; at != NULL && is_inline(at); at = at->parent)
		if (at->type == ELEMENT_REF || at->type == ELEMENT_LINK)
			return node_leads(marks, at) ? at : NULL;
	return NULL;
}

static const struct node *ruby_of(const struct node *node) {
	while (node != NULL && is_inline(node) && node->type != ELEMENT_RUBY)
		node = node->parent;
	return node != NULL && node->type == ELEMENT_RUBY ? node : NULL;
}

static bool is_head(const struct node *block) {
	return (block->type == ELEMENT_CAPTION
	    && block->parent->type == ELEMENT_TABLE)
	    || (block->type == ELEMENT_CELL
	    && block->parent->parent->type == ELEMENT_HEAD);
}

/* Was the head there on an earlier page?  Heads of one table are near the end
 * of the list. */
static bool is_repeated(struct marker *marker, const struct node *block,
    size_t page) {
	if (!is_head(block))
		return false;
	for (size_t i = marker->heads; i-- > 0; )
		if (marker->head[i].node == block)
			return marker->head[i].page != page;
	marker->head = arena_room(marker->arena, marker->head, marker->heads,
	    sizeof *marker->head);
	marker->head[marker->heads++] = (struct head){ block, page };
	return false;
}

static struct mark_box box_of(const struct item *item) {
	int left = item->x, top = item->y;
	struct mark_box box = { left, top, left, top };
	if (item->kind == ITEM_RUN && item->face != NULL) {
		for (size_t i = 0; i < item->glyphs; i++)
			box.right += item->glyph[i].advance;
		box.top -= item->face->size;
		box.foot += item->face->size / 4;
	} else if (item->kind == ITEM_PATH) {
		for (size_t i = 0; i < item->points; i++) {
			int x = left + item->point[2 * i];
			int y = top + item->point[2 * i + 1];
			box.left = x < box.left || i == 0 ? x : box.left;
			box.right = x > box.right || i == 0 ? x : box.right;
			box.top = y < box.top || i == 0 ? y : box.top;
			box.foot = y > box.foot || i == 0 ? y : box.foot;
		}
	} else {
		box.right += item->w;
		box.foot += item->h;
	}
	return box;
}

static struct mark_box box_join(struct mark_box a, struct mark_box b) {
	return (struct mark_box){ a.left < b.left ? a.left : b.left,
	    a.top < b.top ? a.top : b.top,
	    a.right > b.right ? a.right : b.right,
	    a.foot > b.foot ? a.foot : b.foot };
}

static void add_area(struct marker *marker, const struct item *item,
    size_t page) {
	struct marks *marks = &marker->marks;
	struct mark_area area = { .page = page, .box = box_of(item),
	    .part = item->part };
	const struct node *block = block_of(item);
	if (block == NULL || is_repeated(marker, block, page)
	    || !leads(marks, item->target, &area))
		return;
	/* the area of an entry of the contents has the section as its node */
	struct item said = *item;
	if (item->node->type == ELEMENT_SECTION)
		said.part = PART_ENTRY;
	area.link = link_of(marks, &said);
	if (area.link == NULL)
		return;
	marks->area = arena_room(marker->arena, marks->area, marks->areas,
	    sizeof *marks->area);
	marks->area[marks->areas++] = area;
}

static void add_mark(struct marker *marker, struct mark mark) {
	struct marks *marks = &marker->marks;
	marks->at = arena_room(marker->arena, marks->at, marks->count,
	    sizeof *marks->at);
	marks->at[marks->count++] = mark;
}

/* The item in the last mark of the page, or in a new one. */
static void mark_item(struct marker *marker, size_t page, size_t n) {
	struct marks *marks = &marker->marks;
	const struct item *item = &marks->frame->page[page].item[n];
	struct mark mark = { .block = block_of(item), .page = page,
	    .from = n, .to = n + 1, .box = box_of(item) };
	if (mark.block != NULL && is_repeated(marker, mark.block, page))
		mark.block = NULL;
	if (mark.block != NULL) {
		mark.reading = item->part == PART_READING;
		mark.part = mark.reading || item->part == PART_MARK
		    ? PART_TEXT : item->part;
		mark.link = link_of(marks, item);
		mark.ruby = ruby_of(item->node);
	}
	struct mark *last = &marks->at[marks->count - 1];
	bool paper = marks->count - 1 == marks->first[page];
	if (!paper && last->block == mark.block && last->part == mark.part
	    && last->link == mark.link && last->ruby == mark.ruby
	    && last->reading == mark.reading) {
		last->to = n + 1;
		last->box = box_join(last->box, mark.box);
	} else {
		add_mark(marker, mark);
	}
}

static void mark_page(struct marker *marker, size_t page) {
	struct marks *marks = &marker->marks;
	marks->first[page] = marks->count;
	add_mark(marker, (struct mark){ .page = page });
	for (size_t i = 0; i < marks->frame->page[page].items; i++) {
		const struct item *item = &marks->frame->page[page].item[i];
		if (item->kind == ITEM_LINK)
			add_area(marker, item, page);
		else if (item->kind != ITEM_ANCHOR)
			mark_item(marker, page, i);
	}
}

struct marks mark_frame(struct arena *arena, const struct frame *frame) {
	struct marker marker = { .arena = arena, .marks.frame = frame };
	marker.marks.first = arena_array(arena, frame->pages + 1,
	    sizeof *marker.marks.first);
	collect_spots(&marker);
	for (size_t i = 0; i < frame->pages; i++)
		mark_page(&marker, i);
	marker.marks.first[frame->pages] = marker.marks.count;
	return marker.marks;
}
