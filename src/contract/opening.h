/*
 * opening - <holidays> and <calendar>: when it is open.
 */
#ifndef GEPPO_OPENING_H
#define GEPPO_OPENING_H

struct reading;
struct _xmlNode;

/* Read the file of holidays that <holidays> of the root names, if any. */
void opening_holidays(struct reading *reading, const struct _xmlNode *root);

/* Read every <calendar>, behind the built-in `elapsed`. */
void opening_calendars(struct reading *reading, const struct _xmlNode *root);

#endif
