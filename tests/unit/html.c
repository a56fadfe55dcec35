/* html - one self-contained file with every word of the document. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/diag.h"
#include "base/digest.h"
#include "base/file.h"
#include "base/limits.h"
#include "doc/compose.h"
#include "emit/html.h"
#include "emit/portal.h"
#include "sample_facts.h"
#include "xml/xslt.h"

static struct arena *arena;
static const struct words *words;
static struct xslt *xslt;
static char folder[] = "/tmp/geppo-html-XXXXXX";

static const struct fragment *draw(void *self, const struct node *node) {
	static const struct fragment empty = { 1024, 1024, NULL, 0 };
	size_t *drawn = self;
	assert_true(node->type == ELEMENT_CHART
	    || node->type == ELEMENT_DIAGRAM);
	(*drawn)++;
	return &empty;
}

static const char *written(const char *name) {
	struct str text;
	const char *path = file_path(arena, folder, name);
	assert_true(file_read(arena, path, LIMIT_TEMPLATE_BYTES, &text));
	unlink(path);
	return text.p;
}

static struct doc *sample(void) {
	struct doc *doc = compose_document(arena, xslt,
	    sample_facts(arena, "tests/unit", words), KIND_monthly, NULL);
	assert_non_null(doc);
	return doc;
}

static const char *html_of(const struct doc *doc,
    const struct html_drawing *drawing) {
	assert_true(html_write(arena, xslt, NULL, doc, drawing,
	    file_path(arena, folder, "a.html")));
	return written("a.html");
}

static size_t count(const char *text, const char *what) {
	size_t n = 0;
	while ((text = strstr(text, what)) != NULL) {
		text += strlen(what);
		n++;
	}
	return n;
}

/* The page's policy lets nothing run but the script that stands in it. */
static void assert_only_ours(const char *html) {
	const char *script = strstr(html, "<script>") + 8;
	struct str text = { script, (size_t)(strstr(script, "</script>")
	    - script) };
	const char *policy = arena_printf(arena, "default-src 'none'; style-src"
	    " 'unsafe-inline'; script-src 'sha256-%s'; base-uri 'none';"
	    " form-action 'none'", str_z(arena, digest_base64(arena, text)));
	assert_non_null(strstr(html, policy));
}

/* Nothing in the page makes a browser ask for anything. */
static void assert_self_contained(const char *html) {
	static const char *const asks[] = { " src=", "url(", "@import", "<link",
		"<iframe", "<object", "<base" };
	for (size_t i = 0; i < SAMPLE_COUNT(asks); i++)
		assert_null(strstr(html, asks[i]));
	assert_int_equal(count(html, "<script"), 1);
	assert_only_ours(html);
}

static void test_self_contained(void **state) {
	(void)state;
	struct doc *doc = sample();
	const char *html = html_of(doc, NULL);
	assert_self_contained(html);
	assert_non_null(strstr(html, "<html lang=\"ja\">"));
	assert_non_null(strstr(html, "&lt;script&gt;alert(1)&lt;/script&gt;"));
	assert_int_equal(count(html, "<h1"), 1);
	assert_int_equal(count(html, "<main>"), 1);
	assert_non_null(strstr(html, "href=\"#summary\">本文へ移動</a>"));
	doc_free(doc);
}

static void test_ids_unique(void **state) {
	(void)state;
	struct doc *doc = sample();
	size_t drawn = 0;
	struct html_drawing drawing = { &drawn, draw };
	const char *html = html_of(doc, &drawing);
	for (const char *at = html; (at = strstr(at, " id=\"")) != NULL; at++) {
		size_t n = strcspn(at + 5, "\"") + 6;
		assert_int_equal(count(html, arena_copy(arena, at, n)), 1);
	}
	for (const char *at = html; (at = strstr(at, "href=\"#")) != NULL; at++) {
		const char *id = arena_printf(arena, " id=\"%.*s\"",
		    (int)strcspn(at + 7, "\""), at + 7);
		assert_int_equal(count(html, id), 1);
	}
	doc_free(doc);
}

/* Each picture is drawn once, however often the page is written. */
static void test_pictures(void **state) {
	(void)state;
	struct doc *doc = sample();
	size_t drawn = 0;
	struct html_drawing drawing = { &drawn, draw };
	const char *html = html_of(doc, &drawing);
	assert_int_equal(drawn, 3);
	assert_int_equal(count(html, "<svg"), 3);
	assert_null(strstr(html, "<details open"));
	assert_string_equal(html, html_of(doc, &drawing));
	assert_int_equal(drawn, 3);
	doc_free(doc);
	doc = sample();
	/* charts lead to their data, of a diagram they stand open */
	html = html_of(doc, NULL);
	assert_int_equal(count(html, "<details open"), 1);
	assert_int_equal(count(html, "href=\"#chart-data-1\""), 2);
	doc_free(doc);
}

/* The words of the document stand in the page in the same order. */
static void test_same_words(void **state) {
	(void)state;
	struct doc *doc = sample();
	const char *html = strstr(html_of(doc, NULL), "<main>");
	for (const struct node *node = doc->root; node != NULL;
	    node = doc_next(doc->root, node, false)) {
		if (node->type != ELEMENT_TEXT || node->parent->type
		    == ELEMENT_ALT || strpbrk(str_z(arena, node->text), "<&\"")
		    != NULL)
			continue;
		const struct node *top = node;
		while (top->parent != doc->root)
			top = top->parent;
		if (top->type != ELEMENT_SECTION
		    || node->parent->type == ELEMENT_CAPTION)
			continue;
		html = strstr(html, str_z(arena, node->text));
		assert_non_null(html);
	}
	doc_free(doc);
}

/* A theme cannot leave the declarations it is put into. */
static void test_style(void **state) {
	(void)state;
	const char *own = file_path(arena, folder, "templates/theme.txt");
	struct file_out *file = file_create(own);
	file_write(file, str_of("colour.accent = #123456\n"
	    "colour.text = red;}</style><script>\n"));
	assert_true(file_commit(file));
	const char *style = html_parameters(arena, folder)[1];
	assert_non_null(strstr(style, "--colour-accent:#123456;"));
	assert_null(strstr(style, "script"));
	unlink(own);
	rmdir(file_path(arena, folder, "templates"));
}

static void test_portal(void **state) {
	(void)state;
	const struct facts *facts = sample_facts(arena, "tests/unit", words);
	struct str files[] = { str_of("monthly.pdf"), str_of("monthly.html") };
	struct portal_document document = { false, str_of("月次運用保守報告書"),
		str_of("mihon-O-01-2026-10"), str_of("第1.0版"), { files, 2 }, { NULL, 0 } };
	struct doc *doc = sample();
	document.sections = sections_of(arena, doc, "monthly.html");
	doc_free(doc);
	struct str tables[] = { str_of("tables/summary.csv"),
		str_of("tables/summary.xlsx") };
	struct portal_table table = { &facts->table[0], { tables, 2 } };
	struct portal portal = { &document, 1, &table, 1, html_parameters(arena,
	    NULL) };
	assert_true(portal_write(arena, xslt, facts, &portal, folder));
	const char *html = written("index.html");
	assert_self_contained(html);
	assert_non_null(strstr(html, "<a href=\"monthly.pdf\">PDF</a>"
	    " <a href=\"monthly.html\">HTML</a>"));
	assert_non_null(strstr(html, "<a href=\"tables/summary.csv\">CSV</a>"
	    " <a href=\"tables/summary.xlsx\">XLSX</a>"));
	assert_non_null(strstr(html, "<tr class=\"warn\">"));
	assert_non_null(strstr(html, "worklog/a.csv"));
	assert_non_null(strstr(html, "<a href=\"monthly.html#summary\">"));
	assert_non_null(strstr(html, "<span hidden=\"hidden\">"));
	assert_non_null(strstr(html, "&lt;script&gt;alert(1)&lt;/script&gt;"));
}

int main(void) {
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_self_contained),
		cmocka_unit_test(test_ids_unique),
		cmocka_unit_test(test_pictures),
		cmocka_unit_test(test_same_words), cmocka_unit_test(test_style),
		cmocka_unit_test(test_portal)
	};
	arena = arena_new();
	words = words_read(arena, NULL, str_of("ja"));
	xslt = xslt_new(NULL);
	int failed = words == NULL || mkdtemp(folder) == NULL ? 1
	    : cmocka_run_group_tests(tests, NULL, NULL);
	rmdir(folder);
	xslt_free(xslt);
	arena_free(arena);
	return failed;
}
