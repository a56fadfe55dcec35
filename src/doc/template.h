/* template - the template of a kind of documents. */
#ifndef GEPPO_TEMPLATE_H
#define GEPPO_TEMPLATE_H

#include "doc/kind.h"

struct arena;
struct _xmlDoc;

/* templates/NAME.xml in the language of the facts, the caller's to free; NULL
 * after a diag. */
struct _xmlDoc *template_open(struct arena *arena, const struct facts *facts,
    const struct kind *kind);

/* The same, held against its grammar. */
struct _xmlDoc *template_read(struct arena *arena, const struct facts *facts,
    const struct kind *kind);

#endif
