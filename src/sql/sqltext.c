/* sqltext - the table that src/tool/embed.c prints, in order of names. */
#include "sql/sqltext.h"

#include "base/diag.h"

static const struct sqltext texts[] = {
#include "sql.inc"
	{ NULL, NULL }
};

const struct sqltext *sqltext_find(const char *name) {
	size_t low = 0, high = sizeof texts / sizeof texts[0] - 1;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		int order = strcmp(name, texts[middle].name);
		if (order == 0)
			return &texts[middle];
		if (order < 0)
			high = middle;
		else
			low = middle + 1;
	}
	die("no SQL of the name %s is built in", name);
}

const struct sqltext *sqltext_at(size_t n) {
	size_t count = sizeof texts / sizeof texts[0] - 1;
	return n < count ? &texts[n] : NULL;
}
