/* sqltext - the table that src/tool/embed.c prints, in order of file
 * names: `a-b.sql` stands before `a.sql`, so that a search runs through all. */
#include "sql/sqltext.h"

#include "base/diag.h"

static const struct sqltext texts[] = {
#include "sql.inc"
	{ NULL, NULL }
};

const struct sqltext *sqltext_find(const char *name) {
	for (size_t i = 0; texts[i].name != NULL; i++)
		if (strcmp(name, texts[i].name) == 0)
			return &texts[i];
	die("no SQL of the name %s is built in", name);
}

const struct sqltext *sqltext_at(size_t n) {
	size_t count = sizeof texts / sizeof texts[0] - 1;
	return n < count ? &texts[n] : NULL;
}
