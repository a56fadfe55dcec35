/* fetchduties - the rows that the contract's duties are about. */
#ifndef GEPPO_FETCHDUTIES_H
#define GEPPO_FETCHDUTIES_H

struct fetch;

/* Fill rows.duty; the tables have been read.  A faulty `where` is a diag with
 * its line, and no rows. */
void fetchduties_fill(struct fetch *fetch);

#endif
