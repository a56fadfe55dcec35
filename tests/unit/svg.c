/* svg - items as SVG: lengths in points, colours, text that cannot be markup. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "emit/svg.h"
#include "xml/xml.h"

static struct arena *arena;

static const char *paint(struct item *item, size_t items) {
	struct fragment fragment = { 100 * FRAME_POINT, 50 * FRAME_POINT, item,
		items };
	struct _xmlDoc *doc = xml_new(NULL, "b");
	svg_add(arena, xml_root(doc), &fragment, str_of("p1"),
	    str_of("<title> & \"x\""), str_of("説明"));
	const char *xml = str_z(arena, xml_write(arena, doc, false));
	xml_free(doc);
	return xml;
}

static void test_frame(void **state) {
	(void)state;
	const char *xml = paint(NULL, 0);
	assert_non_null(strstr(xml, "viewBox=\"0 0 100 50\" width=\"100pt\""
	    " role=\"img\" aria-labelledby=\"p1-title p1-desc\""));
	assert_non_null(strstr(xml,
	    "<title id=\"p1-title\">&lt;title&gt; &amp; \"x\"</title>"));
	assert_non_null(strstr(xml, "<desc id=\"p1-desc\">説明</desc>"));
}

static void test_run(void **state) {
	(void)state;
	struct face face = { .size = 9 * FRAME_POINT, .bold = true };
	struct frame_glyph glyph[2] = { { .advance = 9 * FRAME_POINT },
		{ .advance = 9 * FRAME_POINT } };
	struct item run = { .kind = ITEM_RUN, .x = FRAME_POINT / 2,
		.y = -FRAME_POINT - FRAME_POINT / 4, .face = &face,
		.text = str_of("</text><script>"), .glyph = glyph, .glyphs = 2,
		.colour = { 255, 0, 16 } };
	assert_non_null(strstr(paint(&run, 1), "<text x=\"0.5\" y=\"-1.25\""
	    " font-size=\"9\" font-weight=\"bold\" fill=\"#ff0010\""
	    " textLength=\"18\">&lt;/text&gt;&lt;script&gt;</text>"));
}

static void test_shapes(void **state) {
	(void)state;
	int point[] = { 0, 0, FRAME_POINT, 2 * FRAME_POINT };
	struct item item[] = {
		{ .kind = ITEM_LINE, .x = FRAME_POINT, .w = -FRAME_POINT,
		    .h = FRAME_POINT, .width = 256, .dashed = true },
		{ .kind = ITEM_BOX, .w = FRAME_POINT, .h = FRAME_POINT,
		    .filled = true, .fill = { 1, 2, 3 } },
		{ .kind = ITEM_PATH, .x = FRAME_POINT, .point = point,
		    .points = 2, .closed = true, .stroked = true,
		    .width = FRAME_POINT },
		{ .kind = ITEM_ANCHOR }
	};
	const char *xml = paint(item, 4);
	assert_non_null(strstr(xml, "<line x1=\"1\" y1=\"0\" x2=\"0\" y2=\"1\""
	    " stroke=\"#000000\" stroke-width=\"0.25\""
	    " stroke-dasharray=\"4 3\"/>"));
	assert_non_null(strstr(xml, "<rect x=\"0\" y=\"0\" width=\"1\""
	    " height=\"1\" fill=\"#010203\"/>"));
	assert_non_null(strstr(xml, "<polygon points=\"1,0 2,2\" fill=\"none\""
	    " stroke=\"#000000\" stroke-width=\"1\"/></svg>"));
}

int main(void) {
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_frame), cmocka_unit_test(test_run),
		cmocka_unit_test(test_shapes)
	};
	arena = arena_new();
	int failed = cmocka_run_group_tests(tests, NULL, NULL);
	arena_free(arena);
	return failed;
}
