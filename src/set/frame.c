/* frame - the pages as stable text. */
#include "set/frame.h"

#include <stdio.h>

static void print_colour(const char *name, struct colour colour) {
	printf(" %s=#%02x%02x%02x", name, colour.r, colour.g, colour.b);
}

static void print_text(const char *name, struct str text) {
	printf(" %s=\"%.*s\"", name, (int)text.n, text.p == NULL ? ""
	    : text.p);
}

static int run_width(const struct item *item) {
	if (item->glyphs == 0)
		return 0;
	const struct frame_glyph *last = &item->glyph[item->glyphs - 1];
	return last->x + last->advance;
}

static void print_item(const struct item *item) {
	static const char *const kind[] = { "run", "line", "box", "path",
	    "link", "anchor" };
	static const char *const way[] = { [RUN_ACROSS] = "",
	    [RUN_DOWN] = " down", [RUN_TURNED] = " turned" };
	printf("  %s %d %d", kind[item->kind], item->x, item->y);
	if (item->kind == ITEM_RUN) {
		printf(" w=%d size=%d%s%s", run_width(item), item->face->size,
		    item->face->bold ? " bold" : "", way[item->way]);
		print_colour("colour", item->colour);
		print_text("text", item->text);
	}
	if (item->kind == ITEM_LINE || item->kind == ITEM_BOX
	    || item->kind == ITEM_LINK)
		printf(" %d %d", item->w, item->h);
	if (item->stroked) {
		printf(" width=%d%s", item->width,
		    item->dashed ? " dashed" : "");
		print_colour("stroke", item->colour);
	}
	if (item->filled)
		print_colour("fill", item->fill);
	for (size_t i = 0; item->kind == ITEM_PATH && i < item->points; i++)
		printf(" %d,%d", item->point[2 * i], item->point[2 * i + 1]);
	if ((item->kind == ITEM_LINK || item->kind == ITEM_ANCHOR)
	    && item->target.n > 0)
		print_text("target", item->target);
	putchar('\n');
}

void frame_dump(const struct frame *frame) {
	if (frame == NULL)
		return;
	for (size_t i = 0; i < frame->outlines; i++) {
		const struct outline *outline = &frame->outline[i];
		printf("outline %d page=%d y=%d", outline->level,
		    outline->page + 1, outline->y);
		print_text("title", outline->title);
		putchar('\n');
	}
	for (size_t i = 0; i < frame->pages; i++) {
		const struct fragment *page = &frame->page[i];
		printf("page %zu %d %d", i + 1, page->w, page->h);
		print_text("label", frame->label[i]);
		putchar('\n');
		for (size_t k = 0; k < page->items; k++)
			print_item(&page->item[k]);
	}
}
