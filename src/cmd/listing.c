/* listing - a table on standard output, as text, CSV or JSON. */
#include "cmd/listing.h"

#include "base/arena.h"
#include "base/csvtext.h"
#include "base/screen.h"

struct listing {
	struct arena *arena;
	const char *const *column;
	size_t columns;
	struct str *cell;
	size_t cells;
};

bool listing_read_format(const char *text, enum listing_format *format) {
	static const char *const names[] = { "text", "csv", "json" };
	for (int i = 0; i < 3; i++)
		if (strcmp(text, names[i]) == 0) {
			*format = (enum listing_format)i;
			return true;
		}
	return false;
}

struct listing *listing_new(struct arena *arena, const char *const *columns) {
	struct listing *listing = arena_alloc(arena, sizeof *listing);
	listing->arena = arena;
	listing->column = columns;
	while (columns[listing->columns] != NULL)
		listing->columns++;
	return listing;
}

void listing_add(struct listing *listing, struct str cell) {
	listing->cell = arena_room(listing->arena, listing->cell,
	    listing->cells, sizeof *listing->cell);
	listing->cell[listing->cells++] = cell;
}

static void put_text_row(struct buf *buf, const struct str *row,
    const size_t *width, size_t columns) {
	for (size_t i = 0; i < columns; i++) {
		bool last = i + 1 == columns;
		screen_pad(buf, row[i], last ? 0 : width[i] + 2, false);
	}
	buf_char(buf, '\n');
}

static void write_text(const struct listing *listing, const struct str *head,
    struct buf *buf) {
	size_t columns = listing->columns;
	size_t *width = arena_array(listing->arena, columns, sizeof *width);
	for (size_t i = 0; i < columns; i++)
		width[i] = screen_width(head[i]);
	for (size_t i = 0; i < listing->cells; i++) {
		size_t n = screen_width(listing->cell[i]);
		if (n > width[i % columns])
			width[i % columns] = n;
	}
	put_text_row(buf, head, width, columns);
	for (size_t i = 0; i < listing->cells; i += columns)
		put_text_row(buf, listing->cell + i, width, columns);
}

static void put_csv_row(struct buf *buf, const struct str *row,
    size_t columns) {
	for (size_t i = 0; i < columns; i++)
		csvtext_cell(buf, row[i], i == 0);
	csvtext_end(buf);
}

static void put_json(struct buf *buf, const struct listing *listing,
    const struct str *head) {
	size_t columns = listing->columns;
	buf_char(buf, '[');
	for (size_t i = 0; i < listing->cells; i++) {
		buf_text(buf, i % columns != 0 ? ", " : i == 0 ? "\n  { " : ",\n  { ");
		screen_json(buf, head[i % columns]);
		buf_text(buf, ": ");
		screen_json(buf, listing->cell[i]);
		buf_text(buf, i % columns + 1 == columns ? " }" : "");
	}
	buf_text(buf, "\n]\n");
}

void listing_write(const struct listing *listing,
    enum listing_format format) {
	size_t columns = listing->columns;
	struct str *head = arena_array(listing->arena, columns, sizeof *head);
	for (size_t i = 0; i < columns; i++)
		head[i] = str_of(listing->column[i]);
	struct buf buf = buf_in(listing->arena);
	switch (format) {
	case LISTING_TEXT:
		write_text(listing, head, &buf);
		break;
	case LISTING_CSV:
		put_csv_row(&buf, head, columns);
		for (size_t i = 0; i < listing->cells; i += columns)
			put_csv_row(&buf, listing->cell + i, columns);
		break;
	case LISTING_JSON:
		put_json(&buf, listing, head);
		break;
	}
	fwrite(buf.p, 1, buf.n, stdout);
}
