/*
 * mask - what the public edition hides.
 *
 * Names are looked up by a hash of their first bytes; of two that begin alike
 * the longer is tried first.
 */
#include "facts/mask.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/detect.h"

#define NAME_BYTES 3	/* a single kanji would be found in any word */
#define BUCKETS 4096

struct name {
	struct str text;
	const struct name *next;	/* of the bucket; not longer */
};

struct mask {
	struct str sign;		/* stands for what is hidden */
	struct str sections;		/* endings of organizations */
	struct str *role;
	size_t roles;
	const struct name *bucket[BUCKETS];
};

static void add_role(struct arena *arena, struct mask *mask,
    struct str role) {
	if (str_trim(role).n == 0)
		return;
	mask->role = arena_room(arena, mask->role, mask->roles,
	    sizeof *mask->role);
	mask->role[mask->roles++] = str_trim(role);
}

static void add_contract_roles(struct arena *arena, struct mask *mask,
    const struct contract *contract, const struct words *words) {
	for (size_t i = 0; i < contract->parties; i++) {
		add_role(arena, mask, contract->party[i].name);
		add_role(arena, mask, contract->party[i].department);
	}
	add_role(arena, mask, words_find(words, "lane.city"));
	add_role(arena, mask, words_find(words, "lane.vendor"));
}

static void add_contact_roles(struct arena *arena, struct mask *mask,
    const struct rows *rows) {
	static const char *const fields[] = { "role", "organization" };
	const struct rows_table *table = &rows->table[RECORD_contact];
	for (size_t f = 0; f < sizeof fields / sizeof *fields; f++) {
		int field = record_field_find(record_type(RECORD_contact),
		    str_of(fields[f]));
		for (size_t i = 0; i < table->count; i++)
			add_role(arena, mask, table->row[i].value[field].text);
	}
}

static bool ends_with(struct str text, struct str ending) {
	return text.n >= ending.n && memcmp(text.p + text.n - ending.n,
	    ending.p, ending.n) == 0;
}

/* One word that names a section of an office, or a role that is known. */
static bool is_role(const struct mask *mask, struct str text) {
	struct str rest = mask->sections, ending;
	for (size_t i = 0; i < mask->roles; i++)
		if (str_equal(mask->role[i], text))
			return true;
	if (memchr(text.p, ' ', text.n) != NULL)
		return false;
	while (str_word(&rest, &ending))
		if (ends_with(text, ending))
			return true;
	return false;
}

/* A list of persons has one of these between two. */
static size_t separator(struct str text) {
	static const char *const signs[] = { "、", "，", ",", ";", "；", "／",
		"/", "\n", "・" };
	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
		if (str_starts(text, signs[i]))
			return strlen(signs[i]);
	return 0;
}

/* The next person of the list and the sign behind it; false at the end. */
static bool next_person(struct str *rest, struct str *person,
    struct str *sign) {
	size_t n = 0;
	if (rest->n == 0)
		return false;
	while (n < rest->n && separator((struct str){ rest->p + n,
	    rest->n - n }) == 0)
		n++;
	*person = (struct str){ rest->p, n };
	*sign = (struct str){ rest->p + n, separator((struct str){ rest->p + n,
	    rest->n - n }) };
	*rest = (struct str){ sign->p + sign->n, rest->n - n - sign->n };
	return true;
}

static size_t bucket_of(const char *p) {
	const unsigned char *u = (const unsigned char *)p;
	return (u[0] * 31u + u[1] * 7u + u[2] * 251u) % BUCKETS;
}

static bool is_number(struct str text) {
	int64_t number;
	return str_int(text, &number);
}

static void add_name(struct arena *arena, struct mask *mask, struct str text) {
	bool wide = text.n != 0 && (unsigned char)text.p[0] >= 0x80;
	if (text.n < NAME_BYTES + (wide ? 1u : 0u) || is_number(text)
	    || is_role(mask, text))
		return;
	const struct name **at = &mask->bucket[bucket_of(text.p)];
	while (*at != NULL && (*at)->text.n > text.n)
		at = (const struct name **)&(*at)->next;
	for (const struct name *same = *at; same != NULL
	    && same->text.n == text.n; same = same->next)
		if (str_equal(same->text, text))
			return;
	struct name *name = arena_alloc(arena, sizeof *name);
	*name = (struct name){ text, *at };
	*at = name;
}

static void add_names(struct arena *arena, struct mask *mask,
    const struct rows_table *table, size_t field) {
	struct str person, sign;
	for (size_t i = 0; i < table->count; i++) {
		struct str rest = table->row[i].value[field].text;
		while (next_person(&rest, &person, &sign))
			add_name(arena, mask, str_trim(person));
	}
}

const struct mask *mask_new(struct arena *arena, const struct rows *rows,
    const struct words *words) {
	struct mask *mask = arena_alloc(arena, sizeof *mask);
	mask->sign = words_find(words, "public.hidden");
	mask->sections = words_find(words, "public.sections");
	add_contract_roles(arena, mask, rows->contract, words);
	add_contact_roles(arena, mask, rows);
	for (size_t i = 0; i < rows->contract->revisions; i++)
		add_name(arena, mask, rows->contract->revision[i].by);
	for (int id = 0; id < RECORD_TYPES; id++) {
		const struct record_type *type = record_type((enum record_id)id);
		for (size_t i = 0; i < type->fields; i++)
			if (type->field[i].flags & FIELD_PERSONAL)
				add_names(arena, mask, &rows->table[id], i);
	}
	return mask;
}

static bool is_letter(char c) {
	return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z')
	    || (c >= 'a' && c <= 'z');
}

/* Ann is not in Annual. */
static bool is_apart(struct str text, size_t at, size_t n) {
	return (at == 0 || !is_letter(text.p[at]) || !is_letter(text.p[at - 1]))
	    && (at + n >= text.n || !is_letter(text.p[at + n - 1])
	    || !is_letter(text.p[at + n]));
}

/* The bytes of the name that stands at the place, 0 for none. */
static size_t name_at(const struct mask *mask, struct str text, size_t at) {
	if (text.n - at < NAME_BYTES)
		return 0;
	for (const struct name *name = mask->bucket[bucket_of(text.p + at)];
	    name != NULL; name = name->next)
		if (name->text.n <= text.n - at && memcmp(name->text.p,
		    text.p + at, name->text.n) == 0
		    && is_apart(text, at, name->text.n))
			return name->text.n;
	return 0;
}

static struct str hide_names(struct arena *arena, const struct mask *mask,
    struct str text) {
	struct buf buf = buf_in(arena);
	size_t done = 0;
	for (size_t at = 0; at < text.n;) {
		size_t n = name_at(mask, text, at);
		if (n == 0) {
			at++;
			continue;
		}
		buf_add(&buf, (struct str){ text.p + done, at - done });
		buf_add(&buf, mask->sign);
		done = at += n;
	}
	if (done == 0)
		return text;
	buf_add(&buf, (struct str){ text.p + done, text.n - done });
	return buf_str(&buf);
}

struct str mask_text(struct arena *arena, const struct mask *mask,
    struct str text) {
	struct buf buf = buf_in(arena);
	struct detected found;
	size_t done = 0;
	while (detect_next(text, done, &found)) {
		buf_add(&buf, (struct str){ text.p + done, found.at - done });
		buf_add(&buf, mask->sign);
		done = found.at + found.n;
	}
	if (done != 0) {
		buf_add(&buf, (struct str){ text.p + done, text.n - done });
		text = buf_str(&buf);
	}
	return hide_names(arena, mask, text);
}

static struct str mask_persons(struct arena *arena, const struct mask *mask,
    struct str text) {
	struct buf buf = buf_in(arena);
	struct str person, sign;
	while (next_person(&text, &person, &sign)) {
		struct str name = str_trim(person);
		buf_add(&buf, name.n == 0 || is_role(mask, name) ? person
		    : mask->sign);
		buf_add(&buf, sign);
	}
	return buf_str(&buf);
}

static struct value mask_value(struct arena *arena, const struct mask *mask,
    const struct record_field *field, struct value value) {
	if (field != NULL && (field->flags & FIELD_PERSONAL)
	    && value.kind == VALUE_TEXT)
		value.text = mask_persons(arena, mask, value.text);
	return value;
}

static void mask_table(struct arena *arena, const struct mask *mask,
    struct rows_table *table) {
	const struct record_type *type = table->type;
	struct row *row = arena_array(arena, table->count, sizeof *row);
	for (size_t r = 0; r < table->count; r++) {
		struct value *value = arena_array(arena, type->fields,
		    sizeof *value);
		for (size_t i = 0; i < type->fields; i++)
			value[i] = mask_value(arena, mask, &type->field[i],
			    table->row[r].value[i]);
		row[r] = (struct row){ value, table->row[r].origin };
	}
	table->row = row;
}

/* The field that a column TYPE.FIELD is of; NULL for a column of its own. */
static const struct record_field *field_of(struct str column) {
	struct str rest = column, name;
	str_cut(&rest, '.', &name);
	enum record_id id = record_find(name);
	int field = id == RECORD_TYPES ? -1
	    : record_field_find(record_type(id), rest);
	return field < 0 ? NULL : &record_type(id)->field[field];
}

static void mask_result(struct arena *arena, const struct mask *mask,
    struct rows_result *result) {
	size_t values = result->count * result->columns;
	struct value *value = arena_array(arena, values, sizeof *value);
	for (size_t c = 0; c < result->columns; c++) {
		const struct record_field *field = field_of(result->column[c]);
		for (size_t i = c; i < values; i += result->columns)
			value[i] = mask_value(arena, mask, field,
			    result->value[i]);
	}
	result->value = value;
}

const struct rows *mask_rows(struct arena *arena, const struct mask *mask,
    const struct rows *rows) {
	struct rows *copy = arena_alloc(arena, sizeof *copy);
	*copy = *rows;
	for (int id = 0; id < RECORD_TYPES; id++)
		if (copy->table[id].count != 0)
			mask_table(arena, mask, &copy->table[id]);
	copy->result = arena_array(arena, rows->results, sizeof *copy->result);
	for (size_t i = 0; i < rows->results; i++) {
		copy->result[i] = rows->result[i];
		mask_result(arena, mask, &copy->result[i]);
	}
	copy->amend = arena_array(arena, rows->amends, sizeof *copy->amend);
	for (size_t i = 0; i < rows->amends; i++) {
		struct rows_amend *amend = &copy->amend[i];
		*amend = rows->amend[i];
		amend->old = mask_value(arena, mask, &record_type(
		    amend->records)->field[amend->field], amend->old);
	}
	return copy;
}
