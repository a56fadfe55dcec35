/*
 * pdfcheck - does a PDF file keep the rules that a program can check?
 *
 * A line of `rules` each.  A rule says what is wrong at the first place that
 * it finds and NULL when all is well.
 */
#include "emit/pdfcheck.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/digest.h"
#include "emit/pdfpage.h"
#include "emit/pdfread.h"
#include "emit/pdfscan.h"
#include "emit/pdftext.h"
#include "emit/pdftree.h"

struct check {
	struct arena *arena;
	struct pdfread file;
	struct pdftree tree;
};

static bool has_word(struct str words, struct str word) {
	struct str each;
	while (str_word(&words, &each))
		if (str_equal(each, word))
			return true;
	return false;
}

static const char *at_element(struct check *check,
    const struct pdftree_element *element, const char *what) {
	return arena_printf(check->arena, "%.*s, object %zu: %s",
	    (int)element->type.n, element->type.p, element->number, what);
}

static const char *rule_catalog(struct check *check) {
	struct str catalog = check->tree.catalog;
	struct str mark = pdfread_entry(&check->file, catalog, "/MarkInfo");
	struct str view = pdfread_entry(&check->file, catalog,
	    "/ViewerPreferences");
	if (pdfread_entry(&check->file, catalog, "/Lang").n < 3)
		return "no /Lang";
	if (!str_is(pdfscan_entry(mark, "/Marked"), "true"))
		return "/MarkInfo does not say /Marked true";
	if (!str_is(pdfscan_entry(view, "/DisplayDocTitle"), "true"))
		return "/ViewerPreferences does not say /DisplayDocTitle true";
	return pdfscan_entry(catalog, "/OutputIntents").n == 0
	    ? "no /OutputIntents" : NULL;
}

static const char *rule_identity(struct check *check) {
	if (pdfscan_entry(check->file.trailer, "/ID").n == 0)
		return "no /ID";
	return pdfscan_entry(check->file.trailer, "/Encrypt").n > 0
	    ? "it is encrypted" : NULL;
}

static const char *rule_actions(struct check *check) {
	for (size_t i = 1; i < check->file.objects; i++) {
		struct str text = check->file.object[i].text, token;
		while (pdfscan_token(&text, &token))
			if (str_is(token, "/JavaScript")
			    || str_is(token, "/JS")
			    || str_is(token, "/Launch"))
				return "it holds a program";
	}
	return NULL;
}

static bool contains(struct str text, struct str part) {
	return part.n == 0 || memmem(text.p, text.n, part.p, part.n) != NULL;
}

/* `(D:20261031150000+00'00')` as `2026-10-31T15:00:00+00:00`. */
static struct str iso_date(struct check *check, struct str date) {
	const char *p = date.p + 3;
	return date.n < 25 ? (struct str){ "?", 1 }
	    : str_of(arena_printf(check->arena,
	    "%.4s-%.2s-%.2sT%.2s:%.2s:%.2s%.3s:%.2s<", p, p + 4, p + 6, p + 8,
	    p + 10, p + 12, p + 14, p + 18));
}

static const char *rule_metadata(struct check *check) {
	struct str xmp = pdfread_stream(&check->file, pdfscan_reference(
	    pdfscan_entry(check->tree.catalog, "/Metadata")));
	struct str info = pdfread_entry(&check->file, check->file.trailer,
	    "/Info");
	struct str title = pdftext_string(check->arena, pdfscan_entry(info,
	    "/Title"));
	if (xmp.p == NULL)
		return "no /Metadata";
	if (!contains(xmp, str_of("<pdfaid:part>3<"))
	    || !contains(xmp, str_of("<pdfaid:conformance>A<"))
	    || !contains(xmp, str_of("<pdfuaid:part>1<")))
		return "XMP does not say PDF/A-3a and PDF/UA-1";
	if (title.n == 0 || !contains(xmp, title))
		return "the title of XMP is not that of /Info";
	struct buf created = buf_in(check->arena);
	buf_text(&created, "<xmp:CreateDate>");
	buf_add(&created, iso_date(check, pdfscan_entry(info,
	    "/CreationDate")));
	if (!contains(xmp, buf_str(&created)))
		return "the dates of XMP are not those of /Info";
	return NULL;
}

static const char *rule_fonts(struct check *check) {
	for (size_t i = 1; i < check->file.objects; i++) {
		struct str font = check->file.object[i].text;
		if (!str_is(pdfscan_entry(font, "/Type"), "/Font"))
			continue;
		struct str kind = pdfscan_entry(font, "/Subtype");
		bool cid = str_starts(kind, "/CIDFont");
		struct str descriptor = pdfread_entry(&check->file, font,
		    "/FontDescriptor");
		if (!cid && pdfscan_entry(font, "/ToUnicode").n == 0)
			return "a font has no /ToUnicode";
		if (str_is(kind, "/CIDFontType2")
		    && pdfscan_entry(font, "/CIDToGIDMap").n == 0)
			return "a font has no /CIDToGIDMap";
		if (!str_is(kind, "/Type0") && !str_is(kind, "/Type3")
		    && pdfscan_entry(descriptor, "/FontFile2").n == 0
		    && pdfscan_entry(descriptor, "/FontFile3").n == 0
		    && pdfscan_entry(descriptor, "/FontFile").n == 0)
			return "a font is not embedded";
	}
	return NULL;
}

static const char *rule_parents(struct check *check) {
	const struct pdftree *tree = &check->tree;
	if (tree->elements == 0 || !str_is(tree->element[0].type, "/Document"))
		return "the tree does not begin with one Document";
	for (size_t i = 1; i < tree->elements; i++) {
		const struct pdftree_element *element = &tree->element[i];
		if (pdfscan_reference(pdfscan_entry(element->text, "/P"))
		    != tree->element[element->parent].number)
			return at_element(check, element, "/P is not its parent");
	}
	return NULL;
}

static const char *rule_headings(struct check *check) {
	int last = 0;
	for (size_t i = 0; i < check->tree.elements; i++) {
		const struct pdftree_element *element =
		    &check->tree.element[i];
		if (element->type.n != 3 || element->type.p[1] != 'H'
		    || element->type.p[2] < '1' || element->type.p[2] > '6')
			continue;
		int level = element->type.p[2] - '0';
		if (level > last + 1)
			return at_element(check, element, "a level is skipped");
		last = level;
	}
	return NULL;
}

/* What stands in what (ISO 32000-1, 14.8.4): the kid's parents, or the
 * parent's kids; "" for whatever. */
static const struct {
	const char *type, *parents, *kids;
} nesting[] = {
	{ "/Table", "", "/Caption /THead /TBody /TFoot /TR" },
	{ "/THead", "/Table", "/TR" },
	{ "/TBody", "/Table", "/TR" },
	{ "/TFoot", "/Table", "/TR" },
	{ "/TR", "/Table /THead /TBody /TFoot", "/TH /TD" },
	{ "/TH", "/TR", "" },
	{ "/TD", "/TR", "" },
	{ "/L", "", "/Caption /LI" },
	{ "/LI", "/L", "/Lbl /LBody" },
	{ "/LBody", "/LI", "" },
	{ "/TOC", "", "/Caption /TOC /TOCI" },
	{ "/TOCI", "/TOC", "" },
	{ "/Ruby", "", "/RB /RT /RP" },
	{ "/RB", "/Ruby", "" },
	{ "/RT", "/Ruby", "" },
	{ "/RP", "/Ruby", "" },
};

static const char *rule_nesting(struct check *check) {
	const struct pdftree *tree = &check->tree;
	for (size_t i = 1; i < tree->elements; i++) {
		const struct pdftree_element *element = &tree->element[i];
		struct str parent = tree->element[element->parent].type;
		for (size_t k = 0; k < sizeof nesting / sizeof nesting[0]; k++) {
			struct str parents = str_of(nesting[k].parents);
			struct str kids = str_of(nesting[k].kids);
			if (str_is(element->type, nesting[k].type)
			    && parents.n > 0 && !has_word(parents, parent))
				return at_element(check, element,
				    "it may not stand there");
			if (str_is(parent, nesting[k].type) && kids.n > 0
			    && !has_word(kids, element->type))
				return at_element(check, element,
				    "its parent may not hold it");
		}
	}
	return NULL;
}

static int64_t attribute(const struct pdftree_element *cell, const char *key) {
	int64_t n = pdfscan_integer(pdfscan_entry(pdfscan_entry(cell->text,
	    "/A"), key));
	return n < 1 ? 1 : n;
}

/* Columns that one row covers; `open`: rows that each column is still taken
 * by a cell above. */
struct row_sum {
	int64_t open[256];
	int64_t columns;
};

static void add_cell(struct row_sum *sum, const struct pdftree_element *cell) {
	int64_t columns = attribute(cell, "/ColSpan");
	int64_t rows = attribute(cell, "/RowSpan");
	while (sum->columns < 256 && sum->open[sum->columns] > 0)
		sum->open[sum->columns++]--;
	for (; columns > 0; columns--, sum->columns++)
		if (sum->columns < 256)
			sum->open[sum->columns] = rows - 1;
}

static int64_t end_row(struct row_sum *sum) {
	while (sum->columns < 256 && sum->open[sum->columns] > 0)
		sum->open[sum->columns++]--;
	int64_t columns = sum->columns;
	sum->columns = 0;
	return columns;
}

static bool is_row_of(const struct pdftree *tree, size_t row, size_t table) {
	const struct pdftree_element *element = &tree->element[row];
	if (!str_is(element->type, "/TR"))
		return false;
	return element->parent == table
	    || tree->element[element->parent].parent == table;
}

static const char *check_table(struct check *check, size_t table) {
	const struct pdftree *tree = &check->tree;
	struct row_sum sum = { .columns = 0 };
	int64_t columns = -1;
	for (size_t i = table + 1; i < tree->elements
	    && tree->element[i].parent != PDFTREE_NONE
	    && tree->element[i].parent >= table; i++) {
		if (!is_row_of(tree, i, table))
			continue;
		for (size_t k = i + 1; k < tree->elements
		    && tree->element[k].parent >= i; k++)
			if (tree->element[k].parent == i)
				add_cell(&sum, &tree->element[k]);
		int64_t here = end_row(&sum);
		if (columns >= 0 && here != columns)
			return at_element(check, &tree->element[i],
			    "the row has not the columns of its table");
		columns = here;
	}
	return NULL;
}

static const char *rule_tables(struct check *check) {
	for (size_t i = 0; i < check->tree.elements; i++) {
		const struct pdftree_element *element =
		    &check->tree.element[i];
		if (str_is(element->type, "/TH") && pdfscan_entry(
		    pdfscan_entry(element->text, "/A"), "/Scope").n == 0)
			return at_element(check, element, "no /Scope");
		const char *fault = str_is(element->type, "/Table")
		    ? check_table(check, i) : NULL;
		if (fault != NULL)
			return fault;
	}
	return NULL;
}

static const char *rule_figures(struct check *check) {
	for (size_t i = 0; i < check->tree.elements; i++) {
		const struct pdftree_element *element =
		    &check->tree.element[i];
		if (!str_is(element->type, "/Figure"))
			continue;
		if (pdftext_string(check->arena, pdfscan_entry(element->text,
		    "/Alt")).n == 0)
			return at_element(check, element, "no /Alt");
		if (pdfscan_entry(pdfscan_entry(element->text, "/A"),
		    "/BBox").n == 0)
			return at_element(check, element, "no /BBox");
	}
	return NULL;
}

static const char *rule_notes(struct check *check) {
	const struct pdftree *tree = &check->tree;
	for (size_t i = 0; i < tree->elements; i++) {
		if (!str_is(tree->element[i].type, "/Note"))
			continue;
		struct str id = pdfscan_entry(tree->element[i].text, "/ID");
		if (id.n == 0)
			return at_element(check, &tree->element[i], "no /ID");
		for (size_t k = 0; k < i; k++)
			if (str_equal(id, pdfscan_entry(tree->element[k].text,
			    "/ID")))
				return at_element(check, &tree->element[i],
				    "its /ID is taken");
	}
	return NULL;
}

/* Does the ruby hold a base and its reading, without or with the brackets
 * around it, in this order (ISO 32000-1, 14.8.4.4)? */
static bool is_ruby(struct check *check, size_t ruby) {
	const struct pdftree *tree = &check->tree;
	struct buf kids = buf_in(check->arena);
	for (size_t i = ruby + 1; i < tree->elements
	    && tree->element[i].parent >= ruby; i++)
		if (tree->element[i].parent == ruby)
			buf_add(&kids, tree->element[i].type);
	return str_is(buf_str(&kids), "/RB/RT")
	    || str_is(buf_str(&kids), "/RB/RP/RT/RP");
}

static const char *rule_rubies(struct check *check) {
	const struct pdftree *tree = &check->tree;
	for (size_t i = 0; i < tree->elements; i++)
		if (str_is(tree->element[i].type, "/Ruby")
		    && !is_ruby(check, i))
			return at_element(check, &tree->element[i],
			    "not a base and its reading");
	return NULL;
}

/* The mark of a footnote is a Reference, which holds the link to it. */
static const char *rule_references(struct check *check) {
	const struct pdftree *tree = &check->tree;
	for (size_t i = 0; i < tree->elements; i++) {
		if (!str_is(tree->element[i].type, "/Reference"))
			continue;
		if (i + 1 == tree->elements || tree->element[i + 1].parent != i
		    || !str_is(tree->element[i + 1].type, "/Link"))
			return at_element(check, &tree->element[i],
			    "it leads nowhere");
	}
	return NULL;
}

/* The element that the parent tree gives for an annotation, if it holds it. */
static bool is_held(const struct pdftree *tree, size_t annotation,
    struct str parent) {
	for (size_t i = 0; i < tree->leaves; i++)
		if (tree->leaf[i].annotation == annotation)
			return tree->element[tree->leaf[i].element].number
			    == pdfscan_reference(parent)
			    && str_is(tree->element[tree->leaf[i].element].type,
			    "/Link");
	return false;
}

static const char *check_link(struct check *check, size_t number) {
	const struct pdftree *tree = &check->tree;
	struct str link = check->file.object[number].text;
	int64_t key = pdfscan_integer(pdfscan_entry(link, "/StructParent"));
	if (pdftext_string(check->arena, pdfscan_entry(link, "/Contents")).n == 0)
		return "a link has no /Contents";
	if (!str_is(pdfscan_entry(link, "/F"), "4"))
		return "a link is not printed (/F 4)";
	if (key < 0 || (size_t)key >= tree->parents
	    || !is_held(tree, number, tree->parent[key]))
		return "a link is not in the tree";
	return NULL;
}

static const char *rule_links(struct check *check) {
	for (size_t p = 0; p < check->tree.pages; p++) {
		struct str links = pdfscan_inside(pdfread_entry(&check->file,
		    check->file.object[check->tree.page[p]].text, "/Annots"));
		struct str link;
		while (pdfscan_value(&links, &link)) {
			size_t number = pdfscan_reference(link);
			const char *fault = number == 0
			    || number >= check->file.objects
			    ? "a link is not there"
			    : check_link(check, number);
			if (fault != NULL)
				return fault;
		}
	}
	return NULL;
}

static const char *rule_marks(struct check *check) {
	const char *fault = NULL;
	for (size_t p = 0; p < check->tree.pages && fault == NULL; p++)
		fault = pdfpage_check(&check->file, &check->tree, p);
	return fault;
}

static const char *rule_glyphs(struct check *check) {
	struct pdftext text = { &check->file, NULL, 0 };
	for (size_t p = 0; p < check->tree.pages; p++) {
		const char *fault = pdftext_page(&text,
		    check->tree.page[p]).fault;
		if (fault != NULL)
			return arena_printf(check->arena, "page %zu: %s",
			    p + 1, fault);
	}
	return NULL;
}

/* The bytes are there, and what is said of them is so (ISO 19005-3, 6.8). */
static const char *check_embedded(struct check *check, size_t number) {
	struct str entries = number == 0 || number >= check->file.objects
	    ? (struct str){ NULL, 0 } : check->file.object[number].text;
	struct str said = pdfscan_entry(entries, "/Params");
	struct str bytes = pdfread_stream(&check->file, number);
	struct str sum = digest_md5(check->arena, bytes);
	if (bytes.p == NULL)
		return "its bytes cannot be read";
	if (pdfscan_entry(entries, "/Subtype").n < 4)
		return "no media type";
	if (pdfscan_integer(pdfscan_entry(said, "/Size"))
	    != (int64_t)bytes.n)
		return "its /Size is another";
	if (!str_equal(pdftext_bytes(check->arena, pdfscan_entry(said,
	    "/CheckSum")), pdftext_bytes(check->arena, str_of(arena_printf(
	    check->arena, "<%.*s>", (int)sum.n, sum.p)))))
		return "its /CheckSum is another";
	return pdfscan_entry(said, "/ModDate").n == 0 ? "no /ModDate" : NULL;
}

static const char *check_attached(struct check *check, struct str name,
    struct str value, struct str listed) {
	static const char relations[] = "/Source /Data /Alternative /Supplement"
	    " /Unspecified";
	struct str file = pdfread_resolve(&check->file, value), each;
	struct str title = pdftext_string(check->arena, pdfscan_entry(file,
	    "/UF"));
	bool found = false;
	while (!found && pdfscan_value(&listed, &each))
		found = str_equal(each, value);
	if (!found)
		return "not in /AF";
	if (title.n == 0 || !str_equal(title, pdftext_string(check->arena,
	    name)) || pdfscan_entry(file, "/F").n == 0)
		return "it has another name";
	if (!has_word(str_of(relations), pdfscan_entry(file,
	    "/AFRelationship")))
		return "no /AFRelationship";
	return check_embedded(check, pdfscan_reference(pdfscan_entry(
	    pdfscan_entry(file, "/EF"), "/F")));
}

/* Every file of the name tree, which geppo writes as one node in order. */
static const char *rule_attachments(struct check *check) {
	struct str catalog = check->tree.catalog, name, value;
	struct str listed = pdfscan_inside(pdfscan_entry(catalog, "/AF"));
	struct str last = { NULL, 0 };
	struct str names = pdfscan_inside(pdfread_entry(&check->file,
	    pdfread_entry(&check->file, pdfscan_entry(catalog, "/Names"),
	    "/EmbeddedFiles"), "/Names"));
	if (str_trim(names).n == 0 && str_trim(listed).n > 0)
		return "a file of /AF has no name";
	while (pdfscan_value(&names, &name) && pdfscan_value(&names, &value)) {
		const char *fault = str_compare(last, name) >= 0
		    ? "out of order" : check_attached(check, name, value,
		    listed);
		if (fault != NULL)
			return arena_printf(check->arena, "%s: %s",
			    str_z(check->arena, pdftext_string(check->arena,
			    name)), fault);
		last = name;
	}
	return NULL;
}

static const struct {
	const char *name;
	const char *(*holds)(struct check *);
} rules[] = {
	{ "identity", rule_identity },
	{ "catalog", rule_catalog },
	{ "metadata", rule_metadata },
	{ "actions", rule_actions },
	{ "fonts", rule_fonts },
	{ "parents", rule_parents },
	{ "headings", rule_headings },
	{ "nesting", rule_nesting },
	{ "tables", rule_tables },
	{ "figures", rule_figures },
	{ "notes", rule_notes },
	{ "references", rule_references },
	{ "rubies", rule_rubies },
	{ "links", rule_links },
	{ "marks", rule_marks },
	{ "glyphs", rule_glyphs },
	{ "attachments", rule_attachments },
};

size_t pdfcheck_file(struct arena *arena, struct str bytes,
    const struct pdfcheck_sink *sink) {
	struct check check = { .arena = arena,
	    .file = pdfread_open(arena, bytes) };
	size_t broken = 0;
	if (check.file.fault != NULL) {
		sink->broken(sink->self, "file", check.file.fault);
		return 1;
	}
	check.tree = pdftree_of(&check.file);
	for (size_t i = 0; i < sizeof rules / sizeof rules[0]; i++) {
		const char *what = rules[i].holds(&check);
		if (what == NULL)
			continue;
		broken++;
		sink->broken(sink->self, rules[i].name, what);
	}
	return broken;
}
