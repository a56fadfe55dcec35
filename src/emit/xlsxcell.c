/* xlsxcell - a cell of a fact table as a spreadsheet holds it. */
#include "emit/xlsxcell.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/date.h"
#include "base/ratio.h"

/* 1970-01-01 in days since 1899-12-30; before 1900-03-01 Excel counts a day
 * that never was. */
#define EPOCH 25569
#define FIRST_DAY 61
#define LAST_DAY 2958465		/* 9999-12-31 */

/* Ten to the 15th: below it every number of digits has a double of its own. */
#define EXACT INT64_C(1000000000000000)

/* What may stand behind a number: a format has 127 bytes in the library. */
#define UNIT_BYTES 32

/* UTF-16 units that a cell may hold. */
#define CELL_UNITS 32767

/* The text, cut before the unit that is too much. */
static struct xlsxcell text_cell(struct str text) {
	size_t units = 0, at = 0;
	while (at < text.n) {
		size_t n = str_utf8((struct str){ text.p + at, text.n - at },
		    NULL);
		units += n == 4 ? 2 : 1;
		if (units > CELL_UNITS)
			break;
		at += n == 0 ? 1 : n;
	}
	/* what a spreadsheet might take for a formula once somebody edits it
	 * stays text then, too */
	bool formula = text.n > 0 && strchr("=+-@\t\r", text.p[0]) != NULL;
	return (struct xlsxcell){ .kind = text.n == 0 ? XLSXCELL_BLANK
	    : XLSXCELL_TEXT, .text = { text.p, at }, .cut = at < text.n,
	    .format = formula ? "@" : "General" };
}

static struct xlsxcell number_cell(double number, const char *format) {
	return (struct xlsxcell){ .kind = XLSXCELL_NUMBER, .number = number,
	    .format = format };
}

/* What the text has behind the value's digits, quoted; empty where it shows
 * something else. */
static struct str unit_of(struct arena *arena, struct str text,
    const char *digits) {
	struct buf buf = buf_in(arena);
	if (!str_take(&text, digits) || text.n == 0 || text.n > UNIT_BYTES
	    || memchr(text.p, '"', text.n) != NULL)
		return buf_str(&buf);
	buf_char(&buf, '"');
	buf_add(&buf, text);
	buf_char(&buf, '"');
	return buf_str(&buf);
}

/* `#,##0.00"％"`: the digits of the value, grouped as the text has them, with
 * what stands behind them; `+0.0;-0.0` for a value with its sign. */
static const char *number_format(struct arena *arena, struct str text,
    struct str value, int digits) {
	const char *grouped = str_z(arena, ratio_grouped(arena, value));
	bool groups = str_starts(text, grouped);
	struct buf buf = buf_in(arena);
	buf_text(&buf, groups ? "#,##0" : "0");
	if (digits > 0)
		buf_char(&buf, '.');
	for (int i = 0; i < digits; i++)
		buf_char(&buf, '0');
	buf_add(&buf, unit_of(arena, text, groups ? grouped
	    : str_z(arena, value)));
	const char *format = buf_z(&buf);
	return value.p[0] != '+' ? format : arena_printf(arena, "+%s;-%s",
	    format, format);
}

static bool is_digits(struct str text) {
	for (size_t i = 0; i < text.n; i++)
		if (strchr("-.0123456789", text.p[i]) == NULL)
			return false;
	return text.n > 0;
}

static struct xlsxcell decimal_cell(struct arena *arena,
    const struct fact_cell *cell) {
	struct decimal value;
	if (!ratio_read_decimal(cell->value, &value) || value.n >= EXACT
	    || value.n <= -EXACT) {
		struct xlsxcell text = text_cell(cell->text);
		text.long_number = is_digits(cell->value);
		return text;
	}
	double power = 1;
	for (int i = 0; i < value.scale; i++)
		power *= 10;
	return number_cell((double)value.n / power, number_format(arena,
	    cell->text, cell->value, value.scale));
}

static struct xlsxcell seconds_cell(struct arena *arena,
    const struct fact_cell *cell) {
	int64_t seconds;
	if (!str_int(cell->value, &seconds) || seconds < 0 || seconds >= EXACT
	    || !str_equal(cell->text, ratio_hms(arena, seconds)))
		return text_cell(cell->text);
	return number_cell((double)seconds / DATE_DAY, "[h]:mm:ss");
}

/* Local seconds since 1970 as days, where a spreadsheet has such a day. */
static struct xlsxcell time_cell(struct str text, int64_t seconds,
    const char *format) {
	int64_t since = seconds + (int64_t)EPOCH * DATE_DAY;
	if (since < (int64_t)FIRST_DAY * DATE_DAY
	    || since >= (int64_t)(LAST_DAY + 1) * DATE_DAY)
		return text_cell(text);
	return number_cell((double)since / DATE_DAY, format);
}

static struct xlsxcell date_cell(const struct fact_cell *cell) {
	int64_t day;
	if (!date_read_day(cell->value, &day))
		return text_cell(cell->text);
	return time_cell(cell->text, day * DATE_DAY, "yyyy\\-mm\\-dd");
}

static struct xlsxcell instant_cell(const struct fact_cell *cell,
    int64_t offset) {
	int64_t instant;
	if (!date_read_instant(cell->value, offset, &instant))
		return text_cell(cell->text);
	return time_cell(cell->text, instant + offset,
	    (instant + offset) % 60 == 0 ? "yyyy\\-mm\\-dd hh:mm"
	    : "yyyy\\-mm\\-dd hh:mm:ss");
}

struct xlsxcell xlsxcell_of(struct arena *arena, enum column_type type,
    const struct fact_cell *cell, int64_t offset) {
	switch (type) {
	case COLUMN_INT:
	case COLUMN_DECIMAL:
	case COLUMN_PERCENT:
		return decimal_cell(arena, cell);
	case COLUMN_DURATION:
		return seconds_cell(arena, cell);
	case COLUMN_DATE:
		return date_cell(cell);
	case COLUMN_INSTANT:
		return instant_cell(cell, offset);
	default:
		return text_cell(cell->text);
	}
}
