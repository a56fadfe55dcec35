/*
 * page - filling pages from strips: progress at every height, keep rules and
 * where they give way, repeated heads, footnotes, runs in two columns.
 */
#include "set/page.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

#include "base/arena.h"

static struct arena *arena;

static int open_arena(void **state) {
	(void)state;
	arena = arena_new();
	return 0;
}

static int close_arena(void **state) {
	(void)state;
	arena_free(arena);
	return 0;
}

#define POINT FRAME_POINT
/* White and rule above the footnotes of a page. */
#define RULE (12 * POINT)

/* A footnote of so many lines, a point high each. */
static const struct galley *notes_of(int lines) {
	struct galley *notes = galley_new(arena, PAGE_PORTRAIT);
	struct sketch none = sketch_in(arena);
	while (lines-- > 0)
		galley_add(arena, notes, &none, POINT, 0);
	return notes;
}

/* A galley of strips 10 high with 5 of white between; 'k' keeps with the next,
 * 'o' opens a page, digits have a footnote of so many lines, 'c' and 'd' stand
 * in two columns, anything else is plain. */
static struct galley *galley_of(const char *strips) {
	struct galley *galley = galley_new(arena, PAGE_PORTRAIT);
	struct sketch none = sketch_in(arena);
	for (const char *at = strips; *at != '\0'; at++) {
		struct strip *strip = galley_add(arena, galley, &none, 10, 5);
		strip->keep = *at == 'k';
		strip->opens = *at == 'o';
		strip->run = *at == 'c' ? 1 : *at == 'd' ? 2 : 0;
		if (*at >= '1' && *at <= '9')
			strip->notes = notes_of(*at - '0');
	}
	return galley;
}

static const struct page_notes none;

/* The strips of each page as digits: "332". */
static const char *cut(const struct galley *galley, int height) {
	char *sizes = arena_array(arena, 9 * galley->strips + 1, 1);
	size_t pages = 0;
	struct page_notes due = none;
	for (size_t from = 0; from < galley->strips || due.strips > 0; ) {
		struct page page = page_fill(arena, galley, from, height, due);
		assert_true(page.next > from || page.due.strips < due.strips);
		assert_true(pages < 9 * galley->strips);
		sizes[pages++] = (char)('0' + page.next - from);
		from = page.next;
		due = page.due;
	}
	return sizes;
}

/* Sides of ISO 216 within a tenth of a millimetre. */
static void pages_have_their_shapes(void **state) {
	static const int sides[][2] = { [PAGE_PORTRAIT] = { 210, 297 },
		[PAGE_LANDSCAPE] = { 297, 210 }, [PAGE_A3] = { 420, 297 },
		[PAGE_SLIDE] = { 297, 210 } };
	(void)state;
	for (int style = PAGE_PORTRAIT; style <= PAGE_SLIDE; style++) {
		struct page_shape shape = page_shape((enum page_style)style);
		assert_in_range(shape.w * 10 / 2903, sides[style][0] * 10 - 1,
		    sides[style][0] * 10 + 1);
		assert_in_range(shape.h * 10 / 2903, sides[style][1] * 10 - 1,
		    sides[style][1] * 10 + 1);
		assert_int_equal(shape.slide, style == PAGE_SLIDE);
	}
}

static void a_page_takes_what_fits(void **state) {
	(void)state;
	assert_string_equal(cut(galley_of("......"), 40), "33");
	assert_string_equal(cut(galley_of("......"), 39), "222");
	assert_string_equal(cut(galley_of("......"), 1000), "6");
}

static void every_height_makes_progress(void **state) {
	(void)state;
	for (int height = 1; height < 120; height++) {
		cut(galley_of("kkkkkkkkkk"), height);
		cut(galley_of("k.ok.kk..o"), height);
	}
	assert_string_equal(cut(galley_of("..."), 1), "111");
}

static void kept_strips_move_on_together(void **state) {
	(void)state;
	assert_string_equal(cut(galley_of("..k..."), 40), "231");
	assert_string_equal(cut(galley_of(".kk..."), 40), "132");
}

static void keeping_gives_way_when_all_is_kept(void **state) {
	(void)state;
	assert_string_equal(cut(galley_of("kkkkk."), 40), "33");
}

static void an_opening_strip_begins_a_page(void **state) {
	(void)state;
	assert_string_equal(cut(galley_of("..o..."), 1000), "24");
	/* even behind a heading that wants to stay with it */
	assert_string_equal(cut(galley_of(".ko..."), 1000), "24");
}

static void white_at_a_top_is_dropped(void **state) {
	(void)state;
	const struct galley *galley = galley_of("....");
	struct page page = page_fill(arena, galley, 2, 25, none);
	assert_int_equal(page.place[0].y, 0);
	assert_int_equal(page.place[1].y, 15);
	assert_int_equal(page.over, 0);
}

static void what_is_too_tall_is_placed_and_told(void **state) {
	(void)state;
	struct page page = page_fill(arena, galley_of(".."), 0, 7, none);
	assert_int_equal(page.places, 1);
	assert_int_equal(page.over, 3);
}

/* A galley whose strips all have a head of two strips, 25 high. */
static struct galley *headed(const char *strips) {
	struct galley *galley = galley_of(strips);
	struct galley_head *head = arena_alloc(arena, sizeof *head);
	*head = (struct galley_head){ galley_of("..")->strip, 2, 25 };
	for (size_t i = 0; i < galley->strips; i++)
		galley->strip[i].head = head;
	return galley;
}

static void a_head_is_repeated(void **state) {
	(void)state;
	const struct galley *galley = headed("......");
	struct page page = page_fill(arena, galley, 3, 60, none);
	assert_int_equal(page.places, 4);
	assert_ptr_equal(page.place[0].strip, &galley->strip[3].head->strip[0]);
	assert_int_equal(page.place[1].y, 15);
	assert_int_equal(page.place[2].y, 25);
	assert_int_equal(page.next, 5);
}

static void a_head_that_leaves_no_room_is_not(void **state) {
	(void)state;
	struct page page = page_fill(arena, headed("......"), 3, 50,
	    none);
	assert_ptr_not_equal(page.place[0].strip, NULL);
	assert_int_equal(page.places, 3);
	assert_int_equal(page.next, 6);
	for (int height = 1; height < 120; height++)
		cut(headed("k..k.kk."), height);
}

/* Body strips are 10 + 5 units, far below a point: the footnotes decide. */
static void a_footnote_stands_with_its_mark(void **state) {
	(void)state;
	int height = RULE + 2 * POINT + 100;
	struct page page = page_fill(arena, galley_of(".2.."), 0, height, none);
	assert_int_equal(page.next, 4);
	assert_int_equal(page.places, 6);
	assert_true(page.rules);
	assert_int_equal(page.rule_y, 100 + RULE / 2);
	/* the last line ends with the page */
	assert_int_equal(page.place[5].y + POINT, height);
	/* two footnotes have one rule, in the order of their marks */
	page = page_fill(arena, galley_of(".1.1"), 0, height, none);
	assert_int_equal(page.places, 6);
	assert_int_equal(page.place[4].y, 100 + RULE);
	/* a strip whose footnote has no room begins the next page with it */
	assert_string_equal(cut(galley_of("..2.2."), height), "42");
	page = page_fill(arena, galley_of("...."), 0, height, none);
	assert_false(page.rules);
}

static void a_footnote_goes_on_only_where_it_must(void **state) {
	(void)state;
	const struct galley *galley = galley_of(".5.");
	int height = RULE + 3 * POINT + 20;
	struct page page = page_fill(arena, galley, 0, height, none);
	assert_int_equal(page.next, 1);
	page = page_fill(arena, galley, 1, height, none);
	assert_int_equal(page.next, 2);
	assert_int_equal(page.places, 4);
	assert_int_equal(page.due.strips, 2);
	page = page_fill(arena, galley, 2, height, page.due);
	assert_int_equal(page.next, 3);
	assert_int_equal(page.places, 3);
	assert_int_equal(page.due.strips, 0);
	/* no strip takes the room of what is due */
	assert_string_equal(cut(galley, RULE + POINT), "11000001");
}

static void every_height_sets_every_footnote(void **state) {
	(void)state;
	static const char *const galleys[] = { "5", "k3k9.o..1", "cc3ccd4dd",
	    ".k1c.99k" };
	for (size_t g = 0; g < sizeof galleys / sizeof *galleys; g++)
		for (int height = 1; height < 40 * POINT;
		    height += height < 100 ? 1 : POINT / 3)
			cut(galley_of(galleys[g]), height);
}

/* Six strips: three beside three, and the next one below both. */
static void columns_are_balanced(void **state) {
	(void)state;
	const struct galley *galley = galley_of("cccccc.");
	struct page page = page_fill(arena, galley, 0, 1000, none);
	int right = page_shape(PAGE_PORTRAIT).column + PAGE_GUTTER;
	assert_int_equal(page.next, 7);
	assert_int_equal(page.place[2].x, 0);
	assert_int_equal(page.place[2].y, 30);
	assert_int_equal(page.place[3].x, right);
	assert_int_equal(page.place[3].y, 0);
	assert_int_equal(page.place[6].x, 0);
	assert_int_equal(page.place[6].y, 45);
	/* the odd one stands at the left */
	page = page_fill(arena, galley_of("ccccc"), 0, 1000, none);
	assert_int_equal(page.place[2].x, 0);
	assert_int_equal(page.place[3].x, right);
}

static void a_full_page_has_full_columns(void **state) {
	(void)state;
	assert_string_equal(cut(galley_of("cccccccccc"), 40), "64");
	assert_string_equal(cut(galley_of("..cccccccc"), 55), "64");
	assert_string_equal(cut(galley_of("cccc.dddd"), 40), "54");
	assert_string_equal(cut(galley_of("cccc"), 5), "1111");
}

int main(void) {
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(pages_have_their_shapes),
		cmocka_unit_test(a_page_takes_what_fits),
		cmocka_unit_test(every_height_makes_progress),
		cmocka_unit_test(kept_strips_move_on_together),
		cmocka_unit_test(keeping_gives_way_when_all_is_kept),
		cmocka_unit_test(an_opening_strip_begins_a_page),
		cmocka_unit_test(white_at_a_top_is_dropped),
		cmocka_unit_test(what_is_too_tall_is_placed_and_told),
		cmocka_unit_test(a_head_is_repeated),
		cmocka_unit_test(a_head_that_leaves_no_room_is_not),
		cmocka_unit_test(a_footnote_stands_with_its_mark),
		cmocka_unit_test(a_footnote_goes_on_only_where_it_must),
		cmocka_unit_test(every_height_sets_every_footnote),
		cmocka_unit_test(columns_are_balanced),
		cmocka_unit_test(a_full_page_has_full_columns),
	};
	return cmocka_run_group_tests(tests, open_arena, close_arena);
}
