/*
 * folio - galleys into pages, with all that only a page has.
 *
 * The list of contents needs no second round: its lines leave a fixed width
 * for the number, so numbers never move a page.  Pages are counted from the
 * cover, so that the printed number is the one a viewer shows.
 */
#include "set/folio.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/limits.h"
#include "set/hole.h"
#include "set/line.h"
#include "set/page.h"
#include "set/para.h"

#define POINT FRAME_POINT
#define DIGITS 4
/* Items of a page's head and foot. */
#define FURNITURE 8
/* No running text is cut into lines. */
#define LONG_LINE (1 << 29)
/* Of head and foot, from the text area. */
#define HEAD_UP (16 * POINT)
#define FOOT_DOWN (28 * POINT)
/* A last page that holds less than this part, and what all pages may be longer
 * to spare it. */
#define FEW_PART 6
#define LONGER (15 * POINT)
/* The rule above footnotes takes this part of the width. */
#define NOTES_RULE 4
/* 1 mm at 72 points an inch */
#define MILLIMETRE 2903

/* A page number that is still to be printed. */
struct blank {
	const struct node *section;
	size_t page;
	int x, y;			/* right end, baseline */
};

struct folio {
	struct flow *flow;
	struct sketch *page;
	struct page_shape *shape;
	bool *bare;			/* the cover: no head, no foot */
	const struct node **chapter;	/* of each page's head */
	size_t pages;
	const struct node *running;
	struct outline *outline;
	const struct node **section;	/* of each outline entry */
	size_t outlines;
	struct blank *blank;
	size_t blanks;
};

int folio_number_width(const struct flow *flow) {
	return DIGITS * flow->theme->body / 2;
}

static struct para_style folio_style(const struct flow *flow) {
	struct para_style style = para_small(flow);
	style.size = 8 * POINT;
	return style;
}

/* The text, or as much of it as stands on one line with "…". */
static const struct text *shortened(struct folio *folio, struct str text,
    int room, struct para_style style) {
	struct flow *flow = folio->flow;
	const struct text *whole = text_plain(flow->fonts, text, style.role,
	    style.size);
	if (whole->max <= room)
		return whole;
	struct lines lines = line_ragged(flow->arena, whole,
	    room - style.size);
	size_t end = lines.at[0].to == 0 ? 0
	    : whole->cluster[lines.at[0].to - 1].to;
	return text_plain(flow->fonts, str_of(arena_printf(flow->arena,
	    "%.*s…", (int)end, whole->text.p)), style.role, style.size);
}

/* Text that begins (ALIGN_START) or ends (ALIGN_END) at x; its width. */
static int print(struct folio *folio, size_t page, struct str text,
    int x, int y, enum align align, int room, struct para_style style) {
	const struct text *shaped = shortened(folio, text, room, style);
	struct lines lines = line_ragged(folio->flow->arena, shaped, LONG_LINE);
	int width = lines.at[0].width;
	line_draw(&folio->page[page], shaped, &lines.at[0],
	    align == ALIGN_END ? x - width
	    : align == ALIGN_CENTER ? x - width / 2 : x, y, style.colour, NULL);
	return width;
}

static void note_section(struct folio *folio, const struct node *section,
    int y) {
	struct flow *flow = folio->flow;
	const struct node *title = doc_child(section, ELEMENT_TITLE);
	folio->outline = arena_room(flow->arena, folio->outline,
	    folio->outlines, sizeof *folio->outline);
	folio->section = arena_room(flow->arena, folio->section,
	    folio->outlines, sizeof *folio->section);
	struct buf buf = buf_in(flow->arena);
	buf_add(&buf, section->number);
	if (section->number.n > 0)
		buf_text(&buf, "　");
	if (title != NULL)
		buf_add(&buf, doc_text(flow->arena, title));
	folio->section[folio->outlines] = section;
	folio->outline[folio->outlines++] = (struct outline){
	    section->u.section.level, buf_str(&buf), section->id,
	    (int)folio->pages - 1, y };
	if (section->u.section.level > 1)
		return;
	folio->running = section;
	if (folio->chapter[folio->pages - 1] == NULL)
		folio->chapter[folio->pages - 1] = section;
}

static void note_entry(struct folio *folio, const struct strip *strip,
    int x, int y) {
	struct flow *flow = folio->flow;
	folio->blank = arena_room(flow->arena, folio->blank, folio->blanks,
	    sizeof *folio->blank);
	folio->blank[folio->blanks++] = (struct blank){ strip->entry,
	    folio->pages - 1, x,
	    y + strip->entry_y };
}

/* A page with nothing on it yet. */
static struct sketch *add_page(struct folio *folio,
    const struct galley *galley) {
	struct arena *arena = folio->flow->arena;
	size_t n = folio->pages;
	folio->page = arena_room(arena, folio->page, n, sizeof *folio->page);
	folio->shape = arena_room(arena, folio->shape, n,
	    sizeof *folio->shape);
	folio->bare = arena_room(arena, folio->bare, n, sizeof *folio->bare);
	folio->chapter = arena_room(arena, folio->chapter, n,
	    sizeof *folio->chapter);
	folio->page[n] = sketch_in(arena);
	folio->shape[n] = page_shape(galley->page);
	folio->bare[n] = galley->cover;
	folio->chapter[n] = NULL;
	folio->pages++;
	return &folio->page[n];
}

static size_t items_of(const struct page *page) {
	size_t items = 0;
	for (size_t i = 0; i < page->places; i++)
		items += page->place[i].strip->art.items;
	return items;
}

static void put_page(struct folio *folio, const struct galley *galley,
    const struct page *page) {
	struct sketch *sketch = add_page(folio, galley);
	sketch_room(sketch, items_of(page) + FURNITURE);
	struct page_shape shape = folio->shape[folio->pages - 1];
	const struct node *before = folio->running;
	for (size_t i = 0; i < page->places; i++) {
		const struct strip *strip = page->place[i].strip;
		struct sketch fills = sketch_of(NULL, strip->art.item, strip->fills);
		sketch_add(sketch, &fills, shape.left + page->place[i].x,
		    shape.top + page->place[i].y);
	}
	for (size_t i = 0; i < page->places; i++) {
		const struct strip *strip = page->place[i].strip;
		int y = shape.top + page->place[i].y;
		struct sketch art = sketch_of(NULL, strip->art.item + strip->fills,
		    strip->art.items - strip->fills);
		if (art.items > 0)
			sketch_add(sketch, &art, shape.left
			    + page->place[i].x, y);
		if (strip->section != NULL)
			note_section(folio, strip->section, y);
		if (strip->entry != NULL)
			note_entry(folio, strip, shape.left + shape.width, y);
	}
	if (page->rules)
		sketch_line(sketch, shape.left, shape.top + page->rule_y,
		    shape.width / NOTES_RULE, 0, POINT / 4,
		    folio->flow->theme->muted);
	if (folio->chapter[folio->pages - 1] == NULL)
		folio->chapter[folio->pages - 1] = before;
	if (page->over > 0)
		diag(DIAG_PAGE_TALL, NULL, diag_number((int64_t)folio->pages),
		    diag_number(page->over / MILLIMETRE + 1), NULL);
}

/* The next page; what stands behind a figure may come before it. */
static struct page fill_page(struct arena *arena, struct galley *galley,
    size_t from, int height, struct page_notes due) {
	struct page page = page_fill(arena, galley, from, height, due);
	if (hole_fill(arena, galley, &page, height))
		page = page_fill(arena, galley, from, height, due);
	return page;
}

/* How many pages of the height the galley fills; *foot: of the last one. */
static size_t count_pages(struct arena *arena, const struct galley *galley,
    int height, int *foot) {
	struct galley copy = *galley;
	struct page_notes due = { NULL, 0 };
	size_t pages = 0;
	copy.strip = arena_array(arena, galley->strips, sizeof *copy.strip);
	if (galley->strips > 0)
		memcpy(copy.strip, galley->strip,
		    galley->strips * sizeof *copy.strip);
	for (size_t from = 0; from < copy.strips || due.strips > 0; pages++) {
		struct page page = fill_page(arena, &copy, from, height, due);
		*foot = page.foot;
		from = page.next;
		due = page.due;
	}
	return pages;
}

/* Up to the next strip that begins a page, a last page of few lines is spared
 * where all pages may be a line longer. */
static int page_height(struct arena *arena, const struct galley *galley,
    size_t from) {
	int height = page_shape(galley->page).height, foot = 0;
	struct galley part = *galley;
	part.strip += from;
	for (part.strips = 0; from + part.strips < galley->strips
	    && (part.strips == 0 || !part.strip[part.strips].opens); )
		part.strips++;
	size_t pages = count_pages(arena, &part, height, &foot);
	return pages > 1 && foot < height / FEW_PART && count_pages(arena,
	    &part, height + LONGER, &foot) < pages ? height + LONGER : height;
}

/* False when there are too many pages. */
static bool cut_pages(struct folio *folio, struct galley *galley) {
	struct arena *arena = folio->flow->arena;
	int height = 0;
	struct page_notes due = { NULL, 0 };
	for (size_t from = 0; from < galley->strips || due.strips > 0; ) {
		if (folio->pages == LIMIT_PAGES) {
			diag(DIAG_PAGE_LIMIT, NULL, diag_number(LIMIT_PAGES),
			    NULL);
			return false;
		}
		if (from == 0 || (from < galley->strips
		    && galley->strip[from].opens))
			height = page_height(arena, galley, from);
		struct page page = fill_page(arena, galley, from, height, due);
		put_page(folio, galley, &page);
		from = page.next;
		due = page.due;
	}
	return true;
}

static struct str number_of(struct folio *folio, size_t n) {
	return str_of(arena_printf(folio->flow->arena, "%zu", n));
}

/* The page of a section, counted from 1; 0 when it has no heading. */
static size_t section_page(const struct folio *folio,
    const struct node *section) {
	for (size_t i = 0; i < folio->outlines; i++)
		if (folio->section[i] == section)
			return (size_t)folio->outline[i].page + 1;
	return 0;
}

static void fill_contents(struct folio *folio) {
	struct para_style style = para_body(folio->flow);
	style.role = FONT_GOTHIC;
	for (size_t i = 0; i < folio->blanks; i++) {
		const struct blank *blank = &folio->blank[i];
		size_t page = section_page(folio, blank->section);
		struct sketch *sketch = &folio->page[blank->page];
		size_t from = sketch->items;
		if (page > 0)
			print(folio, blank->page, number_of(folio, page),
			    blank->x, blank->y, ALIGN_END, LONG_LINE, style);
		sketch_claim(sketch, from, blank->section, PART_ENTRY);
	}
}

/* The page word with its places {page} and {pages} filled. */
static struct str page_word(struct folio *folio, size_t page) {
	struct buf buf = buf_in(folio->flow->arena);
	struct str rest = folio->flow->doc->page_word;
	if (rest.n == 0)
		rest = str_of("{page} / {pages}");
	while (rest.n > 0) {
		bool all = str_starts(rest, "{pages}");
		size_t n = all ? 7 : str_starts(rest, "{page}") ? 6 : 1;
		if (n > 1)
			buf_add(&buf, number_of(folio, all ? folio->pages
			    : page + 1));
		else
			buf_char(&buf, rest.p[0]);
		rest.p += n;
		rest.n -= n;
	}
	return buf_str(&buf);
}

static struct str joined(struct folio *folio, struct str a, struct str b) {
	struct buf buf = buf_in(folio->flow->arena);
	buf_add(&buf, a);
	if (a.n > 0 && b.n > 0)
		buf_text(&buf, "　");
	buf_add(&buf, b);
	return buf_str(&buf);
}

static struct str chapter_text(struct folio *folio, size_t page) {
	const struct node *chapter = folio->chapter[page];
	const struct node *title = chapter == NULL ? NULL
	    : doc_child(chapter, ELEMENT_TITLE);
	if (title == NULL)
		return (struct str){ NULL, 0 };
	return joined(folio, chapter->number, doc_text(folio->flow->arena,
	    title));
}

static void print_furniture(struct folio *folio, size_t page) {
	struct flow *flow = folio->flow;
	const struct doc *doc = flow->doc;
	struct page_shape shape = folio->shape[page];
	struct para_style style = folio_style(flow);
	int right = shape.left + shape.width;
	int head = shape.top - HEAD_UP;
	int foot = shape.top + shape.height + FOOT_DOWN;
	int used = print(folio, page, doc->head.n > 0 ? doc->head
	    : joined(folio, doc->title, doc->period_title), shape.left, head,
	    ALIGN_START, shape.width * 2 / 3, style);
	print(folio, page, chapter_text(folio, page), right, head, ALIGN_END,
	    shape.width - used - 2 * style.size, style);
	sketch_line(&folio->page[page], shape.left, head + 4 * POINT,
	    shape.width, 0, POINT / 4, flow->theme->rule);
	struct str number = doc->foot.n > 0 ? doc->foot
	    : joined(folio, doc->document_number, doc->version);
	/* single slides are handed on */
	used = print(folio, page, shape.slide ? joined(folio, number, doc->date)
	    : number, shape.left, foot, ALIGN_START, shape.width * 2 / 3,
	    style);
	print(folio, page, page_word(folio, page), right, foot, ALIGN_END,
	    shape.width - used - 2 * style.size, style);
}

static const struct frame *finish(struct folio *folio) {
	struct arena *arena = folio->flow->arena;
	struct frame *frame = arena_alloc(arena, sizeof *frame);
	frame->doc = folio->flow->doc;
	frame->pages = folio->pages;
	frame->page = arena_array(arena, folio->pages, sizeof *frame->page);
	frame->label = arena_array(arena, folio->pages, sizeof *frame->label);
	for (size_t i = 0; i < folio->pages; i++) {
		frame->page[i] = sketch_fragment(&folio->page[i],
		    folio->shape[i].w, folio->shape[i].h);
		frame->label[i] = number_of(folio, i + 1);
	}
	frame->outline = folio->outline;
	frame->outlines = folio->outlines;
	return frame;
}

const struct frame *folio_frame(struct flow *flow) {
	struct folio folio = { .flow = flow };
	for (size_t i = 0; i < flow->galleys; i++)
		if (!cut_pages(&folio, flow->all[i]))
			return NULL;
	fill_contents(&folio);
	for (size_t i = 0; i < folio.pages; i++)
		if (!folio.bare[i])
			print_furniture(&folio, i);
	return finish(&folio);
}
