/*
 * hole - figures that do not fit are drawn lower or stand on the next page, what
 * follows them fills the page before: which strips stand on which page, in which
 * order.
 */
#include "set/hole.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/buf.h"

#define PAGE 100

static struct arena *arena;
static const struct node heading = { .u.section.level = 2 };
static const struct node chapter = { .u.section.level = 1 };
static struct galley_head head;

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

static struct strip *add(struct galley *galley, char name) {
	struct sketch none = sketch_in(arena);
	struct strip *strip = galley_add(arena, galley, &none, 10, 0);
	strip->entry_y = name;
	return strip;
}

/* Strips 10 high with the name of a letter.  A capital is a figure: four of
 * them, seven from T on.  Before a letter `>` keeps it with the next, `#` makes it
 * a heading, `@` that of a chapter, `~` a row of a table that goes on, `!` the
 * opening of a page, `-` 5 high; `+` makes a figure 10 higher than it may be drawn. */
static struct galley *galley_of(const char *strips) {
	struct galley *galley = galley_new(arena, PAGE_PORTRAIT);
	for (const char *at = strips; *at != '\0'; at++) {
		char mark = strchr(">#@~!+-", *at) == NULL ? ' ' : *at++;
		size_t first = galley->strips;
		bool figure = *at >= 'A' && *at <= 'Z';
		int size = *at < 'T' ? 4 : 7;
		for (int i = 1; figure && i < size; i++)
			add(galley, *at)->keep = true;
		struct strip *strip = add(galley, *at);
		strip->art.h = mark == '-' ? 5 : 10;
		strip->keep = mark == '>' || mark == '#' || mark == '@';
		strip->section = mark == '#' ? &heading
		    : mark == '@' ? &chapter : NULL;
		strip->head = mark == '~' ? &head : NULL;
		strip->opens = mark == '!';
		if (figure)
			galley->strip[first].figure = (size_t)size;
		if (mark == '+') {
			galley->strip[first].low = galley->strip[first].art;
			galley->strip[first].art.h += 10;
		}
	}
	return galley;
}

/* The names of each page, parted by bars. */
static const char *cut(const char *strips) {
	struct galley *galley = galley_of(strips);
	struct page_notes none = { NULL, 0 };
	struct buf buf = buf_in(arena);
	for (size_t from = 0; from < galley->strips; ) {
		struct page page = page_fill(arena, galley, from, PAGE, none);
		if (hole_fill(arena, galley, &page, PAGE))
			page = page_fill(arena, galley, from, PAGE, none);
		assert_true(page.next > from);
		if (from > 0)
			buf_char(&buf, '|');
		for (size_t i = 0; i < page.places; i++)
			buf_char(&buf, (char)page.place[i].strip->entry_y);
		from = page.next;
	}
	return str_z(arena, buf_str(&buf));
}

static void text_flows_up(void **state) {
	(void)state;
	/* it fits */
	assert_string_equal(cut("abcdAefghij"), "abcdAAAAef|ghij");
	assert_string_equal(cut("abcdefghAijkl"), "abcdefghij|AAAAkl");
	/* the sentence stays, the figure goes */
	assert_string_equal(cut("abcdef>gAhijkl"), "abcdefghij|AAAAkl");
	assert_string_equal(cut("abcdef#g>hAijkl"), "abcdefghij|AAAAkl");
	/* at the end nothing can */
	assert_string_equal(cut("abcdefgA"), "abcdefg|AAAA");
}

static void small_holes_stay(void **state) {
	(void)state;
	assert_string_equal(cut("abcdefghiAjkl"), "abcdefghi|AAAAjkl");
}

static void a_heading_is_not_left_alone(void **state) {
	(void)state;
	assert_string_equal(cut("abcdefg#hAijkl"), "abcdefg|hAAAAijkl");
	assert_string_equal(cut("abcdefgA#hijkl"), "abcdefghij|AAAAkl");
	assert_string_equal(cut("abcdefghA#i>jkl"), "abcdefgh|AAAAijkl");
	/* nor with a line of its section */
	assert_string_equal(cut("abcdefghA#i-jkl"), "abcdefgh|AAAAijkl");
	assert_string_equal(cut("abcdefghA#ijkl"), "abcdefghij|AAAAkl");
}

static void figures_keep_their_order(void **state) {
	(void)state;
	assert_string_equal(cut("abcdefgAhBijk"), "abcdefgh|AAAABBBBij|k");
	assert_string_equal(cut("abcdefgA>hBijk"), "abcdefg|AAAAhBBBBi|jk");
	assert_string_equal(cut("abcdefgAB"), "abcdefg|AAAABBBB");
}

static void figures_keep_their_chapter(void **state) {
	(void)state;
	assert_string_equal(cut("abcdefgA@hijkl"), "abcdefg|AAAAhijkl");
	assert_string_equal(cut("abcdefAh@ijkl"), "abcdefAAAA|hijkl");
	/* half a page of white is worse */
	assert_string_equal(cut("abcdT@e>fghijkl"),
	    "abcdefghij|TTTTTTTkl");
	assert_string_equal(cut("abcdeT@f>ghijkl"),
	    "abcde|TTTTTTTfgh|ijkl");
}

static void a_figure_is_drawn_lower_where_that_does(void **state) {
	(void)state;
	assert_string_equal(cut("abcdef+Aghi"), "abcdefAAAA|ghi");
	assert_string_equal(cut("abcde>f+Aghi"), "abcdefAAAA|ghi");
	/* not where it would not fit, nor where it fits */
	assert_string_equal(cut("abcdefg+Ahijkl"), "abcdefghij|AAAAkl");
	assert_string_equal(cut("abcde+A+Bfghijk"), "abcdeAAAA|BBBBfghij|k");
}

static void a_page_that_is_opened_stays(void **state) {
	(void)state;
	assert_string_equal(cut("abcdefgA!hij"), "abcdefg|AAAA|hij");
}

static void a_cut_table_shows_its_head(void **state) {
	(void)state;
	head.strip = arena_array(arena, 1, sizeof *head.strip);
	head.strip[0] = (struct strip){ .art = { .h = 10 }, .entry_y = '^' };
	head.strips = 1;
	head.height = 10;
	assert_string_equal(cut("abcdefgAh~i~j~k~l"), "abcdefghij|AAAA^kl");
	/* a page that the figure fills alone */
	assert_string_equal(cut("abcdefgAh~i~j~k~l~m~n~o~p~q~r"),
	    "abcdefghij|AAAA^klmno|^pqr");
}

int main(void) {
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(text_flows_up),
		cmocka_unit_test(small_holes_stay),
		cmocka_unit_test(a_heading_is_not_left_alone),
		cmocka_unit_test(figures_keep_their_order),
		cmocka_unit_test(figures_keep_their_chapter),
		cmocka_unit_test(a_figure_is_drawn_lower_where_that_does),
		cmocka_unit_test(a_page_that_is_opened_stays),
		cmocka_unit_test(a_cut_table_shows_its_head),
	};
	return cmocka_run_group_tests(tests, open_arena, close_arena);
}
