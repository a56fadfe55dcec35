/*
 * content - what a grammar cannot say about a document.
 *
 * Ids are unique, every reference has its target, the cells of every table
 * with their spans fill its columns exactly, the edges of diagrams join boxes.
 */
#ifndef GEPPO_CONTENT_H
#define GEPPO_CONTENT_H

#include "doc/doc.h"

/* Check the tree and resolve its references; false after a diag for each
 * thing that is wrong. */
bool content_check(struct arena *arena, struct doc *doc);

#endif
