/*
 * text - shaping and line breaking, with BIZ UDGothic's full-width em as unit:
 * kanji and kana are one em wide, digits and Western letters half of it.
 */
#include "set/text.h"

#include "base/buf.h"
#include "base/diag.h"
#include "doc/doc.h"
#include "set/line.h"
#include "fonts.h"

#define EM (10 * FRAME_POINT)

static const struct text *plain(const char *text) {
	return text_plain(fonts, str_of(text), FONT_GOTHIC, EM);
}

/* The characters of a line, NUL-terminated. */
static const char *words(const struct text *text, const struct line *line) {
	if (line->to == line->from)
		return "";
	size_t from = text->cluster[line->from].from;
	return arena_copy(arena, text->text.p + from,
	    text->cluster[line->to - 1].to - from);
}

static void full_width_letters_are_one_em(void **state) {
	(void)state;
	assert_int_equal(plain("漢字かな")->max, 4 * EM);
	assert_int_equal(plain("1234")->max, 2 * EM);
}

static void texts_of_one_style_are_shaped_once(void **state) {
	(void)state;
	assert_ptr_equal(plain("同じ"), plain("同じ"));
	assert_ptr_not_equal(plain("同じ"), text_plain(fonts, str_of("同じ"),
	    FONT_GOTHIC_BOLD, EM));
}

static void white_space_is_folded(void **state) {
	(void)state;
	struct buf buf = buf_in(arena);
	text_add(&buf, str_of(" \n a \t\n"));
	text_add(&buf, str_of(" b\xE2\x80\x8B"));
	assert_string_equal(buf_z(&buf), "a b");
}

static void western_letters_stand_a_little_apart(void **state) {
	(void)state;
	int gap = plain("第1")->max - EM - EM / 2;
	assert_true(gap > 0 && gap < EM * 8 / 100);
}

static void punctuation_is_compressed(void **state) {
	(void)state;
	assert_int_equal(plain("」「")->max, EM + EM / 2);
	assert_int_equal(plain("）、")->max, EM + EM / 2);
	assert_int_equal(plain("（（")->max, EM + EM / 2);
	assert_int_equal(plain("」漢")->max, 2 * EM);
}

static void an_opening_bracket_begins_at_the_margin(void **state) {
	(void)state;
	struct lines lines = line_ragged(arena, plain("「漢字"), 10 * EM);
	assert_int_equal(lines.at[0].indent, -EM / 2);
	assert_int_equal(lines.at[0].width, 2 * EM + EM / 2);
}

static const char sample[] = "（注）本市では、「運用・保守」の費用として"
    "12,345千円を令和8年度に計上した。ヴァージョン管理ーー等々、"
    "No.5のＡＢ２０２４（全角）も行う。詳しくは「第3章」（別紙）。";

static bool begins_with(const char *line, const char *const *list) {
	for (; *list != NULL; list++)
		if (str_starts(str_of(line), *list))
			return true;
	return false;
}

static bool ends_with(const char *line, const char *const *list) {
	size_t n = strlen(line);
	for (; *list != NULL; list++) {
		size_t k = strlen(*list);
		if (n >= k && strcmp(line + n - k, *list) == 0)
			return true;
	}
	return false;
}

static void lines_keep_kinsoku_at_every_width(void **state) {
	static const char *const starts[] = { "、", "。", "」", "）", "・",
	    "ー", "ァ", "ョ", "々", NULL };
	static const char *const ends[] = { "「", "（", NULL };
	(void)state;
	const struct text *text = plain(sample);
	for (int width = 8 * EM; width < 40 * EM; width += EM / 4) {
		struct lines lines = line_fill(arena, text,
		    (struct line_rule){ width, EM, true, true });
		for (size_t i = 0; i < lines.count; i++) {
			const char *line = words(text, &lines.at[i]);
			assert_false(i > 0 && begins_with(line, starts));
			assert_false(ends_with(line, ends));
			assert_true(lines.at[i].width + (i == 0 ? EM : 0)
			    <= width);
		}
	}
}

static void numbers_stay_with_their_units(void **state) {
	static const char *const whole[] = { "12,345千円", "令和8年度",
	    "No.5", "２０２４", "第3章" };
	(void)state;
	const struct text *text = plain(sample);
	for (int width = 8 * EM; width < 40 * EM; width += EM / 4) {
		struct lines lines = line_ragged(arena, text, width);
		for (size_t w = 0; w < sizeof whole / sizeof *whole; w++) {
			bool found = false;
			for (size_t i = 0; i < lines.count; i++)
				found |= strstr(words(text, &lines.at[i]),
				    whole[w]) != NULL;
			assert_true(found);
		}
	}
}

/* The widest white between the glyphs of a run, beyond their advances. */
static int widest_gap(const struct item *run) {
	int widest = 0;
	for (size_t i = 1; i < run->glyphs; i++) {
		int gap = run->glyph[i].x - run->glyph[i - 1].x
		    - run->glyph[i - 1].advance;
		if (gap > widest && run->text.p[run->glyph[i - 1].cluster] != ' ')
			widest = gap;
	}
	return widest;
}

static void justified_gaps_never_read_as_spaces(void **state) {
	(void)state;
	const struct text *text = plain(sample);
	size_t full = 0;
	for (int width = 8 * EM; width < 40 * EM; width += EM / 4) {
		struct lines lines = line_fill(arena, text,
		    (struct line_rule){ width, 0, true, true });
		for (size_t i = 0; i < lines.count; i++) {
			struct sketch sketch = sketch_in(arena);
			line_draw(&sketch, text, &lines.at[i], 0, 0,
			    (struct colour){ 0, 0, 0 }, NULL);
			full += lines.at[i].slack > 0;
			for (size_t k = 0; k < sketch.items; k++)
				assert_true(widest_gap(&sketch.item[k])
				    < EM * 8 / 100);
		}
	}
	assert_true(full > 20);
}

static void a_justified_line_fills_its_width(void **state) {
	(void)state;
	const struct text *text = plain(
	    "漢字だけの文がつづくとき行はぴたりとそろう事");
	struct lines lines = line_fill(arena, text,
	    (struct line_rule){ 10 * EM + EM / 3, 0, true, false });
	struct sketch sketch = sketch_in(arena);
	line_draw(&sketch, text, &lines.at[0], 0, 0,
	    (struct colour){ 0, 0, 0 }, NULL);
	const struct frame_glyph *last =
	    &sketch.item[0].glyph[sketch.item[0].glyphs - 1];
	assert_int_equal(last->x + last->advance, 10 * EM + EM / 3);
	assert_int_equal(lines.at[lines.count - 1].slack, 0);
}

static void a_stop_may_hang(void **state) {
	(void)state;
	const struct text *text = plain("あいうえおかきくけこ。さし");
	struct lines lines = line_fill(arena, text,
	    (struct line_rule){ 10 * EM, 0, true, true });
	assert_string_equal(words(text, &lines.at[0]),
	    "あいうえおかきくけこ。");
	lines = line_ragged(arena, text, 10 * EM);
	assert_string_equal(words(text, &lines.at[0]), "あいうえおかきくけ");
}

static void every_width_makes_progress(void **state) {
	(void)state;
	const struct text *text = plain(sample);
	for (int width = -EM; width < 3 * EM; width += EM / 8) {
		struct lines lines = line_ragged(arena, text, width);
		assert_true(lines.count <= text->clusters);
		assert_int_equal(lines.at[lines.count - 1].to, text->clusters);
	}
}

static void an_empty_text_has_one_line(void **state) {
	(void)state;
	struct lines lines = line_ragged(arena, plain(""), EM);
	assert_int_equal(lines.count, 1);
	assert_int_equal(lines.at[0].to, 0);
}

/* One em of base under a reading of three halves: a quarter of white at both
 * ends; a reading that is no wider changes nothing. */
static void a_base_makes_room_for_its_reading(void **state) {
	(void)state;
	static const struct node reading;
	struct text_span span[] = {
		{ .from = 0, .to = 3, .role = FONT_GOTHIC },
		{ .from = 3, .to = 9, .role = FONT_GOTHIC, .node = &reading },
		{ .from = 9, .to = 12, .role = FONT_GOTHIC } };
	span[1].ruby = text_plain(fonts, str_of("かんじよみ"), FONT_GOTHIC,
	    EM / 2);
	const struct text *text = text_shape(fonts, arena, str_of("前漢字後"),
	    span, 3, EM);
	assert_int_equal(text->max, 4 * EM + EM / 2);
	assert_int_equal(text->cluster[1].advance, EM + EM / 4);
	assert_false(text->cluster[2].breaks);
	struct lines lines = line_ragged(arena, text, 5 * EM);
	struct sketch art = sketch_in(arena);
	line_draw(&art, text, &lines.at[0], 0, 2 * EM, (struct colour){ 0 },
	    NULL);
	assert_int_equal(art.items, 4);
	/* read behind its base, drawn above it */
	assert_true(str_is(art.item[2].text, "かんじよみ"));
	assert_int_equal(art.item[2].x, EM);
	assert_true(art.item[2].y < 2 * EM - EM * 88 / 100);
	assert_ptr_equal(art.item[2].node, &reading);
}

static void names_are_cut_evenly(void **state) {
	(void)state;
	const struct text *text = plain("漢字漢字漢字漢字漢字漢");
	assert_int_equal(line_ragged(arena, text, 8 * EM).at[1].width, 3 * EM);
	assert_true(line_balanced(arena, text, 8 * EM).at[1].width >= 4 * EM);
	text = plain("Confirmation on");
	assert_string_equal(words(text, &line_balanced(arena, text, 7 * EM)
	    .at[1]), "on");
}

/* 21 letters on lines of 20; what is written behind a line separator is a line
 * that its author wanted. */
static void a_letter_is_not_left_alone(void **state) {
	(void)state;
	const struct text *text = plain("一二三四五六七八九十"
	    "一二三四五六七八九十一");
	struct line_rule rule = { 20 * EM, 0, true, true };
	assert_string_equal(words(text, &line_fill(arena, text, rule).at[1]),
	    "一");
	rule.justify = false;
	struct lines lines = line_fill(arena, text, rule);
	assert_string_equal(words(text, &lines.at[1]), "九十一");
	assert_int_equal(lines.at[0].width, 18 * EM);
	text = plain("漢字漢字\xE2\x80\xA8漢");
	assert_string_equal(words(text, &line_ragged(arena, text,
	    8 * EM).at[1]), "漢");
}

static void a_long_line_spares_letters_and_stays_full(void **state) {
	(void)state;
	const struct text *text = plain(
	    "一二三四五六七八九十一二三四五六七八九十"
	    "一二三四五六七八九十一二三四五六七八九十一");
	struct lines lines = line_fill(arena, text,
	    (struct line_rule){ 40 * EM, 0, true, true });
	assert_string_equal(words(text, &lines.at[1]), "九十一");
	assert_int_equal(lines.at[0].slack, 2 * EM);
}

static void a_variation_sequence_takes_the_font_that_has_it(void **state) {
	(void)state;
	size_t errors = diag_count(DIAG_ERROR);
	/* 辻 with U+E0101 is in the Adobe-Japan1 collection, 邊 with U+E0112
	 * only in Moji_Joho */
	const struct text *text = plain("辻\U000E0101邊\U000E0112");
	assert_int_equal(text->clusters, 2);
	assert_int_equal(text->cluster[0].to, 7);
	assert_int_equal(text->cluster[1].face->role, FONT_RARE);
	assert_int_equal(diag_count(DIAG_ERROR), errors);
}

static void what_no_font_has_is_said_and_shown(void **state) {
	(void)state;
	size_t errors = diag_count(DIAG_ERROR);
	const struct text *text = plain("絵🙂字\U000E01EF");
	uint32_t geta = font_glyph(font_face(fonts, FONT_GOTHIC, EM), 0x3013,
	    0);
	assert_int_equal(diag_count(DIAG_ERROR), errors + 2);
	assert_int_equal(text->glyph[text->cluster[1].glyph].glyph, geta);
	assert_int_equal(text->glyph[text->cluster[2].glyph].glyph, geta);
	/* once for each character, however often it stands */
	plain("また🙂");
	assert_int_equal(diag_count(DIAG_ERROR), errors + 2);
}

int main(void) {
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(full_width_letters_are_one_em),
		cmocka_unit_test(texts_of_one_style_are_shaped_once),
		cmocka_unit_test(white_space_is_folded),
		cmocka_unit_test(western_letters_stand_a_little_apart),
		cmocka_unit_test(punctuation_is_compressed),
		cmocka_unit_test(an_opening_bracket_begins_at_the_margin),
		cmocka_unit_test(lines_keep_kinsoku_at_every_width),
		cmocka_unit_test(numbers_stay_with_their_units),
		cmocka_unit_test(justified_gaps_never_read_as_spaces),
		cmocka_unit_test(a_justified_line_fills_its_width),
		cmocka_unit_test(a_stop_may_hang),
		cmocka_unit_test(every_width_makes_progress),
		cmocka_unit_test(an_empty_text_has_one_line),
		cmocka_unit_test(a_base_makes_room_for_its_reading),
		cmocka_unit_test(names_are_cut_evenly),
		cmocka_unit_test(a_letter_is_not_left_alone),
		cmocka_unit_test(a_long_line_spares_letters_and_stays_full),
		cmocka_unit_test(a_variation_sequence_takes_the_font_that_has_it),
		cmocka_unit_test(what_no_font_has_is_said_and_shown),
	};
	return cmocka_run_group_tests(tests, fonts_open, fonts_close);
}
