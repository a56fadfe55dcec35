/*
 * rec - the records of a workspace as stable text.
 *
 * One line each: `type file:line field=value ...`, fields in the order of
 * record.def, empty ones left out.  Text stands in quotes with \" \\ \n, so
 * that a line is a line.
 */
#include "read/rec.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/date.h"
#include "contract/contract.h"
#include "read/fingerprint.h"

struct str rec_digest(const struct rec_file *file) {
	return fingerprint_digest(file->print);
}

struct str rec_quick(const struct rec_file *file) {
	return fingerprint_quick(file->print);
}

struct dump {
	const struct contract *contract;
	struct arena *scratch;		/* emptied at each record */
	struct arena *arena;
	struct str path;
};

static void put_text(struct buf *buf, struct str text) {
	buf_char(buf, '"');
	for (size_t i = 0; i < text.n; i++) {
		char c = text.p[i];
		if (c == '"' || c == '\\')
			buf_char(buf, '\\');
		if (c == '\n')
			buf_text(buf, "\\n");
		else
			buf_char(buf, c);
	}
	buf_char(buf, '"');
}

static void put_value(struct buf *buf, const struct record_field *field,
    const struct value *value, int64_t offset) {
	if (value->kind == VALUE_DECIMAL) {
		struct decimal number = { value->n, value->scale };
		buf_add(buf, ratio_exact(buf->arena, number));
	} else if (value->kind == VALUE_TEXT && field->kind == FIELD_ENUM) {
		buf_add(buf, value->text);
	} else if (value->kind == VALUE_TEXT) {
		put_text(buf, value->text);
	} else if (field->kind == FIELD_INSTANT) {
		date_write_iso(buf, value->n, offset);
	} else if (field->kind == FIELD_DATE) {
		date_write_day(buf, value->n);
	} else {
		buf_int(buf, value->n);
	}
}

static bool on_known(void *self, const struct rec_file *file) {
	(void)self;
	(void)file;
	return false;
}

static bool on_begin(void *self, const struct rec_file *file) {
	struct dump *dump = self;
	struct str digest = rec_digest(file);
	dump->path = str_copy(dump->arena, file->path);
	printf("file %.*s %lld bytes %.*s %.*s\n", (int)file->path.n,
	    file->path.p, (long long)file->bytes, (int)file->encoding.n,
	    file->encoding.p, (int)digest.n, digest.p);
	return true;
}

static void on_record(void *self, const struct rec *rec) {
	struct dump *dump = self;
	arena_reset(dump->scratch);
	struct buf buf = buf_in(dump->scratch);
	buf_text(&buf, rec->type->name);
	buf_char(&buf, ' ');
	buf_add(&buf, dump->path);
	buf_char(&buf, ':');
	buf_int(&buf, rec->line);
	for (size_t i = 0; i < rec->type->fields; i++) {
		if (rec->value[i].kind == VALUE_NONE)
			continue;
		buf_char(&buf, ' ');
		buf_text(&buf, rec->type->field[i].name);
		buf_char(&buf, '=');
		put_value(&buf, &rec->type->field[i], &rec->value[i],
		    dump->contract->offset);
	}
	buf_char(&buf, '\n');
	fwrite(buf.p, 1, buf.n, stdout);
}

static void on_reject(void *self, int64_t line, enum diag_id reason,
    struct str raw) {
	const struct dump *dump = self;
	printf("reject %.*s:%lld %s %zu bytes\n", (int)dump->path.n,
	    dump->path.p, (long long)line, diag_name(reason), raw.n);
}

static void on_end(void *self, bool complete) {
	const struct dump *dump = self;
	printf("end %.*s%s\n", (int)dump->path.n, dump->path.p,
	    complete ? "" : " broken off");
}

void rec_dump(const struct contract *contract) {
	struct dump dump = { contract, arena_new(), arena_new(),
	    str_of("") };
	struct rec_sink sink = { &dump, on_known, on_begin, on_record, on_reject,
	    on_end };
	for (size_t i = 0; i < contract->sources; i++)
		source_read(contract, &contract->source[i], NULL, 0, &sink);
	arena_free(dump.scratch);
	arena_free(dump.arena);
}
