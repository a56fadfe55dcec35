/*
 * course - <flow>, <category> and <staff>: who does what after whom, which
 * work there is, and with how many people.
 */
#ifndef GEPPO_COURSE_H
#define GEPPO_COURSE_H

struct reading;
struct _xmlNode;

/* Read every flow and team of the root, in the order of the document. */
void course_read(struct reading *reading, const struct _xmlNode *root);

#endif
