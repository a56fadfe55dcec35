/* names - which words are taken for names of devices, and where. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/words.h"
#include "facts/names.h"

static struct word word[] = {
	{ { "a", 1 }, { "Sent by Mail", 12 } },
	{ { "public.host", 11 }, { "host {n}", 8 } },
};
static const struct words words = { .language = { "en", 2 }, .at = word,
	.count = 2 };

static struct target target[] = {
	{ .id = { "resdb", 5 }, .name = { "Register", 8 } },
	{ .id = { "mail", 4 }, .name = { "Relay", 5 } },
	{ .id = { "gateway", 7 }, .name = { "gateway", 7 } },
	{ .id = { "gw", 2 }, .name = { "Groupware", 9 } },
	{ .id = { "web1", 4 }, .name = { "Web server", 10 } },
	{ .id = { "NAS", 3 }, .name = { "Files", 5 } },
};

static const struct {
	const char *text, *shown;
} specimens[] = {
	{ "resdb is down.", "Register is down." },
	{ "on resdb.", "on Register." },
	{ "停止したresdbの復旧", "停止したRegisterの復旧" },
	{ "resdbx, xresdb, resdb2", "resdbx, xresdb, resdb2" },
	{ "resdb.example, my-resdb, a/resdb", "resdb.example, my-resdb, a/resdb" },
	{ "Resdb RESDB", "Resdb RESDB" },
	{ "web1.example", "Web server.example" },
	{ "gw", "Groupware" },
	{ "the gateway", "the host 3" },
	{ "by mail, mailed", "by mail, mailed" },
	{ "a NAS of NASA", "a NAS of NASA" },
};

static struct arena *arena;
static struct names *names;

static const char *shown(const char *text) {
	struct buf buf = buf_in(arena);
	struct str all = str_of(text);
	struct names_found found;
	size_t done = 0;
	while (names_next(names, all, done, &found)) {
		buf_add(&buf, (struct str){ all.p + done, found.at - done });
		buf_add(&buf, found.shown);
		done = found.at + found.n;
	}
	buf_add(&buf, (struct str){ all.p + done, all.n - done });
	return buf_z(&buf);
}

static int set_up(void **state) {
	static struct target *leaf[sizeof target / sizeof *target];
	static struct contract contract = { .leaf = leaf };
	static struct rows rows = { .contract = &contract };
	(void)state;
	contract.leaves = sizeof target / sizeof *target;
	for (size_t i = 0; i < contract.leaves; i++)
		leaf[i] = &target[i];
	arena = arena_new();
	names = names_new(arena);
	names_add_hosts(arena, names, &rows, &words);
	return 0;
}

static int tear_down(void **state) {
	(void)state;
	arena_free(arena);
	return 0;
}

static void test_texts(void **state) {
	(void)state;
	for (size_t i = 0; i < sizeof specimens / sizeof *specimens; i++)
		assert_string_equal(shown(specimens[i].text),
		    specimens[i].shown);
}

static void test_cells(void **state) {
	(void)state;
	assert_true(str_is(names_cell(names, str_of("mail")), "Relay"));
	assert_true(str_is(names_cell(names, str_of("NAS")), "Files"));
	assert_true(str_is(names_cell(names, str_of("by mail")), "by mail"));
	assert_true(str_is(names_cell(names, str_of("")), ""));
}

int main(void) {
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_texts),
		cmocka_unit_test(test_cells),
	};
	return cmocka_run_group_tests(tests, set_up, tear_down);
}
