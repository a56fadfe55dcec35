/*
 * para - paragraphs, headings and lists as strips of one line each.
 */
#ifndef GEPPO_PARA_H
#define GEPPO_PARA_H

#include "set/flow.h"

/* How a paragraph is set. */
struct para_style {
	enum font_role role;
	int size, leading;
	int indent;			/* of the first line */
	int before;
	bool justify;
	enum align align;
	struct colour colour;
	enum item_part part;
};

/* Body text of the theme. */
struct para_style para_body(const struct flow *flow);

/* Small muted text for notes. */
struct para_style para_small(const struct flow *flow);

/* The text as strips in the flow's column; no line of a paragraph stands alone
 * on a page. */
void para_set(struct flow *flow, const struct text *text,
    const struct para_style *style, const struct node *node);

/* The text as one strip. */
struct strip *para_block(struct flow *flow, const struct text *text,
    const struct para_style *style, const struct node *node);

/* What a slide says, in large type: the paragraph, or its first sentence where
 * it is long. */
void para_message(struct flow *flow, const struct node *node);

/* A section's heading, with its number; keeps with what follows. */
void para_heading(struct flow *flow, const struct node *section);

/* A heading without section or number. */
void para_title(struct flow *flow, struct str title, const struct node *node);

void para_list(struct flow *flow, const struct node *list);

/* 表3 and the caption's text; in brackets behind it what more is given. */
const struct text *para_caption(struct flow *flow, const struct node *owner,
    struct str more);

/* The baseline of a line of the leading, below its top. */
int para_baseline(int size, int leading);

#endif
