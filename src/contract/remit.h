/*
 * remit - <participant>, <tasks> and <busy>: who takes part in what, the work
 * that a plan lists, and when there is much of it.
 */
#ifndef GEPPO_REMIT_H
#define GEPPO_REMIT_H

struct reading;
struct _xmlNode;

/* Read them all, in the order of the document; systems are read before. */
void remit_read(struct reading *reading, const struct _xmlNode *root);

#endif
