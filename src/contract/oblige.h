/*
 * oblige - <duty>: what a party owes by an instant that a calendar tells.
 */
#ifndef GEPPO_OBLIGE_H
#define GEPPO_OBLIGE_H

struct reading;
struct _xmlNode;

/* Read every duty of the root, in the order of the document.  Calendars have
 * been read. */
void oblige_read(struct reading *reading, const struct _xmlNode *root);

#endif
