/* sheets - which rows of a ledger get a form of their own. */
#include "doc/sheets.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/limits.h"
#include "facts/facts.h"
#include "xml/xmlnode.h"

static size_t rows_of(const struct facts *facts, struct str table) {
	for (size_t i = 0; i < facts->tables; i++)
		if (str_equal(facts->table[i].id, table))
			return facts->table[i].rows;
	return 0;
}

static struct str digits(struct arena *arena, size_t n) {
	struct buf buf = buf_in(arena);
	buf_int(&buf, (int64_t)n);
	return buf_str(&buf);
}

size_t sheets_most(const struct _xmlNode *sheets) {
	int64_t most = LIMIT_SHEETS;
	str_int(xmlnode_attr(sheets, "rows"), &most);
	return (size_t)most;
}

static void limit(struct arena *arena, struct _xmlNode *sheets, size_t rows) {
	size_t most = sheets_most(sheets);
	if (rows <= most)
		return;
	xmlnode_set(sheets, "most", digits(arena, most));
	xmlnode_set(sheets, "n", ratio_grouped(arena, digits(arena, most)));
	xmlnode_set(sheets, "left", ratio_grouped(arena, digits(arena,
	    rows - most)));
}

void sheets_limit(struct arena *arena, const struct facts *facts,
    struct _xmlNode *parent) {
	for (struct _xmlNode *node = xmlnode_first(parent, NULL); node != NULL;
	    node = xmlnode_next(node, NULL)) {
		sheets_limit(arena, facts, node);
		if (xmlnode_is(node, "sheets"))
			limit(arena, node, rows_of(facts, xmlnode_attr(node,
			    "ref")));
	}
}
