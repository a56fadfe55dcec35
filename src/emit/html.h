/*
 * html - a document as one self-contained HTML file.
 *
 * The same order and words as the pages.  Style, script and pictures are in it;
 * no request leaves it and it works without scripts.
 */
#ifndef GEPPO_HTML_H
#define GEPPO_HTML_H

#include "doc/doc.h"
#include "set/frame.h"

struct xslt;

/* Who draws charts and diagrams; draw may return NULL, and then the data of
 * the picture stand for it. */
struct html_drawing {
	void *self;
	const struct fragment *(*draw)(void *self, const struct node *node);
};

/* Write the document to path; drawing may be NULL.  The document's XML is
 * given its pictures on the way.  False after a diag. */
bool html_write(struct arena *arena, struct xslt *xslt, const char *workspace,
    const struct doc *doc, const struct html_drawing *drawing,
    const char *path);

/* The parameters of stylesheets that make a page: style, script and the policy
 * that keeps anything else from running.  NULL after a diag. */
const char *const *html_parameters(struct arena *arena, const char *workspace);

#endif
