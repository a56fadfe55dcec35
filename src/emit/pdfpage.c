/* pdfpage - what stands on a page of a PDF file that was read. */
#include "emit/pdfpage.h"

#include "base/arena.h"
#include "emit/pdfscan.h"

/* A page's content while it is read. */
struct content {
	struct arena *arena;
	bool *open;			/* each open mark: has it an id? */
	size_t depth;
	int64_t last;			/* id of the mark that begins */
	int64_t *id;
	size_t ids;
	const char *fault;
};

static bool paints(struct str word) {
	static const char *const painting[] = { "f", "F", "f*", "B", "B*", "b",
	    "b*", "S", "s", "Tj", "TJ", "'", "\"", "Do", "sh", "BI" };
	for (size_t i = 0; i < sizeof painting / sizeof painting[0]; i++)
		if (str_is(word, painting[i]))
			return true;
	return false;
}

static void open_mark(struct content *content) {
	content->open = arena_room(content->arena, content->open,
	    content->depth, sizeof *content->open);
	content->open[content->depth++] = content->last >= 0;
	if (content->last < 0)
		return;
	content->id = arena_room(content->arena, content->id, content->ids,
	    sizeof *content->id);
	content->id[content->ids++] = content->last;
	content->last = -1;
}

static void read_content(struct content *content, struct str text) {
	struct str token;
	while (pdfscan_token(&text, &token)) {
		if (str_is(token, "/MCID") && pdfscan_token(&text, &token))
			content->last = pdfscan_integer(token);
		else if (str_is(token, "BDC") || str_is(token, "BMC"))
			open_mark(content);
		else if (str_is(token, "EMC") && content->depth-- == 0)
			content->fault = "a mark ends that is not open";
		else if (paints(token) && content->depth == 0)
			content->fault = "something is painted outside of all "
			    "marks";
		else if (str_is(token, "k") || str_is(token, "K"))
			content->fault = "a colour is neither RGB nor grey";
		if (content->fault != NULL)
			return;
	}
	if (content->depth != 0)
		content->fault = "a mark has no end";
}

/* By id, the element that holds it in the tree. */
struct held {
	size_t *element;
	size_t ids;
};

static const char *find_held(const struct pdftree *tree, size_t page,
    struct held *held) {
	for (size_t i = 0; i < tree->leaves; i++) {
		const struct pdftree_leaf *leaf = &tree->leaf[i];
		if (leaf->page != page || leaf->id < 0)
			continue;
		if ((size_t)leaf->id >= held->ids)
			return "the tree names a mark that is not there";
		if (held->element[leaf->id] != 0)
			return "a mark stands twice in the tree";
		held->element[leaf->id] = tree->element[leaf->element].number;
	}
	return NULL;
}

/* The page's array in the parent tree, by id: an element or null. */
static const char *check_parents(const struct pdfread *file,
    const struct pdftree *tree, size_t page, const struct held *held) {
	int64_t key = pdfscan_integer(pdfscan_entry(
	    file->object[tree->page[page]].text, "/StructParents"));
	if (key < 0 || (size_t)key >= tree->parents)
		return "a page is not in the parent tree";
	struct str all = pdfscan_inside(pdfread_resolve(file,
	    tree->parent[key])), value;
	for (size_t id = 0; pdfscan_value(&all, &value); id++)
		if (pdfscan_reference(value)
		    != (id < held->ids ? held->element[id] : 0))
			return "the parent tree has another element of a mark";
	return NULL;
}

const char *pdfpage_check(const struct pdfread *file,
    const struct pdftree *tree, size_t page) {
	struct content content = { .arena = file->arena, .last = -1 };
	struct held held = { NULL, 0 };
	struct str text = pdfread_stream(file, pdfscan_reference(pdfscan_entry(
	    file->object[tree->page[page]].text, "/Contents")));
	if (text.p == NULL)
		return "a page has no content";
	read_content(&content, text);
	if (content.fault != NULL)
		return content.fault;
	for (size_t i = 0; i < content.ids; i++)
		if ((size_t)content.id[i] >= held.ids)
			held.ids = (size_t)content.id[i] + 1;
	if (held.ids > text.n)
		return "a mark has too great a number";
	held.element = arena_array(file->arena, held.ids,
	    sizeof *held.element);
	const char *fault = find_held(tree, tree->page[page], &held);
	for (size_t i = 0; i < content.ids && fault == NULL; i++)
		if (held.element[content.id[i]] == 0)
			fault = "a mark is not in the tree";
	return fault != NULL ? fault : check_parents(file, tree, page, &held);
}
