/*
 * slot - the sentences that only a person can write.
 *
 * WORKSPACE/text/PERIOD/NAME.md, CommonMark, one file per slot of a template.
 * A slot without its file is printed as a ruled blank and is listed among the
 * checks.
 */
#ifndef GEPPO_SLOT_H
#define GEPPO_SLOT_H

#include "base/str.h"

struct arena;
struct facts;
struct _xmlNode;

/* Add <slot name="" label="" state="given"> with its blocks in the document
 * namespace below the facts XML; or state="absent", nothing, and a note that
 * names the file and the label of the blank. */
void slot_add(struct arena *arena, struct _xmlNode *root,
    const struct facts *facts, struct str name, struct str label);

/* Does the part of a template have slots of its own for each indicator that is
 * missed?  Their names: cause-ID, measure-ID. */
bool slot_figures(const struct _xmlNode *part);
struct str slot_of_figure(struct arena *arena, const char *topic,
    struct str indicator);

/* Say which texts of the period no template has a place for. */
void slot_report_unused(struct arena *arena, const struct facts *facts);

#endif
