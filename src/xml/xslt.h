/*
 * xslt - the only door to libxslt: stylesheets of the program, run in a closed
 * room.
 *
 * A stylesheet, what it imports or includes, and what document() opens are
 * named by paths below the program's share directory ("xsl/doc/monthly.xsl"),
 * each looked up by file_share, so that WORKSPACE/xsl overrides single files.
 * Relative references count from the file they stand in.  Nothing else can be
 * opened, nothing is written, no network.  EXSLT common, sets and strings.
 * generate-id() differs from run to run: a key inside one, never an output.
 */
#ifndef GEPPO_XSLT_H
#define GEPPO_XSLT_H

#include "base/str.h"

struct arena;
struct _xmlDoc;

/* The stylesheets of a run, each compiled once, at its first use. */
struct xslt;

/* workspace may be NULL and is borrowed. */
struct xslt *xslt_new(const char *workspace);
void xslt_free(struct xslt *xslt);	/* NULL is allowed */

/*
 * Run the stylesheet over input.  parameters are pairs of name and text, ended
 * by NULL (NULL: none); texts are passed as strings, never evaluated.  The
 * result is the caller's (xml_free).  NULL after a diag with the stylesheet's
 * file and line; so xsl:message terminate="yes" refuses with its text, and any
 * other xsl:message is a note, and one that takes more steps than limits.h
 * allows is broken off.
 */
struct _xmlDoc *xslt_run(struct xslt *xslt, const char *stylesheet,
    struct _xmlDoc *input, const char *const *parameters);

/* The same, serialised as the stylesheet's xsl:output says (html, text, xml);
 * false after a diag. */
bool xslt_text(struct xslt *xslt, struct arena *arena, const char *stylesheet,
    struct _xmlDoc *input, const char *const *parameters, struct str *text);

#endif
