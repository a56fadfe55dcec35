/*
 * table - widths of columns, rows over pages, repeated and vertical heads,
 * footnotes, regions of two columns; documents are written here as XML and set
 * as the program sets them.
 */
#include "set/grid.h"

#include "base/buf.h"
#include "doc/content.h"
#include "doc/docxml.h"
#include "set/down.h"
#include "set/typeset.h"
#include "xml/xml.h"
#include "fonts.h"

static int all_widths(const struct grid_column *column, size_t columns) {
	int sum = 0;
	for (size_t i = 0; i < columns; i++)
		sum += column[i].width;
	return sum;
}

static void widths_add_up(void **state) {
	(void)state;
	for (int width = 1; width < 4000; width += 37) {
		struct grid_column column[] = { { .min = 50, .max = 400 },
		    { .min = 80, .max = 80, .nowrap = true },
		    { .min = 50, .max = 2000 }, { .min = 1, .max = 7 } };
		grid_fit(column, 4, width);
		assert_int_equal(all_widths(column, 4), width);
	}
}

static void numbers_keep_their_line(void **state) {
	(void)state;
	struct grid_column column[] = { { .min = 50, .max = 5000 },
	    { .min = 80, .max = 120, .nowrap = true } };
	grid_fit(column, 2, 400);
	assert_int_equal(column[1].width, 120);
}

static void short_columns_are_served_first(void **state) {
	(void)state;
	struct grid_column column[] = { { .min = 50, .max = 9000 },
	    { .min = 50, .max = 60 }, { .min = 50, .max = 9000 } };
	grid_fit(column, 3, 460);
	assert_int_equal(column[1].width, 60);
	assert_int_equal(column[0].width, 200);
}

static void weights_take_what_is_left(void **state) {
	(void)state;
	struct grid_column column[] = { { .min = 50, .max = 50 },
	    { .min = 50, .max = 60, .weight = 3 },
	    { .min = 50, .max = 60, .weight = 1 } };
	grid_fit(column, 3, 550);
	assert_int_equal(column[0].width, 50);
	assert_int_equal(column[1].width, 350);
}

static void a_span_widens_its_columns(void **state) {
	(void)state;
	struct grid_column column[] = { { .min = 10, .max = 20 },
	    { .min = 10, .max = 20 } };
	grid_span(column, 2, 50, 60);
	assert_int_equal(column[0].min + column[1].min, 50);
	assert_int_equal(column[0].max + column[1].max, 60);
}

/* The pages of a document with one section of the content. */
static const struct frame *set(const char *content, struct doc **doc) {
	struct buf buf = buf_in(arena);
	buf_text(&buf, "<document xmlns='urn:geppo:document:1' kind='monthly' "
	    "xml:lang='ja'><meta title='t' head='h' foot='f' "
	    "page='{page} / {pages}' continued='（続き）' empty='－' bullet='・'/>"
	    "<section id='s' number='第1章'><title>題</title>");
	buf_text(&buf, content);
	buf_text(&buf, "</section></document>");
	*doc = docxml_read(arena, xml_parse(buf_str(&buf), "test"));
	assert_true(content_check(arena, *doc));
	return typeset_document(arena, *doc, fonts);
}

/* How many runs of the page hold the text. */
static size_t count(const struct fragment *page, const char *text) {
	size_t found = 0;
	for (size_t i = 0; i < page->items; i++)
		if (page->item[i].kind == ITEM_RUN && memmem(
		    page->item[i].text.p, page->item[i].text.n, text,
		    strlen(text)) != NULL)
			found++;
	return found;
}

/* The run that is the text, on the page. */
static const struct item *run_of(const struct fragment *page,
    const char *text) {
	for (size_t i = 0; i < page->items; i++)
		if (page->item[i].kind == ITEM_RUN
		    && str_is(page->item[i].text, text))
			return &page->item[i];
	fail_msg("no run %s", text);
	return NULL;
}

static int run_end(const struct item *run) {
	const struct frame_glyph *last = &run->glyph[run->glyphs - 1];
	return run->x + last->x + last->advance;
}

#define HEAD "<head><row><cell>番号</cell><cell>値</cell></row></head>"

static const char *long_table(int rows) {
	struct buf buf = buf_in(arena);
	buf_text(&buf, "<table id='t' number='表1'><caption>一覧</caption>"
	    "<col/><col align='end'/>" HEAD "<body>");
	for (int i = 0; i < rows; i++)
		buf_text(&buf, arena_printf(arena,
		    "<row><cell>R%04d</cell><cell>%d</cell></row>", i, i));
	buf_text(&buf, "</body></table>");
	return buf_z(&buf);
}

static void heads_repeat_and_no_row_is_lost(void **state) {
	(void)state;
	struct doc *doc;
	const struct frame *frame = set(long_table(200), &doc);
	size_t rows = 0;
	assert_true(frame->pages > 3);
	for (size_t p = 0; p < frame->pages; p++) {
		assert_int_equal(count(&frame->page[p], "番号"), 1);
		assert_int_equal(count(&frame->page[p], "（続き）"), p > 0);
		size_t here = count(&frame->page[p], "R0");
		assert_true(here >= 2);
		rows += here;
	}
	assert_int_equal(rows, 200);
	doc_free(doc);
}

static void numbers_end_at_one_edge(void **state) {
	(void)state;
	struct doc *doc;
	const struct frame *frame = set(long_table(12), &doc);
	assert_int_equal(run_end(run_of(&frame->page[0], "3")),
	    run_end(run_of(&frame->page[0], "11")));
	doc_free(doc);
}

static void decimal_points_stand_below_each_other(void **state) {
	(void)state;
	struct doc *doc;
	const struct frame *frame = set("<table id='t'><col align='decimal'/>"
	    "<body><row><cell>99.9</cell></row><row><cell>100.25</cell></row>"
	    "</body></table>", &doc);
	const struct item *a = run_of(&frame->page[0], "99.9");
	const struct item *b = run_of(&frame->page[0], "100.25");
	assert_int_equal(a->x + a->glyph[2].x, b->x + b->glyph[3].x);
	doc_free(doc);
}

static void empty_cells_are_shown_and_blank_ones_are_not(void **state) {
	(void)state;
	struct doc *doc;
	const struct frame *frame = set("<table id='t'><col/><col/><body><row>"
	    "<cell/><cell blank='yes'/></row></body></table>", &doc);
	assert_int_equal(count(&frame->page[0], "－"), 1);
	doc_free(doc);
}

/* Two of three values stand beside each other: one stroke, and the mark of the
 * last, in a cell that is not empty. */
static void a_sparkline_stands_in_its_cell(void **state) {
	(void)state;
	struct doc *doc;
	const struct frame *frame = set("<table id='t'><col/><col/><body><row>"
	    "<cell>A</cell><cell><spark label='rising'><point/>"
	    "<point value='1'>1</point><point value='2'>2</point></spark>"
	    "</cell></row></body></table>", &doc);
	const struct fragment *page = &frame->page[0];
	int strokes = 0, marks = 0;
	for (size_t i = 0; i < page->items; i++) {
		const struct item *item = &page->item[i];
		if (item->node == NULL || item->node->type != ELEMENT_SPARK)
			continue;
		assert_true(item->x >= run_end(run_of(page, "A")));
		assert_true(item->kind == ITEM_BOX
		    || item->point[3] < item->point[1]);
		strokes += item->kind == ITEM_PATH;
		marks += item->kind == ITEM_BOX;
	}
	assert_int_equal(strokes, 1);
	assert_int_equal(marks, 1);
	assert_int_equal(count(page, "－"), 0);
	doc_free(doc);
}

static void a_row_taller_than_a_page_is_divided(void **state) {
	(void)state;
	struct doc *doc;
	struct buf buf = buf_in(arena);
	buf_text(&buf, "<table id='t'><col/><body><row><cell>");
	for (int i = 0; i < 9000; i++)
		buf_text(&buf, "長");
	buf_text(&buf, "末</cell></row></body></table>");
	const struct frame *frame = set(buf_z(&buf), &doc);
	assert_true(frame->pages >= 3);
	assert_int_equal(count(&frame->page[frame->pages - 1], "末"), 1);
	doc_free(doc);
}

static void a_heading_stands_with_its_table(void **state) {
	(void)state;
	for (int lines = 30; lines < 44; lines++) {
		struct doc *doc;
		struct buf buf = buf_in(arena);
		for (int i = 0; i < lines; i++)
			buf_text(&buf, "<p>行</p>");
		buf_text(&buf, "<section id='n' number='1.1'>"
		    "<title>節の題</title>");
		buf_text(&buf, long_table(30));
		buf_text(&buf, "</section>");
		const struct frame *frame = set(buf_z(&buf), &doc);
		for (size_t p = 0; p < frame->pages; p++)
			if (count(&frame->page[p], "節の題") > 0)
				assert_true(count(&frame->page[p], "R0000") > 0);
		doc_free(doc);
	}
}

static void a_note_stands_with_its_table(void **state) {
	(void)state;
	for (int rows = 30; rows < 50; rows++) {
		struct doc *doc;
		const struct frame *frame = set(arena_printf(arena,
		    "%s<note>注記</note>", long_table(rows)), &doc);
		const struct fragment *last = &frame->page[frame->pages - 1];
		assert_int_equal(count(last, "注記"), 1);
		assert_true(count(last, "R") > 0);
		doc_free(doc);
	}
}

static void a_state_stays_on_one_line(void **state) {
	(void)state;
	struct doc *doc;
	struct buf buf = buf_in(arena);
	buf_text(&buf, "<table id='t'><col/><col/><col/><col/><col/><col/>"
	    "<col/><body><row>");
	for (int i = 0; i < 6; i++)
		buf_text(&buf, "<cell>十二字より長い文をこの欄に置く"
		    "十二字より長い文をこの欄に置く</cell>");
	buf_text(&buf, "<cell tone='good'>o present today</cell></row></body>"
	    "</table>");
	const struct frame *frame = set(buf_z(&buf), &doc);
	assert_int_equal(count(&frame->page[0], "o present today"), 1);
	doc_free(doc);
}

static void blank_cells_stand_in_boxes(void **state) {
	(void)state;
	for (int blank = 0; blank < 2; blank++) {
		struct doc *doc;
		const struct frame *frame = set(arena_printf(arena,
		    "<table id='t'><col/><col/><body><row><cell>字</cell>"
		    "<cell%s>適</cell></row></body></table>",
		    blank ? " blank='yes'" : ""), &doc);
		int upright = 0;
		for (size_t i = 0; i < frame->page[0].items; i++) {
			const struct item *item = &frame->page[0].item[i];
			upright += item->kind == ITEM_LINE && item->w == 0;
		}
		assert_int_equal(upright, blank ? 2 : 0);
		doc_free(doc);
	}
}

/* A wide table of columns of prose. */
static const char *wide_table(int columns, int rows) {
	struct buf buf = buf_in(arena);
	buf_text(&buf, "<table id='t' wide='yes'>");
	for (int i = 0; i < columns; i++)
		buf_text(&buf, "<col/>");
	buf_text(&buf, "<body>");
	for (int r = 0; r < rows; r++) {
		buf_text(&buf, "<row>");
		for (int i = 0; i < columns; i++)
			buf_text(&buf,
			    "<cell>十二字より長い文をこの欄に置く</cell>");
		buf_text(&buf, "</row>");
	}
	buf_text(&buf, "</body></table>");
	return buf_z(&buf);
}

/* It stands between two paragraphs. */
static const struct frame *between(const char *table, struct doc **doc) {
	return set(arena_printf(arena, "<p>前</p>%s<p>後</p>", table), doc);
}

static void a_wide_table_lies_on_pages_of_its_own(void **state) {
	(void)state;
	struct doc *doc;
	const struct frame *frame = between(wide_table(6, 12), &doc);
	assert_int_equal(frame->pages, 3);
	assert_true(frame->page[1].w > frame->page[1].h);
	assert_true(frame->page[2].w < frame->page[2].h);
	doc_free(doc);
}

static void no_page_turns_for_a_table_that_stands_well(void **state) {
	(void)state;
	struct doc *doc;
	const struct frame *frame = between(wide_table(4, 12), &doc);
	assert_int_equal(frame->pages, 1);
	doc_free(doc);
	/* of few rows in narrow columns */
	frame = between(wide_table(6, 3), &doc);
	assert_int_equal(frame->pages, 1);
	doc_free(doc);
}

/* A short chapter is not left alone on a page before one that lies. */
static void short_chapters_lie_with_the_next(void **state) {
	(void)state;
	for (int lines = 1; lines < 30; lines += 28) {
		struct doc *doc;
		struct buf buf = buf_in(arena);
		buf_text(&buf, "<p>題</p><pagebreak/></section><section id='u' "
		    "number='第2章'><title>短章</title>");
		for (int i = 0; i < lines; i++)
			buf_text(&buf, "<p>行</p>");
		buf_text(&buf, "</section><section id='v' number='第3章' "
		    "page='landscape'><title>広章</title>");
		buf_text(&buf, wide_table(8, 6));
		const struct frame *frame = set(buf_z(&buf), &doc);
		assert_int_equal(frame->pages, lines == 1 ? 2 : 3);
		assert_true(count(&frame->page[1], "短章") > 0);
		assert_int_equal(frame->page[1].w > frame->page[1].h,
		    lines == 1);
		assert_true(count(&frame->page[frame->pages - 1],
		    "広章") > 0);
		doc_free(doc);
	}
}

/* Not on a page of its own, where a line longer on each page does. */
static void a_last_line_is_not_alone(void **state) {
	(void)state;
	for (int lines = 80; lines < 130; lines++) {
		struct doc *doc;
		struct buf buf = buf_in(arena);
		for (int i = 0; i < lines; i++)
			buf_text(&buf, "<p>行</p>");
		const struct frame *frame = set(buf_z(&buf), &doc);
		assert_true(count(&frame->page[frame->pages - 1], "行") > 1);
		doc_free(doc);
	}
}

/* A chapter that could stand lies on the page of one that does. */
static void what_may_lie_goes_on(void **state) {
	(void)state;
	struct doc *doc;
	struct buf buf = buf_in(arena);
	for (int i = 0; i < 20; i++)
		buf_text(&buf, "<p>行</p>");
	buf_text(&buf, "</section><section id='u' number='第2章' "
	    "page='landscape'><title>広章</title>");
	buf_text(&buf, wide_table(12, 2));
	buf_text(&buf, "</section><section id='v' number='第3章' "
	    "page='landscape'><title>次章</title>");
	buf_text(&buf, "<table id='w' wide='yes'><col/><body><row><cell>立つ"
	    "</cell></row></body></table>");
	const struct frame *frame = set(buf_z(&buf), &doc);
	assert_int_equal(frame->pages, 2);
	assert_int_equal(count(&frame->page[1], "立つ"), 1);
	doc_free(doc);
}

static void letters_are_smaller_before_words_are_broken(void **state) {
	(void)state;
	struct doc *doc;
	struct buf buf = buf_in(arena);
	buf_text(&buf, "<table id='t'>");
	for (int i = 0; i < 9; i++)
		buf_text(&buf, "<col/>");
	buf_text(&buf, "<body><row>");
	for (int i = 0; i < 9; i++)
		buf_text(&buf, "<cell>Availability</cell>");
	buf_text(&buf, "</row></body></table>");
	const struct frame *frame = set(buf_z(&buf), &doc);
	assert_int_equal(count(&frame->page[0], "Availability"), 9);
	doc_free(doc);
}

static void spanned_rows_stay_on_one_page(void **state) {
	(void)state;
	struct doc *doc;
	struct buf buf = buf_in(arena);
	buf_text(&buf, "<table id='t'><col/><col/><body>");
	for (int i = 0; i < 40; i++)
		buf_text(&buf, arena_printf(arena, "<row><cell rowspan='3'>"
		    "G%02d</cell><cell>%02da</cell></row><row><cell>%02db"
		    "</cell></row><row><cell>%02dc</cell></row>", i, i, i, i));
	buf_text(&buf, "</body></table>");
	const struct frame *frame = set(buf_z(&buf), &doc);
	for (int i = 0; i < 40; i++)
		for (size_t p = 0; p < frame->pages; p++) {
			size_t group = count(&frame->page[p],
			    arena_printf(arena, "G%02d", i));
			assert_int_equal(count(&frame->page[p],
			    arena_printf(arena, "%02dc", i)), group);
		}
	doc_free(doc);
}

#define VERTICAL "<table id='t'><col/><col align='end'/><head><row>" \
	"<cell>対象</cell><cell vertical='yes'>%s</cell></row></head><body>" \
	"<row><cell>長い名前の対象をここに置く</cell><cell>1</cell></row>" \
	"</body></table>"

/* Upright letters one below the other, narrow ones on their side; the column
 * is as narrow as one letter lets it. */
static void heads_run_downwards(void **state) {
	(void)state;
	struct doc *doc;
	const struct frame *frame = set(arena_printf(arena, VERTICAL,
	    "稼働率A1"), &doc);
	const struct item *upright = run_of(&frame->page[0], "稼働率");
	const struct item *turned = run_of(&frame->page[0], "A1");
	int em = upright->face->size;
	assert_int_equal(upright->way, RUN_DOWN);
	assert_int_equal(upright->glyph[1].y - upright->glyph[0].y, em);
	assert_int_equal(upright->glyph[2].x, upright->glyph[0].x);
	assert_int_equal(turned->way, RUN_TURNED);
	assert_in_range(turned->y - upright->y, 3 * em, 3 * em + em / 20);
	assert_int_equal(upright->x - turned->x, em * 38 / 100);
	/* the head is as high as its line, 3 + 1 em, and white */
	assert_true(run_of(&frame->page[0], "1")->y - upright->y > 4 * em);
	doc_free(doc);
}

/* The first line stands at the right. */
static void long_heads_take_two_lines(void **state) {
	(void)state;
	struct doc *doc;
	const struct frame *frame = set(arena_printf(arena, VERTICAL,
	    "未計測を停止とみなす"), &doc);
	const struct item *first = run_of(&frame->page[0], "未計測を停止");
	const struct item *second = run_of(&frame->page[0], "とみなす");
	assert_int_equal(first->x - second->x, first->face->size * 3 / 2);
	assert_int_equal(first->y, second->y);
	doc_free(doc);
}

/* 「ー」 and brackets have forms of their own. */
static void letters_have_their_vertical_forms(void **state) {
	(void)state;
	struct face *face = font_face(fonts, FONT_GOTHIC, FRAME_POINT * 10);
	static const char *const turned[] = { "ー", "（", "」", "、", "…" };
	for (size_t i = 0; i < sizeof turned / sizeof *turned; i++) {
		uint32_t code;
		str_utf8(str_of(turned[i]), &code);
		assert_int_not_equal(font_glyph_down(face, str_of(turned[i])),
		    font_glyph(face, code, 0));
	}
	assert_int_equal(font_glyph_down(face, str_of("計")),
	    font_glyph(face, U'計', 0));
}

/* In a face with letters of their own widths an m is as wide as an em. */
static void wide_western_letters_are_turned_too(void **state) {
	(void)state;
	struct fonts *english = font_open(arena, NULL, str_of("en"));
	assert_non_null(english);
	const struct text *text = text_plain(english, str_of("Time"),
	    FONT_GOTHIC_BOLD, 10 * FRAME_POINT);
	struct lines lines = line_ragged(arena, text, 100 * FRAME_POINT);
	struct sketch art = sketch_in(arena);
	down_draw(&art, text, &lines.at[0], 0, 0, (struct colour){ 0 }, NULL);
	assert_int_equal(art.items, 1);
	assert_int_equal(art.item[0].way, RUN_TURNED);
	font_close(english);
}

#define FOOTNOTE "<footnote id='n' number='注1'>説明</footnote>"

/* The mark in small type above the line; at the foot the label, and both lead
 * to each other. */
static void a_footnote_leads_both_ways(void **state) {
	(void)state;
	struct doc *doc;
	const struct frame *frame = set("<p>本文" FOOTNOTE "の続き</p>", &doc);
	const struct fragment *page = &frame->page[0];
	const struct item *body = run_of(page, "本文"), *mark = NULL;
	const char *there = "", *back = "";
	for (size_t i = 0; i < page->items; i++) {
		const struct item *item = &page->item[i];
		if (item->kind == ITEM_LINK && item->part == PART_MARK)
			there = str_z(arena, item->target);
		if (item->kind == ITEM_LINK && item->part == PART_LABEL)
			back = str_z(arena, item->target);
		if (item->kind == ITEM_RUN && item->part == PART_MARK)
			mark = item;
	}
	assert_non_null(mark);
	assert_string_equal(there, "#n");
	assert_string_equal(back, "#n-mark");
	assert_int_equal(mark->face->size, body->face->size * 65 / 100);
	assert_int_equal(body->y - mark->y, body->face->size * 35 / 100);
	assert_true(run_of(page, "説明")->y > page->h * 4 / 5);
	doc_free(doc);
}

/* No line begins with the mark. */
static void a_mark_stays_with_its_word(void **state) {
	(void)state;
	for (int letters = 30; letters < 60; letters++) {
		struct doc *doc;
		struct buf buf = buf_in(arena);
		buf_text(&buf, "<p>");
		for (int i = 0; i < letters; i++)
			buf_text(&buf, "あ");
		buf_text(&buf, FOOTNOTE "続き</p>");
		const struct frame *frame = set(buf_z(&buf), &doc);
		const struct item *before = NULL;
		for (size_t i = 0; i < frame->page[0].items; i++) {
			const struct item *item = &frame->page[0].item[i];
			if (item->kind == ITEM_RUN && item->part == PART_MARK)
				assert_in_range(item->x - run_end(before), 0,
				    FRAME_POINT);
			before = item->kind == ITEM_RUN ? item : before;
		}
		doc_free(doc);
	}
}

/* What a slide says first keeps its readings and its footnote. */
static void a_slide_says_all_of_its_message(void **state) {
	(void)state;
	struct doc *doc;
	const struct frame *frame = set("<section id='m' number='1.1' "
	    "page='slide'><title>節</title><p><ruby base='葛城'>かつらぎ</ruby>"
	    "市の<link href='https://example.lg.jp/'>報告</link>" FOOTNOTE
	    "</p></section>", &doc);
	const struct fragment *page = &frame->page[frame->pages - 1];
	assert_int_equal(run_of(page, "葛城")->face->size, 18 * FRAME_POINT);
	assert_int_equal(run_of(page, "かつらぎ")->part, PART_READING);
	assert_int_equal(run_of(page, "報告")->node->type, ELEMENT_LINK);
	assert_true(run_of(page, "説明")->y > page->h * 4 / 5);
	doc_free(doc);
}

#define SAYS(id, text) "<section id='" id "'><title>節</title><p>" text \
	"</p></section>"

/* What shows a table has a slide, what has only words shares one. */
static void slides_of_words_alone_are_one(void **state) {
	(void)state;
	struct doc *doc;
	const struct frame *frame = set("</section><section id='c' "
	    "page='slide'><title>章</title>" SAYS("p", "甲") SAYS("q", "乙") SAYS("r", "丙"
	    "</p><table id='t'><col/><body><row><cell>表</cell></row></body>"
	    "</table><p>丁") SAYS("v", "戊") SAYS("u", "己"), &doc);
	assert_int_equal(frame->pages, 4);
	assert_int_equal(count(&frame->page[1], "甲") + count(&frame->page[1],
	    "乙"), 2);
	assert_int_equal(count(&frame->page[2], "丙") + count(&frame->page[2],
	    "丁"), 2);
	assert_int_equal(count(&frame->page[3], "戊") + count(&frame->page[3],
	    "己"), 2);
	doc_free(doc);
}

/* A head that is repeated has no second footnote. */
static void a_footnote_of_a_head_stands_once(void **state) {
	(void)state;
	struct doc *doc;
	struct buf buf = buf_in(arena);
	buf_text(&buf, "<table id='t'><col/><head><row><cell>頭" FOOTNOTE
	    "</cell></row></head><body>");
	for (int i = 0; i < 90; i++)
		buf_text(&buf, "<row><cell>行</cell></row>");
	buf_text(&buf, "</body></table>");
	const struct frame *frame = set(buf_z(&buf), &doc);
	assert_true(frame->pages > 1);
	assert_int_equal(count(&frame->page[0], "説明"), 1);
	assert_int_equal(count(&frame->page[1], "頭"), 1);
	assert_int_equal(count(&frame->page[1], "説明"), 0);
	doc_free(doc);
}

/* Four paragraphs: two beside two; the table below stands over both columns. */
static void a_region_has_two_columns(void **state) {
	(void)state;
	struct doc *doc;
	const struct frame *frame = set("<columns><p>一</p><p>二</p><p>三</p>"
	    "<p>四</p><table id='t'><col weight='1'/><body><row><cell>広</cell>"
	    "</row></body></table><p>五</p></columns><p>六</p>", &doc);
	const struct fragment *page = &frame->page[0];
	assert_int_equal(run_of(page, "一")->y, run_of(page, "三")->y);
	assert_int_equal(run_of(page, "二")->y, run_of(page, "四")->y);
	assert_true(run_of(page, "三")->x > page->w / 2);
	assert_true(run_of(page, "広")->y > run_of(page, "四")->y);
	assert_true(run_of(page, "六")->y > run_of(page, "五")->y);
	for (size_t i = 0; i < page->items; i++)
		if (page->item[i].kind == ITEM_LINE
		    && page->item[i].y > run_of(page, "四")->y)
			assert_true(page->item[i].w > page->w / 2);
	doc_free(doc);
}

int main(void) {
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(widths_add_up),
		cmocka_unit_test(numbers_keep_their_line),
		cmocka_unit_test(short_columns_are_served_first),
		cmocka_unit_test(weights_take_what_is_left),
		cmocka_unit_test(a_span_widens_its_columns),
		cmocka_unit_test(heads_repeat_and_no_row_is_lost),
		cmocka_unit_test(numbers_end_at_one_edge),
		cmocka_unit_test(decimal_points_stand_below_each_other),
		cmocka_unit_test(empty_cells_are_shown_and_blank_ones_are_not),
		cmocka_unit_test(a_sparkline_stands_in_its_cell),
		cmocka_unit_test(a_row_taller_than_a_page_is_divided),
		cmocka_unit_test(a_heading_stands_with_its_table),
		cmocka_unit_test(a_note_stands_with_its_table),
		cmocka_unit_test(a_state_stays_on_one_line),
		cmocka_unit_test(blank_cells_stand_in_boxes),
		cmocka_unit_test(a_wide_table_lies_on_pages_of_its_own),
		cmocka_unit_test(no_page_turns_for_a_table_that_stands_well),
		cmocka_unit_test(short_chapters_lie_with_the_next),
		cmocka_unit_test(a_last_line_is_not_alone),
		cmocka_unit_test(what_may_lie_goes_on),
		cmocka_unit_test(letters_are_smaller_before_words_are_broken),
		cmocka_unit_test(spanned_rows_stay_on_one_page),
		cmocka_unit_test(heads_run_downwards),
		cmocka_unit_test(long_heads_take_two_lines),
		cmocka_unit_test(letters_have_their_vertical_forms),
		cmocka_unit_test(wide_western_letters_are_turned_too),
		cmocka_unit_test(a_footnote_leads_both_ways),
		cmocka_unit_test(a_mark_stays_with_its_word),
		cmocka_unit_test(a_slide_says_all_of_its_message),
		cmocka_unit_test(slides_of_words_alone_are_one),
		cmocka_unit_test(a_footnote_of_a_head_stands_once),
		cmocka_unit_test(a_region_has_two_columns),
	};
	return cmocka_run_group_tests(tests, fonts_open, fonts_close);
}
