/* tables - every table of a pack, and which documents print it. */
#include "cmd/tables.h"

#include "base/arena.h"
#include "base/buf.h"
#include "doc/factxml.h"
#include "facts/phrase.h"

static void add(struct tables *tables, const struct fact_table *table,
    const char *node) {
	tables->at = arena_room(tables->arena, tables->at, tables->count,
	    sizeof *tables->at);
	tables->at[tables->count++] = (struct tables_entry){ table,
	    str_of(node), factxml_anchor(tables->arena, table->id),
	    { NULL, 0 } };
}

static void add_traces(struct tables *tables, const struct figure *figure) {
	struct str anchor = factxml_anchor(tables->arena,
	    figure->indicator->id);
	for (size_t i = 0; i < figure->traces; i++)
		add(tables, &figure->trace[i], arena_printf(tables->arena,
		    "trace-%s-%s", str_z(tables->arena, anchor),
		    str_z(tables->arena, figure->trace[i].id)));
}

struct tables tables_of(struct arena *arena, const struct facts *facts) {
	struct tables tables = { arena, facts, NULL, 0 };
	for (size_t i = 0; i < facts->tables; i++)
		add(&tables, &facts->table[i], arena_printf(arena, "t-%s",
		    str_z(arena, facts->table[i].id)));
	for (size_t i = 0; i < facts->figures; i++)
		add_traces(&tables, &facts->figure[i]);
	return tables;
}

/* NULL for a table that a template or a text made. */
static struct tables_entry *find_entry(struct tables *tables,
    const struct node *node) {
	for (size_t i = 0; i < tables->count; i++)
		if (str_equal(tables->at[i].node, node->id))
			return &tables->at[i];
	return NULL;
}

static void note_place(struct tables *tables, struct tables_entry *entry,
    struct str place) {
	const struct words *words = tables->facts->words;
	struct buf where = buf_in(tables->arena);
	if (entry->where.n == 0) {
		entry->where = words_fill(tables->arena, words, "xlsx.where",
		    "places", str_z(tables->arena, place), NULL);
		return;
	}
	buf_add(&where, entry->where);
	buf_add(&where, phrase_and(tables->arena, words));
	buf_add(&where, place);
	entry->where = buf_str(&where);
}

size_t tables_printed(struct tables *tables, const struct doc *doc,
    struct xlsx_sheet **sheet) {
	size_t count = 0;
	*sheet = NULL;
	for (const struct node *node = doc->root; node != NULL;
	    node = doc_next(doc->root, node, false)) {
		struct tables_entry *entry = node->type != ELEMENT_TABLE
		    ? NULL : find_entry(tables, node);
		if (entry == NULL)
			continue;
		struct str number = str_copy(tables->arena, node->number);
		struct str title = str_copy(tables->arena, doc->title);
		note_place(tables, entry, str_of(arena_printf(tables->arena,
		    "%s %s", title.p, number.p)));
		*sheet = arena_room(tables->arena, *sheet, count,
		    sizeof **sheet);
		(*sheet)[count++] = (struct xlsx_sheet){ entry->table, number,
		    title };
	}
	return count;
}
