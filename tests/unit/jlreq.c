/*
 * jlreq - rules of W3C's Requirements for Japanese Text Layout, one by one,
 * each at the width where it would be broken; and a document whose pages are
 * cut at every height from one line on.
 */
#include "base/buf.h"
#include "doc/content.h"
#include "doc/docxml.h"
#include "set/flow.h"
#include "set/line.h"
#include "set/page.h"
#include "xml/xml.h"
#include "fonts.h"

#define EM (10 * FRAME_POINT)

static const struct text *plain(const char *text) {
	return text_plain(fonts, str_of(text), FONT_GOTHIC, EM);
}

/* The byte that the second line begins at. */
static size_t second(const struct text *text, int width) {
	struct lines lines = line_ragged(arena, text, width);
	return lines.count > 1 ? text->cluster[lines.at[1].from].from
	    : text->text.n;
}

/* Three letters fill a line; what may not begin one comes fourth, so a letter
 * goes down with it. */
static void no_line_begins_with(void **state) {
	static const char *const marks[] = { "」", "』", "）", "】", "〕", "》",
		"〉", "］", "｝", "”", "’",		/* cl-02 */
		"‐", "〜",				/* cl-03 */
		"？", "！",				/* cl-04 */
		"・", "：", "；",			/* cl-05 */
		"。", "．", "、", "，",			/* cl-06, cl-07 */
		"々", "ヽ", "ヾ", "ゝ", "ゞ",		/* cl-09 */
		"ー",					/* cl-10 */
		"ぁ", "ぃ", "ぅ", "ぇ", "ぉ", "っ", "ゃ", "ゅ", "ょ", "ゎ",
		"ァ", "ィ", "ゥ", "ェ", "ォ", "ッ", "ャ", "ュ", "ョ", "ヮ",
		"ヵ", "ヶ",				/* cl-11 */
		"％", "℃" };				/* cl-13 */
	(void)state;
	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
		const struct text *text = plain(arena_printf(arena,
		    "漢字漢%s字漢字", marks[i]));
		if (second(text, 3 * EM) == 9)
			fail_msg("a line begins with %s", marks[i]);
	}
}

static void no_line_ends_with(void **state) {
	static const char *const marks[] = { "「", "『", "（", "【", "〔", "《",
		"〈", "［", "｛", "“", "‘",		/* cl-01 */
		"￥", "＄" };				/* cl-12 */
	(void)state;
	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
		const struct text *text = plain(arena_printf(arena,
		    "漢字%s漢字漢字", marks[i]));
		if (second(text, 3 * EM) == 6 + strlen(marks[i]))
			fail_msg("a line ends with %s", marks[i]);
	}
}

/* The line has room for two letters and for all but half an em of the whole. */
static void no_line_parts(void **state) {
	static const char *const wholes[] = { "――", "……", "‥‥",	/* cl-08 */
		"1234567", "12.5", "12,345",		/* cl-24 */
		"server", "２０２６", "１２％", "５０名", "No.5", "8年度",
		"第12", "３か月" };
	(void)state;
	for (size_t i = 0; i < sizeof wholes / sizeof *wholes; i++) {
		const struct text *text = plain(arena_printf(arena,
		    "漢字%s漢字", wholes[i]));
		size_t at = second(text, plain(wholes[i])->max + EM + EM / 2);
		if (at > 6 && at < 6 + strlen(wholes[i]))
			fail_msg("a line parts %s", wholes[i]);
	}
}

/* Of two marks that meet, half an em is left out (3.1.4); letters keep all. */
static void adjoining_marks_lose_half_an_em(void **state) {
	static const char *const pairs[] = { "、「", "。「", "）（", "」『",
		"」、", "」。", "）」", "。」", "、』", "「『", "（「", "」・" };
	(void)state;
	for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
		if (plain(pairs[i])->max != EM + EM / 2)
			fail_msg("%s is %d wide", pairs[i],
			    plain(pairs[i])->max);
	assert_int_equal(plain("漢「")->max, 2 * EM);
	assert_int_equal(plain("、漢")->max, 2 * EM);
}

/* At the head of a line an opening bracket loses its white (3.1.5), on the
 * first line of a paragraph behind the indent. */
static void brackets_stand_flush_at_the_head(void **state) {
	(void)state;
	struct lines lines = line_fill(arena, plain("「漢字漢字」"),
	    (struct line_rule){ 4 * EM, EM, false, false });
	assert_int_equal(lines.at[0].indent, EM / 2);
	lines = line_ragged(arena, plain("漢字漢「字漢"), 3 * EM);
	assert_int_equal(lines.at[1].indent, -EM / 2);
}

/* At the end of a line a mark needs its half only (3.1.6); 、 and 。 may hang
 * where the column is justified (3.8.2). */
static void marks_take_half_at_the_end(void **state) {
	(void)state;
	assert_int_equal(line_ragged(arena, plain("漢字「漢字」"), 5 * EM
	    + EM / 2).count, 1);
	assert_int_equal(line_ragged(arena, plain("漢字漢字。"), 4 * EM
	    + EM / 2).count, 1);
	assert_int_equal(line_fill(arena, plain("漢字漢字。"),
	    (struct line_rule){ 4 * EM, 0, true, true }).count, 1);
}

/* White goes between Japanese and Western letters, not beside marks (3.2.6). */
static void western_letters_keep_their_distance(void **state) {
	(void)state;
	assert_true(plain("漢a")->max > EM + EM / 2);
	assert_true(plain("a漢")->max > EM + EM / 2);
	assert_int_equal(plain("（a）")->max, 2 * EM + EM / 2);
	assert_int_equal(plain("a、")->max, EM + EM / 2);
}

/* A line is filled to its width by spreading; the last one is not (3.8). */
static void lines_are_justified_but_the_last(void **state) {
	(void)state;
	struct lines lines = line_fill(arena, plain(
	    "漢字かな交じりの文章を行の幅にそろえて組む例文"),
	    (struct line_rule){ 8 * EM + EM / 3, 0, true, false });
	assert_true(lines.count >= 3);
	for (size_t i = 0; i + 1 < lines.count; i++)
		assert_int_equal(lines.at[i].width + lines.at[i].slack, 8 * EM
		    + EM / 3);
	assert_int_equal(lines.at[lines.count - 1].slack, 0);
}

static const char content[] = "<p>本文の段落が数行にわたって続き、脚注<footnote"
    " id='a' number='注1'>一つめの説明</footnote>を伴う。ここにも文がある。"
    "行はまだ続いてゆく。</p><columns><p>一</p><p>二の文<footnote id='b'"
    " number='注2'>二つめの説明</footnote></p><p>三</p></columns><table id='t'"
    " number='表1'><caption>題</caption><col/><col/><head><row><cell>名"
    "</cell><cell vertical='yes'>件数</cell></row></head><body><row><cell>甲"
    "</cell><cell>1</cell></row><row><cell>乙<footnote id='c' number='注3'>"
    "三つめの説明</footnote></cell><cell>2</cell></row><row><cell>丙</cell>"
    "<cell>3</cell></row></body></table><list><item><p>項</p></item></list>";

/* Every strip of the galley once and in order, every line of a footnote once,
 * whatever the height. */
static void check_pages(const struct galley *galley, int height) {
	struct page_notes due = { NULL, 0 };
	size_t notes = 0, lines = 0, pages = 0;
	for (size_t i = 0; i < galley->strips; i++)
		if (galley->strip[i].notes != NULL)
			lines += galley->strip[i].notes->strips;
	for (size_t from = 0; from < galley->strips || due.strips > 0; ) {
		struct page page = page_fill(arena, galley, from, height, due);
		size_t next = from;
		for (size_t i = 0; i < page.places; i++) {
			const struct strip *strip = page.place[i].strip;
			if (strip == &galley->strip[next])
				next++;
			for (size_t k = 0; k < galley->strips; k++) {
				const struct galley *of =
				    galley->strip[k].notes;
				notes += of != NULL && strip >= of->strip
				    && strip < of->strip + of->strips;
			}
		}
		assert_int_equal(next, page.next);
		assert_true(page.next > from || page.due.strips < due.strips);
		assert_true(++pages < 100);
		from = page.next;
		due = page.due;
	}
	assert_int_equal(notes, lines);
}

static void every_height_shows_all_lines(void **state) {
	(void)state;
	struct buf buf = buf_in(arena);
	buf_text(&buf, "<document xmlns='urn:geppo:document:1' kind='monthly' "
	    "xml:lang='ja'><meta title='t' continued='（続き）' empty='－' bullet='・'/>"
	    "<section id='s' number='第1章'><title>題</title>");
	buf_text(&buf, content);
	buf_text(&buf, "</section></document>");
	struct doc *doc = docxml_read(arena, xml_parse(buf_str(&buf), "test"));
	assert_true(content_check(arena, doc));
	struct flow flow = flow_new(arena, fonts, doc);
	flow_document(&flow);
	assert_int_equal(flow.galleys, 1);
	for (int height = flow.theme->leading;
	    height < 40 * flow.theme->leading; height += FRAME_POINT)
		check_pages(flow.all[0], height);
	doc_free(doc);
}

int main(void) {
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(no_line_begins_with),
		cmocka_unit_test(no_line_ends_with),
		cmocka_unit_test(no_line_parts),
		cmocka_unit_test(adjoining_marks_lose_half_an_em),
		cmocka_unit_test(brackets_stand_flush_at_the_head),
		cmocka_unit_test(marks_take_half_at_the_end),
		cmocka_unit_test(western_letters_keep_their_distance),
		cmocka_unit_test(lines_are_justified_but_the_last),
		cmocka_unit_test(every_height_shows_all_lines),
	};
	return cmocka_run_group_tests(tests, fonts_open, fonts_close);
}
