/*
 * fields - which column gives which field, and one row as values.
 *
 * A file is refused when it cannot give a required field or when a column
 * that is needed has no single meaning; a row is rejected when a field is not
 * what it must be.  Columns count from 0 here and from 1 in messages.
 */
#include "read/fields.h"

#include "base/arena.h"
#include "base/buf.h"
#include "contract/contract.h"
#include "read/plan.h"
#include "read/recur.h"

struct plans {
	struct plan **plan;
	size_t count;
};

struct fields {
	const struct record_type *type;
	struct plan *plan;
	size_t plans;
	struct recur *recur;		/* texts of samples; else NULL */
	struct plans all, varying;	/* varying: without those texts */
	size_t width;			/* columns of each row */
	bool wider;			/* the first row may have more */
	struct value *value;		/* of the row */
	struct value *constant;		/* per field; VALUE_NONE without */
	size_t *bare;			/* fields that no column gives */
	size_t bares;
	size_t numbered;		/* column that alone makes no row, or SIZE_MAX */
};

/* The work of mapping one file. */
struct mapping {
	struct arena *arena;
	const struct contract *contract;
	const struct source *source;
	const struct fields_file *file;
	struct place place;		/* of the header */
	struct str *name;		/* of the columns; NULL without header */
	bool *taken;			/* per column */
	int64_t offset;			/* of instants without their own */
	struct fields *fields;
};

struct place fields_place(const struct fields_file *file,
    const struct csv_row *row, size_t offset) {
	struct place place = { file->name, row->line, 1 };
	encode_move(file->encode, (struct str){ row->raw.p - row->before,
	    row->before + offset }, &place);
	return place;
}

/* The name in one line: spreadsheets break long heads, with CR, LF or both. */
static struct str one_line(struct arena *arena, struct str name) {
	struct buf buf = buf_in(arena);
	for (size_t i = 0; i < name.n; i++) {
		bool end = name.p[i] == '\r' || name.p[i] == '\n';
		if (!end)
			buf_char(&buf, name.p[i]);
		else if (buf.p[buf.n - 1] != ' ')
			buf_char(&buf, ' ');
	}
	return buf_str(&buf);
}

/* The names in the header, decoded and trimmed; false after a diag. */
static bool read_names(struct mapping *map, const struct csv_row *header) {
	map->name = arena_array(map->arena, header->fields, sizeof *map->name);
	for (size_t i = 0; i < header->fields; i++) {
		size_t bad;
		struct str name;
		if (!encode_text(map->file->encode, map->arena,
		    header->field[i], &name, &bad)) {
			plan_tell_byte(map->file, header, i, diag_number(
			    (int64_t)i + 1), bad);
			return false;
		}
		map->name[i] = one_line(map->arena, str_trim(name));
	}
	return true;
}

static struct plan *plan_of(const struct fields *fields, size_t field) {
	for (size_t i = 0; i < fields->plans; i++)
		if (fields->plan[i].field == field)
			return &fields->plan[i];
	return NULL;
}

/* How often a column of the name is in the header; *column gets the first. */
static size_t find_name(const struct mapping *map, struct str name,
    size_t *column) {
	size_t found = 0;
	for (size_t i = map->name == NULL ? 0 : map->fields->width; i-- > 0;)
		if (str_equal(map->name[i], name)) {
			*column = i;
			found++;
		}
	return found;
}

/* The column gives the field; from is what the contract says of it, or
 * NULL. */
static struct plan *add_plan(struct mapping *map, size_t column, size_t field,
    const struct source_column *from) {
	struct fields *fields = map->fields;
	fields->plan = arena_room(map->arena, fields->plan, fields->plans,
	    sizeof *fields->plan);
	struct plan *plan = &fields->plan[fields->plans++];
	*plan = (struct plan){ .column = column, .field = field };
	map->taken[column] = true;
	convert_init(&plan->convert, map->arena, &fields->type->field[field],
	    map->contract, map->source, from, map->offset);
	plan->convert.sheet = map->file->csv == NULL;
	return plan;
}

/* How many columns of the file the place names; *column gets the first. */
static size_t find_place(const struct mapping *map, struct source_place place,
    size_t *column) {
	if (place.number == 0)
		return find_name(map, place.name, column);
	*column = (size_t)place.number - 1;
	return (size_t)place.number <= map->fields->width;
}

/* The same for a column's own place, else the first alias in the file. */
static size_t find_column(const struct mapping *map,
    const struct source_column *from, size_t *column) {
	size_t found = find_place(map, (struct source_place){ from->name,
	    from->number }, column);
	for (size_t i = 0; i < from->others && found == 0; i++)
		found = find_place(map, from->other[i], column);
	return found;
}

/* The columns that are joined; those that the file lacks are left out. */
static void add_joins(struct mapping *map, struct plan *plan,
    const struct source_column *from) {
	plan->join = arena_array(map->arena, from->joins, sizeof *plan->join);
	for (size_t i = 0; i < from->joins; i++) {
		size_t column;
		if (find_place(map, from->join[i], &column) == 0)
			continue;
		map->taken[column] = true;
		plan->join[plan->joins++] = column;
	}
}

/* One <column> of the contract; false after a diag that refuses the file. */
static bool map_column(struct mapping *map, const struct source_column *from) {
	int field = record_field_find(map->fields->type, from->field);
	if (field < 0)
		return true;	/* the contract's reader has said so */
	const char *shown = from->number > 0 ? diag_number(from->number)
	    : diag_str(from->name);
	size_t column = 0;
	size_t found = find_column(map, from, &column);
	if (found == 0 && from->optional)
		return true;
	if (found == 0) {
		diag(DIAG_FIELDS_COLUMN, &map->place, shown,
		    map->fields->type->field[field].name, NULL);
		return true;
	}
	if (found > 1) {
		diag(DIAG_FIELDS_DOUBLE, &map->place, shown, NULL);
		return false;
	}
	if (plan_of(map->fields, (size_t)field) != NULL) {
		diag(DIAG_FIELDS_TWICE, &map->place,
		    map->fields->type->field[field].name, NULL);
		return false;
	}
	add_joins(map, add_plan(map, column, (size_t)field, from), from);
	return true;
}

/* Every constant as a value; false after a diag. */
static bool map_constants(struct mapping *map) {
	const struct source *source = map->source;
	struct fields *fields = map->fields;
	struct place place = { map->contract->path, source->line, 0 };
	for (size_t i = 0; i < source->constants; i++) {
		const struct source_constant *from = &source->constant[i];
		int field = record_field_find(fields->type, from->field);
		if (field < 0)
			continue;
		struct convert convert;
		convert_init(&convert, map->arena, &fields->type->field[field],
		    map->contract, source, NULL, map->offset);
		struct str text = str_trim(from->value);
		if (!convert_text(&convert, map->arena, text, false,
		    &fields->constant[field])) {
			convert_explain(&convert, map->arena, text, &place);
			return false;
		}
	}
	return true;
}

/* Columns whose header is the name of a field that nothing gives yet; false
 * after a diag. */
static bool map_names(struct mapping *map) {
	struct fields *fields = map->fields;
	for (size_t i = 0; map->name != NULL && i < fields->width; i++) {
		int field = record_field_find(fields->type, map->name[i]);
		size_t first;
		if (map->taken[i] || field < 0
		    || fields->constant[field].kind != VALUE_NONE
		    || plan_of(fields, (size_t)field) != NULL)
			continue;
		if (find_name(map, map->name[i], &first) > 1) {
			diag(DIAG_FIELDS_DOUBLE, &map->place,
			    diag_str(map->name[i]), NULL);
			return false;
		}
		add_plan(map, i, (size_t)field, NULL);
	}
	return true;
}

/* The columns that no field takes. */
static const char *left_over(const struct mapping *map) {
	struct buf buf = buf_in(map->arena);
	for (size_t i = 0; map->name != NULL && i < map->fields->width; i++) {
		if (map->taken[i] || map->name[i].n == 0)
			continue;
		buf_text(&buf, buf.n == 0 ? "" : ", ");
		buf_text(&buf, diag_str(map->name[i]));
	}
	return buf_z(&buf);
}

/* False after a diag for each required field that nothing gives. */
static bool has_required(const struct mapping *map) {
	const struct fields *fields = map->fields;
	const char *left = left_over(map);
	bool all = true;
	for (size_t i = 0; i < fields->type->fields; i++) {
		const struct record_field *field = &fields->type->field[i];
		if ((field->flags & FIELD_REQUIRED) == 0
		    || fields->constant[i].kind != VALUE_NONE
		    || plan_of(fields, i) != NULL)
			continue;
		diag(DIAG_FIELDS_MISSING, &map->place, field->name,
		    fields->type->name, *left == '\0' ? "-" : left, NULL);
		all = false;
	}
	return all;
}

static void list_bare(struct mapping *map) {
	struct fields *fields = map->fields;
	fields->bare = arena_array(map->arena, fields->type->fields,
	    sizeof *fields->bare);
	for (size_t i = 0; i < fields->type->fields; i++)
		if (plan_of(fields, i) == NULL)
			fields->bare[fields->bares++] = i;
}

static bool gives_text(const struct plan *plan) {
	switch (plan->convert.field->kind) {
	case FIELD_ID:
	case FIELD_TEXT:
	case FIELD_LONGTEXT:
	case FIELD_ENUM:
	case FIELD_REF:
		return true;
	default:
		return false;
	}
}

static void add_columns(struct mapping *map, const struct plan *plan,
    size_t **column, size_t *columns) {
	for (size_t i = 0; i <= plan->joins; i++) {
		*column = arena_room(map->arena, *column, *columns,
		    sizeof **column);
		(*column)[(*columns)++] = i == 0 ? plan->column
		    : plan->join[i - 1];
	}
}

/* The plans as they are read: of samples, whose texts come again and again,
 * those that give none apart. */
static void list_plans(struct mapping *map) {
	struct fields *fields = map->fields;
	size_t *column = NULL, columns = 0;
	fields->all.plan = arena_array(map->arena, fields->plans,
	    sizeof *fields->all.plan);
	fields->varying.plan = arena_array(map->arena, fields->plans,
	    sizeof *fields->varying.plan);
	for (size_t i = 0; i < fields->plans; i++) {
		struct plan *plan = &fields->plan[i];
		fields->all.plan[fields->all.count++] = plan;
		if (gives_text(plan))
			add_columns(map, plan, &column, &columns);
		else
			fields->varying.plan[fields->varying.count++] = plan;
	}
	if ((fields->type->flags & RECORD_STREAMED) != 0)
		fields->recur = recur_new(map->arena, column, columns,
		    fields->type->fields);
}

static void note_ignored(const struct mapping *map) {
	const char *names = left_over(map);
	if (*names != '\0')
		diag(DIAG_FIELDS_IGNORED, &map->place, names, NULL);
}

static int64_t highest(const struct source_column *column, int64_t most) {
	if (column->number > most)
		most = column->number;
	for (size_t i = 0; i < column->joins; i++)
		if (column->join[i].number > most)
			most = column->join[i].number;
	return most;
}

/* Without a header: the columns that are numbered; those of a preset that the
 * first row does not have are left out. */
static size_t numbered(const struct source *source, size_t first) {
	int64_t most = 0;
	for (size_t i = 0; i < source->columns; i++) {
		if (source->column[i].optional
		    && source->column[i].number > (int64_t)first)
			continue;
		most = highest(&source->column[i], most);
	}
	return (size_t)most;
}

struct fields *fields_map(struct arena *arena,
    const struct contract *contract, const struct source *source,
    const struct fields_file *file, const struct csv_row *header) {
	const struct record_type *type = record_type(source->records);
	struct fields *fields = arena_alloc(arena, sizeof *fields);
	fields->type = type;
	fields->width = header != NULL ? header->fields
	    : numbered(source, file->first);
	fields->wider = header == NULL;
	fields->constant = arena_array(arena, type->fields,
	    sizeof *fields->constant);
	fields->value = arena_array(arena, type->fields,
	    sizeof *fields->value);
	struct mapping map = { arena, contract, source, file,
	    { file->name, header == NULL ? 0 : header->line, 0 }, NULL,
	    arena_array(arena, fields->width, sizeof(bool)), file->offset,
	    fields };
	if (header != NULL && !read_names(&map, header)) {
		diag(DIAG_CSV_HEADER, &map.place, NULL);
		return NULL;
	}
	for (size_t i = 0; i < source->columns; i++)
		if (!map_column(&map, &source->column[i]))
			return NULL;
	if (!map_constants(&map) || !map_names(&map) || !has_required(&map))
		return NULL;
	list_bare(&map);
	list_plans(&map);
	fields->numbered = SIZE_MAX;
	if (source->numbered.n != 0)
		find_name(&map, source->numbered, &fields->numbered);
	note_ignored(&map);
	return fields;
}

bool fields_vacant(const struct fields *fields, const struct fields_file *file,
    const struct csv_row *row) {
	if (fields->numbered == SIZE_MAX)
		return false;
	for (size_t i = 0; i < row->fields; i++) {
		struct str cell;
		size_t bad;
		if (i != fields->numbered && (!encode_text(file->encode,
		    file->scratch, row->field[i], &cell, &bad)
		    || str_trim(cell).n != 0))
			return false;
	}
	return true;
}

/* Has the row the columns that it should have?  False after a diag. */
static bool has_width(struct fields *fields, const struct fields_file *file,
    const struct csv_row *row) {
	if (fields->wider && row->fields > fields->width)
		fields->width = row->fields;
	fields->wider &= row->fields < fields->width;
	size_t width = row->width != 0 ? row->width : fields->width;
	if (row->fields == width)
		return true;
	struct place place = fields_place(file, row, 0);
	if (tell_wanted(file->tell, DIAG_CSV_FIELDS))
		diag(DIAG_CSV_FIELDS, &place, diag_number((int64_t)row->fields),
		    diag_number((int64_t)width), NULL);
	return false;
}

/* The fields of the plans; the first fault is the row's. */
static bool read_plans(struct fields *fields, const struct plans *plans,
    const struct fields_file *file, const struct csv_row *row,
    struct fields_row *out) {
	bool good = true;
	for (size_t i = 0; i < plans->count; i++) {
		enum diag_id fault;
		struct plan *plan = plans->plan[i];
		struct value *value = &out->value[plan->field];
		if (plan_read(plan, file, row, &fields->constant[plan->field],
		    value, &fault))
			continue;
		if (good)
			out->reason = fault;
		good = false;
	}
	return good;
}

/* Was nothing told of a text of the row? */
static bool is_silent(const struct fields *fields) {
	for (size_t i = 0; i < fields->plans; i++)
		if (fields->plan[i].convert.control != 0)
			return false;
	return true;
}

bool fields_read(struct fields *fields, const struct fields_file *file,
    const struct csv_row *row, struct fields_row *out) {
	out->texts = 0;
	if (!has_width(fields, file, row)) {
		out->reason = DIAG_CSV_FIELDS;
		return false;
	}
	struct recur_set *set = fields->recur == NULL ? NULL
	    : recur_find(fields->recur, row->field);
	if (set != NULL) {
		out->value = set->value;
		out->texts = set->number;
		return read_plans(fields, &fields->varying, file, row, out);
	}
	out->value = fields->value;
	for (size_t i = 0; i < fields->bares; i++)
		out->value[fields->bare[i]] = fields->constant[fields->bare[i]];
	if (!read_plans(fields, &fields->all, file, row, out))
		return false;
	if (fields->recur != NULL && is_silent(fields))
		out->texts = recur_add(fields->recur, row->field, out->value);
	return true;
}

void fields_end(const struct fields *fields, const struct fields_file *file) {
	int64_t rounded = 0;
	for (size_t i = 0; i < fields->plans; i++)
		rounded += fields->plan[i].convert.rounded;
	struct place place = { file->name, 0, 0 };
	if (rounded != 0)
		diag(DIAG_CSV_ROUNDED, &place, diag_number(rounded), NULL);
}
