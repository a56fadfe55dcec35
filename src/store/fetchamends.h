/* fetchamends - what fields of records said before they were changed. */
#ifndef GEPPO_FETCHAMENDS_H
#define GEPPO_FETCHAMENDS_H

struct fetch;

/* Fill rows.amend; the files have been read. */
void fetchamends_fill(struct fetch *fetch);

#endif
