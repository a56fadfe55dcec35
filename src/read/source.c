/*
 * source - every file of one <source>, row by row into the sink.
 *
 * A file is opened, its encoding decided, its header mapped; only then the
 * sink hears of it.  Memory does not grow with the rows: what one row needs
 * lies in scratch, which is emptied before the next.
 */
#include "base/arena.h"
#include "base/buf.h"
#include "base/file.h"
#include "base/limits.h"
#include "contract/contract.h"
#include "read/fields.h"
#include "read/input.h"
#include "read/fingerprint.h"
#include "read/moment.h"
#include "read/rec.h"
#include "read/shape.h"
#include "read/booksheet.h"
#include "read/bookfile.h"

/* One file while it is read. */
struct reading {
	const struct contract *contract;
	const struct source *source;
	const struct record_type *type;
	const struct rec_sink *sink;
	struct arena *arena;		/* of the file */
	struct input input;
	struct fingerprint print;
	struct bookfile *book;		/* or NULL: it is text */
	struct booksheet *sheet;		/* of the book */
	struct shape *shape;
	struct fields_file file;
	struct fields *fields;
	struct fields_row row;
	size_t said;			/* bytes of text of rows that were made */
};

static const enum diag_id faults[] = {
	[CSV_UNCLOSED] = DIAG_CSV_UNCLOSED, [CSV_STRAY] = DIAG_CSV_STRAY,
	[CSV_AFTER] = DIAG_CSV_AFTER, [CSV_NUL] = DIAG_CSV_NUL,
	[CSV_LONG] = DIAG_CSV_LONG, [CSV_WIDE] = DIAG_CSV_WIDE,
	[CSV_NAMES] = DIAG_JSON_NAMES, [CSV_VALUES] = DIAG_JSON_VALUES,
	[CSV_SYNTAX] = DIAG_JSON_SYNTAX, [CSV_CUT] = DIAG_JSON_CUT,
	[CSV_DEEP] = DIAG_JSON_DEEP,
};

static enum diag_id tell_fault(const struct reading *reading,
    const struct csv_row *row) {
	enum diag_id id = faults[row->fault];
	if (!tell_wanted(reading->file.tell, id))
		return id;
	struct place place = fields_place(&reading->file, row, row->at);
	if (id == DIAG_CSV_LONG)
		diag(id, &place, diag_number(LIMIT_FIELD_BYTES >> 20), NULL);
	else if (id == DIAG_CSV_WIDE || id == DIAG_JSON_NAMES)
		diag(id, &place, diag_number(LIMIT_COLUMNS), NULL);
	else if (id == DIAG_JSON_VALUES)
		diag(id, &place, diag_number(LIMIT_JSON_VALUES), NULL);
	else if (id == DIAG_JSON_DEEP)
		diag(id, &place, diag_number(LIMIT_JSON_DEPTH), NULL);
	else
		diag(id, &place, NULL);
	return id;
}

/* Do the rows that were made of the file say more than it can? */
static bool says_too_much(struct reading *reading, const struct csv_row *row) {
	size_t fields = reading->type->fields;
	for (size_t i = 0; row->made && i < fields; i++)
		reading->said += reading->row.value[i].text.n;
	if (reading->said <= LIMIT_SAID_FREE || reading->said
	    / LIMIT_SAID_TIMES <= reading->input.bytes.n)
		return false;
	struct place place = fields_place(&reading->file, row, 0);
	if (tell_wanted(reading->file.tell, DIAG_SHAPE_GROWTH))
		diag(DIAG_SHAPE_GROWTH, &place, diag_number(LIMIT_SAID_TIMES),
		    NULL);
	return true;
}

static void read_row(struct reading *reading, const struct csv_row *row) {
	const struct rec_sink *sink = reading->sink;
	struct fields_row *out = &reading->row;
	if (row->fault != CSV_GOOD) {
		enum diag_id fault = tell_fault(reading, row);
		sink->reject(sink->self, row->line, fault, row->raw);
	} else if (fields_vacant(reading->fields, &reading->file, row)) {
		return;
	} else if (!fields_read(reading->fields, &reading->file, row, out)) {
		sink->reject(sink->self, row->line, out->reason, row->raw);
	} else if (says_too_much(reading, row)) {
		sink->reject(sink->self, row->line, DIAG_SHAPE_GROWTH,
		    row->raw);
	} else {
		struct rec rec = { reading->type, out->value, row->line, out->texts };
		sink->add(sink->self, &rec);
	}
}

/* The file's own zone, for instants that do not tell theirs; false after a
 * diag when its header does not tell it. */
static bool read_zone(struct reading *reading, const struct place *place) {
	int64_t *offset = &reading->file.offset;
	*offset = reading->source->zone == ZONE_GIVEN ? reading->source->offset
	    : reading->contract->offset;
	if (reading->source->zone != ZONE_PDH
	    || moment_pdh_zone(shape_corner(reading->shape), offset))
		return true;
	diag(DIAG_SHAPE_ZONE, place, NULL);
	return false;
}

/* Map the columns by the header in *row; false after a diag when the file
 * cannot be read. */
static bool map_header(struct reading *reading, const struct csv_row *row) {
	bool header = reading->source->header;
	struct place place = { reading->file.name, row->line, 0 };
	if (header && row->fault != CSV_GOOD) {
		tell_fault(reading, row);
		diag(DIAG_CSV_HEADER, &place, NULL);
		return false;
	}
	if (!read_zone(reading, &place))
		return false;
	reading->file.first = row->fields;
	reading->fields = fields_map(reading->arena, reading->contract,
	    reading->source, &reading->file, header ? row : NULL);
	return reading->fields != NULL;
}

static const char *table_name(const struct source *source) {
	return source->table.number > 0 ? diag_number(source->table.number)
	    : diag_str(source->table.begins);
}

/* There is no header, or without one no row. */
static void tell_empty(const struct reading *reading,
    const struct place *place) {
	struct str mark = reading->source->wide.again;
	bool blank = str_trim(reading->input.bytes).n == 0;
	if (reading->source->json && !blank)
		diag(DIAG_JSON_PATH, place, diag_str(reading->source->rows),
		    NULL);
	else if (reading->source->table.chosen && !blank)
		diag(DIAG_SHAPE_TABLE, place, table_name(reading->source),
		    NULL);
	else if (mark.n != 0 && !blank)
		diag(DIAG_SHAPE_HEADER, place, diag_str(mark), NULL);
	else
		diag(DIAG_INPUT_EMPTY, place, NULL);
}

/* Read up to the first row of data, which *row becomes, and map the columns.
 * *more tells whether there is such a row.  False after a diag when the file
 * cannot be read. */
static bool read_header(struct reading *reading, struct csv_row *row,
    bool *more) {
	struct place place = { reading->file.name, 0, 0 };
	bool header = reading->source->header;
	*more = header ? shape_header(reading->shape, row)
	    : shape_next(reading->shape, row);
	if (!*more && shape_barren(reading->shape))
		return true;
	if (!*more) {
		tell_empty(reading, &place);
		return false;
	}
	if (!map_header(reading, row))
		return false;
	if (header)
		*more = shape_next(reading->shape, row);
	return true;
}

/* Say what was done all over the file. */
static void tell_file(const struct reading *reading) {
	const struct fields_file *file = &reading->file;
	struct place place = { file->name, 0, 0 };
	int64_t skipped = shape_skipped(reading->shape);
	if (reading->fields != NULL)
		fields_end(reading->fields, file);
	if (skipped != 0)
		diag(DIAG_SHAPE_LINES, &place, diag_number(skipped), NULL);
	tell_end(file->tell, &place);
}

/* The rows of the open file. */
static void read_rows(struct reading *reading, struct rec_file *known) {
	const struct fields_file *file = &reading->file;
	struct csv_row row;
	bool more;
	if (!read_header(reading, &row, &more))
		return;
	known->encoding = str_of(encode_name(file->encode));
	const struct rec_sink *sink = reading->sink;
	if (!sink->begin(sink->self, known))
		return;
	for (; more; more = shape_next(reading->shape, &row))
		read_row(reading, &row);
	tell_file(reading);
	bool same = input_same(&reading->input);
	struct place place = { file->name, 0, 0 };
	if (!same)
		diag(DIAG_INPUT_CHANGED, &place, NULL);
	sink->end(sink->self, same);
}

/* False after a diag when the sheet of the open file cannot be read. */
static bool open_sheet(struct reading *reading, const struct place *place) {
	const struct source *source = reading->source;
	if (source->json || source->forms > 0) {
		diag(DIAG_INPUT_FORMAT, place, "xlsx", NULL);
		return false;
	}
	reading->book = bookfile_open(reading->arena, reading->input.bytes,
	    source->sheet, place);
	if (reading->book == NULL)
		return false;
	reading->sheet = booksheet_open(reading->arena, reading->book,
	    source->skip);
	return reading->sheet != NULL;
}

/* Make the rows of the open file ready; false after a diag. */
static bool open_rows(struct reading *reading, const struct place *place) {
	const struct source *source = reading->source;
	bool zip = reading->input.zip;
	struct str text = zip ? str_of("") : reading->input.bytes;
	if (zip && !open_sheet(reading, place))
		return false;
	/* `|` says that the text is cut at any character */
	reading->file.encode = encode_open(reading->arena,
	    zip ? str_of("utf-8") : source->encoding,
	    shape_cuts(source) ? '|' : source->separator, place, &text);
	if (reading->file.encode == NULL)
		return false;
	reading->shape = shape_new(reading->arena, reading->file.scratch,
	    source, text, reading->sheet);
	reading->file.csv = shape_csv(reading->shape);
	return true;
}

static void close_rows(struct reading *reading) {
	if (reading->shape != NULL)
		shape_close(reading->shape);
	if (reading->file.encode != NULL)
		encode_close(reading->file.encode);
	if (reading->sheet != NULL)
		booksheet_close(reading->sheet);
	if (reading->book != NULL)
		bookfile_close(reading->book);
}

/* As messages show it. */
static struct str shown_path(struct arena *arena,
    const struct contract *contract, struct str path) {
	return str_of(file_path(arena, str_z(arena, contract->workspace),
	    str_z(arena, path)));
}

/* A sheet that the contract names is an export of its own. */
static struct str sheet_path(struct arena *arena, const struct source *source,
    struct str path) {
	if (source->sheet.n == 0)
		return path;
	struct buf buf = buf_in(arena);
	buf_add(&buf, path);
	buf_char(&buf, '#');
	buf_add(&buf, source->sheet);
	return buf_str(&buf);
}

/* The open file as a whole. */
static void read_bytes(struct reading *reading, struct str path,
    struct rec_file *file) {
	file->path = reading->input.zip
	    ? sheet_path(reading->arena, reading->source, path) : path;
	struct place place = { shown_path(reading->arena, reading->contract,
	    file->path), 0, 0 };
	reading->file.name = place.file;
	if (open_rows(reading, &place))
		read_rows(reading, file);
	close_rows(reading);
}

/* The open file, unless it is known. */
static void read_open(struct reading *reading, struct str path) {
	const struct rec_sink *sink = reading->sink;
	struct rec_file file = { path, (int64_t)reading->input.stored.n,
	    str_of(""), &reading->print };
	struct place place = { reading->file.name, 0, 0 };
	reading->print = fingerprint_of(reading->arena, reading->input.stored);
	if (sink->known(sink->self, &file))
		return;
	fingerprint_begin(&reading->print);
	if (input_unpack(&reading->input, &place))
		read_bytes(reading, path, &file);
	fingerprint_end(&reading->print);
}

static void read_file(const struct contract *contract,
    const struct source *source, struct str path,
    const struct rec_sink *sink) {
	struct arena *arena = arena_new();
	struct arena *scratch = arena_new();
	struct place place = { shown_path(arena, contract, path), 0, 0 };
	struct reading reading = { .contract = contract, .source = source,
	    .type = record_type(source->records), .sink = sink, .arena = arena,
	    .file = { place.file, NULL, NULL, tell_new(arena), scratch, 0,
	    contract->offset } };
	if (input_open(&reading.input, place.file.p, &place)) {
		read_open(&reading, path);
		input_close(&reading.input);
	}
	arena_free(scratch);
	arena_free(arena);
}

static bool is_among(struct str path, const struct str *only, size_t count) {
	for (size_t i = 0; i < count; i++)
		if (str_equal(path, only[i]))
			return true;
	return count == 0;
}

bool source_read(const struct contract *contract, const struct source *source,
    const struct str *only, size_t count, const struct rec_sink *sink) {
	struct arena *arena = arena_new();
	struct str *paths = NULL;
	size_t found = file_glob(arena, str_z(arena, contract->workspace),
	    str_z(arena, source->files), &paths);
	if (found == 0) {
		struct place place = { contract->path, source->line, 0 };
		diag(DIAG_INPUT_NONE, &place, diag_str(source->files), NULL);
	}
	size_t read = 0;
	for (size_t i = 0; i < found; i++) {
		if (!is_among(paths[i], only, count))
			continue;
		read_file(contract, source, paths[i], sink);
		read++;
	}
	arena_free(arena);
	return read != 0;
}
