/*
 * tell - how often a message is printed for one file.
 *
 * An export with a million bad rows says so in LIMIT_MESSAGES lines of each
 * kind and one that counts the rest; every one of them is counted.
 */
#ifndef GEPPO_TELL_H
#define GEPPO_TELL_H

#include "base/diag.h"

struct arena;

/* The messages of one file. */
struct tell;

struct tell *tell_new(struct arena *arena);

/* Is the message to be printed?  When not, it is counted here. */
bool tell_wanted(struct tell *tell, enum diag_id id);

/* Say how many messages were not printed. */
void tell_end(struct tell *tell, const struct place *file);

#endif
