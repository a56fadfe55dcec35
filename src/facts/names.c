/*
 * names - names that are to be found in texts, and what stands for each.
 *
 * They are looked up by a hash of their first bytes.
 */
#include "facts/names.h"

#include "base/arena.h"
#include "base/words.h"
#include "facts/ordinary.h"

#define NAME_BYTES 3	/* a single kanji would be found in any word */
#define HOST_BYTES 2	/* gw */
#define BUCKETS 4096

/* Where a name is found: in any text, in one but as a word by itself (mail is
 * not in mail.example), or only as the whole of a cell. */
enum reach { REACH_TEXT, REACH_WORD, REACH_CELL };

struct name {
	struct str text, shown;
	enum reach reach;
	const struct name *next;	/* of the bucket; not longer */
};

struct names {
	const struct name *bucket[BUCKETS];
	const struct name *pair;	/* those of two letters */
};

struct names *names_new(struct arena *arena) {
	return arena_alloc(arena, sizeof(struct names));
}

static size_t bucket_of(const char *p) {
	const unsigned char *u = (const unsigned char *)p;
	return (u[0] * 31u + u[1] * 7u + u[2] * 251u) % BUCKETS;
}

static const struct name *find(const struct names *names, struct str text) {
	const struct name *name = text.n < NAME_BYTES ? names->pair
	    : names->bucket[bucket_of(text.p)];
	while (name != NULL && !str_equal(name->text, text))
		name = name->next;
	return name;
}

static void add(struct arena *arena, struct names *names, struct str text,
    struct str shown, enum reach reach) {
	const struct name **at = text.n < NAME_BYTES ? &names->pair
	    : &names->bucket[bucket_of(text.p)];
	while (*at != NULL && (*at)->text.n > text.n)
		at = (const struct name **)&(*at)->next;
	struct name *name = arena_alloc(arena, sizeof *name);
	*name = (struct name){ text, shown, reach, *at };
	*at = name;
}

void names_add(struct arena *arena, struct names *names, struct str text,
    struct str shown) {
	bool wide = text.n != 0 && (unsigned char)text.p[0] >= 0x80;
	if (text.n >= NAME_BYTES + (wide ? 1u : 0u)
	    && find(names, text) == NULL)
		add(arena, names, text, shown, REACH_TEXT);
}

static bool is_digit(char c) {
	return c >= '0' && c <= '9';
}

static bool is_letter(char c) {
	return is_digit(c) || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

static bool is_apart(struct str text, size_t at, size_t n) {
	return (at == 0 || !is_letter(text.p[at]) || !is_letter(text.p[at - 1]))
	    && (at + n >= text.n || !is_letter(text.p[at + n - 1])
	    || !is_letter(text.p[at + n]));
}

static bool is_sign(char c) {
	return strchr("-._@/", c) != NULL && c != '\0';
}

/* No sign joins it to another word: a full stop ends a sentence. */
static bool is_alone(struct str text, size_t at, size_t n) {
	size_t end = at + n;
	return (at < 2 || !is_sign(text.p[at - 1])
	    || !is_letter(text.p[at - 2])) && (end + 1 >= text.n
	    || !is_sign(text.p[end]) || !is_letter(text.p[end + 1]));
}

static bool stands_at(const struct name *name, struct str text, size_t at) {
	size_t n = name->text.n;
	return n <= text.n - at && memcmp(name->text.p, text.p + at, n) == 0
	    && name->reach != REACH_CELL && is_apart(text, at, n)
	    && (name->reach == REACH_TEXT || is_alone(text, at, n));
}

static const struct name *first_at(const struct name *name, struct str text,
    size_t at) {
	while (name != NULL && !stands_at(name, text, at))
		name = name->next;
	return name;
}

static const struct name *name_at(const struct names *names, struct str text,
    size_t at) {
	const struct name *name = text.n - at < NAME_BYTES ? NULL
	    : first_at(names->bucket[bucket_of(text.p + at)], text, at);
	return name != NULL ? name : first_at(names->pair, text, at);
}

bool names_next(const struct names *names, struct str text, size_t from,
    struct names_found *found) {
	for (size_t at = from; at < text.n; at++) {
		const struct name *name = name_at(names, text, at);
		if (name == NULL)
			continue;
		*found = (struct names_found){ at, name->text.n, name->shown };
		return true;
	}
	return false;
}

struct str names_cell(const struct names *names, struct str text) {
	const struct name *name = find(names, text);
	return name != NULL ? name->shown : text;
}

/* --- devices --- */

struct hosts {
	struct arena *arena;
	struct names *names;
	const struct words *words;
	const struct ordinary *ordinary;
	int64_t n;			/* so far */
};

/* A digit or a sign tells a name from a word. */
static bool is_host(struct str text) {
	bool letter = false, other = false;
	for (size_t i = 0; i < text.n; i++) {
		bool sign = strchr("-._", text.p[i]) != NULL;
		if (!is_letter(text.p[i]) && !sign)
			return false;
		letter = letter || (!sign && !is_digit(text.p[i]));
		other = other || sign || is_digit(text.p[i]);
	}
	return text.n >= NAME_BYTES && letter && other;
}

static bool is_word(struct str text, const char *letters) {
	size_t n = 0;
	while (n < text.n && strchr(letters, text.p[n]) != NULL)
		n++;
	return n == text.n && n >= HOST_BYTES;
}

static bool is_small(struct str text) {
	return is_word(text, "abcdefghijklmnopqrstuvwxyz");
}

static bool is_letters(struct str text) {
	return is_word(text, "abcdefghijklmnopqrstuvwxyz"
	    "ABCDEFGHIJKLMNOPQRSTUVWXYZ");
}

/* By the contract's name unless that is one for hosts too, else numbered. */
static void add_host(struct hosts *hosts, struct str text, struct str shown) {
	if ((!is_host(text) && !is_letters(text))
	    || find(hosts->names, text) != NULL)
		return;
	hosts->n++;
	if (shown.n == 0 || str_equal(shown, text) || is_host(shown)
	    || is_small(shown))
		shown = words_fill(hosts->arena, hosts->words, "public.host",
		    "n", arena_printf(hosts->arena, "%lld",
		    (long long)hosts->n), NULL);
	add(hosts->arena, hosts->names, text, shown, is_host(text) ? REACH_TEXT
	    : is_small(text) && !ordinary_has(hosts->ordinary, text)
	    ? REACH_WORD : REACH_CELL);
}

/* Of the ledger only what is a device, and not called by what it is: UPS. */
static bool is_device(enum record_id id, const struct row *row,
    struct str name) {
	bool ledger = id == RECORD_asset || id == RECORD_inventory;
	struct str class = id != RECORD_asset ? str_of("hardware")
	    : row->value[record_field_find(record_type(id),
	    str_of("class"))].text;
	return (str_is(class, "hardware") || str_is(class, "network"))
	    && (!ledger || !is_letters(name) || is_small(name));
}

static void add_field(struct hosts *hosts, enum record_id id,
    const struct rows_table *table, size_t field) {
	for (size_t i = 0; i < table->count; i++) {
		struct str name = table->row[i].value[field].text;
		if (is_device(id, &table->row[i], name))
			add_host(hosts, name, str_of(""));
	}
}

/* The id of an asset, which the ledgers show anyway. */
static bool is_asset(const struct rows *rows, struct str name) {
	const struct rows_table *table = &rows->table[RECORD_asset];
	int id = record_field_find(record_type(RECORD_asset),
	    str_of("asset_id"));
	for (size_t i = 0; i < table->count; i++)
		if (str_equal(table->row[i].value[id].text, name))
			return true;
	return false;
}

void names_add_hosts(struct arena *arena, struct names *names,
    const struct rows *rows, const struct words *words) {
	struct hosts hosts = { arena, names, words, ordinary_new(arena,
	    rows->contract, words), 0 };
	for (size_t i = 0; i < rows->contract->leaves; i++)
		add_host(&hosts, rows->contract->leaf[i]->id,
		    rows->contract->leaf[i]->name);
	for (size_t i = 0; i < rows->series_count; i++)
		if (!is_asset(rows, rows->series[i].host))
			add_host(&hosts, rows->series[i].host, str_of(""));
	for (int id = 0; id < RECORD_TYPES; id++) {
		const struct record_type *type = record_type((enum record_id)id);
		for (size_t i = 0; i < type->fields; i++)
			if (type->field[i].flags & FIELD_HOST)
				add_field(&hosts, (enum record_id)id,
				    &rows->table[id], i);
	}
}
