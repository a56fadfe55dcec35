/* kind - the kinds of documents that geppo makes. */
#include "doc/kind.h"

static const struct kind kinds[KINDS] = {
#define KIND(name, code, period, title) \
	[KIND_##name] = { #name, code, period, title },
#include "doc/kind.def"
#undef KIND
};

const struct kind *kind_at(size_t index) {
	return &kinds[index];
}

enum kind_id kind_find(const char *name) {
	size_t i = 0;
	while (i < KINDS && strcmp(kinds[i].name, name) != 0)
		i++;
	return (enum kind_id)i;
}
