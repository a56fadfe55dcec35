/*
 * convert - the text of one field as a value, by the field's kind.
 *
 * Text comes trimmed and in UTF-8.  A value that is refused is never guessed
 * at: `1,234` may be a number or two, and only the export's owner knows.
 */
#include "read/convert.h"

#include <strings.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/date.h"
#include "base/limits.h"
#include "contract/contract.h"
#include "read/moment.h"
#include "read/quantity.h"

/* Decimals and digits that a value keeps (base/ratio.h). */
enum { DECIMALS = 9, DIGITS = 18 };

static const int64_t most = INT64_C(999999999999999999);

static const struct {
	const char *text;
	int value;
} truths[] = {
	{ "true", 1 }, { "yes", 1 }, { "1", 1 }, { "はい", 1 },
	{ "○", 1 }, { "◯", 1 }, { "〇", 1 },
	{ "false", 0 }, { "no", 0 }, { "0", 0 }, { "いいえ", 0 }, { "×", 0 },
};

/* Equal but for the case of ASCII letters. */
static bool same_word(struct str a, struct str b) {
	return a.n == b.n && (a.n == 0 || strncasecmp(a.p, b.p, a.n) == 0);
}

static void add_known(struct convert *convert, struct arena *arena,
    struct str from, struct str to) {
	convert->known = arena_room(arena, convert->known, convert->knowns,
	    sizeof *convert->known);
	convert->known[convert->knowns++] = (struct convert_word){ from, to };
}

/* The names of an enum and their labels in both languages. */
static void add_enum(struct convert *convert, struct arena *arena) {
	struct str name, label;
	for (size_t i = 0; record_word(convert->field, i, str_of("ja"), &name,
	    &label); i++) {
		add_known(convert, arena, name, name);
		add_known(convert, arena, label, name);
		if (record_word(convert->field, i, str_of("en"), &name, &label))
			add_known(convert, arena, label, name);
	}
}

/* How numbers are written; lengths of time are known by their form in a field
 * of hours. */
static void init_figures(struct convert *convert,
    const struct record_field *field, const struct source *source,
    const struct source_column *column) {
	if (field->kind == FIELD_HOURS)
		convert->length = 3600000;
	if (field->kind == FIELD_ID && column != NULL)
		convert->numbers = column->numbers;	/* as lists show them */
	if (field->kind != FIELD_HOURS && field->kind != FIELD_NUM
	    && field->kind != FIELD_INT)
		return;
	convert->numbers = source->numbers;
	convert->timed = column != NULL && column->length != 0;
	if (convert->timed)
		convert->length = column->length;
	if (column != NULL && column->numbers.n != 0)
		convert->numbers = column->numbers;
	if (column != NULL) {
		convert->unit = column->unit;
		convert->units = column->units;
	}
	convert->figures = convert->numbers.n != 0 || convert->units != 0
	    || convert->timed;
}

void convert_init(struct convert *convert, struct arena *arena,
    const struct record_field *field, const struct contract *contract,
    const struct source *source, const struct source_column *column,
    int64_t offset) {
	*convert = (struct convert){ .field = field, .form = source->dates,
	    .local = contract->offset, .offset = offset,
	    .times = column == NULL ? 0 : column->times };
	if (column != NULL && column->form.n != 0)
		convert->form = column->form;
	/* no text in UTF-8 is like that */
	memset(convert->day, 0xff, sizeof convert->day);
	init_figures(convert, field, source, column);
	size_t words = column == NULL ? 0 : column->words;
	convert->word = arena_array(arena, words, sizeof *convert->word);
	convert->words = words;
	for (size_t i = 0; i < words; i++)
		convert->word[i] = (struct convert_word){
		    column->word[i].from, column->word[i].to };
	if (field->kind == FIELD_ENUM)
		add_enum(convert, arena);
	struct str rest = source->missing, word;
	while (str_word(&rest, &word)) {
		convert->missing = arena_room(arena, convert->missing,
		    convert->missings, sizeof *convert->missing);
		convert->missing[convert->missings++] = word;
	}
	convert->common = words == 0 && convert->missings == 0
	    && (field->kind == FIELD_INSTANT ? convert->form.n == 0
	    : field->kind == FIELD_NUM && convert->times == 0
	    && !convert->figures);
}

/* The number of two digits at p, or -1. */
static int two_digits(const char *p) {
	unsigned tens = (unsigned)(p[0] - '0'), ones = (unsigned)(p[1] - '0');
	return tens <= 9 && ones <= 9 ? (int)(tens * 10 + ones) : -1;
}

/* Where the day that the text of more than 10 bytes begins with is kept: by the
 * day of the month. */
static size_t day_place(struct str text) {
	return (unsigned)(text.p[8] * 10 + text.p[9]) % CONVERT_DAYS;
}

/* `YYYY-MM-DD HH:MM[:SS]` on a day that was read before. */
static bool read_same_day(const struct convert *convert, struct str text,
    int64_t *instant) {
	if (text.n != 16 && text.n != 19)
		return false;
	const struct convert_day *day = &convert->day[day_place(text)];
	if (memcmp(text.p, day->text, sizeof day->text) != 0
	    || (text.p[10] != ' ' && text.p[10] != 'T')
	    || text.p[13] != ':' || (text.n == 19 && text.p[16] != ':'))
		return false;
	int hour = two_digits(text.p + 11);
	int minute = two_digits(text.p + 14);
	int second = text.n == 19 ? two_digits(text.p + 17) : 0;
	if (hour < 0 || hour > 23 || minute < 0 || minute > 59
	    || second < 0 || second > 59)
		return false;
	*instant = day->start + hour * 3600 + minute * 60 + second;
	return true;
}

static bool read_instant(struct convert *convert, struct str text,
    int64_t *instant) {
	if (convert->form.n != 0 && moment_read(text, convert->form,
	    convert->offset, instant))
		return true;
	if (convert->form.n != 0 && !convert->sheet)
		return false;
	if (read_same_day(convert, text, instant))
		return true;
	struct str day = { text.p, sizeof convert->day->text };
	int64_t number;
	if (text.n > day.n && date_read_day(day, &number)) {
		struct convert_day *kept = &convert->day[day_place(text)];
		memcpy(kept->text, day.p, day.n);
		kept->start = date_start(number, convert->offset);
	}
	return date_read_instant(text, convert->offset, instant);
}

/* Does the form tell a time of the day?  A date alone is a day of the file's
 * zone and stays that day. */
static bool has_time(struct str form) {
	return str_is(form, "epoch") || str_is(form, "ctime")
	    || (form.n != 0 && memchr(form.p, 'h', form.n) != NULL);
}

/* A date, or the local day of an instant: spreadsheets write `2026/10/5 0:00`
 * for a date. */
static bool read_date(const struct convert *convert, struct str text,
    int64_t *day) {
	int64_t instant;
	bool form = convert->form.n != 0
	    && moment_read(text, convert->form, convert->offset, &instant);
	if (!form && date_read_day(text, day))
		return true;
	if (!form && !date_read_instant(text, convert->offset, &instant))
		return false;
	*day = date_day_of(instant, form && !has_time(convert->form)
	    ? convert->offset : convert->local);
	return true;
}

/* A number as programs print binary fractions: n * 10^exponent. */
struct printed {
	int64_t n;
	int exponent;
	size_t digits;
};

/* The digits, with one point among them; the part that was read is cut off.
 * What exceeds DIGITS is rounded off. */
static void read_mantissa(struct str *text, struct printed *number) {
	bool point = false;
	bool full = false;
	while (text->n > 0) {
		char c = text->p[0];
		if (c == '.' && !point) {
			point = true;
		} else if (c < '0' || c > '9') {
			return;
		} else if (number->n <= most / 10) {
			number->n = number->n * 10 + (c - '0');
			number->exponent -= point;
			number->digits++;
		} else {
			if (!full && c >= '5')
				number->n++;
			full = true;
			number->exponent += !point;
		}
		*text = (struct str){ text->p + 1, text->n - 1 };
	}
}

/* As a decimal of at most DECIMALS decimals, rounded to the nearest. */
static bool fit_decimal(struct printed number, struct decimal *value) {
	int64_t unit = 1;
	while (number.exponent < -DECIMALS && unit <= most / 10) {
		unit *= 10;
		number.exponent++;
	}
	number.n = number.exponent < -DECIMALS ? 0
	    : (number.n + unit / 2) / unit;
	int scale = number.exponent < -DECIMALS ? 0 : -number.exponent;
	for (; scale < 0; scale++) {
		if (number.n > most / 10)
			return false;
		number.n *= 10;
	}
	for (; scale > 0 && number.n % 10 == 0; scale--)
		number.n /= 10;
	*value = (struct decimal){ number.n, scale };
	return number.n <= most;
}

/*
 * A number that base refuses for its decimals or exponent, such as
 * 0.20199999999999999 or 1.5e-05: monitors print binary fractions so.  Nine
 * decimals are far finer than what was measured.
 */
static bool read_printed(struct str text, struct decimal *value) {
	bool negative = text.n > 0 && text.p[0] == '-';
	if (negative)
		text = (struct str){ text.p + 1, text.n - 1 };
	struct printed number = { 0, 0, 0 };
	read_mantissa(&text, &number);
	int64_t exponent = 0;
	if (number.digits == 0 || (text.n > 0 && text.p[0] != 'e'
	    && text.p[0] != 'E'))
		return false;
	if (text.n > 0 && (!str_int((struct str){ text.p + 1, text.n - 1 },
	    &exponent) || exponent < -999 || exponent > 999))
		return false;
	number.exponent += (int)exponent;
	if (!fit_decimal(number, value))
		return false;
	if (negative)
		value->n = -value->n;
	return true;
}

/* The number times the factor; false when it is then too large. */
static bool multiply(struct decimal *number, int64_t times) {
	int64_t n;
	while (times % 10 == 0 && number->scale > 0) {
		times /= 10;
		number->scale--;
	}
	if (__builtin_mul_overflow(number->n, times, &n) || n > most || n < -most)
		return false;
	number->n = n;
	return true;
}

/* Cut the unit off either end of the text; false when the number then is too
 * large. */
static bool take_unit(const struct convert *convert, struct str *text,
    int64_t *times) {
	for (size_t i = 0; i < convert->units; i++) {
		const struct source_unit *unit = &convert->unit[i];
		struct str name = unit->name, rest = *text;
		if (rest.n <= name.n)
			continue;
		rest.n -= name.n;
		if (memcmp(text->p, name.p, name.n) == 0)
			rest.p += name.n;
		else if (memcmp(text->p + rest.n, name.p, name.n) != 0)
			continue;
		*text = str_trim(rest);
		return !__builtin_mul_overflow(*times, unit->times, times);
	}
	return true;
}

/* A number as the source says that it is written. */
static bool read_figure(struct convert *convert, struct arena *scratch,
    struct str text, struct decimal *number) {
	int64_t times = convert->times == 0 ? 1 : convert->times;
	/* what a cell's format adds is a unit: 99.95% is 99.95 */
	if (convert->sheet && text.n > 0 && text.p[text.n - 1] == '%')
		text.n--;
	if (!take_unit(convert, &text, &times)
	    || (convert->numbers.n != 0 && !quantity_plain(scratch, text,
	    convert->numbers, &text)))
		return false;
	if (!ratio_read_decimal(text, number)) {
		if (!read_printed(text, number))
			return false;
		convert->rounded++;
	}
	return multiply(number, times);
}

/* A number, or a length of time where the field is one. */
static bool read_number(struct convert *convert, struct arena *scratch,
    struct str text, struct value *value) {
	struct decimal number;
	bool cut = false;
	bool length = convert->length != 0
	    && quantity_duration(text, convert->length, &number, &cut);
	convert->rounded += cut;
	if (!length && (convert->timed
	    || !read_figure(convert, scratch, text, &number)))
		return false;
	*value = (struct value){ .kind = VALUE_DECIMAL, .n = number.n,
	    .scale = number.scale };
	return true;
}

/* Hours that one record can have. */
static bool read_hours(struct convert *convert, struct arena *scratch,
    struct str text, struct value *value) {
	if (!read_number(convert, scratch, text, value))
		return false;
	int64_t whole = value->n;
	for (int i = 0; i < value->scale; i++)
		whole /= 10;
	convert->beyond = whole > LIMIT_HOURS || whole < -LIMIT_HOURS;
	return !convert->beyond;
}

static bool read_whole(struct convert *convert, struct arena *scratch,
    struct str text, int64_t *n) {
	struct value value;
	if (!convert->figures)
		return str_int(text, n);
	if (!read_number(convert, scratch, text, &value) || value.scale != 0)
		return false;
	*n = value.n;
	return true;
}

static bool read_bool(struct str text, int64_t *value) {
	for (size_t i = 0; i < sizeof truths / sizeof truths[0]; i++)
		if (same_word(text, str_of(truths[i].text))) {
			*value = truths[i].value;
			return true;
		}
	return false;
}

static bool read_enum(const struct convert *convert, struct str text,
    struct value *value) {
	for (size_t i = 0; i < convert->knowns; i++)
		if (same_word(text, convert->known[i].from)) {
			*value = (struct value){ .kind = VALUE_TEXT,
			    .text = convert->known[i].to };
			return true;
		}
	return false;
}

/* Is the character one that no document (XML 1.0, 2.2) can hold? */
static bool is_control(uint32_t code) {
	return (code < 0x20 && code != '\t' && code != '\n' && code != '\r')
	    || (code >= 0x7f && code < 0xa0) || code == 0xfffe || code == 0xffff;
}

/* One kind of line end: LF in paragraphs, a blank in one line; what cannot be
 * shown becomes U+FFFD. */
static struct str clean(struct convert *convert, struct arena *scratch,
    struct str text) {
	struct buf buf = buf_in(scratch);
	char line_end = convert->field->kind == FIELD_LONGTEXT ? '\n' : ' ';
	while (text.n > 0) {
		uint32_t code = 0;
		size_t n = str_utf8(text, &code);
		if (code == '\r' && text.n > 1 && text.p[1] == '\n')
			n = 2;
		if (is_control(code)) {
			convert->control = code + 1;
			code = 0xfffd;
		}
		buf_utf8(&buf, code == '\r' || code == '\n'
		    ? (uint32_t)line_end : code);
		text = (struct str){ text.p + n, text.n - n };
	}
	return buf_str(&buf);
}

/* Must the text be cleaned?  Most of what is not ASCII need not. */
static bool is_unclean(struct str text) {
	for (size_t i = 0; i < text.n; i++) {
		unsigned char c = (unsigned char)text.p[i];
		if (c < 0x20 || c == 0x7f)
			return true;
		/* C1 controls and U+FFFE, U+FFFF by their lead bytes */
		if ((c == 0xc2 && (unsigned char)text.p[i + 1] < 0xa0)
		    || (c == 0xef && (unsigned char)text.p[i + 1] == 0xbf))
			return true;
	}
	return false;
}

/* Does a word of the source stand for the text?  *text becomes what it
 * means. */
static bool replace_word(const struct convert *convert, struct str *text) {
	for (size_t i = 0; i < convert->words; i++)
		if (str_equal(*text, convert->word[i].from)) {
			*text = convert->word[i].to;
			return true;
		}
	return false;
}

static bool is_missing(const struct convert *convert, struct str text) {
	for (size_t i = 0; i < convert->missings; i++)
		if (str_equal(text, convert->missing[i]))
			return true;
	return text.n == 0;
}

bool convert_text(struct convert *convert, struct arena *scratch,
    struct str text, bool plain, struct value *value) {
	*value = (struct value){ .kind = VALUE_NONE };
	convert->control = 0;
	convert->beyond = false;
	if (text.n == 0)
		return true;
	/* a word of the source wins: it may give a meaning to `-` */
	if (!replace_word(convert, &text) && is_missing(convert, text))
		return true;
	if (text.n == 0)
		return true;
	int64_t n = 0;
	bool good = false;
	switch (convert->field->kind) {
	case FIELD_ID:
	case FIELD_TEXT:
	case FIELD_LONGTEXT:
	case FIELD_REF:
		if (convert->numbers.n != 0)
			quantity_plain(scratch, text, convert->numbers, &text);
		if (!plain && is_unclean(text))
			text = clean(convert, scratch, text);
		*value = (struct value){ .kind = VALUE_TEXT, .text = text };
		return true;
	case FIELD_ENUM:
		return read_enum(convert, text, value);
	case FIELD_NUM:
		return read_number(convert, scratch, plain ? text
		    : str_narrow(scratch, text), value);
	case FIELD_HOURS:
		return read_hours(convert, scratch, plain ? text
		    : str_narrow(scratch, text), value);
	case FIELD_INSTANT:
		good = read_instant(convert, text, &n);
		break;
	case FIELD_DATE:
		good = read_date(convert, text, &n);
		break;
	case FIELD_INT:
		good = read_whole(convert, scratch, plain ? text
		    : str_narrow(scratch, text), &n);
		break;
	case FIELD_BOOL:
		good = read_bool(plain ? text : str_narrow(scratch, text), &n);
		break;
	}
	if (good)
		*value = (struct value){ .kind = VALUE_INT, .n = n };
	return good;
}

bool convert_common(const struct convert *convert, struct str text,
    struct value *value) {
	struct decimal number;
	int64_t instant;
	if (!convert->common)
		return false;
	if (convert->field->kind == FIELD_NUM) {
		if (!ratio_read_short(text, &number))
			return false;
		*value = (struct value){ .kind = VALUE_DECIMAL, .n = number.n,
		    .scale = number.scale };
		return true;
	}
	if (!read_same_day(convert, text, &instant))
		return false;
	*value = (struct value){ .kind = VALUE_INT, .n = instant };
	return true;
}

enum diag_id convert_fault(const struct convert *convert) {
	if (convert->beyond)
		return DIAG_CSV_HOURS;
	if (convert->figures)
		return DIAG_CSV_FIGURE;
	switch (convert->field->kind) {
	case FIELD_INSTANT: return DIAG_CSV_INSTANT;
	case FIELD_DATE: return DIAG_CSV_DATE;
	case FIELD_INT: return DIAG_CSV_INTEGER;
	case FIELD_NUM:
	case FIELD_HOURS: return DIAG_CSV_NUMBER;
	case FIELD_BOOL: return DIAG_CSV_BOOL;
	default: return DIAG_CSV_WORD;
	}
}

/* The words that an enum takes: the source's, then each name and label. */
static const char *known_words(const struct convert *convert,
    struct arena *scratch) {
	struct buf buf = buf_in(scratch);
	for (size_t i = 0; i < convert->words; i++) {
		buf_text(&buf, buf.n == 0 ? "" : ", ");
		buf_add(&buf, convert->word[i].from);
	}
	struct str name, label;
	for (size_t i = 0; record_word(convert->field, i, str_of("ja"), &name,
	    &label); i++) {
		buf_text(&buf, buf.n == 0 ? "" : ", ");
		buf_add(&buf, name);
		buf_text(&buf, " (");
		buf_add(&buf, label);
		buf_char(&buf, ')');
	}
	return buf_z(&buf);
}

/* A mark such as `?`, `---` or `N/A`, one short word without a digit? */
static bool is_mark(struct str text) {
	for (size_t i = 0; i < text.n; i++)
		if (text.p[i] <= ' ' || text.p[i] > '~'
		    || (text.p[i] >= '0' && text.p[i] <= '9'))
			return false;
	return text.n <= 4;
}

/* Once a column, what would read a date or number that was refused. */
static void advise(struct convert *convert, struct arena *scratch,
    struct str text, const struct place *place, enum diag_id id) {
	bool date = id == DIAG_CSV_INSTANT || id == DIAG_CSV_DATE;
	const char *forms = date ? moment_forms(scratch, text) : NULL;
	bool empty = is_mark(text) && (date || id == DIAG_CSV_INTEGER
	    || id == DIAG_CSV_NUMBER || id == DIAG_CSV_FIGURE);
	if (convert->advised || (forms == NULL && !empty))
		return;
	convert->advised = true;
	if (empty)
		diag(DIAG_CSV_EMPTY, place, convert->field->name,
		    diag_str(text), NULL);
	else
		diag(DIAG_CSV_DATES, place, convert->field->name, forms, NULL);
}

void convert_explain(struct convert *convert, struct arena *scratch,
    struct str text, const struct place *place) {
	enum diag_id id = convert_fault(convert);
	const char *name = convert->field->name;
	const char *shown = diag_str(text);
	const char *form = convert->form.n != 0 ? diag_str(convert->form)
	    : id == DIAG_CSV_DATE ? "YYYY-MM-DD" : "YYYY-MM-DD HH:MM[:SS]";
	if (id == DIAG_CSV_FIGURE)
		form = convert->timed ? "1:30, 90m, 1h30m, PT1H30M"
		    : convert->numbers.n != 0 ? diag_str(convert->numbers)
		    : "1234.5";
	if (id == DIAG_CSV_HOURS)
		form = diag_number(LIMIT_HOURS);
	if (id == DIAG_CSV_WORD)
		diag(id, place, name, shown, known_words(convert, scratch),
		    NULL);
	else if (id == DIAG_CSV_INSTANT || id == DIAG_CSV_DATE
	    || id == DIAG_CSV_FIGURE || id == DIAG_CSV_HOURS)
		diag(id, place, name, shown, form, NULL);
	else
		diag(id, place, name, shown, NULL);
	advise(convert, scratch, text, place, id);
}
