/*
 * reading - how a source is read, as a digest.
 *
 * Every part that decides what the bytes mean goes in with its length, so that
 * no two sources give the same text.
 */
#include "store/reading.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/digest.h"
#include "contract/contract.h"

static void add_part(struct buf *text, struct str part) {
	buf_int(text, (int64_t)part.n);
	buf_char(text, ':');
	buf_add(text, part);
}

static void add_places(struct buf *text, const struct source_place *place,
    size_t places) {
	buf_int(text, (int64_t)places);
	for (size_t i = 0; i < places; i++) {
		buf_int(text, place[i].number);
		add_part(text, place[i].name);
	}
}

static void add_column(struct buf *text, const struct source_column *column) {
	buf_int(text, column->number);
	add_part(text, column->name);
	add_part(text, column->field);
	add_part(text, column->form);
	buf_int(text, column->times);
	buf_char(text, ' ');
	buf_int(text, column->length);
	add_part(text, column->numbers);
	for (size_t i = 0; i < column->units; i++) {
		add_part(text, column->unit[i].name);
		buf_int(text, column->unit[i].times);
	}
	add_places(text, column->other, column->others);
	add_places(text, column->join, column->joins);
	for (size_t i = 0; i < column->words; i++) {
		add_part(text, column->word[i].from);
		add_part(text, column->word[i].to);
	}
}

/* What is no table with one header: JSON, lines of text, wide tables. */
static void add_shape(struct buf *text, const struct source *source) {
	const struct source_wide *wide = &source->wide;
	buf_int(text, source->json);
	add_part(text, source->rows);
	buf_int(text, source->table.number);
	add_part(text, source->table.begins);
	add_part(text, source->table.heading);
	for (size_t i = 0; i < source->forms; i++)
		add_part(text, source->form[i]);
	buf_int(text, wide->from);
	add_part(text, wide->name);
	add_part(text, wide->value);
	add_part(text, wide->keys);
	add_part(text, wide->again);
}

struct str reading_of(struct arena *arena,
    const struct contract *contract, const struct source *source) {
	struct buf text = buf_in(arena);
	const int64_t numbers[] = { source->records, source->separator,
	    source->quote, source->header, source->interval, source->skip,
	    source->header_rows, source->zone, source->offset,
	    contract->offset };
	for (size_t i = 0; i < sizeof numbers / sizeof numbers[0]; i++) {
		buf_int(&text, numbers[i]);
		buf_char(&text, ' ');
	}
	add_part(&text, source->encoding);
	add_part(&text, source->dates);
	add_part(&text, source->numbers);
	add_part(&text, source->missing);
	add_part(&text, source->numbered);
	add_part(&text, source->sheet);
	for (size_t i = 0; i < source->columns; i++)
		add_column(&text, &source->column[i]);
	add_shape(&text, source);
	for (size_t i = 0; i < source->constants; i++) {
		add_part(&text, source->constant[i].field);
		add_part(&text, source->constant[i].value);
	}
	return digest_hex(arena, buf_str(&text));
}

bool reading_current(struct arena *arena, const struct contract *contract,
    struct str reading) {
	for (size_t i = 0; i < contract->sources; i++)
		if (str_equal(reading, reading_of(arena, contract,
		    &contract->source[i])))
			return true;
	return false;
}
