/*
 * evidence - what a document rests on, to be attached to its PDF.
 *
 * The tables that it prints as CSV; the reports on a whole period have the
 * facts that they show as XML, too.
 */
#ifndef GEPPO_EVIDENCE_H
#define GEPPO_EVIDENCE_H

#include "doc/kind.h"
#include "emit/pdfattach.h"
#include "emit/xlsx.h"

/* sheet: the tables that the document prints. */
struct pdfattach evidence_of(struct arena *arena, const struct facts *facts,
    enum kind_id kind, const struct xlsx_sheet *sheet, size_t sheets);

#endif
