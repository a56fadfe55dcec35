/*
 * pattern - text cut into named parts by what stands between them.
 *
 * A form such as `[{at}] HOST ALERT: {host};{state}` matches a whole text.  A
 * part ends at the first place of the character that follows it in the form,
 * so a form has one meaning and no text is searched twice; a part that has
 * none behind it takes the rest.
 */
#ifndef GEPPO_PATTERN_H
#define GEPPO_PATTERN_H

#include "base/str.h"

struct arena;

struct pattern_part {
	struct str name;
	struct str after;	/* what follows the part; empty at the end */
};

struct pattern {
	struct str lead;	/* what stands before the first part */
	struct pattern_part *part;
	size_t parts;
};

/* The form is one that the contract's reader took: its braces are paired. */
struct pattern pattern_of(struct arena *arena, struct str form);

/* The parts of the text, in the order of the form; false when it is not of
 * the form. */
bool pattern_match(const struct pattern *pattern, struct str text,
    struct str *values);

#endif
