/*
 * icc - the sRGB colour profile that PDF/A asks for.
 */
#ifndef GEPPO_ICC_H
#define GEPPO_ICC_H

#include "base/str.h"

struct arena;

/* A display profile of ICC version 2.1 for sRGB (IEC 61966-2-1); always the
 * same bytes. */
struct str icc_srgb(struct arena *arena);

#endif
