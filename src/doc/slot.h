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
struct _xmlNode;

/* Add <slot name="" state="given"> with its blocks in the document namespace
 * below facts; or state="absent", nothing, and a note that names the file and
 * the label of the blank. */
void slot_add(struct arena *arena, struct _xmlNode *facts,
    const char *workspace, struct str period, struct str name,
    struct str label);

/* Say which texts of the period no slot of the facts has taken. */
void slot_report_unused(struct arena *arena, const struct _xmlNode *facts,
    const char *workspace, struct str period);

#endif
