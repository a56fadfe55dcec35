/*
 * pages - from facts to files: what composing, typesetting and emitting need,
 * opened once for a run.
 */
#ifndef GEPPO_PAGES_H
#define GEPPO_PAGES_H

#include "doc/compose.h"
#include "facts/facts.h"
#include "set/frame.h"

struct pages;
struct pdfattach;

/* NULL after a diag (a font is missing). */
struct pages *pages_open(struct arena *arena, const char *workspace,
    struct str language);
void pages_close(struct pages *pages);	/* NULL is allowed */

/* The document of the kind, the one at hand until another is composed; the
 * caller ends it with doc_free before that.  NULL after a diag. */
struct doc *pages_compose(struct pages *pages, const struct facts *facts,
    enum kind_id kind);

/* Its pages; NULL after a diag.  Documents composed later know on which pages
 * its sections are. */
const struct frame *pages_typeset(struct pages *pages, const struct doc *doc);

/* Make it known on which pages the sections are that answer the clauses of the
 * contract, of all documents that the period owes; false after a diag. */
bool pages_locate_answers(struct pages *pages, const struct facts *facts);

/* What is known of them so far. */
const struct answers *pages_answers(const struct pages *pages);

/* Write the document as HTML; false after a diag. */
bool pages_write_html(struct pages *pages, const struct doc *doc,
    const char *path);

/* Begin to write the document as PDF, with what is attached to it, beside all
 * that follows.  False after a diag: of this document's pages, or of a PDF
 * before. */
bool pages_write_pdf(struct pages *pages, const struct doc *doc,
    const struct pdfattach *attach, const char *path);

/* All PDFs are written; false after a diag. */
bool pages_finish(struct pages *pages);

/* Memory that goes with the document at hand, until its PDF is begun and the
 * next one is composed. */
struct arena *pages_job(struct pages *pages);

struct xslt *pages_xslt(struct pages *pages);

#endif
