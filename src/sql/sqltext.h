/* sqltext - the program's own SQL, embedded by the build from src/store. */
#ifndef GEPPO_SQLTEXT_H
#define GEPPO_SQLTEXT_H

#include <stddef.h>

struct sqltext {
	const char *name;	/* "schema", "query/incidents" */
	const char *text;
};

/* Dies when there is no file of the name. */
const struct sqltext *sqltext_find(const char *name);

/* The n-th in order of file names; NULL past the last. */
const struct sqltext *sqltext_at(size_t n);

#endif
