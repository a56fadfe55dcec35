/*
 * fields - cells that are read by short ways: a row gives what it gives alone.
 *
 * What a file remembers of its rows (cells, the last day) is all that may make
 * the reading of one row depend on others.  So files of random rows, whose
 * cells come again and again, are held against files of one row each.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdlib.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/file.h"
#include "contract/contract.h"
#include "read/rec.h"

enum { ROWS = 400 };

static struct arena *arena;
static char workspace[] = "/tmp/geppo-fields-XXXXXX";
static uint64_t random_state = 1;

static size_t below(size_t n) {
	random_state = random_state * 6364136223846793005u
	    + 1442695040888963407u;
	return (size_t)(random_state >> 33) % n;
}

static bool known(void *self, const struct rec_file *file) {
	(void)self;
	(void)file;
	return false;
}

static bool begin(void *self, const struct rec_file *file) {
	(void)self;
	(void)file;
	return true;
}

/* A row as a line of text, its number left out. */
static void add(void *self, const struct rec *rec) {
	struct buf *text = self;
	for (size_t i = 0; i < rec->type->fields; i++) {
		const struct value *value = &rec->value[i];
		buf_text(text, i == 0 ? "" : "|");
		buf_int(text, (int64_t)value->kind);
		if (value->kind == VALUE_TEXT)
			buf_add(text, value->text);
		else if (value->kind != VALUE_NONE)
			buf_int(text, value->n);
		if (value->kind == VALUE_DECIMAL)
			buf_int(text, value->scale);
	}
	buf_char(text, '\n');
}

static void reject(void *self, int64_t line, enum diag_id reason,
    struct str raw) {
	struct buf *text = self;
	(void)line;
	buf_text(text, diag_name(reason));
	buf_add(text, raw);
	buf_char(text, '\n');
}

static void end(void *self, bool complete) {
	(void)self;
	assert_true(complete);
}

static void write_file(const char *header, struct str rows) {
	FILE *file = fopen(file_path(arena, workspace, "in.csv"), "w");
	assert_non_null(file);
	fputs(header, file);
	fwrite(rows.p, 1, rows.n, file);
	assert_int_equal(fclose(file), 0);
}

static void read_source(struct buf *text, const struct source *source) {
	const struct contract contract = { .path = str_of("contract.xml"),
	    .workspace = str_of(workspace), .offset = 9 * 3600 };
	const struct rec_sink sink = { text, known, begin, add, reject, end };
	source_read(&contract, source, NULL, 0, &sink);
}

static void read_into(struct buf *text, const struct source *source) {
	read_source(text, source);
	diag_reset();
}

/* Random rows of cells of the pools, one pool a column. */
static void check(const struct source *source, const char *header,
    const char *const (*pool)[12], size_t columns) {
	struct buf rows = buf_in(arena), whole = buf_in(arena);
	struct buf alone = buf_in(arena);
	for (int i = 0; i < ROWS; i++) {
		struct buf row = buf_in(arena);
		for (size_t k = 0; k < columns; k++) {
			buf_text(&row, k == 0 ? "" : ",");
			size_t n = 0;
			while (n < 12 && pool[k][n] != NULL)
				n++;
			buf_text(&row, pool[k][below(n)]);
		}
		buf_char(&row, '\n');
		buf_add(&rows, buf_str(&row));
		write_file(header, buf_str(&row));
		read_into(&alone, source);
	}
	write_file(header, buf_str(&rows));
	read_into(&whole, source);
	assert_true(whole.n > ROWS * 10);
	assert_string_equal(buf_z(&whole), buf_z(&alone));
}

#define LONG "0123456789012345678901234567890123456789012345678901234567890123456789"

static void metrics(void **state) {
	(void)state;
	static const char *const pool[][12] = {
		{ "2026-10-01 00:00", "2026-10-01 00:01", "2026-10-01T23:59:59",
		    "2026-10-02 00:00", "2026-10-01 24:01", "\"2026-10-01 00:00\"",
		    "2026-10-01 00:00+00:00", " 2026-10-01 00:01 ", "", "x" },
		{ "web1", "web2", "\"w1\"\"b\"", "\"w2\"\"b\"", " web1 ",
		    "サーバ1", "サーバ2", "w\x01x", LONG, "b\xff" "d", "" },
		{ "cpu", "mem", "cpu0", "１２", "cp\tu" },
		{ "1", "1.5", "0.20199999999999999", "-1.5", "1e3", "１.５",
		    "99.95", "1,5", "\"7\"", "007", ".5", "" },
		{ "%", "ms", "" },
	};
	struct source source = { .records = RECORD_metric, .header = true,
	    .files = str_of("in.csv"), .encoding = str_of("utf-8"),
	    .separator = ',', .quote = '"' };
	check(&source, "at,host,metric,value,unit\n", pool, 5);
	source.missing = str_of("1 mem web2");
	check(&source, "at,host,metric,value,unit\n", pool, 5);
}

/* CP932, words, a constant for empty cells, cells that are joined. */
static void tickets(void **state) {
	(void)state;
	static const char *const pool[][12] = {
		{ "T1", "T2", "T3", "T\x83\x7c", "" },
		{ "incident", "\x8f\xe1\x8a\x51", "inquiry", "none", "" },
		{ "\x89\xe6\x96\xca", "\x83\x5c\x81\x41", "a\x81", "title", "" },
		{ "\x8b\xe6", "b", "" },
		{ "2026/10/05 9:00", "2026-10-05 09:00", "2026-10-05" },
		{ "done", "new", "-", "" },
	};
	static struct source_word word[] = {
		{ .from = { "new", 3 }, .to = { "accepted", 8 } } };
	static struct source_place join[] = { { .name = { "more", 4 } } };
	static struct source_column column[] = {
		{ .name = { "status", 6 }, .field = { "status", 6 },
		    .word = word, .words = 1 },
		{ .name = { "title", 5 }, .field = { "title", 5 },
		    .join = join, .joins = 1 } };
	static struct source_constant constant[] = {
		{ .field = { "status", 6 }, .value = { "closed", 6 } } };
	const struct source source = { .records = RECORD_ticket, .header = true,
	    .files = str_of("in.csv"), .encoding = str_of("cp932"),
	    .separator = ',', .quote = '"', .missing = str_of("- none"),
	    .column = column, .columns = 2, .constant = constant,
	    .constants = 1 };
	check(&source, "ticket_id,type,title,more,received_at,status\n", pool, 6);
}

/* What is told of a cell is told of each. */
static void told(void **state) {
	(void)state;
	const struct source source = { .records = RECORD_metric, .header = true,
	    .files = str_of("in.csv"), .encoding = str_of("utf-8"),
	    .separator = ',', .quote = '"' };
	struct buf text = buf_in(arena);
	write_file("at,host,metric,value,unit\n", str_of(
	    "2026-10-01 00:00,w\x01x,cpu,1,\n2026-10-01 00:01,w\x01x,cpu,1,\n"
	    "2026-10-01 00:02,w\x01x,cpu,1,\n"));
	read_source(&text, &source);
	assert_int_equal(diag_count(diag_level(DIAG_ENCODE_CONTROL)), 3);
	diag_reset();
}

static int set_up(void **state) {
	(void)state;
	arena = arena_new();
	diag_threshold(DIAG_LEVELS);
	return mkdtemp(workspace) == NULL ? -1 : 0;
}

static int tear_down(void **state) {
	(void)state;
	file_remove(workspace);
	arena_free(arena);
	return 0;
}

int main(void) {
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(metrics),
		cmocka_unit_test(tickets),
		cmocka_unit_test(told),
	};
	return cmocka_run_group_tests(tests, set_up, tear_down);
}
