/*
 * words - the fixed words and sentences of documents, by language.
 *
 * templates/words/LANG.txt holds lines `key = text`; text may have places
 * {name}; {name|record|records} is the one word where the value is 1, else the
 * other.  Figures are worded from these, so that no word of a document
 * stands in code or XSL, and a workspace may override single keys in
 * templates/words/LANG.txt of its own.
 *
 * Templates hold their own words, in Japanese.  Another language has them as
 * lines `Japanese = text` in templates/phrases/LANG.txt, so that the order of
 * sections and parts stands in one place only.
 */
#ifndef GEPPO_WORDS_H
#define GEPPO_WORDS_H

#include "base/str.h"

struct arena;

struct word {
	struct str key;
	struct str text;
};

struct words {
	struct str language;	/* "ja", "en" */
	struct word *at;	/* sorted by key */
	size_t count;
	const struct words *phrases;	/* what templates say, by what it is in
					   Japanese; NULL: nothing to translate */
};

/* Read the catalogue of the language and the workspace's overrides; workspace
 * may be NULL.  NULL after a diag when there is no catalogue. */
const struct words *words_read(struct arena *arena, const char *workspace,
    struct str language);

/* The same for another file of `key = text` lines ("templates/theme.txt");
 * the file's name stands for the language. */
const struct words *words_read_file(struct arena *arena, const char *workspace,
    const char *name);

/* The text of the key; a key that is missing gives the key itself after a
 * diag, so that a document never has a hole. */
struct str words_find(const struct words *words, const char *key);

/* The text of key, or empty without a diag. */
struct str words_maybe(const struct words *words, const char *key);

/* A text of a template in the language; itself where the language has no other
 * for it. */
struct str words_translate(const struct words *words, struct str text);

/* The text with its places filled: arguments are pairs of NUL-terminated
 * name and value, ended by NULL. */
struct str words_fill(struct arena *arena, const struct words *words,
    const char *key, ...) __attribute__((sentinel));

#endif
