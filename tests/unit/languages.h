/*
 * languages - an arena and the words of each language, for unit tests of what
 * is worded: cmocka_run_group_tests(tests, languages_open, languages_close).
 */
#ifndef GEPPO_TEST_LANGUAGES_H
#define GEPPO_TEST_LANGUAGES_H

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/words.h"

#define LANGUAGES 2

static struct arena *arena;
static const struct words *languages[LANGUAGES];

static inline int languages_open(void **state) {
	(void)state;
	arena = arena_new();
	languages[0] = words_read(arena, NULL, str_of("ja"));
	languages[1] = words_read(arena, NULL, str_of("en"));
	return languages[0] == NULL || languages[1] == NULL;
}

static inline int languages_close(void **state) {
	(void)state;
	arena_free(arena);
	return 0;
}

#endif
