/*
 * randomdoc - random documents through the typesetter and the PDF writer.
 *
 * Whatever stands in a document, setting it ends, loses no text, leaves no
 * page, lets no text lie on another, repeats the heads of tables, leaves no
 * heading alone at the foot of a page, no footnote away from its mark, and
 * gives a PDF without a fault.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/diag.h"
#include "doc/content.h"
#include "doc/docxml.h"
#include "emit/pdf.h"
#include "emit/pdfattach.h"
#include "emit/pdfcheck.h"
#include "set/typeset.h"
#include "table.h"
#include "xml/xml.h"

#define DOCUMENTS 14
#define COLUMNS 8
#define ROWS 40

static struct arena *arena;
static struct fonts *fonts;
static struct buf xml;
static uint64_t seed;
static int marks, ids;

static int64_t dice(int64_t n) {
	return table_between(&seed, 0, n - 1);
}

static void put(const char *text) {
	buf_text(&xml, text);
}

/* --- writing a document --- */

/* Every text begins with a mark of its own, so that no other stands for it. */
static void put_mark(void) {
	put(arena_printf(arena, "N%dE", ++marks));
}

static void put_words(int64_t most) {
	static const char *const word[] = { "a ", "outage ", "運用", "保守、",
		"「計測」。", "12,345千円", "（令和8年度）", "ＡＢ", "ｱｲｳ",
		"https://example.lg.jp/a/b?c=d&amp;e=f ", "―", "ー", "…",
		"&lt;b&gt; ", "99.95%", "漢字かな交じり文の続き" };
	put_mark();
	for (int64_t n = dice(most + 1); n > 0; n--)
		put(word[dice(16)]);
	if (dice(12) == 0)
		for (int64_t n = dice(300); n > 0; n--)
			put("x");
}

static void put_inlines(int64_t most) {
	static const char *const open[] = { "<em>", "<strong>", "<code>",
		"<status tone='bad'>", "<link href='https://example.lg.jp/'>" };
	static const char *const close[] = { "</em>", "</strong>", "</code>",
		"</status>", "</link>" };
	put_words(most);
	for (int64_t n = dice(4); n > 0; n--) {
		int64_t kind = dice(5);
		put(open[kind]);
		put_words(most / 4);
		put(close[kind]);
		put_words(2);
	}
	if (dice(6) == 0)
		put("<ruby base='稼働率'>かどうりつ</ruby>");
}

static void put_footnote(int64_t most) {
	ids++;
	put(arena_printf(arena, "<footnote id='n%d' number='注%d'>", ids, ids));
	put_inlines(most);
	put("</footnote>");
}

/* What a paragraph or cell holds: sometimes a footnote in it. */
static void put_noted(int64_t most) {
	put_inlines(most);
	if (dice(9) != 0)
		return;
	put_footnote(dice(12) == 0 ? 1500 : 12);
	put_words(dice(3));
}

static void put_element(const char *name, int64_t most) {
	put(arena_printf(arena, "<%s>", name));
	put_inlines(most);
	put(arena_printf(arena, "</%s>", name));
}

/* How far the cell at a free place reaches; the first column never spans
 * rows, so that each row has a cell. */
static void put_cell(bool taken[ROWS][COLUMNS], int row, int column, int rows,
    int columns) {
	int wide = 1, tall = 1;
	while (column + wide < columns && !taken[row][column + wide]
	    && dice(5) == 0)
		wide++;
	while (column > 0 && row + tall < rows && dice(6) == 0)
		tall++;
	for (int r = row; r < row + tall; r++)
		for (int c = column; c < column + wide; c++)
			taken[r][c] = true;
	put(arena_printf(arena, "<cell colspan='%d' rowspan='%d'>", wide, tall));
	if (dice(8) != 0)
		put_noted(dice(30) == 0 ? 900 : 6);
	put("</cell>");
}

static void put_rows(const char *group, int rows, int columns) {
	bool taken[ROWS][COLUMNS] = { { false } };
	put(arena_printf(arena, "<%s>", group));
	for (int r = 0; r < rows; r++) {
		put(dice(9) == 0 ? "<row kind='subtotal' tone='warn'>" : "<row>");
		for (int c = 0; c < columns; c++)
			if (!taken[r][c])
				put_cell(taken, r, c, rows, columns);
		put("</row>");
	}
	put(arena_printf(arena, "</%s>", group));
}

static void put_head(int columns) {
	bool down = dice(4) == 0;
	put("<head><row>");
	for (int c = 0; c < columns; c++) {
		put(down && c > 0 ? "<cell vertical='yes'>" : "<cell>");
		put_mark();
		if (down)
			put("「停止」とみなす率");
		if (dice(6) == 0)
			put_footnote(12);
		put("</cell>");
	}
	put("</row></head>");
}

static void put_table(void) {
	static const char *const col[] = { "<col/>", "<col align='end'/>",
		"<col align='decimal'/>", "<col weight='3'/>",
		"<col nowrap='yes'/>" };
	int columns = 1 + (int)dice(COLUMNS);
	put(arena_printf(arena, "<table id='t%d' number='表1'%s>", ++ids,
	    dice(8) == 0 ? " wide='yes'" : ""));
	if (dice(2))
		put_element("caption", 4);
	for (int c = 0; c < columns; c++)
		put(col[dice(5)]);
	if (dice(4) != 0)
		put_head(columns);
	put_rows("body", (int)dice(ROWS), columns);
	if (dice(3) == 0)
		put_rows("foot", 1, columns);
	if (dice(3) == 0)
		put_element("note", 12);
	put("</table>");
}

static void put_form(void) {
	int columns = 1 + (int)dice(3);
	put(arena_printf(arena, "<form columns='%d'>", columns));
	for (int64_t n = 1 + dice(8); n > 0; n--) {
		put("<field label='");
		put_mark();
		put(arena_printf(arena, "' span='%d' lines='%d'>",
		    1 + (int)dice(columns), (int)dice(5)));
		put_inlines(dice(20) == 0 ? 900 : 8);
		put("</field>");
	}
	put("</form>");
}

static void put_chart(void) {
	static const char *const kind[] = { "line", "bar", "stacked", "pareto",
		"burn", "histogram" };
	int64_t categories = dice(20);
	put(arena_printf(arena, "<chart kind='%s' unit='%%'>", kind[dice(6)]));
	for (int64_t i = 0; i < categories; i++)
		put(arena_printf(arena, "<category>%d月</category>", (int)i));
	for (int64_t n = dice(5); n > 0; n--) {
		put(arena_printf(arena, "<line label='系列%d'>", (int)n));
		for (int64_t i = 0; i < categories; i++)
			put(dice(5) == 0 ? "<point/>" : arena_printf(arena,
			    "<point value='%d'>p</point>", (int)dice(5000)));
		put("</line>");
	}
	put("</chart>");
}

static void put_diagram(void) {
	int64_t boxes = 1 + dice(8);
	put(dice(2) ? "<diagram>" : "<diagram flow='yes'>");
	for (int64_t i = 0; i < boxes; i++)
		put(arena_printf(arena, "<box id='b%d' lane='l%d'><text>箱%d"
		    "</text></box>", (int)i, (int)dice(3), (int)i));
	for (int64_t i = 1; i < boxes; i++)
		put(arena_printf(arena, "<edge from='b%d' to='b%d'/>",
		    (int)dice(i), (int)i));
	put("</diagram>");
}

static void put_figure(void) {
	put(arena_printf(arena, "<figure id='f%d' number='図1'>", ++ids));
	if (dice(4) != 0)
		put_chart();
	else
		put_diagram();
	put_element("caption", 6);
	put("<alt>絵</alt></figure>");
}

static void put_block(int depth);

static void put_list(int depth) {
	put(dice(2) ? "<list>" : "<list ordered='yes'>");
	for (int64_t n = 1 + dice(5); n > 0; n--) {
		put("<item>");
		put_block(depth + 1);
		put("</item>");
	}
	put("</list>");
}

static void put_callout(int depth) {
	put("<callout tone='warn'>");
	for (int64_t n = 1 + dice(3); n > 0; n--)
		put_block(depth + 1);
	put("</callout>");
}

static void put_approvals(void) {
	put("<approvals>");
	for (int64_t n = 1 + dice(5); n > 0; n--)
		put_element("approval", 0);
	put("</approvals>");
}

/* What stands in a list or callout is text, list or callout. */
static void put_block(int depth) {
	switch (depth >= 3 ? 0 : dice(depth == 0 ? 13 : 6)) {
	case 3: put_list(depth); break;
	case 4: put_callout(depth); break;
	case 5: put_element("note", 20); break;
	case 6: case 7: case 8: put_table(); break;
	case 9: put_form(); break;
	case 10: put_figure(); break;
	case 11: put_approvals(); break;
	case 12: put("<pagebreak/>"); break;
	default:
		put("<p>");
		put_noted(dice(10) == 0 ? 900 : 60);
		put("</p>");
	}
}

static void put_columns(void) {
	put("<columns>");
	for (int64_t n = 1 + dice(12); n > 0; n--)
		put_block(0);
	put("</columns>");
}

static void put_section(int level) {
	static const char *const page[] = { "", "", "", " page='landscape'",
		" page='portrait'", " page='a3'" };
	put(arena_printf(arena, "<section id='s%d' number='%d.1'%s>", ++ids,
	    level, page[dice(6)]));
	put_element("title", 6);
	for (int64_t n = dice(6); n > 0; n--)
		put_block(0);
	if (dice(3) == 0)
		put_columns();
	for (int64_t n = level < 4 ? dice(3) : 0; n > 0; n--)
		put_section(level + 1);
	put("</section>");
}

static struct doc *make(uint64_t from) {
	seed = from;
	marks = ids = 0;
	xml = buf_in(arena);
	put("<document xmlns='urn:geppo:document:1' kind='monthly' "
	    "xml:lang='ja'><meta title='題' number='' version='' period='' "
	    "date='' modified='0' head='柱' foot='脚' page='{page} / {pages}' "
	    "contents='目次' continued='（続き）' empty='－' bullet='・' skip='' filter='' shown='' "
	    "data='' category='' class='' span='' lane='' box=''/>");
	if (dice(2))
		put("<contents/>");
	for (int64_t n = 1 + dice(3); n > 0; n--)
		put_section(1);
	put("</document>");
	struct _xmlDoc *tree = xml_parse(buf_str(&xml), "random");
	assert_true(xml_valid(tree, NULL, "xsl/schema/document.rng"));
	struct doc *doc = docxml_read(arena, tree);
	assert_true(content_check(arena, doc));
	return doc;
}

/* --- what was set --- */

struct ink {
	int left, top, right, foot;
};

/* Half of these letters is white, which may stand outside of a line. */
static bool begins_white(struct str text) {
	return str_starts(text, "（") || str_starts(text, "「");
}

static bool ends_white(struct str text) {
	static const char *const ends[] = { "）", "」", "。", "、" };
	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
		if (text.n >= 3 && memcmp(text.p + text.n - 3, ends[i], 3) == 0)
			return true;
	return false;
}

/* Where the letters of a run stand, across as high as a digit. */
static struct ink ink_of(const struct item *run) {
	int size = run->face->size;
	const struct frame_glyph *last = &run->glyph[run->glyphs - 1];
	int length = run->glyphs == 0 ? 0 : last->x + last->advance;
	struct ink ink = { run->x, run->y - size * 3 / 4, run->x + length,
	    run->y };
	ink.left += begins_white(run->text) ? size / 2 : 0;
	ink.right -= ends_white(run->text) ? size / 2 : 0;
	if (run->way == RUN_TURNED)
		ink = (struct ink){ run->x, run->y, run->x + size * 3 / 4,
		    run->y + length };
	if (run->way == RUN_DOWN)
		ink = (struct ink){ run->x - size / 2, run->y, run->x
		    + size / 2, run->y + (run->glyphs == 0 ? 0 : last->y
		    + size / 8) };
	return ink;
}

static bool is_inside(const struct fragment *page, int x, int y) {
	return x >= 0 && y >= 0 && x <= page->w && y <= page->h;
}

static void check_item(const struct fragment *page, const struct item *item) {
	bool inside = true;
	switch (item->kind) {
	case ITEM_RUN:
		inside = is_inside(page, ink_of(item).left, ink_of(item).top)
		    && is_inside(page, ink_of(item).right, ink_of(item).foot);
		break;
	case ITEM_PATH:
		for (size_t i = 0; i < item->points; i++)
			inside &= is_inside(page, item->x + item->point[2 * i],
			    item->y + item->point[2 * i + 1]);
		break;
	case ITEM_ANCHOR:
		inside = is_inside(page, item->x, item->y);
		break;
	default:
		inside = is_inside(page, item->x, item->y) && is_inside(page,
		    item->x + item->w, item->y + item->h);
	}
	if (!inside)
		fail_msg("item %d at %d %d leaves the page: %s", item->kind,
		    item->x / FRAME_POINT, item->y / FRAME_POINT,
		    str_z(arena, item->text));
}

static void nothing_leaves_its_page(const struct frame *frame) {
	for (size_t p = 0; p < frame->pages; p++)
		for (size_t i = 0; i < frame->page[p].items; i++)
			check_item(&frame->page[p], &frame->page[p].item[i]);
}

/* Inks of two runs on one another, by half the height of a digit. */
static bool collide(const struct item *a, const struct item *b) {
	int size = a->face->size < b->face->size ? a->face->size
	    : b->face->size;
	struct ink one = ink_of(a), two = ink_of(b);
	return one.left + size / 4 < two.right && two.left + size / 4
	    < one.right && one.top + size * 5 / 12 < two.foot
	    && two.top + size * 5 / 12 < one.foot;
}

static bool is_text(const struct item *item) {
	return item->kind == ITEM_RUN && item->node != NULL && item->glyphs != 0
	    && item->node->type != ELEMENT_CHART
	    && item->node->type != ELEMENT_DIAGRAM;
}

static void no_text_lies_on_another(const struct fragment *page) {
	for (size_t i = 0; i < page->items; i++)
		for (size_t k = i + 1; is_text(&page->item[i])
		    && k < page->items; k++)
			if (is_text(&page->item[k]) && collide(&page->item[i],
			    &page->item[k]))
				fail_msg("%s lies on %s", str_z(arena,
				    page->item[i].text), str_z(arena,
				    page->item[k].text));
}

/* Without white space, which goes at the ends of lines. */
static void add_solid(struct buf *buf, struct str text) {
	for (size_t i = 0; i < text.n; i++)
		if (strchr(" \t\n", text.p[i]) == NULL)
			buf_char(buf, text.p[i]);
}

struct said {
	const struct node *node;
	enum item_part part;
	size_t order;
	struct str text;
};

static int by_node(const void *a, const void *b) {
	const struct said *x = a, *y = b;
	return x->node != y->node ? (x->node > y->node) - (x->node < y->node)
	    : x->part != y->part ? (int)x->part - (int)y->part
	    : (x->order > y->order) - (x->order < y->order);
}

/* The text of all runs, those of a part of a node together. */
static const char *said_by(const struct frame *frame) {
	struct said *said = NULL;
	struct buf all = buf_in(arena);
	size_t n = 0;
	for (size_t p = 0; p < frame->pages; p++)
		for (size_t i = 0; i < frame->page[p].items; i++) {
			const struct item *item = &frame->page[p].item[i];
			if (item->kind != ITEM_RUN)
				continue;
			said = arena_room(arena, said, n, sizeof *said);
			said[n] = (struct said){ item->node, item->part, n,
			    item->text };
			n++;
		}
	qsort(said, n, sizeof *said, by_node);
	for (size_t i = 0; i < n; i++)
		add_solid(&all, said[i].text);
	return buf_z(&all);
}

static void check_said(const char *said, struct str text) {
	struct buf solid = buf_in(arena);
	add_solid(&solid, text);
	const char *sought = buf_z(&solid);
	if (strstr(said, sought) == NULL)
		fail_msg("lost: %s", sought);
}

static void no_text_is_lost(const struct frame *frame) {
	const struct node *root = frame->doc->root;
	const char *said = said_by(frame);
	for (const struct node *node = root; node != NULL; node = doc_next(root,
	    node, node->type == ELEMENT_ALT)) {
		if (node->type == ELEMENT_TEXT
		    && node->parent->type != ELEMENT_ALT)
			check_said(said, node->text);
		if (node->type == ELEMENT_FIELD)
			check_said(said, node->u.field.label);
		if (node->type == ELEMENT_TABLE)
			check_said(said, node->u.table.note);
	}
}

static const struct node *above(const struct node *node, enum element type) {
	while (node != NULL && node->type != type)
		node = node->parent;
	return node;
}

static bool shows(const struct fragment *page, const struct node *table,
    enum element part) {
	for (size_t i = 0; i < page->items; i++)
		if (is_text(&page->item[i]) && above(page->item[i].node,
		    part) != NULL && above(page->item[i].node, ELEMENT_TABLE)
		    == table && above(page->item[i].node, ELEMENT_FOOTNOTE)
		    == NULL)
			return true;
	return false;
}

static void heads_are_repeated(const struct frame *frame) {
	const struct node *root = frame->doc->root;
	for (const struct node *node = root; node != NULL;
	    node = doc_next(root, node, false))
		for (size_t p = 0; node->type == ELEMENT_TABLE
		    && doc_child(node, ELEMENT_HEAD) != NULL
		    && p < frame->pages; p++)
			if (shows(&frame->page[p], node, ELEMENT_BODY)
			    && !shows(&frame->page[p], node, ELEMENT_HEAD))
				fail_msg("page %zu has no head of %s", p + 1,
				    str_z(arena, node->id));
}

/* May what follows the heading begin a page of its own? */
static bool turns(const struct node *next) {
	return next == NULL || next->type == ELEMENT_PAGEBREAK
	    || next->type == ELEMENT_SECTION
	    || (next->type == ELEMENT_TABLE && next->u.table.wide);
}

static void no_heading_is_last(const struct frame *frame) {
	for (size_t p = 0; p + 1 < frame->pages; p++) {
		const struct item *last = NULL;
		const struct fragment *page = &frame->page[p];
		for (size_t i = 0; i < page->items; i++)
			if (page->item[i].kind == ITEM_RUN
			    && page->item[i].node != NULL
			    && page->item[i].part == PART_TEXT)
				last = &page->item[i];
		const struct node *title = last == NULL ? NULL
		    : above(last->node, ELEMENT_TITLE);
		if (title == NULL)
			continue;
		if (!turns(title->next))
			fail_msg("page %zu ends with the heading %s", p + 1,
			    str_z(arena, doc_text(arena, title)));
	}
}

/* The page of the run that says the part of the footnote first. */
static size_t page_of(const struct frame *frame, const struct node *note,
    enum item_part part) {
	for (size_t p = 0; p < frame->pages; p++)
		for (size_t i = 0; i < frame->page[p].items; i++)
			if (frame->page[p].item[i].kind == ITEM_RUN
			    && frame->page[p].item[i].node == note
			    && frame->page[p].item[i].part == part)
				return p;
	fail_msg("no part %d of %s", part, str_z(arena, note->id));
	return 0;
}

/* After the page of its mark only where it has no room there, which is
 * seldom. */
static void footnotes_are_with_their_marks(const struct frame *frame) {
	const struct node *root = frame->doc->root;
	size_t notes = 0, late = 0;
	for (const struct node *at = root; at != NULL;
	    at = doc_next(root, at, false)) {
		if (at->type != ELEMENT_FOOTNOTE)
			continue;
		size_t mark = page_of(frame, at, PART_MARK);
		size_t label = page_of(frame, at, PART_LABEL);
		if (label < mark)
			fail_msg("%s of page %zu is on page %zu", str_z(arena,
			    at->id), mark + 1, label + 1);
		notes++;
		late += label > mark;
	}
	assert_true(late <= notes / 4);
}

static void note_fault(void *self, const char *rule, const char *what) {
	(void)self;
	print_message("%s: %s\n", rule, what);
}

static void the_pdf_has_no_fault(const struct frame *frame) {
	static const struct pdfattach nothing;
	const struct pdfcheck_sink sink = { NULL, note_fault };
	char path[] = "/tmp/geppo-random-XXXXXX";
	struct str bytes;
	close(mkstemp(path));
	struct file_out *out = file_create(path);
	assert_null(pdf_write(frame, &nothing, out));
	assert_true(file_commit(out));
	assert_true(file_read(arena, path, 1 << 26, &bytes));
	unlink(path);
	assert_int_equal(pdfcheck_file(arena, bytes, &sink), 0);
}

static void random_documents(void **state) {
	(void)state;
	for (uint64_t i = 1; i <= DOCUMENTS; i++) {
		arena = arena_new();
		struct doc *doc = make(i * 7919);
		const struct frame *frame = typeset_document(arena, doc,
		    fonts);
		assert_non_null(frame);
		nothing_leaves_its_page(frame);
		for (size_t p = 0; p < frame->pages; p++)
			no_text_lies_on_another(&frame->page[p]);
		no_text_is_lost(frame);
		heads_are_repeated(frame);
		no_heading_is_last(frame);
		footnotes_are_with_their_marks(frame);
		the_pdf_has_no_fault(frame);
		doc_free(doc);
		arena_free(arena);
	}
}

int main(void) {
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(random_documents),
	};
	struct arena *kept = arena_new();
	fonts = font_open(kept, NULL, str_of("ja"));
	int failed = fonts == NULL ? 1 : cmocka_run_group_tests(tests, NULL,
	    NULL);
	font_close(fonts);
	arena_free(kept);
	return failed;
}
