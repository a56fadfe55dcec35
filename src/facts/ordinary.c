/* ordinary - words that are no names of devices. */
#include "facts/ordinary.h"

#include <strings.h>

#include "base/arena.h"

struct ordinary {
	struct arena *arena;
	struct str *word;		/* sorted once all are there */
	size_t words;
};

static int order(const void *a, const void *b) {
	const struct str *x = a, *y = b;
	int left = strncasecmp(x->p, y->p, x->n < y->n ? x->n : y->n);
	return left != 0 ? left : (x->n > y->n) - (x->n < y->n);
}

static bool is_letter(char c) {
	return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

/* Each run of letters of the text. */
static void add(struct ordinary *ordinary, struct str text) {
	for (size_t i = 0, n; i < text.n; i += n + 1) {
		for (n = 0; i + n < text.n && is_letter(text.p[i + n]); n++)
			;
		if (n == 0)
			continue;
		ordinary->word = arena_room(ordinary->arena, ordinary->word,
		    ordinary->words, sizeof *ordinary->word);
		ordinary->word[ordinary->words++] = (struct str){ text.p + i, n };
	}
}

static void add_catalogue(struct ordinary *ordinary,
    const struct words *words) {
	for (size_t i = 0; i < words->count; i++)
		add(ordinary, words->at[i].text);
	if (words->phrases != NULL)
		add_catalogue(ordinary, words->phrases);
}

static void add_records(struct ordinary *ordinary) {
	for (int id = 0; id < RECORD_TYPES; id++) {
		const struct record_type *type = record_type((enum record_id)id);
		for (size_t i = 0; i < type->fields; i++) {
			add(ordinary, str_of(type->field[i].en));
			add(ordinary, str_of(type->field[i].words));
		}
	}
}

/* A target without a name has its id for one. */
static void add_target(struct ordinary *ordinary,
    const struct target *target) {
	if (!str_equal(target->name, target->id))
		add(ordinary, target->name);
}

static void add_contract(struct ordinary *ordinary,
    const struct contract *contract) {
	add(ordinary, contract->title);
	for (size_t i = 0; i < contract->parties; i++) {
		add(ordinary, contract->party[i].name);
		add(ordinary, contract->party[i].department);
	}
	for (size_t i = 0; i < contract->systems; i++) {
		add(ordinary, contract->system[i].id);
		add(ordinary, contract->system[i].name);
		add(ordinary, contract->system[i].class);
	}
	for (size_t i = 0; i < contract->leaves; i++)
		add_target(ordinary, contract->leaf[i]);
	for (size_t i = 0; i < contract->groups; i++)
		add_target(ordinary, contract->group[i]);
	for (size_t i = 0; i < contract->indicators; i++)
		add(ordinary, contract->indicator[i].name);
}

const struct ordinary *ordinary_new(struct arena *arena,
    const struct contract *contract, const struct words *words) {
	struct ordinary *ordinary = arena_alloc(arena, sizeof *ordinary);
	*ordinary = (struct ordinary){ .arena = arena };
	add_catalogue(ordinary, words);
	add_records(ordinary);
	add_contract(ordinary, contract);
	if (ordinary->words != 0)
		qsort(ordinary->word, ordinary->words, sizeof *ordinary->word,
		    order);
	return ordinary;
}

bool ordinary_has(const struct ordinary *ordinary, struct str word) {
	return ordinary->words != 0 && bsearch(&word, ordinary->word,
	    ordinary->words, sizeof word, order) != NULL;
}
