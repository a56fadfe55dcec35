/* mask - what the public edition hides. */
#include "facts/mask.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/detect.h"
#include "facts/names.h"

#define EQUIPMENT_BYTES 5
#define DIGITS "0123456789"

struct mask {
	struct str sign;		/* stands for what is hidden */
	struct str sections;		/* endings of organizations */
	struct str *role;
	size_t roles;
	struct names *names;
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

static bool is_number(struct str text) {
	int64_t number;
	return str_int(text, &number);
}

static void add_name(struct arena *arena, struct mask *mask, struct str text) {
	if (!is_number(text) && !is_role(mask, text))
		names_add(arena, mask->names, text, mask->sign);
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

/* A text that one of the signs tells from a common word. */
static void add_sign(struct arena *arena, struct mask *mask, struct str text,
    const char *signs) {
	bool found = false;
	for (size_t k = 0; k < text.n; k++)
		found = found || strchr(signs, text.p[k]) != NULL;
	if (found && text.n >= EQUIPMENT_BYTES)
		add_name(arena, mask, text);
}

/* Serials and places. */
static void add_equipment(struct arena *arena, struct mask *mask,
    const struct rows_table *table, size_t field) {
	for (size_t i = 0; i < table->count; i++)
		add_sign(arena, mask, table->row[i].value[field].text, DIGITS);
}

/* Rooms that the ledger of assets names: 区画A. */
static void add_sites(struct arena *arena, struct mask *mask,
    const struct rows_table *table) {
	const struct record_type *type = record_type(RECORD_asset);
	int class = record_field_find(type, str_of("class"));
	int name = record_field_find(type, str_of("name"));
	for (size_t i = 0; i < table->count; i++)
		if (str_is(table->row[i].value[class].text, "site"))
			add_sign(arena, mask, table->row[i].value[name].text,
			    DIGITS "ABCDEFGHIJKLMNOPQRSTUVWXYZ");
}

const struct mask *mask_new(struct arena *arena, const struct rows *rows,
    const struct words *words) {
	struct mask *mask = arena_alloc(arena, sizeof *mask);
	mask->sign = words_find(words, "public.hidden");
	mask->sections = words_find(words, "public.sections");
	mask->names = names_new(arena);
	add_contract_roles(arena, mask, rows->contract, words);
	add_contact_roles(arena, mask, rows);
	for (size_t i = 0; i < rows->contract->revisions; i++)
		add_name(arena, mask, rows->contract->revision[i].by);
	for (int id = 0; id < RECORD_TYPES; id++) {
		const struct record_type *type = record_type((enum record_id)id);
		for (size_t i = 0; i < type->fields; i++) {
			if (type->field[i].flags & FIELD_PERSONAL)
				add_names(arena, mask, &rows->table[id], i);
			if (type->field[i].flags & FIELD_EQUIPMENT)
				add_equipment(arena, mask, &rows->table[id], i);
		}
	}
	add_sites(arena, mask, &rows->table[RECORD_asset]);
	names_add_hosts(arena, mask->names, rows, words);
	return mask;
}

static struct str hide_names(struct arena *arena, const struct mask *mask,
    struct str text) {
	struct buf buf = buf_in(arena);
	struct names_found found;
	size_t done = 0;
	while (names_next(mask->names, text, done, &found)) {
		buf_add(&buf, (struct str){ text.p + done, found.at - done });
		buf_add(&buf, found.shown);
		done = found.at + found.n;
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

struct str mask_host(const struct mask *mask, struct str text) {
	return names_cell(mask->names, text);
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
	if (field == NULL || value.kind != VALUE_TEXT)
		return value;
	if (field->flags & FIELD_PERSONAL)
		value.text = mask_persons(arena, mask, value.text);
	else if (field->flags & FIELD_EQUIPMENT)
		value.text = mask->sign;
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
