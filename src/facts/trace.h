/* trace - 検算票: the calculation behind a figure, row by row. */
#ifndef GEPPO_TRACE_H
#define GEPPO_TRACE_H

#include "facts/outcome.h"

/* Fill the figure's traces: classes of seconds, spells and stops; records of
 * a clock; the records that a rate misses; the records of a count. */
void trace_add(struct arena *arena, const struct facts *facts,
    struct figure *figure, const struct outcome *outcome);

/* What says that the object was down: an alert, a ticket, a sample. */
struct str trace_source(struct arena *arena, const struct facts *facts,
    const struct scope *scope, const struct availability_spell *spell,
    struct origin *origin);

#endif
