/*
 * encode - any bytes as text of any encoding: UTF-8 or a refusal, the same of
 * the whole as of its lines.
 *
 * The first byte chooses the encoding that is declared and the separator.
 * `make fuzz` replays the seeds; to search: clang -fsanitize=fuzzer -DFUZZER.
 */
#include "base/buf.h"
#include "read/encode.h"
#include "target.h"

static const char *const names[] = { "utf-8", "cp932", "euc-jp", "latin-1",
	"windows-1252", "windows-1251", "auto" };
enum { NAMES = sizeof names / sizeof names[0] };

static void check_utf8(struct str text) {
	for (size_t size; text.n > 0; text.p += size, text.n -= size) {
		size = str_utf8(text, NULL);
		if (size == 0)
			die("decoded text that is not UTF-8");
	}
}

/* The text as UTF-8; false when it is refused. */
static bool decode(struct encode *encode, struct arena *arena,
    struct str text, struct str *utf8) {
	size_t bad = 0;
	if (encode_text(encode, arena, text, utf8, &bad)) {
		check_utf8(*utf8);
		if (encode_plain(text) && !str_equal(text, *utf8))
			die("plain text was changed");
		return true;
	}
	if (bad >= text.n)
		die("a bad byte behind the end");
	return false;
}

/* Line by line, with their ends; false when one is refused. */
static bool decode_lines(struct encode *encode, struct arena *arena,
    struct str text, struct buf *all) {
	struct place place = { str_of("in"), 1, 1 };
	bool good = true;
	for (int64_t line = 1; text.n > 0; line++) {
		const char *end = memchr(text.p, '\n', text.n);
		size_t n = end == NULL ? text.n : (size_t)(end - text.p) + 1;
		struct str part = { text.p, n }, utf8;
		encode_move(encode, part, &place);
		if (place.line < line || place.column < 1)
			die("the place went back");
		good &= decode(encode, arena, part, &utf8);
		if (good)
			buf_add(all, utf8);
		text = (struct str){ text.p + n, text.n - n };
	}
	return good;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n) {
	if (n == 0)
		return 0;
	struct arena *arena = arena_new();
	struct place place = { str_of("in"), 0, 0 };
	struct str text = { (const char *)bytes + 1, n - 1 }, whole;
	struct encode *encode = encode_open(arena, str_of(names[bytes[0]
	    % NAMES]), bytes[0] < 128 ? ',' : '|', &place, &text);
	struct buf lines = buf_in(arena);
	if (encode != NULL) {
		bool good = decode(encode, arena, text, &whole);
		if (decode_lines(encode, arena, text, &lines) && good
		    && !str_equal(buf_str(&lines), whole))
			die("the lines differ from the whole");
		encode_close(encode);
	}
	diag_reset();
	arena_free(arena);
	return 0;
}
