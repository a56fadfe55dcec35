/*
 * estate - <system>: what is watched, and how it works together.
 */
#ifndef GEPPO_ESTATE_H
#define GEPPO_ESTATE_H

struct reading;
struct _xmlNode;

/* Read every <system> of the root with its targets and groups, and resolve
 * the members of groups, wherever they are defined. */
void estate_read(struct reading *reading, const struct _xmlNode *root);

#endif
