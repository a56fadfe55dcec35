/* pdfcheck - a tagged PDF of a made document, then the same with each rule
 * broken on purpose. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/file.h"
#include "doc/doc.h"
#include "emit/pdf.h"
#include "emit/pdfattach.h"
#include "emit/pdfbody.h"
#include "emit/pdfcheck.h"
#include "emit/pdfread.h"
#include "emit/pdfscan.h"
#include "emit/pdftree.h"

static struct arena *arena;
static char path[] = "/tmp/geppo-pdf-XXXXXX";

static struct node *add(struct node *parent, enum element type) {
	struct node *node = arena_alloc(arena, sizeof *node);
	node->type = type;
	node->parent = parent;
	node->prev = parent == NULL ? NULL : parent->last;
	if (parent != NULL) {
		if (parent->last == NULL)
			parent->first = node;
		else
			parent->last->next = node;
		parent->last = node;
	}
	return node;
}

static struct node *add_text(struct node *parent, enum element type,
    const char *text) {
	struct node *node = add(parent, type);
	add(node, ELEMENT_TEXT)->text = str_of(text);
	return node;
}

static struct node *add_cell(struct node *row, int columns) {
	struct node *cell = add(row, ELEMENT_CELL);
	cell->u.cell.colspan = columns;
	cell->u.cell.rowspan = 1;
	return cell;
}

struct made {
	struct doc doc;
	struct node *section, *title, *p, *ref, *item, *head, *cell, *chart;
	struct node *note, *alt, *last, *ruby, *footnote;
};

static struct made make(void) {
	struct made m = { .doc = { .language = str_of("ja"),
	    .title = str_of("表題"), .vendor = str_of("会社") } };
	struct node *root = m.doc.root = add(NULL, ELEMENT_DOCUMENT);
	m.section = add(root, ELEMENT_SECTION);
	m.section->u.section.level = 1;
	m.section->id = str_of("one");
	m.title = add_text(m.section, ELEMENT_TITLE, "章");
	m.p = add(m.section, ELEMENT_P);
	m.ref = add_text(m.p, ELEMENT_REF, "表1");
	m.ref->u.ref.target = m.section;
	m.item = add(add(m.section, ELEMENT_LIST), ELEMENT_ITEM);
	add(m.item, ELEMENT_P);
	struct node *table = add(m.section, ELEMENT_TABLE);
	m.head = add_cell(add(add(table, ELEMENT_HEAD), ELEMENT_ROW), 2);
	struct node *row = add(add(table, ELEMENT_BODY), ELEMENT_ROW);
	m.cell = add_cell(row, 1);
	add_cell(row, 1);
	struct node *figure = add(m.section, ELEMENT_FIGURE);
	m.chart = add(figure, ELEMENT_CHART);
	m.alt = add_text(figure, ELEMENT_ALT, "上がる");
	m.note = add(m.section, ELEMENT_NOTE);
	m.last = add(m.section, ELEMENT_P);
	m.ruby = add(m.last, ELEMENT_RUBY);
	m.footnote = add_text(m.last, ELEMENT_FOOTNOTE, "注釈");
	m.footnote->id = str_of("n");
	m.footnote->number = str_of("注1");
	return m;
}

static struct item box(const struct node *node, enum item_part part) {
	return (struct item){ .kind = ITEM_BOX, .node = node, .part = part,
	    .w = 9216, .h = 9216, .filled = true };
}

static struct item area(const struct node *node, enum item_part part,
    const char *target) {
	return (struct item){ .kind = ITEM_LINK, .node = node, .part = part,
	    .w = 9216, .h = 9216, .target = str_of(target) };
}

static struct item spot(const char *id) {
	return (struct item){ .kind = ITEM_ANCHOR, .target = str_of(id) };
}

/* The document on two pages; the head of its table stands on both. */
static struct str written(const struct made *m) {
	struct item first[] = { spot("one"),
	    box(m->title, PART_TEXT), box(NULL, PART_TEXT),
	    box(m->p, PART_TEXT), box(m->ref, PART_TEXT),
	    area(m->ref, PART_TEXT, "#one"),
	    box(m->item, PART_LABEL), box(m->item->first, PART_TEXT),
	    box(m->head, PART_TEXT) };
	struct item second[] = { box(m->p, PART_TEXT), box(m->head, PART_TEXT),
	    box(m->cell, PART_TEXT), box(m->chart, PART_TEXT),
	    box(m->note, PART_TEXT), box(m->ruby, PART_TEXT),
	    box(m->ruby, PART_READING), spot("n-mark"),
	    box(m->footnote, PART_MARK), area(m->footnote, PART_MARK, "#n"),
	    spot("n"), box(m->footnote, PART_TEXT),
	    box(m->footnote, PART_LABEL),
	    area(m->footnote, PART_LABEL, "#n-mark") };
	struct fragment page[] = { { 600000, 800000, first,
	    sizeof first / sizeof first[0] }, { 600000, 800000, second,
	    sizeof second / sizeof second[0] } };
	struct str label[] = { str_of("1"), str_of("2") };
	struct frame frame = { .doc = &m->doc, .page = page, .label = label,
	    .pages = 2 };
	struct pdfattach_file file[] = { { str_of("a.csv"), str_of("表1"),
	    "text/csv", "Data", str_of("1,2\n") }, { str_of("facts.xml"),
	    str_of("数値"), "application/xml", "Source", str_of("<a/>") } };
	const struct pdfattach attach = { file, 2 };
	struct str bytes;
	struct file_out *out = file_create(path);
	assert_null(pdf_write(&frame, &attach, out));
	assert_true(file_commit(out));
	assert_true(file_read(arena, path, 1 << 24, &bytes));
	return bytes;
}

static char found[1024];

static void note_rule(void *self, const char *rule, const char *what) {
	(void)self;
	(void)what;
	size_t n = strlen(found);
	snprintf(found + n, sizeof found - n, "%s ", rule);
}

static const char *broken(struct str bytes) {
	const struct pdfcheck_sink sink = { NULL, note_rule };
	found[0] = '\0';
	pdfcheck_file(arena, bytes, &sink);
	return found;
}

static struct str replaced(struct str text, const char *from,
    const char *to) {
	const char *at = memmem(text.p, text.n, from, strlen(from));
	if (at == NULL)
		return text;
	struct buf buf = buf_in(arena);
	buf_add(&buf, (struct str){ text.p, (size_t)(at - text.p) });
	buf_text(&buf, to);
	at += strlen(from);
	buf_add(&buf, (struct str){ at, (size_t)(text.p + text.n - at) });
	return buf_str(&buf);
}

/* A stream's dictionary without brackets, length and filter. */
static const char *entries(struct str text) {
	struct buf buf = buf_in(arena);
	struct str name, value;
	pdfscan_token(&text, &name);
	while (pdfscan_token(&text, &name) && pdfscan_value(&text, &value)) {
		if (str_is(name, "/Length") || str_is(name, "/Filter")
		    || str_is(value, "/ObjStm"))
			continue;
		buf_add(&buf, name);
		buf_char(&buf, ' ');
		buf_add(&buf, value);
	}
	return buf_z(&buf);
}

/* The rules that the file breaks when `from` stands as `to` wherever it is
 * first in an object. */
static const char *changed(const char *from, const char *to) {
	struct made m = make();
	struct pdfread file = pdfread_open(arena, written(&m));
	struct file_out *out = file_create(path);
	struct arena *scratch = arena_new();
	struct pdfbody body = pdfbody_begin(arena, scratch, out);
	assert_null(file.fault);
	for (size_t i = 1; i < file.objects; i++)
		pdfbody_number(&body);
	for (size_t i = 1; i < file.objects; i++) {
		struct str text = file.object[i].text;
		if (!file.object[i].streams)
			pdfbody_set(&body, i, replaced(text, from, to));
		else
			pdfbody_stream(&body, i, entries(text), replaced(
			    pdfread_stream(&file, i), from, to));
	}
	struct str bytes;
	pdfbody_end(&body, pdfscan_reference(pdfscan_entry(
	    file.trailer, "/Root")), pdfscan_reference(pdfscan_entry(
	    file.trailer, "/Info")));
	arena_free(scratch);
	assert_true(file_commit(out));
	assert_true(file_read(arena, path, 1 << 24, &bytes));
	return broken(bytes);
}

static void test_clean(void **state) {
	(void)state;
	struct made m = make();
	struct str once = written(&m), again = written(&m);
	assert_true(str_equal(once, again));
	assert_string_equal(broken(once), "");
	assert_string_equal(changed("nothing of it", ""), "");
}

/* Reading order: types of all elements, and what is on two pages. */
static void test_tree(void **state) {
	(void)state;
	struct made m = make();
	struct pdfread file = pdfread_open(arena, written(&m));
	struct pdftree tree = pdftree_of(&file);
	struct buf types = buf_in(arena);
	for (size_t i = 0; i < tree.elements; i++)
		buf_add(&types, tree.element[i].type);
	assert_string_equal(buf_z(&types), "/Document/Sect/H1/P/Link/L/LI/Lbl"
	    "/LBody/P/Table/THead/TR/TH/TBody/TR/TD/TD/Div/Figure/Note"
	    "/P/Ruby/RB/RT/Reference/Link/Note/Lbl/Link");
	size_t paragraph = 0, head = 0, annotations = 0;
	for (size_t i = 0; i < tree.leaves; i++) {
		paragraph += tree.leaf[i].element == 3;
		head += tree.leaf[i].element == 13;
		annotations += tree.leaf[i].annotation != 0;
	}
	assert_int_equal(paragraph, 2);
	assert_int_equal(head, 1);
	assert_int_equal(annotations, 3);
}

static void test_document(void **state) {
	(void)state;
	struct made m = make();
	m.section->u.section.level = 3;
	assert_string_equal(broken(written(&m)), "headings ");
	m = make();
	m.head->u.cell.colspan = 3;
	assert_string_equal(broken(written(&m)), "tables ");
	m = make();
	m.alt->first->text = str_of("");
	assert_string_equal(broken(written(&m)), "figures ");
	m = make();
	m.doc.title = str_of("");
	assert_string_equal(broken(written(&m)), "metadata ");
}

static void test_rules(void **state) {
	(void)state;
	assert_string_equal(changed("/Marked true", "/Marked false"),
	    "catalog ");
	assert_string_equal(changed("/OutputIntents", "/Intents"), "catalog ");
	assert_string_equal(changed("<pdfuaid:part>1", "<pdfuaid:part>2"),
	    "metadata ");
	assert_string_equal(changed("/CreationDate(D:1970",
	    "/CreationDate(D:1971"), "metadata ");
	assert_string_equal(changed("/Type/Catalog",
	    "/Type/Catalog/OpenAction<</S/JavaScript>>"), "actions ");
	assert_string_equal(changed("/S/Document", "/S/Part"), "parents ");
	assert_string_equal(changed("/S/LBody", "/S/P"), "nesting ");
	assert_string_equal(changed("/Scope/Column", ""), "tables ");
	assert_string_equal(changed("/BBox", "/Box"), "figures ");
	assert_string_equal(changed("/ID(note-1)", ""), "notes ");
	assert_string_equal(changed("/ID(note-2)", "/ID(note-1)"), "notes ");
	assert_string_equal(changed("/S/RB", "/S/RT"), "rubies ");
	assert_string_equal(changed("/S/Ruby", "/S/Span"), "nesting ");
	assert_string_equal(changed("/S/RT", "/S/Span"), "nesting rubies ");
	assert_string_equal(changed("/S/Lbl", "/S/Reference"),
	    "nesting references ");
	assert_string_equal(changed("Link/F 4", "Link/F 0"), "links ");
	assert_string_equal(changed("/Contents<FEFF", "/Said<FEFF"), "links ");
	assert_string_equal(changed("/StructParent ", "/Parent "), "links ");
	assert_string_equal(changed("/StructParents ", "/Parents "), "marks ");
	assert_string_equal(changed("/Artifact BMC", ""), "marks ");
	assert_string_equal(changed("/MCID 1 ", "/MCID 9 "), "marks ");
	assert_string_equal(changed(" rg", " k"), "marks ");
	assert_string_equal(changed("[null ", "["), "marks ");
}

static void test_file(void **state) {
	(void)state;
	struct made m = make();
	struct str bytes = written(&m);
	for (size_t cut = 37; cut < bytes.n; cut += 37)
		assert_string_equal(broken((struct str){ bytes.p,
		    bytes.n - cut }), "file ");
}

static int set_up(void **state) {
	(void)state;
	arena = arena_new();
	return 0;
}

static int tear_down(void **state) {
	(void)state;
	remove(path);
	arena_free(arena);
	return 0;
}

int main(void) {
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_clean, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_tree, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_document, set_up,
		    tear_down),
		cmocka_unit_test_setup_teardown(test_rules, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_file, set_up, tear_down),
	};
	int fd = mkstemp(path);
	if (fd < 0)
		return 1;
	fclose(fdopen(fd, "w"));
	return cmocka_run_group_tests(tests, NULL, NULL);
}
