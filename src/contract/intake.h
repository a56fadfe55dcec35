/*
 * intake - <source>: where the data are, and how they are written.
 */
#ifndef GEPPO_INTAKE_H
#define GEPPO_INTAKE_H

struct reading;
struct _xmlNode;

/* Read every <source> of the root. */
void intake_read(struct reading *reading, const struct _xmlNode *root);

#endif
