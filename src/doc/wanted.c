/* wanted - the parts of the facts that a template shows. */
#include "doc/wanted.h"

#include "base/arena.h"
#include "base/limits.h"
#include "doc/sheets.h"
#include "xml/xmlnode.h"

/* Elements of a template that show tables without naming them: what xsl/doc
 * looks up by a name of its own, among all rows. */
static const struct {
	const char *element, *table;	/* the beginning of its name */
} shown[] = {
	{ "minutes", "meeting" }, { "minutes", "actions" },
	{ "incidents", "incident-" }, { "figures", "improvement-months" },
	{ "findings", "check-" },
};

/* Elements that name what they show, by which attribute. */
static const struct {
	const char *element, *attribute, *part;
} named[] = {
	{ "table", "ref", "table" }, { "tables", "prefix", "table" },
	{ "sheets", "ref", "table" }, { "sheets", "history", "table" },
	{ "chart", "ref", "chart" }, { "charts", "prefix", "chart" },
	{ "graph", "ref", "graph" }, { "graphs", "prefix", "graph" },
};

static void add(struct arena *arena, struct wanted *wanted,
    struct wanted_part part) {
	wanted->part = arena_room(arena, wanted->part, wanted->parts,
	    sizeof *wanted->part);
	wanted->part[wanted->parts++] = part;
}

/* Of a `table` the first rows that it asks for, else the last ones; of
 * `sheets` those with forms, and what these were before. */
static void add_named(struct arena *arena, struct wanted *wanted,
    const struct _xmlNode *node, const char *part, const char *attribute) {
	struct wanted_part one = { .element = part,
	    .name = xmlnode_attr(node, attribute),
	    .prefix = strcmp(attribute, "prefix") == 0 };
	int64_t n = 0;
	if (strcmp(attribute, "history") == 0) {
		one.of = xmlnode_attr(node, "ref");
		one.tail = sheets_most(node);
	} else if (xmlnode_is(node, "sheets")) {
		one.tail = sheets_most(node);
	} else if (str_int(xmlnode_attr(node, "rows"), &n)) {
		one.head = (size_t)n;
	} else {
		one.tail = str_int(xmlnode_attr(node, "last"), &n)
		    ? (size_t)n : LIMIT_ROWS;
	}
	add(arena, wanted, one);
}

static void add_element(struct arena *arena, struct wanted *wanted,
    const struct _xmlNode *node) {
	for (size_t i = 0; i < sizeof named / sizeof *named; i++)
		if (xmlnode_is(node, named[i].element))
			add_named(arena, wanted, node, named[i].part,
			    named[i].attribute);
	for (size_t i = 0; i < sizeof shown / sizeof *shown; i++)
		if (xmlnode_is(node, shown[i].element))
			add(arena, wanted, (struct wanted_part){ "table",
			    str_of(shown[i].table), true, 0, SIZE_MAX,
			    { NULL, 0 } });
	if (xmlnode_is(node, "figures")
	    && str_is(xmlnode_attr(node, "part"), "trace"))
		add(arena, wanted, (struct wanted_part){ "trace", str_of(""),
		    true, 0, LIMIT_ROWS, { NULL, 0 } });
}

static void add_below(struct arena *arena, struct wanted *wanted,
    const struct _xmlNode *parent) {
	for (const struct _xmlNode *node = xmlnode_first(parent, NULL);
	    node != NULL; node = xmlnode_next(node, NULL)) {
		add_element(arena, wanted, node);
		add_below(arena, wanted, node);
	}
}

struct wanted wanted_of(struct arena *arena, const struct _xmlNode *template) {
	struct wanted wanted = { NULL, 0 };
	add_below(arena, &wanted, template);
	return wanted;
}

static bool is_part(const struct wanted_part *part, const char *element,
    struct str name) {
	if (strcmp(part->element, element) != 0 || name.n < part->name.n)
		return false;
	if (part->prefix)
		name.n = part->name.n;
	return str_equal(name, part->name);
}

bool wanted_has(const struct wanted *wanted, const char *element,
    struct str name) {
	for (size_t i = 0; wanted != NULL && i < wanted->parts; i++)
		if (is_part(&wanted->part[i], element, name))
			return true;
	return wanted == NULL;
}

static int id_order(const void *a, const void *b) {
	return str_compare(*(const struct str *)a, *(const struct str *)b);
}

/* The ids of the last rows of the ledger. */
static void add_ids(struct arena *arena, struct wanted_rows *rows,
    const struct facts *facts, const struct wanted_part *part) {
	for (size_t i = 0; i < facts->tables; i++) {
		const struct fact_table *table = &facts->table[i];
		if (!str_equal(table->id, part->of))
			continue;
		for (size_t r = table->rows > part->tail ? table->rows
		    - part->tail : 0; r < table->rows; r++) {
			rows->id = arena_room(arena, rows->id, rows->ids,
			    sizeof *rows->id);
			rows->id[rows->ids++] = table->row[r].cell[0].text;
		}
	}
}

struct wanted_rows wanted_rows(struct arena *arena,
    const struct wanted *wanted, const struct facts *facts,
    const char *element, struct str name) {
	struct wanted_rows rows = { .tail = wanted == NULL ? SIZE_MAX : 0 };
	for (size_t i = 0; wanted != NULL && i < wanted->parts; i++) {
		const struct wanted_part *part = &wanted->part[i];
		if (!is_part(part, element, name))
			continue;
		if (part->of.n != 0)
			add_ids(arena, &rows, facts, part);
		else if (part->tail > rows.tail)
			rows.tail = part->tail;
		if (part->head > rows.head)
			rows.head = part->head;
	}
	if (rows.ids != 0)
		qsort(rows.id, rows.ids, sizeof *rows.id, id_order);
	return rows;
}

bool wanted_row(const struct wanted_rows *rows, const struct fact_table *table,
    size_t row) {
	return row < rows->head || table->rows - row <= rows->tail
	    || (rows->ids != 0 && bsearch(&table->row[row].cell[0].text,
	    rows->id, rows->ids, sizeof *rows->id, id_order) != NULL);
}
