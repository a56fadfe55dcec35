/*
 * fonts - an arena and the fonts of pages, for unit tests of what is set with
 * them: cmocka_run_group_tests(tests, fonts_open, fonts_close).
 */
#ifndef GEPPO_TEST_FONTS_H
#define GEPPO_TEST_FONTS_H

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "set/font.h"

static struct arena *arena;
static struct fonts *fonts;

static inline int fonts_open(void **state) {
	(void)state;
	arena = arena_new();
	fonts = font_open(arena, NULL, str_of("ja"));
	return fonts == NULL;
}

static inline int fonts_close(void **state) {
	(void)state;
	font_close(fonts);
	arena_free(arena);
	return 0;
}

#endif
