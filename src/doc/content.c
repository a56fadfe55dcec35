/*
 * content - what a grammar cannot say about a document.
 *
 * A fault here is one of a template or stylesheet, never of data: it refuses
 * the document.  Messages name ids, since a document that was built has no
 * lines to point at.
 */
#include "doc/content.h"

#include "base/arena.h"
#include "base/diag.h"
#include "xml/xmlnode.h"

/* The nodes with an id, sorted by it. */
struct ids {
	struct node **at;
	size_t count;
};

static int id_order(const void *a, const void *b) {
	struct node *const *left = a, *const *right = b;
	return str_compare((*left)->id, (*right)->id);
}

static struct node *id_find(const struct ids *ids, struct str id) {
	struct node sought = { .id = id }, *key = &sought;
	struct node **found = ids->count == 0 ? NULL
	    : bsearch(&key, ids->at, ids->count, sizeof *ids->at, id_order);
	return found == NULL ? NULL : *found;
}

static struct ids ids_of(struct arena *arena, struct node *root) {
	struct ids ids = { NULL, 0 };
	for (const struct node *node = root; node != NULL;
	    node = doc_next(root, node, false)) {
		if (node->id.n == 0)
			continue;
		ids.at = arena_room(arena, ids.at, ids.count, sizeof *ids.at);
		ids.at[ids.count++] = (struct node *)node;
	}
	if (ids.count > 0)
		qsort(ids.at, ids.count, sizeof *ids.at, id_order);
	return ids;
}

static bool ids_unique(const struct ids *ids) {
	bool good = true;
	for (size_t i = 1; i < ids->count; i++) {
		if (!str_equal(ids->at[i - 1]->id, ids->at[i]->id))
			continue;
		diag(DIAG_DOC_ID, NULL, diag_str(ids->at[i]->id), NULL);
		good = false;
	}
	return good;
}

static bool ref_resolve(const struct ids *ids, struct node *ref) {
	struct str to = xmlnode_attr(ref->xml, "to");
	ref->u.ref.target = id_find(ids, to);
	if (ref->u.ref.target != NULL)
		return true;
	diag(DIAG_DOC_REF, NULL, diag_str(to), NULL);
	return false;
}

/*
 * Lay the row's cells over the columns that no cell of an earlier row still
 * takes; taken[c] counts the rows that column c is taken for, this one too.
 */
static bool row_fits(const struct node *row, int *taken, size_t columns) {
	size_t column = 0;
	for (const struct node *cell = row->first; cell != NULL;
	    cell = cell->next) {
		while (column < columns && taken[column] > 0)
			column++;
		for (int i = 0; i < cell->u.cell.colspan; i++, column++) {
			if (column >= columns || taken[column] > 0)
				return false;
			taken[column] = cell->u.cell.rowspan;
		}
	}
	for (column = 0; column < columns; column++)
		if (taken[column]-- <= 0)
			return false;
	return true;
}

/* A group's spans end inside it. */
static bool group_fits(struct arena *arena, const struct node *group,
    size_t columns) {
	int *taken = arena_array(arena, columns, sizeof *taken);
	for (const struct node *row = group->first; row != NULL;
	    row = row->next)
		if (!row_fits(row, taken, columns))
			return false;
	for (size_t column = 0; column < columns; column++)
		if (taken[column] > 0)
			return false;
	return true;
}

static bool table_fits(struct arena *arena, const struct node *table) {
	for (const struct node *group = table->first; group != NULL;
	    group = group->next) {
		if (group->type != ELEMENT_HEAD && group->type != ELEMENT_BODY
		    && group->type != ELEMENT_FOOT)
			continue;
		if (group_fits(arena, group, table->u.table.columns))
			continue;
		diag(DIAG_DOC_TABLE, NULL, diag_str(table->id), NULL);
		return false;
	}
	return true;
}

static bool edges_join(const struct node *diagram) {
	for (size_t i = 0; i < diagram->u.diagram.edges; i++) {
		const struct doc_graph_edge *edge = &diagram->u.diagram.edge[i];
		if (edge->from < diagram->u.diagram.nodes
		    && edge->to < diagram->u.diagram.nodes)
			continue;
		diag(DIAG_DOC_EDGE, NULL, diag_str(diagram->parent->id), NULL);
		return false;
	}
	return true;
}

static bool node_fits(struct arena *arena, const struct ids *ids,
    struct node *node) {
	switch (node->type) {
	case ELEMENT_REF: return ref_resolve(ids, node);
	case ELEMENT_TABLE: return table_fits(arena, node);
	case ELEMENT_DIAGRAM: return edges_join(node);
	default: return true;
	}
}

bool content_check(struct arena *arena, struct doc *doc) {
	struct ids ids = ids_of(arena, doc->root);
	bool good = ids_unique(&ids);
	for (const struct node *node = doc->root; node != NULL;
	    node = doc_next(doc->root, node, false))
		good = node_fits(arena, &ids, (struct node *)node) && good;
	return good;
}
