/*
 * picture - a fact_chart being made: title from the catalogue, then classes,
 * lines and marks one by one.
 */
#ifndef GEPPO_PICTURE_H
#define GEPPO_PICTURE_H

#include "facts/facts.h"

struct arena;

struct picture {
	struct arena *arena;
	struct facts *facts;
	struct fact_chart chart;
};

/* The title is `chart.TITLE` with the places {name} and {n}. */
struct picture picture_new(struct arena *arena, struct facts *facts,
    const char *id, enum chart_kind kind, const char *title, struct str name);

/* A class; label is a key of the catalogue, or as given. */
void picture_class(struct picture *picture, enum chart_fill fill,
    const char *key);
void picture_class_text(struct picture *picture, enum chart_fill fill,
    struct str label);

/* A line with a point for each category, which are there before, or ready for
 * bars. */
struct fact_line *picture_line(struct picture *picture, struct str label);

void picture_bar(struct picture *picture, struct fact_line *line,
    struct fact_bar bar);

/* A mark with the text. */
void picture_mark(struct picture *picture, struct decimal at,
    struct str label);

/* The chart into the facts. */
void picture_add(struct picture *picture);

/* The same by charts of so many lines as one page holds: ID-1, ID-2 ... */
void picture_add_parts(struct picture *picture);

#endif
