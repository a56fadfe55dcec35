/*
 * names - names that are to be found in texts, and what stands for each.
 *
 * They are looked up by a hash of their first bytes.
 */
#include "facts/names.h"

#include "base/arena.h"
#include "base/words.h"

#define NAME_BYTES 3	/* a single kanji would be found in any word */
#define BUCKETS 4096

struct name {
	struct str text, shown;
	const struct name *next;	/* of the bucket; not longer */
};

struct names {
	const struct name *bucket[BUCKETS];
};

struct names *names_new(struct arena *arena) {
	return arena_alloc(arena, sizeof(struct names));
}

static size_t bucket_of(const char *p) {
	const unsigned char *u = (const unsigned char *)p;
	return (u[0] * 31u + u[1] * 7u + u[2] * 251u) % BUCKETS;
}

static bool has(const struct names *names, struct str text) {
	const struct name *name = names->bucket[bucket_of(text.p)];
	while (name != NULL && !str_equal(name->text, text))
		name = name->next;
	return name != NULL;
}

void names_add(struct arena *arena, struct names *names, struct str text,
    struct str shown) {
	bool wide = text.n != 0 && (unsigned char)text.p[0] >= 0x80;
	if (text.n < NAME_BYTES + (wide ? 1u : 0u) || has(names, text))
		return;
	const struct name **at = &names->bucket[bucket_of(text.p)];
	while (*at != NULL && (*at)->text.n > text.n)
		at = (const struct name **)&(*at)->next;
	struct name *name = arena_alloc(arena, sizeof *name);
	*name = (struct name){ text, shown, *at };
	*at = name;
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

static const struct name *name_at(const struct names *names, struct str text,
    size_t at) {
	const struct name *name = text.n - at < NAME_BYTES ? NULL
	    : names->bucket[bucket_of(text.p + at)];
	while (name != NULL && (name->text.n > text.n - at
	    || memcmp(name->text.p, text.p + at, name->text.n) != 0
	    || !is_apart(text, at, name->text.n)))
		name = name->next;
	return name;
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

/* --- devices --- */

struct hosts {
	struct arena *arena;
	struct names *names;
	const struct words *words;
	int64_t n;			/* so far */
};

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

/* By the contract's name unless that is one for hosts too, else numbered. */
static void add_host(struct hosts *hosts, struct str text, struct str shown) {
	if (!is_host(text) || has(hosts->names, text))
		return;
	hosts->n++;
	if (shown.n == 0 || is_host(shown))
		shown = words_fill(hosts->arena, hosts->words, "public.host",
		    "n", arena_printf(hosts->arena, "%lld",
		    (long long)hosts->n), NULL);
	names_add(hosts->arena, hosts->names, text, shown);
}

/* Of the ledger only what is a device. */
static bool is_device(enum record_id id, const struct row *row) {
	struct str class = id != RECORD_asset ? str_of("hardware")
	    : row->value[record_field_find(record_type(id),
	    str_of("class"))].text;
	return str_is(class, "hardware") || str_is(class, "network");
}

static void add_field(struct hosts *hosts, enum record_id id,
    const struct rows_table *table, size_t field) {
	for (size_t i = 0; i < table->count; i++)
		if (is_device(id, &table->row[i]))
			add_host(hosts, table->row[i].value[field].text,
			    str_of(""));
}

void names_add_hosts(struct arena *arena, struct names *names,
    const struct rows *rows, const struct words *words) {
	struct hosts hosts = { arena, names, words, 0 };
	for (size_t i = 0; i < rows->contract->leaves; i++)
		add_host(&hosts, rows->contract->leaf[i]->id,
		    rows->contract->leaf[i]->name);
	for (size_t i = 0; i < rows->series_count; i++)
		add_host(&hosts, rows->series[i].host, str_of(""));
	for (int id = 0; id < RECORD_TYPES; id++) {
		const struct record_type *type = record_type((enum record_id)id);
		for (size_t i = 0; i < type->fields; i++)
			if (type->field[i].flags & FIELD_HOST)
				add_field(&hosts, (enum record_id)id,
				    &rows->table[id], i);
	}
}
