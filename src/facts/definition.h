/*
 * definition - what an indicator means, as printed beside its figure (sla.md,
 * Definition of an indicator: all are printed).
 */
#ifndef GEPPO_DEFINITION_H
#define GEPPO_DEFINITION_H

#include "facts/facts.h"

struct arena;

/* Fill the figure's definition: pairs in a fixed order, those that do not
 * apply to its kind left out. */
void definition_add(struct arena *arena, const struct contract *contract,
    const struct words *words, struct figure *figure);

/* `月火水木金 08:30-12:00 13:00-17:15、祝日は休み` */
struct str definition_calendar(struct arena *arena, const struct words *words,
    const struct calendar *calendar);

#endif
