/*
 * frame - PRODUCT of set: pages of positioned items.
 *
 * All lengths are integer Pango units (1/1024 point), origin at the top left
 * of the page or fragment, y downwards.  A page is complete: an emitter paints
 * its items in order and decides nothing.
 */
#ifndef GEPPO_FRAME_H
#define GEPPO_FRAME_H

#include "base/str.h"

struct arena;
struct node;

#define FRAME_POINT 1024

struct colour {
	unsigned char r, g, b;
};

/* A face at a size; owned by set/font, shared by all runs of a document. */
struct face {
	void *pango_font;		/* PangoFont, to shape with */
	void *scaled_font;		/* cairo_scaled_font_t, to paint with */
	struct str family;
	bool bold;
	int role;			/* enum font_role */
	int size;
};

struct frame_glyph {
	uint32_t glyph;
	int x, y;			/* from the run's origin */
	int advance;
	int cluster;			/* byte offset in the run's text */
};

enum item_kind {
	ITEM_RUN,		/* glyphs on a baseline */
	ITEM_LINE,		/* straight line of a width */
	ITEM_BOX,		/* filled and/or stroked rectangle */
	ITEM_PATH,		/* polyline, open or closed, stroked and/or filled */
	ITEM_LINK,		/* area that leads to an anchor or an address */
	ITEM_ANCHOR		/* a place that links and the outline point at */
};

/* Which part of its node an item says. */
enum item_part {
	PART_TEXT,
	PART_LABEL,		/* marker of a list item, label of a field */
	PART_NOTE,		/* below a table */
	PART_TITLE,		/* of the document, on the cover */
	PART_ENTRY,		/* of a section, in the list of contents */
	PART_READING,		/* of a ruby, above its base */
	PART_MARK		/* of a footnote, where it is referred to */
};

/* How the letters of a run follow each other. */
enum run_way {
	RUN_ACROSS,
	RUN_DOWN,		/* upright, one below the other */
	RUN_TURNED		/* downwards, each on its right side */
};

struct item {
	enum item_kind kind;
	const struct node *node;	/* what it says; NULL: page furniture */
	enum item_part part;
	int x, y;			/* run: baseline origin */
	int w, h;			/* line: vector to its end */
	struct colour colour;		/* run, stroke */
	struct colour fill;
	bool filled, stroked, dashed, closed;
	int width;			/* of the stroke */
	union {
		struct {		/* run */
			struct face *face;
			struct str text;
			struct frame_glyph *glyph;
			size_t glyphs;
			enum run_way way;
		};
		struct {		/* path: x y pairs */
			int *point;
			size_t points;
		};
		struct str target;	/* link: "#id" or an address; anchor: id */
	};
};

/* Items with a size: a page, a chart, a diagram. */
struct fragment {
	int w, h;
	struct item *item;
	size_t items;
};

struct outline {
	int level;			/* 1.. */
	struct str title;
	struct str target;		/* id of an anchor */
	int page;			/* index */
	int y;
};

struct frame {
	const struct doc *doc;
	struct fragment *page;
	struct str *label;		/* page label: "", "i", "1" ... */
	size_t pages;
	struct outline *outline;
	size_t outlines;
};

/* Stable text: one line an item, in order.  NULL is allowed. */
void frame_dump(const struct frame *frame);

#endif
