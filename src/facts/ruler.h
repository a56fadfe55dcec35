/*
 * ruler - days or months as the categories of a chart, and the places of
 * instants on them.
 */
#ifndef GEPPO_RULER_H
#define GEPPO_RULER_H

#include "facts/picture.h"

/* A longer time is told by months. */
#define RULER_DAYS 62

struct ruler {
	int64_t *edge;			/* instants, one more than categories */
	struct str *label;
	size_t count;
	bool months;
};

/* The days [first, end), or the months that hold them. */
struct ruler ruler_over(struct arena *arena, const struct facts *facts,
    int64_t first, int64_t end);

/* Its days or months as the categories of the chart. */
void ruler_across(const struct ruler *ruler, struct picture *picture);

/* A bar over the time, which its text tells. */
void ruler_bar(const struct ruler *ruler, struct picture *picture,
    struct fact_line *line, struct span span, size_t class);

/* Mark the cut-off where it stands on the ruler. */
void ruler_cut(const struct ruler *ruler, struct picture *picture);

#endif
