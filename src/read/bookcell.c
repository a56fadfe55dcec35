/*
 * bookcell - the text of a number in a spreadsheet.
 *
 * A number is held as its decimal digits, 0.DDD x 10^point.
 */
#include "read/bookcell.h"

#include "base/buf.h"
#include "base/date.h"

/* Digits that a spreadsheet shows of a number. */
enum { DIGITS = 15 };

/* Farther from the point, a number is written with an exponent. */
enum { POINT_MOST = 40 };

/* A code of more zeros is no number of a document or a person. */
enum { ZEROS_MOST = 40 };

static const int64_t day_ms = INT64_C(86400000);

struct digits {
	bool negative;
	unsigned char digit[DIGITS + 1];	/* one more, to round by */
	int n;
	int64_t point;
};

struct bookcell_style bookcell_builtin(int64_t format) {
	static const struct {
		int64_t first, last;
		enum bookcell_kind kind;
	} kinds[] = {
		/* 27 to 36 and 50 to 58: those of East Asian languages */
		{ 9, 10, BOOKCELL_PERCENT }, { 14, 22, BOOKCELL_MOMENT },
		{ 27, 36, BOOKCELL_MOMENT }, { 45, 45, BOOKCELL_MOMENT },
		{ 46, 46, BOOKCELL_ELAPSED }, { 47, 47, BOOKCELL_MOMENT },
		{ 50, 58, BOOKCELL_MOMENT },
	};
	for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
		if (format >= kinds[i].first && format <= kinds[i].last)
			return (struct bookcell_style){ kinds[i].kind, 0 };
	return (struct bookcell_style){ BOOKCELL_NUMBER, 0 };
}

/* Bytes of the code's first part that show themselves: text in quotes, an
 * escaped character, the width of one, a colour or a condition.  0: none. */
static size_t literal(struct str code) {
	if (code.p[0] == '\\' || code.p[0] == '_' || code.p[0] == '*')
		return code.n > 1 ? 2 : 1;
	if (code.p[0] != '"' && code.p[0] != '[')
		return 0;
	const char *end = memchr(code.p + 1, code.p[0] == '"' ? '"' : ']',
	    code.n - 1);
	return end == NULL ? code.n : (size_t)(end - code.p) + 1;
}

static char lower(char c) {
	return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

/* `[h]`, `[mm]`, `[s]` and the like. */
static bool is_elapsed(struct str part) {
	char unit = part.n > 2 ? lower(part.p[1]) : '\0';
	if (part.p[0] != '[' || (unit != 'h' && unit != 'm' && unit != 's'))
		return false;
	for (size_t i = 1; i + 1 < part.n; i++)
		if (lower(part.p[i]) != unit)
			return false;
	return true;
}

/* `General`, or the same as Japanese spreadsheets show it. */
static bool is_general(struct str code) {
	static const char general[] = "general";
	if (str_starts(code, "G/"))
		return true;
	for (size_t i = 0; i < sizeof general - 1; i++)
		if (i >= code.n || lower(code.p[i]) != general[i])
			return false;
	return true;
}

/* How many zeros the code is; 0 when it is anything else. */
static size_t all_zeros(struct str code) {
	for (size_t i = 0; i < code.n; i++)
		if (code.p[i] != '0')
			return 0;
	return code.n <= ZEROS_MOST ? code.n : 0;
}

/* Does the letter show a part of a moment?  `e` is a year of an era, but not
 * in `E+`. */
static bool is_moment(struct str code) {
	char letter = lower(code.p[0]);
	if (letter == 'e')
		return code.n < 2 || (code.p[1] != '+' && code.p[1] != '-');
	return letter != '\0' && strchr("ymdhsg", letter) != NULL;
}

struct bookcell_style bookcell_custom(struct str code) {
	struct bookcell_style style = { BOOKCELL_NUMBER, all_zeros(code) };
	while (code.n > 0 && code.p[0] != ';' && !is_general(code)) {
		size_t n = literal(code);
		if (n > 0 && is_elapsed((struct str){ code.p, n }))
			return (struct bookcell_style){ BOOKCELL_ELAPSED, 0 };
		if (n == 0 && is_moment(code))
			return (struct bookcell_style){ BOOKCELL_MOMENT, 0 };
		if (n == 0 && code.p[0] == '%')
			style.kind = BOOKCELL_PERCENT;
		n += n == 0;
		code = (struct str){ code.p + n, code.n - n };
	}
	return style;
}

/* Take digits with one point among them; false when there is none. */
static bool take_digits(struct str *text, struct digits *number) {
	bool any = false, point = false;
	for (; text->n > 0; text->p++, text->n--) {
		char c = text->p[0];
		if (c == '.' && !point) {
			point = true;
			continue;
		}
		if (c < '0' || c > '9')
			break;
		any = true;
		number->point += !point;
		if (number->n == 0 && c == '0')
			number->point--;
		else if (number->n <= DIGITS)
			number->digit[number->n++] = (unsigned char)(c - '0');
	}
	return any;
}

/* Round to DIGITS digits and leave out the zeros at the end. */
static void round_digits(struct digits *number) {
	bool up = number->n > DIGITS && number->digit[DIGITS] >= 5;
	if (number->n > DIGITS)
		number->n = DIGITS;
	while (up && number->n > 0) {
		up = number->digit[number->n - 1] == 9;
		if (up)
			number->n--;
		else
			number->digit[number->n - 1]++;
	}
	if (up) {
		number->digit[number->n++] = 1;
		number->point++;
	}
	while (number->n > 0 && number->digit[number->n - 1] == 0)
		number->n--;
}

/* `-12.5`, `1.5E-05`. */
static bool read_digits(struct str text, struct digits *number) {
	*number = (struct digits){ .negative = str_take(&text, "-") };
	int64_t exponent = 0;
	if (!take_digits(&text, number))
		return false;
	if (text.n != 0 && (lower(text.p[0]) != 'e'
	    || !str_int((struct str){ text.p + 1, text.n - 1 }, &exponent)
	    || exponent < -999 || exponent > 999))
		return false;
	round_digits(number);
	number->point += exponent;
	number->negative &= number->n > 0;
	return true;
}

/* The digits from one place behind the first to another; zeros where there
 * are none. */
static void write_run(struct buf *buf, const struct digits *number,
    int64_t from, int64_t to) {
	for (int64_t i = from; i < to; i++)
		buf_char(buf, i < 0 || i >= number->n ? '0'
		    : (char)('0' + number->digit[i]));
}

static void write_decimal(struct buf *buf, const struct digits *number,
    size_t zeros) {
	int64_t point = number->n == 0 ? 0 : number->point;
	bool far = point > POINT_MOST || point < -POINT_MOST;
	int64_t whole = far ? 1 : point;
	if (number->negative)
		buf_char(buf, '-');
	int64_t width = whole > 0 ? whole : 1;
	if (number->n <= whole && (int64_t)zeros > width)
		width = (int64_t)zeros;
	write_run(buf, number, whole - width, whole);
	if (number->n > whole) {
		buf_char(buf, '.');
		write_run(buf, number, whole, number->n);
	}
	if (far) {
		buf_char(buf, 'E');
		buf_int(buf, point - 1);
	}
}

/* The number of days in milliseconds, rounded; false when it is none of any
 * calendar. */
static bool to_ms(const struct digits *number, int64_t *ms) {
	__int128 n = 0, unit = 1;
	if (number->point > 7)
		return false;
	for (int i = 0; i < number->n; i++)
		n = n * 10 + number->digit[i];
	int64_t decimals = number->n - number->point;
	if (number->n == 0 || decimals > 2 * DIGITS)
		n = decimals = 0;
	for (; decimals < 0; decimals++)
		n *= 10;
	for (; decimals > 0; decimals--)
		unit *= 10;
	*ms = (int64_t)((n * day_ms + unit / 2) / unit);
	return true;
}

static void write_two(struct buf *buf, int64_t n) {
	if (n < 10)
		buf_char(buf, '0');
	buf_int(buf, n);
}

/* HH:MM:SS, and milliseconds where there are any. */
static void write_clock(struct buf *buf, int64_t ms) {
	write_two(buf, ms / 3600000);
	buf_char(buf, ':');
	write_two(buf, ms / 60000 % 60);
	buf_char(buf, ':');
	write_two(buf, ms / 1000 % 60);
	if (ms % 1000 == 0)
		return;
	buf_char(buf, '.');
	buf_char(buf, (char)('0' + ms / 100 % 10));
	write_two(buf, ms % 100);
}

/* The day of the number; the first is 1 from 1900 and 0 from 1904.  There is
 * no February 29 in 1900, but spreadsheets count it as day 60. */
static void write_day(struct buf *buf, int64_t serial, bool from_1904) {
	if (from_1904)
		date_write_day(buf, date_day((struct civil){ 1904, 1, 1 })
		    + serial);
	else if (serial == 60)
		buf_text(buf, "1900-02-29");
	else
		date_write_day(buf, date_day((struct civil){ 1899, 12, 30 })
		    + serial + (serial < 60));
}

/* False when the number is no moment. */
static bool write_moment(struct buf *buf, const struct digits *number,
    bool from_1904) {
	int64_t ms, last = date_day((struct civil){ 9999, 12, 31 })
	    - date_day(from_1904 ? (struct civil){ 1904, 1, 1 }
	    : (struct civil){ 1899, 12, 30 });
	if (number->negative || !to_ms(number, &ms) || ms / day_ms > last)
		return false;
	if (ms >= day_ms)
		write_day(buf, ms / day_ms, from_1904);
	if (ms >= day_ms && ms % day_ms != 0)
		buf_char(buf, ' ');
	if (ms < day_ms || ms % day_ms != 0)
		write_clock(buf, ms % day_ms);
	return true;
}

static bool write_elapsed(struct buf *buf, const struct digits *number) {
	int64_t ms;
	if (!to_ms(number, &ms))
		return false;
	if (number->negative)
		buf_char(buf, '-');
	write_clock(buf, ms);
	return true;
}

/* Nothing but digits, and a sign before them: a number with more of them than
 * DIGITS is somebody's identifier. */
static bool is_whole(struct str text) {
	str_take(&text, "-");
	for (size_t i = 0; i < text.n; i++)
		if (text.p[i] < '0' || text.p[i] > '9')
			return false;
	return text.n > 0;
}

void bookcell_write(struct buf *buf, struct str text, struct bookcell_style style,
    bool from_1904) {
	struct digits number;
	bool plain = style.kind == BOOKCELL_NUMBER && style.zeros < 2;
	if ((plain && is_whole(text)) || !read_digits(text, &number)) {
		buf_add(buf, text);
		return;
	}
	if (style.kind == BOOKCELL_MOMENT && write_moment(buf, &number, from_1904))
		return;
	if (style.kind == BOOKCELL_ELAPSED && write_elapsed(buf, &number))
		return;
	if (style.kind == BOOKCELL_PERCENT)
		number.point += 2;
	write_decimal(buf, &number, style.zeros);
	if (style.kind == BOOKCELL_PERCENT)
		buf_char(buf, '%');
}
