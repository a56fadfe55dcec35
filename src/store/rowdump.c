/*
 * rowdump - one line a thing: what it is, then its parts.
 *
 * Instants are local ISO text, dates ISO, empty cells are left out; the same
 * rows give the same bytes.
 */
#include "store/rowdump.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/date.h"
#include "store/rows.h"

/* The line that is being built. */
struct line {
	struct arena *arena;
	struct buf buf;
	const struct rows *rows;
};

static void end_line(struct line *line) {
	buf_char(&line->buf, '\n');
	struct str text = buf_str(&line->buf);
	fwrite(text.p, 1, text.n, stdout);
	arena_reset(line->arena);
	line->buf = buf_in(line->arena);
}

/* A blank, the name, `=`. */
static void put_name(struct line *line, const char *name) {
	buf_char(&line->buf, ' ');
	buf_text(&line->buf, name);
	buf_char(&line->buf, '=');
}

static void put_int(struct line *line, const char *name, int64_t n) {
	put_name(line, name);
	buf_int(&line->buf, n);
}

/* In quotes, with what would break the line escaped. */
static void put_quoted(struct line *line, struct str text) {
	buf_char(&line->buf, '"');
	for (size_t i = 0; i < text.n; i++) {
		if (text.p[i] == '\n')
			buf_text(&line->buf, "\\n");
		else if (text.p[i] == '\r')
			buf_text(&line->buf, "\\r");
		else if (text.p[i] == '"' || text.p[i] == '\\') {
			buf_char(&line->buf, '\\');
			buf_char(&line->buf, text.p[i]);
		} else {
			buf_char(&line->buf, text.p[i]);
		}
	}
	buf_char(&line->buf, '"');
}

static void put_text(struct line *line, const char *name, struct str text) {
	put_name(line, name);
	put_quoted(line, text);
}

static void put_instant(struct line *line, const char *name, int64_t at) {
	put_name(line, name);
	if (at == INT64_MIN)
		buf_text(&line->buf, "none");
	else
		date_write_iso(&line->buf, at, line->rows->contract->offset);
}

static void put_day(struct line *line, const char *name, int64_t day) {
	put_name(line, name);
	date_write_day(&line->buf, day);
}

static void put_decimal(struct line *line, const char *name,
    struct decimal value) {
	put_name(line, name);
	buf_add(&line->buf, ratio_exact(line->arena, value));
}

static void put_origin(struct line *line, struct origin origin) {
	if (origin.file == SIZE_MAX)
		return;
	buf_char(&line->buf, ' ');
	buf_add(&line->buf, line->rows->file[origin.file].path);
	buf_char(&line->buf, ':');
	buf_int(&line->buf, origin.line);
}

/* kind FIELD_TEXT for what is no field. */
static void put_value(struct line *line, const char *name,
    enum field_kind kind, struct value value) {
	if (value.kind == VALUE_NONE)
		return;
	if (value.kind == VALUE_TEXT)
		put_text(line, name, value.text);
	else if (value.kind == VALUE_DECIMAL)
		put_decimal(line, name, (struct decimal){ value.n,
		    value.scale });
	else if (kind == FIELD_INSTANT)
		put_instant(line, name, value.n);
	else if (kind == FIELD_DATE)
		put_day(line, name, value.n);
	else
		put_int(line, name, value.n);
}

static void write_files(struct line *line) {
	const struct rows *rows = line->rows;
	for (size_t i = 0; i < rows->files; i++) {
		const struct rows_file *file = &rows->file[i];
		buf_text(&line->buf, "file ");
		buf_add(&line->buf, file->path);
		put_text(line, "records", file->records == RECORD_TYPES
		    ? str_of("") : str_of(record_type(file->records)->name));
		put_text(line, "digest", file->digest);
		put_int(line, "bytes", file->bytes);
		put_int(line, "rows", file->rows);
		put_int(line, "added", file->added);
		put_int(line, "changed", file->changed);
		put_int(line, "same", file->same);
		put_int(line, "rejected", file->rejected);
		put_instant(line, "first", file->first);
		put_instant(line, "last", file->last);
		end_line(line);
	}
	for (size_t i = 0; i < rows->rejects; i++) {
		buf_text(&line->buf, "reject");
		put_origin(line, rows->reject[i].origin);
		put_text(line, "reason", rows->reject[i].reason);
		end_line(line);
	}
	for (size_t i = 0; i < rows->repeats; i++) {
		buf_text(&line->buf, "repeat");
		put_origin(line, rows->repeat[i].origin);
		put_text(line, "name", rows->repeat[i].name);
		end_line(line);
	}
}

static void write_table(struct line *line, const struct rows_table *table) {
	for (size_t i = 0; i < table->count; i++) {
		buf_text(&line->buf, table->type->name);
		put_origin(line, table->row[i].origin);
		for (size_t k = 0; k < table->type->fields; k++)
			put_value(line, table->type->field[k].name,
			    table->type->field[k].kind,
			    table->row[i].value[k]);
		end_line(line);
	}
}

static void write_samples(struct line *line) {
	static const char *const states[] = { [STATE_UP] = "up",
	    [STATE_UNKNOWN] = "unknown", [STATE_DOWN] = "down" };
	const struct contract *contract = line->rows->contract;
	for (size_t leaf = 0; leaf < contract->leaves; leaf++) {
		const struct rows_samples *samples = &line->rows->samples[leaf];
		for (size_t i = 0; i < samples->count; i++) {
			const struct rows_run *run = &samples->run[i];
			buf_text(&line->buf, "run");
			put_text(line, "target", contract->leaf[leaf]->id);
			put_instant(line, "first", run->first);
			put_int(line, "step", run->step);
			put_int(line, "count", run->count);
			put_text(line, "state", str_of(states[run->state]));
			put_int(line, "interval", run->interval);
			put_origin(line, run->origin);
			end_line(line);
		}
	}
}

static void write_member(struct line *line, struct str indicator,
    const struct rows_member *member) {
	buf_text(&line->buf, "member");
	put_text(line, "indicator", indicator);
	put_int(line, "row", (int64_t)member->row);
	put_instant(line, "at", member->at);
	if (member->until != INT64_MAX)
		put_instant(line, "until", member->until);
	put_int(line, "when", member->when);
	put_int(line, "when_taken_back", member->when_taken_back);
	put_int(line, "level", member->level);
	for (size_t i = 0; i < member->earliers; i++) {
		put_int(line, "earlier", member->earlier[i].level);
		put_int(line, "until", member->earlier[i].until);
	}
	if (member->has_value)
		put_decimal(line, "value", member->value);
	end_line(line);
}

static void write_populations(struct line *line) {
	const struct contract *contract = line->rows->contract;
	for (size_t i = 0; i < contract->indicators; i++) {
		const struct rows_population *population
		    = &line->rows->population[i];
		struct str id = contract->indicator[i].id;
		for (size_t k = 0; k < population->count; k++)
			write_member(line, id, &population->member[k]);
		for (size_t k = 0; population->of != NULL
		    && k < population->of->count; k++)
			write_member(line, str_of(arena_printf(line->buf.arena,
			    "%.*s/of", (int)id.n, id.p)),
			    &population->of->member[k]);
		if (!population->has_ratio && !population->has_value)
			continue;
		buf_text(&line->buf, "answer");
		put_text(line, "indicator", id);
		put_decimal(line, "num", population->num);
		put_decimal(line, "den", population->den);
		put_decimal(line, "value", population->value);
		end_line(line);
	}
}

static void write_bucket(struct line *line, const struct rows_series *series,
    const char *span, const struct rows_bucket *bucket) {
	buf_text(&line->buf, span);
	put_text(line, "metric", series->metric);
	put_text(line, "host", series->host);
	put_text(line, "unit", series->unit);
	put_day(line, "first", bucket->first);
	put_int(line, "n", bucket->n);
	if (bucket->n != 0) {
		const int64_t figure[] = { bucket->min, bucket->max,
		    bucket->sum, bucket->p50, bucket->p95, bucket->p99 };
		static const char *const name[] = { "min", "max", "sum", "p50",
		    "p95", "p99" };
		for (size_t i = 0; i < sizeof figure / sizeof figure[0]; i++)
			put_decimal(line, name[i], (struct decimal){ figure[i],
			    series->scale });
	}
	end_line(line);
}

static void write_series(struct line *line) {
	for (size_t i = 0; i < line->rows->series_count; i++) {
		const struct rows_series *series = &line->rows->series[i];
		for (size_t k = 0; k < series->months; k++)
			write_bucket(line, series, "month", &series->month[k]);
		for (size_t k = 0; k < series->days; k++)
			write_bucket(line, series, "day", &series->day[k]);
		write_bucket(line, series, "whole", &series->whole);
	}
}

static enum field_kind kind_of(struct str column) {
	struct str name, rest = column;
	str_cut(&rest, '.', &name);
	enum record_id id = record_find(name);
	int field = id == RECORD_TYPES ? -1
	    : record_field_find(record_type(id), rest);
	return field < 0 ? FIELD_TEXT : record_type(id)->field[field].kind;
}

static void write_result(struct line *line, const struct rows_result *result) {
	for (size_t i = 0; i < result->count; i++) {
		buf_text(&line->buf, "result ");
		buf_add(&line->buf, result->name);
		put_origin(line, result->origin[i]);
		for (size_t k = 0; k < result->columns; k++)
			put_value(line, str_z(line->arena, result->column[k]),
			    kind_of(result->column[k]),
			    result->value[i * result->columns + k]);
		end_line(line);
	}
}

static void write_edition(struct line *line, const char *what,
    const struct rows_edition *edition) {
	buf_text(&line->buf, what);
	put_int(line, "number", edition->number);
	put_instant(line, "published", edition->published);
	put_instant(line, "as-of", edition->as_of);
	put_text(line, "reason", edition->reason);
	put_text(line, "rules", edition->rules);
	put_text(line, "program", edition->program);
	put_text(line, "contract", edition->contract);
	end_line(line);
	for (size_t i = 0; i < edition->values; i++) {
		buf_text(&line->buf, "frozen");
		put_text(line, "item", edition->value[i].item);
		put_text(line, "field", edition->value[i].field);
		put_text(line, "value", edition->value[i].value);
		end_line(line);
	}
}

static void write_amends(struct line *line) {
	const struct rows *rows = line->rows;
	for (size_t i = 0; i < rows->amends; i++) {
		const struct rows_amend *amend = &rows->amend[i];
		const struct record_type *type = record_type(amend->records);
		const struct record_field *field = &type->field[amend->field];
		buf_text(&line->buf, "amend ");
		buf_text(&line->buf, type->name);
		put_origin(line, amend->origin);
		put_text(line, "key", amend->key);
		put_value(line, field->name, field->kind, amend->old);
		end_line(line);
	}
}

static void write_duties(struct line *line) {
	const struct rows *rows = line->rows;
	for (size_t i = 0; rows->duty != NULL
	    && i < rows->contract->duties; i++) {
		const struct duty *duty = &rows->contract->duty[i];
		for (size_t k = 0; k < rows->duty[i].count; k++) {
			buf_text(&line->buf, "duty");
			put_text(line, "id", duty->id);
			put_origin(line, rows->table[duty->records]
			    .row[rows->duty[i].row[k]].origin);
			end_line(line);
		}
	}
}

void rowdump_write(const struct rows *rows) {
	struct line line = { .arena = arena_new(), .rows = rows };
	line.buf = buf_in(line.arena);
	buf_text(&line.buf, "rows");
	put_day(&line, "first", rows->period.first);
	put_day(&line, "end", rows->period.end);
	put_instant(&line, "as_of", rows->as_of);
	end_line(&line);
	write_files(&line);
	for (int id = 0; id < RECORD_TYPES; id++)
		write_table(&line, &rows->table[id]);
	write_samples(&line);
	write_populations(&line);
	write_series(&line);
	write_amends(&line);
	write_duties(&line);
	for (size_t i = 0; i < rows->results; i++)
		write_result(&line, &rows->result[i]);
	for (size_t i = 0; i < rows->editions; i++)
		write_edition(&line, "edition", &rows->edition[i]);
	if (rows->former != NULL)
		write_edition(&line, "former", rows->former);
	arena_free(line.arena);
}
