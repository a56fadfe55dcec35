/*
 * factxml - facts as XML (urn:geppo:facts:1): what stylesheets read.
 *
 * A plain copy of struct facts and of what a document says about the contract,
 * element by element, nothing computed; xsl/README.md is its manual and
 * xsl/schema/facts.rng its grammar.
 */
#ifndef GEPPO_FACTXML_H
#define GEPPO_FACTXML_H

#include "doc/kind.h"
#include "facts/facts.h"

struct _xmlDoc;

#define FACTXML_SPACE "urn:geppo:facts:1"

struct wanted;

/* The facts for one kind of document, of tables, charts and graphs only those
 * that are wanted; all where wanted is NULL.  The caller's (xml_free). */
struct _xmlDoc *factxml_build(struct arena *arena, const struct facts *facts,
    const struct kind *kind, const struct wanted *wanted);

/* The id as part of an XML id: what is no letter, digit or hyphen of ASCII as
 * _ and two hexadecimal digits, so that different ids stay different. */
struct str factxml_anchor(struct arena *arena, struct str id);

#endif
