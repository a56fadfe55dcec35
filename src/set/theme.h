/*
 * theme - colours and sizes of a document, from templates/theme.txt.
 *
 * One file for PDF and HTML.  A key that is missing or no colour is reported
 * and stands for its usual value, so that a document is never unreadable.
 */
#ifndef GEPPO_THEME_H
#define GEPPO_THEME_H

#include "set/frame.h"

#define THEME_TONES 5
#define THEME_CHARTS 6

struct theme {
	struct colour text, paper, accent, rule, muted;
	struct colour tint_head, tint_accent;
	/* by enum doc_tone; index 0 is text on paper */
	struct colour tone[THEME_TONES], tint[THEME_TONES];
	struct colour chart[THEME_CHARTS];
	int body, leading, table;	/* type sizes */
	bool mincho;			/* body text in the Mincho face */
};

/* The theme of the workspace (may be NULL), else of the program; NULL after a
 * diag when there is none. */
const struct theme *theme_read(struct arena *arena, const char *workspace);

#endif
