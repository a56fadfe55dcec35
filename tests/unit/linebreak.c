/*
 * linebreak - where lines may begin, against the test file of UAX #14, when it
 * is found beside the repository or in the system.
 *
 * Left out are breaks that a Japanese report never makes (set/kinsoku binds the
 * two characters), characters that are not set as they are written, and Thai,
 * whose lines UAX #14 leaves to dictionaries (class SA).
 */
#include "set/text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/buf.h"

#define EM (10 * FRAME_POINT)
#define THAI 0x0E01
#define MOST 64			/* code points of a line of the file */

/* A line of the file: code points, and before each whether a line may begin. */
struct sample {
	uint32_t code[MOST];
	bool breaks[MOST];
	size_t count;
};

static FILE *open_file(void) {
	static const char *const commands[] = {
		"cat /usr/share/unicode/LineBreakTest.txt 2>/dev/null",
		"xz -dc ../shared/data/typesetting/LineBreakTest-*.txt.xz"
		    " 2>/dev/null" };
	for (size_t i = 0; i < sizeof commands / sizeof *commands; i++) {
		FILE *file = popen(commands[i], "r");
		int first = file == NULL ? EOF : fgetc(file);
		if (first != EOF) {
			ungetc(first, file);
			return file;
		}
		if (file != NULL)
			pclose(file);
	}
	return NULL;
}

/* `÷ 0023 × 0308 ÷` up to a comment; false when there is no code point. */
static bool read_sample(const char *line, struct sample *sample) {
	bool breaks = false;
	sample->count = 0;
	for (; *line != '#' && *line != '\0' && sample->count < MOST;
	    line += strcspn(line, " \t\n") + strspn(line + strcspn(line,
	    " \t\n"), " \t\n")) {
		struct str word = str_of(line);
		if (str_starts(word, "÷") || str_starts(word, "×")) {
			breaks = str_starts(word, "÷");
			continue;
		}
		sample->breaks[sample->count] = breaks;
		sample->code[sample->count++] =
		    (uint32_t)strtoul(line, NULL, 16);
	}
	return sample->count > 0;
}

/* Does the text say of each cluster what the file says? */
static bool agrees(const struct text *text, const struct sample *sample) {
	size_t at = 0, byte = 0;
	for (size_t i = 1; i < text->clusters; i++) {
		while (byte < text->cluster[i].from) {
			uint32_t code = sample->code[at++];
			byte += code < 0x80 ? 1 : code < 0x800 ? 2
			    : code < 0x10000 ? 3 : 4;
		}
		bool bound = kinsoku_binds(at > 1 ? sample->code[at - 2] : 0,
		    sample->code[at - 1], sample->code[at]);
		if (text->cluster[i].breaks != sample->breaks[at] && !bound)
			return false;
	}
	return true;
}

/* The line as text; NULL when it is left out. */
static const struct text *shaped(struct arena *arena, struct fonts *fonts,
    const struct sample *sample) {
	struct buf raw = buf_in(arena), set = buf_in(arena);
	for (size_t i = 0; i < sample->count; i++) {
		buf_utf8(&raw, sample->code[i]);
		if (sample->code[i] == THAI)
			return NULL;
	}
	text_add(&set, buf_str(&raw));
	return str_equal(buf_str(&raw), buf_str(&set)) ? text_plain(fonts,
	    buf_str(&raw), FONT_GOTHIC, EM) : NULL;
}

static void breaks_are_those_of_unicode(void **state) {
	(void)state;
	FILE *file = open_file();
	if (file == NULL) {
		printf("skipped: no LineBreakTest.txt\n");
		return;
	}
	struct arena *arena = arena_new();
	struct fonts *fonts = font_open(arena, NULL, str_of("ja"));
	assert_non_null(fonts);
	char line[4096];
	struct sample sample;
	int seen = 0;
	while (fgets(line, sizeof line, file) != NULL) {
		const struct text *text = read_sample(line, &sample)
		    ? shaped(arena, fonts, &sample) : NULL;
		seen += text != NULL;
		if (text != NULL && !agrees(text, &sample))
			fail_msg("%s", line);
	}
	pclose(file);
	assert_true(seen > 4000);
	font_close(fonts);
	arena_free(arena);
}

int main(void) {
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(breaks_are_those_of_unicode),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
