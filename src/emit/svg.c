/*
 * svg - a fragment of positioned items as an SVG element with real text.
 *
 * Lengths become points with two decimals, by integers alone.  A run is given
 * the length it was measured with (textLength), so that another font on the
 * reader's machine cannot make labels collide.
 */
#include "emit/svg.h"

#include "base/arena.h"
#include "base/buf.h"
#include "xml/xmlnode.h"

#define SVG_SPACE "http://www.w3.org/2000/svg"

/* Pango units as points: 12.5 */
static void add_points(struct buf *buf, int64_t units) {
	if (units < 0)
		buf_char(buf, '-');
	int64_t n = ((units < 0 ? -units : units) * 100 + FRAME_POINT / 2)
	    / FRAME_POINT;
	buf_int(buf, n / 100);
	if (n % 100 == 0)
		return;
	buf_char(buf, '.');
	buf_char(buf, (char)('0' + n % 100 / 10));
	if (n % 10 != 0)
		buf_char(buf, (char)('0' + n % 10));
}

static void set_points(struct arena *arena, struct _xmlNode *node,
    const char *name, int64_t units) {
	struct buf buf = buf_in(arena);
	add_points(&buf, units);
	xmlnode_set(node, name, buf_str(&buf));
}

static void set_colour(struct arena *arena, struct _xmlNode *node,
    const char *name, struct colour colour) {
	xmlnode_set(node, name, str_of(arena_printf(arena, "#%02x%02x%02x",
	    colour.r, colour.g, colour.b)));
}

static void set_stroke(struct arena *arena, struct _xmlNode *node,
    const struct item *item) {
	set_colour(arena, node, "stroke", item->colour);
	set_points(arena, node, "stroke-width", item->width);
	if (item->dashed)
		xmlnode_set(node, "stroke-dasharray", str_of("4 3"));
}

static void set_fill_and_stroke(struct arena *arena, struct _xmlNode *node,
    const struct item *item) {
	if (item->filled)
		set_colour(arena, node, "fill", item->fill);
	else
		xmlnode_set(node, "fill", str_of("none"));
	if (item->stroked)
		set_stroke(arena, node, item);
}

static void add_run(struct arena *arena, struct _xmlNode *svg,
    const struct item *item) {
	int64_t length = 0;
	for (size_t i = 0; i < item->glyphs; i++)
		length += item->glyph[i].advance;
	struct _xmlNode *text = xmlnode_add(svg, "text");
	set_points(arena, text, "x", item->x);
	set_points(arena, text, "y", item->y);
	set_points(arena, text, "font-size", item->face->size);
	if (item->face->bold)
		xmlnode_set(text, "font-weight", str_of("bold"));
	set_colour(arena, text, "fill", item->colour);
	if (length > 0)
		set_points(arena, text, "textLength", length);
	xmlnode_put(text, item->text);
}

static void add_line(struct arena *arena, struct _xmlNode *svg,
    const struct item *item) {
	struct _xmlNode *line = xmlnode_add(svg, "line");
	set_points(arena, line, "x1", item->x);
	set_points(arena, line, "y1", item->y);
	set_points(arena, line, "x2", (int64_t)item->x + item->w);
	set_points(arena, line, "y2", (int64_t)item->y + item->h);
	set_stroke(arena, line, item);
}

static void add_box(struct arena *arena, struct _xmlNode *svg,
    const struct item *item) {
	struct _xmlNode *box = xmlnode_add(svg, "rect");
	set_points(arena, box, "x", item->x);
	set_points(arena, box, "y", item->y);
	set_points(arena, box, "width", item->w);
	set_points(arena, box, "height", item->h);
	set_fill_and_stroke(arena, box, item);
}

static void add_path(struct arena *arena, struct _xmlNode *svg,
    const struct item *item) {
	struct _xmlNode *path = xmlnode_add(svg,
	    item->closed ? "polygon" : "polyline");
	struct buf buf = buf_in(arena);
	for (size_t i = 0; i < item->points; i++) {
		if (i > 0)
			buf_char(&buf, ' ');
		add_points(&buf, (int64_t)item->x + item->point[2 * i]);
		buf_char(&buf, ',');
		add_points(&buf, (int64_t)item->y + item->point[2 * i + 1]);
	}
	xmlnode_set(path, "points", buf_str(&buf));
	set_fill_and_stroke(arena, path, item);
}

static void add_item(struct arena *arena, struct _xmlNode *svg,
    const struct item *item) {
	switch (item->kind) {
	case ITEM_RUN: add_run(arena, svg, item); break;
	case ITEM_LINE: add_line(arena, svg, item); break;
	case ITEM_BOX: add_box(arena, svg, item); break;
	case ITEM_PATH: add_path(arena, svg, item); break;
	case ITEM_LINK:
	case ITEM_ANCHOR: break;	/* places of pages, none of pictures */
	}
}

/* <title> or <desc> with an id, named by aria-labelledby. */
static void add_words(struct arena *arena, struct _xmlNode *svg,
    const char *name, struct str id, struct str text) {
	struct _xmlNode *node = xmlnode_add(svg, name);
	xmlnode_set(node, "id", str_of(arena_printf(arena, "%.*s-%s",
	    (int)id.n, id.p, name)));
	xmlnode_put(node, text);
}

void svg_add(struct arena *arena, struct _xmlNode *parent,
    const struct fragment *fragment, struct str id, struct str title,
    struct str description) {
	struct _xmlNode *svg = xmlnode_add_in(parent, SVG_SPACE, "svg");
	struct buf box = buf_in(arena);
	buf_text(&box, "0 0 ");
	add_points(&box, fragment->w);
	buf_char(&box, ' ');
	add_points(&box, fragment->h);
	xmlnode_set(svg, "viewBox", buf_str(&box));
	struct buf width = buf_in(arena);
	add_points(&width, fragment->w);
	buf_text(&width, "pt");
	xmlnode_set(svg, "width", buf_str(&width));
	xmlnode_set(svg, "role", str_of("img"));
	const char *both = description.n == 0 ? "%.*s-title"
	    : "%.*s-title %.*s-desc";
	xmlnode_set(svg, "aria-labelledby", str_of(arena_printf(arena, both,
	    (int)id.n, id.p, (int)id.n, id.p)));
	add_words(arena, svg, "title", id, title);
	if (description.n != 0)
		add_words(arena, svg, "desc", id, description);
	for (size_t i = 0; i < fragment->items; i++)
		add_item(arena, svg, &fragment->item[i]);
}
