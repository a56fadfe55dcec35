/*
 * words - the fixed words and sentences of documents, by language.
 *
 * The program's catalogue is read first, the workspace's own after it; of two
 * lines with one key the later holds.
 */
#include "base/words.h"

#include <errno.h>
#include <stdarg.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/file.h"
#include "base/limits.h"

static int word_order(const void *a, const void *b) {
	return str_compare(((const struct word *)a)->key,
	    ((const struct word *)b)->key);
}

static void words_add_line(struct arena *arena, struct words *words,
    struct str line, const struct place *place) {
	struct str text = str_trim(line), key;
	if (text.n == 0 || text.p[0] == '#')
		return;
	if (!str_cut(&text, '=', &key) || text.p == NULL) {
		diag(DIAG_WORDS_LINE, place, diag_str(line), NULL);
		return;
	}
	struct word word = { str_trim(key), str_trim(text) };
	for (size_t i = 0; i < words->count; i++)
		if (str_equal(words->at[i].key, word.key)) {
			words->at[i].text = word.text;
			return;
		}
	words->at = arena_room(arena, words->at, words->count,
	    sizeof *words->at);
	words->at[words->count++] = word;
}

static bool words_add_file(struct arena *arena, struct words *words,
    const char *path) {
	struct str rest, line;
	if (!file_read(arena, path, LIMIT_TEMPLATE_BYTES, &rest)) {
		diag(DIAG_FILE_READ, NULL, path, strerror(errno), NULL);
		return false;
	}
	struct place place = { str_of(path), 0, 0 };
	while (str_cut(&rest, '\n', &line)) {
		place.line++;
		words_add_line(arena, words, line, &place);
	}
	return true;
}

const struct words *words_read_file(struct arena *arena, const char *workspace,
    const char *name) {
	const char *path = file_share(arena, NULL, name);
	if (path == NULL) {
		diag(DIAG_SHARE_MISSING, NULL, name, NULL);
		return NULL;
	}
	struct words *words = arena_alloc(arena, sizeof *words);
	words->language = str_of(name);
	if (!words_add_file(arena, words, path))
		return NULL;
	const char *own = workspace == NULL ? NULL
	    : file_path(arena, workspace, name);
	if (own != NULL && file_exists(own) && !words_add_file(arena, words, own))
		return NULL;
	qsort(words->at, words->count, sizeof *words->at, word_order);
	return words;
}

const struct words *words_read(struct arena *arena, const char *workspace,
    struct str language) {
	const char *name = arena_printf(arena, "templates/words/%.*s.txt",
	    (int)language.n, language.p);
	const struct words *words = words_read_file(arena, workspace, name);
	if (words == NULL)
		return NULL;
	struct words *named = arena_alloc(arena, sizeof *named);
	*named = (struct words){ language, words->at, words->count, NULL };
	name = arena_printf(arena, "templates/phrases/%.*s.txt",
	    (int)language.n, language.p);
	if (file_share(arena, NULL, name) != NULL)
		named->phrases = words_read_file(arena, workspace, name);
	return named;
}

static const struct word *find(const struct words *words, struct str key) {
	struct word sought = { key, { NULL, 0 } };
	return words->count == 0 ? NULL : bsearch(&sought, words->at,
	    words->count, sizeof sought, word_order);
}

struct str words_maybe(const struct words *words, const char *key) {
	const struct word *found = find(words, str_of(key));
	return found == NULL ? (struct str){ NULL, 0 } : found->text;
}

struct str words_translate(const struct words *words, struct str text) {
	const struct word *found = words->phrases == NULL ? NULL
	    : find(words->phrases, text);
	return found == NULL ? text : found->text;
}

struct str words_find(const struct words *words, const char *key) {
	struct str text = words_maybe(words, key);
	if (text.p != NULL)
		return text;
	diag(DIAG_WORDS_MISSING, NULL, diag_str(words->language), key, NULL);
	return str_of(key);
}

/* The value for the name in pairs ended by NULL, or NULL. */
static const char *pair_find(va_list pairs, struct str name) {
	for (const char *key; (key = va_arg(pairs, const char *)) != NULL;) {
		const char *value = va_arg(pairs, const char *);
		if (str_is(name, key))
			return value;
	}
	return NULL;
}

/* What stands in a place: NAME gives the value, NAME|ONE|MANY the word for so
 * many.  NULL when pairs have no such name. */
static const char *place_text(struct arena *arena, struct str place,
    va_list pairs) {
	struct str rest = place, name, one;
	str_cut(&rest, '|', &name);
	const char *value = pair_find(pairs, name);
	if (value == NULL || !str_cut(&rest, '|', &one))
		return value;
	return str_z(arena, strcmp(value, "1") == 0 ? one : rest);
}

struct str words_fill(struct arena *arena, const struct words *words,
    const char *key, ...) {
	struct str text = words_find(words, key);
	struct buf buf = buf_in(arena);
	for (size_t i = 0; i < text.n; i++) {
		const char *close = text.p[i] != '{' ? NULL
		    : memchr(text.p + i, '}', text.n - i);
		if (close == NULL) {
			buf_char(&buf, text.p[i]);
			continue;
		}
		struct str place = { text.p + i + 1,
		    (size_t)(close - text.p) - i - 1 };
		va_list pairs;
		va_start(pairs, key);
		const char *value = place_text(arena, place, pairs);
		va_end(pairs);
		if (value == NULL)
			diag(DIAG_WORDS_PLACE, NULL, key, diag_str(place), NULL);
		else
			buf_text(&buf, value);
		i += place.n + 1;
	}
	return buf_str(&buf);
}
