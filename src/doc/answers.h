/*
 * answers - where the clauses of the contract are answered: in which section of
 * which document, and on which of its pages.
 *
 * Filled as documents are typeset; the table of clauses for the inspection
 * (O-24) is made after them.
 */
#ifndef GEPPO_ANSWERS_H
#define GEPPO_ANSWERS_H

#include "base/words.h"

struct arena;
struct _xmlNode;

struct answer_section {
	struct str kind, id;
	struct str number, title;
	struct str page;		/* its label */
	bool empty;			/* it has nothing to report */
};

struct answers {
	struct arena *arena;
	struct answer_section *section;
	size_t sections;
};

/* Add a copy, or replace what was known of the section. */
void answers_add(struct answers *answers, struct answer_section section);

/* Was any section of the kind of documents added? */
bool answers_have(const struct answers *answers, struct str kind);

/* The section that the kind's document has by the id; NULL when none was
 * added. */
const struct answer_section *answers_find(const struct answers *answers,
    struct str kind, struct str id);

/* Tell each <answer> of the facts XML its document, number, title and page, as
 * far as they are known, and the contract how many clauses are answered; answers
 * may be NULL: then none are known and nothing is counted. */
void answers_put(const struct answers *answers, const struct words *words,
    struct _xmlNode *root);

#endif
