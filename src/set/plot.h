/*
 * plot - what all charts share: the area, its axes, their labels.
 *
 * Text in a chart is 8 points at least.  Series differ in colour, in grey and
 * in their marks, so a copy without colour still tells them apart.
 */
#ifndef GEPPO_PLOT_H
#define GEPPO_PLOT_H

#include "doc/doc.h"
#include "set/font.h"
#include "set/scale.h"
#include "set/sketch.h"

#define PLOT_SIZE (8 * FRAME_POINT)
#define PLOT_LINE (11 * FRAME_POINT)

/* Where a text stands, or none may. */
struct plot_area {
	int left, top, right, foot;
};

struct plot {
	struct arena *arena;
	struct fonts *fonts;
	const struct theme *theme;
	const struct node *chart;
	struct sketch sketch;
	int width;			/* of the whole */
	int area;			/* height of the area inside the axes, at least */
	int x, y, w, h;			/* the area inside the axes */
	struct scale scale;
	struct plot_area *text;		/* taken so far */
	size_t texts;
};

/* A text that names a height at the right of the area. */
struct plot_side {
	int y;				/* of its middle */
	struct str text;
	struct colour colour;
};

/* The text on one line from, to or around x; returns its width. */
int plot_text(struct plot *plot, struct str text, int x, int baseline,
    enum align align, struct colour colour);

/* Does the text stay inside, off texts printed before and areas kept free? */
bool plot_is_free(struct plot *plot, struct str text, int x, int baseline,
    enum align align);

/* No free text stands in the area. */
void plot_keep_off(struct plot *plot, struct plot_area area);

/* Print the text where that is so; else nothing, and false. */
bool plot_text_free(struct plot *plot, struct str text, int x, int baseline,
    enum align align, struct colour colour);

int plot_text_width(struct plot *plot, struct str text);

/* A category's name in even lines of the width, around x (ALIGN_CENTER, the top
 * at y) or up to x (ALIGN_END, the middle at y); returns the lines. */
size_t plot_name(struct plot *plot, size_t category, int x, int y, int width,
    enum align align);

/* The colour of a series. */
struct colour plot_colour(const struct plot *plot, size_t series);

/* The finest decimals among the values and the threshold of the chart. */
int plot_decimals(const struct node *chart);

/* Where a value stands. */
int plot_height_of(const struct plot *plot, double value);

/* The widest tick label of the scale. */
int plot_tick_width(struct plot *plot);

/* Grid, tick labels, base line and unit. */
void plot_axes(struct plot *plot);

/* The threshold as a dashed line; no free text stands on it. */
void plot_threshold(struct plot *plot);

/* The height that the texts beside the area need. */
int plot_sides_height(struct plot *plot, const struct plot_side *side,
    size_t sides);

/* Print the texts beside the area in lines of what is left of the width, moved
 * apart where they would touch. */
void plot_sides(struct plot *plot, struct plot_side *side, size_t sides);

#endif
