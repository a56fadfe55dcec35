/* pdftree - the structure tree of a PDF file that was read, and its pages. */
#include "emit/pdftree.h"

#include "base/arena.h"
#include "emit/pdfscan.h"

/* An element that is still to be read, or a leaf in its place among them. */
struct due {
	size_t number, parent;
	struct pdftree_leaf leaf;	/* of number 0 */
};

struct walk {
	const struct pdfread *file;
	struct pdftree tree;
	struct due *due;
	size_t dues;
	bool *seen;			/* by object: no element stands twice */
};

static void add_due(struct walk *walk, struct due due) {
	walk->due = arena_room(walk->file->arena, walk->due, walk->dues,
	    sizeof *walk->due);
	walk->due[walk->dues++] = due;
}

static void add_element(struct walk *walk, size_t number, size_t parent) {
	if (number == 0 || number >= walk->file->objects
	    || walk->seen[number])
		return;
	walk->seen[number] = true;
	add_due(walk, (struct due){ .number = number, .parent = parent });
}

static void add_leaf(struct walk *walk, struct pdftree_leaf leaf) {
	struct pdftree *tree = &walk->tree;
	tree->leaf = arena_room(walk->file->arena, tree->leaf, tree->leaves,
	    sizeof *tree->leaf);
	tree->leaf[tree->leaves++] = leaf;
}

/* One kid: an id of the element's page, a dictionary, or an element. */
static void read_kid(struct walk *walk, size_t element, size_t page,
    struct str kid) {
	size_t number = pdfscan_reference(kid);
	if (number != 0) {
		add_element(walk, number, element);
		return;
	}
	int64_t id = pdfscan_integer(kid);
	size_t of = pdfscan_reference(pdfscan_entry(kid, "/Pg"));
	if (of != 0)
		page = of;
	if (id < 0)
		id = pdfscan_integer(pdfscan_entry(kid, "/MCID"));
	add_due(walk, (struct due){ .leaf = { element, page, id,
	    pdfscan_reference(pdfscan_entry(kid, "/Obj")) } });
}

static void turn(struct due *due, size_t count) {
	for (size_t i = 0; i < count / 2; i++) {
		struct due swap = due[i];
		due[i] = due[count - 1 - i];
		due[count - 1 - i] = swap;
	}
}

/* A leaf, or an element; its kids become due, the first on top. */
static void read_due(struct walk *walk, struct due due) {
	struct pdftree *tree = &walk->tree;
	if (due.number == 0) {
		add_leaf(walk, due.leaf);
		return;
	}
	struct str text = walk->file->object[due.number].text, kid;
	struct str kids = pdfscan_entry(text, "/K");
	size_t page = pdfscan_reference(pdfscan_entry(text, "/Pg"));
	size_t index = tree->elements, dues = walk->dues;
	tree->element = arena_room(walk->file->arena, tree->element, index,
	    sizeof *tree->element);
	tree->element[tree->elements++] = (struct pdftree_element){
	    due.number, due.parent, pdfscan_entry(text, "/S"), text };
	if (kids.n > 0 && kids.p[0] == '[')
		kids = pdfscan_inside(kids);
	while (pdfscan_value(&kids, &kid))
		read_kid(walk, index, page, kid);
	if (walk->dues > dues)
		turn(walk->due + dues, walk->dues - dues);
}

/* The numbers of the parent tree, which geppo writes as one node. */
static void read_parents(struct walk *walk) {
	struct pdftree *tree = &walk->tree;
	struct str nums = pdfscan_inside(pdfread_entry(walk->file,
	    pdfscan_entry(tree->root, "/ParentTree"), "/Nums")), key, value;
	int64_t next = pdfscan_integer(pdfscan_entry(tree->root,
	    "/ParentTreeNextKey"));
	if (next < 0 || (size_t)next > walk->file->bytes.n)
		return;
	tree->parents = (size_t)next;
	tree->parent = arena_array(walk->file->arena, tree->parents,
	    sizeof *tree->parent);
	while (pdfscan_value(&nums, &key) && pdfscan_value(&nums, &value)) {
		int64_t n = pdfscan_integer(key);
		if (n >= 0 && n < next)
			tree->parent[n] = value;
	}
}

struct pdftree pdftree_of(const struct pdfread *file) {
	struct walk walk = { .file = file };
	struct pdftree *tree = &walk.tree;
	struct str value;
	tree->catalog = pdfread_entry(file, file->trailer, "/Root");
	tree->root = pdfread_entry(file, tree->catalog, "/StructTreeRoot");
	walk.seen = arena_array(file->arena, file->objects + 1,
	    sizeof *walk.seen);
	struct str kids = pdfscan_inside(pdfread_entry(file,
	    pdfscan_entry(tree->catalog, "/Pages"), "/Kids"));
	while (pdfscan_value(&kids, &value)) {
		size_t number = pdfscan_reference(value);
		if (number == 0 || number >= file->objects)
			continue;
		tree->page = arena_room(file->arena, tree->page, tree->pages,
		    sizeof *tree->page);
		tree->page[tree->pages++] = number;
	}
	read_parents(&walk);
	struct str root = pdfscan_entry(tree->root, "/K");
	add_element(&walk, pdfscan_reference(root), PDFTREE_NONE);
	while (walk.dues > 0)
		read_due(&walk, walk.due[--walk.dues]);
	return walk.tree;
}
