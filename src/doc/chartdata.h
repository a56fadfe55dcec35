/*
 * chartdata - charts and the tables of what they show.
 *
 * Works on a document that was composed and is not yet numbered.  The sentence
 * before a figure names it.  The caption of a chart names the table of its
 * data: the one that its attribute `data` says, else one that is made in the
 * section with data="charts".  There charts with the same categories share
 * tables, with a column for each line, whose head leads back to the figure.
 */
#ifndef GEPPO_CHARTDATA_H
#define GEPPO_CHARTDATA_H

#include "base/words.h"

struct _xmlDoc;

void chartdata_add(struct arena *arena, const struct words *words,
    struct _xmlDoc *document);

#endif
