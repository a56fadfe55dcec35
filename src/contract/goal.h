/*
 * goal - <availability>, <clock>, <rate> ...: what is measured and promised.
 */
#ifndef GEPPO_GOAL_H
#define GEPPO_GOAL_H

struct reading;
struct _xmlNode;

/* Read every indicator of the root, in the order of the document.  Calendars,
 * systems and sources have been read. */
void goal_read(struct reading *reading, const struct _xmlNode *root);

/* The indicators' elements, by enum indicator_kind. */
extern const char *const goal_elements[];

#endif
