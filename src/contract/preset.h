/*
 * preset - the exports that geppo knows by name.
 *
 * templates/presets/NAME.xml holds what a <source> would say of such a file;
 * a workspace may have its own below templates/presets, which go first.
 */
#ifndef GEPPO_PRESET_H
#define GEPPO_PRESET_H

#include "contract/attr.h"

struct _xmlDoc;

struct preset {
	struct str name;
	struct str records;
	struct str title;
	struct str sample;	/* the header, or a line */
};

/* Every preset, sorted by name; one that is not as its grammar has it is left
 * out after a diag. */
size_t preset_list(struct arena *arena, const char *workspace,
    struct preset **list);

/* The document of the preset that the <source> names, for the records that it
 * asks for; the caller ends it with xml_free.  NULL after a diag. */
struct _xmlDoc *preset_open(struct reading *reading,
    const struct _xmlNode *source, struct str name, enum record_id records);

#endif
