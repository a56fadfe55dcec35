/*
 * ratio - exact decimals, exact ratios, targets, and how they are shown.
 *
 * Products are taken in 128 bits: a 64-bit numerator times a factor of at
 * most 10^6 times 10^9 fits.  Denominators are positive.  The one rounding is
 * in scaled_quotient, downwards or upwards on the line of numbers, so that
 * which way is worse is the caller's to say (sla.md, Judging and showing).
 */
#include "base/ratio.h"

#include "base/arena.h"
#include "base/buf.h"

typedef __int128 wide;

enum { DECIMALS_MOST = 9, DIGITS_MOST = 18, DURATION_DIGITS = 6 };

static wide power_of_ten(int n) {
	wide power = 1;
	while (n-- > 0)
		power *= 10;
	return power;
}

int64_t ratio_power(int n) {
	return (int64_t)power_of_ten(n);
}

/* The digits at the front, with the zeros of a long text left out of the
 * count of significant ones. */
static bool take_digits(struct str *text, int most, int64_t *n, size_t *count) {
	size_t before = text->n;
	while (text->n > 1 && text->p[0] == '0' && text->p[1] >= '0'
	    && text->p[1] <= '9')
		str_take(text, "0");
	str_digits(text, (size_t)most, n);
	*count = before - text->n;
	return *count > 0 && (text->n == 0 || text->p[0] < '0'
	    || text->p[0] > '9');
}

/* The same byte eight times. */
static uint64_t eight_of(unsigned char byte) {
	return byte * UINT64_C(0x0101010101010101);
}

/* Four to eight bytes as one number, the last one highest, zeros before the
 * first. */
static uint64_t align_right(struct str text) {
	uint64_t low = str_four(text.p), high = str_four(text.p + text.n - 4);
	uint64_t bytes = low | high << 8 * (text.n - 4);
	return text.n == 8 ? bytes : bytes << 8 * (8 - text.n)
	    | eight_of('0') >> 8 * text.n;
}

/* Four to eight digits with at most one point among them, all at once: each
 * byte becomes its digit, the point is taken out, and neighbours are added up
 * by twos, fours and eights. */
static bool read_eight(struct str text, struct decimal *value) {
	uint64_t digits = align_right(text) ^ eight_of('0');
	uint64_t other = digits ^ eight_of('.' ^ '0');
	uint64_t point = ~(((other & eight_of(0x7f)) + eight_of(0x7f)) | other
	    | eight_of(0x7f));	/* the high bit of its byte */
	int scale = 0;
	if (point != 0) {
		uint64_t before = (point >> 7) - 1;	/* lower bytes */
		scale = __builtin_clzll(point) / 8;
		if (scale == 0 || scale == (int)text.n - 1)
			return false;
		digits = (digits & before) << 8
		    | (digits & ~(point | (point - 1)));
	}
	/* a second point is no digit either */
	if (((digits | (digits + eight_of(0x7f - 9))) & eight_of(0x80)) != 0)
		return false;
	digits = digits * (10 * 256 + 1) >> 8 & UINT64_C(0x00ff00ff00ff00ff);
	digits = digits * (100 * 65536 + 1) >> 16
	    & UINT64_C(0x0000ffff0000ffff);
	digits = digits * ((UINT64_C(10000) << 32) + 1) >> 32;
	*value = (struct decimal){ (int64_t)digits, scale };
	return true;
}

/* Digits with at most one point among them, one by one. */
static bool read_few(struct str text, struct decimal *value) {
	int64_t n = 0;
	size_t point = text.n;
	for (size_t i = 0; i < text.n; i++) {
		unsigned digit = (unsigned)(text.p[i] - '0');
		if (digit <= 9)
			n = n * 10 + digit;
		else if (text.p[i] == '.' && point == text.n)
			point = i;
		else
			return false;
	}
	if (point == 0 || point + 1 == text.n)
		return false;
	*value = (struct decimal){ n, point == text.n ? 0
	    : (int)(text.n - point - 1) };
	return true;
}

bool ratio_read_short(struct str text, struct decimal *value) {
	enum { SHORT = DECIMALS_MOST + 1 };
	bool little = __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__;
	if (little && text.n >= 4 && text.n <= 8)
		return read_eight(text, value);
	return text.n != 0 && text.n <= SHORT && read_few(text, value);
}

bool ratio_read_decimal(struct str text, struct decimal *value) {
	if (ratio_read_short(text, value))
		return true;
	struct str rest = str_trim(text);
	bool negative = str_take(&rest, "-");
	int64_t whole, part = 0;
	size_t digits, decimals = 0;
	if (!negative)
		str_take(&rest, "+");
	if (!take_digits(&rest, DIGITS_MOST, &whole, &digits))
		return false;
	if (str_take(&rest, ".")) {
		decimals = str_digits(&rest, DECIMALS_MOST, &part);
		if (decimals == 0)
			return false;
	}
	wide n = whole * power_of_ten((int)decimals) + part;
	if (rest.n != 0 || n >= power_of_ten(DIGITS_MOST))
		return false;
	*value = (struct decimal){ (int64_t)(negative ? -n : n), (int)decimals };
	return true;
}

static enum comparison take_comparison(struct str *text) {
	static const struct { const char *sign; enum comparison op; } signs[] = {
		{ ">=", COMPARE_GE }, { "≥", COMPARE_GE }, { "≧", COMPARE_GE },
		{ "<=", COMPARE_LE }, { "≤", COMPARE_LE }, { "≦", COMPARE_LE },
		{ "=", COMPARE_EQ },
	};
	*text = str_trim(*text);
	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
		if (str_take(text, signs[i].sign))
			return signs[i].op;
	return COMPARE_NONE;
}

bool ratio_read_target(struct str text, enum comparison *op,
    struct decimal *value, int *digits) {
	struct decimal found;
	enum comparison sign = take_comparison(&text);
	if (sign == COMPARE_NONE || !ratio_read_decimal(text, &found))
		return false;
	*op = sign;
	*value = found;
	*digits = found.scale;
	return true;
}

bool ratio_read_limit(struct str text, enum comparison *op,
    struct duration *limit) {
	enum comparison sign = take_comparison(&text);
	if (sign == COMPARE_NONE || !ratio_read_duration(text, limit))
		return false;
	*op = sign;
	return true;
}

bool ratio_read_duration(struct str text, struct duration *duration) {
	static const struct {
		const char *name;
		int64_t factor;
		enum duration_unit unit;
	} units[] = {
		{ "s", 1, UNIT_SECONDS }, { "m", 60, UNIT_SECONDS },
		{ "h", 3600, UNIT_SECONDS },
		{ "bd", 1, UNIT_BUSINESS_DAYS }, { "cd", 1, UNIT_CALENDAR_DAYS },
		{ "mo", 1, UNIT_MONTHS },
		{ "business-day", 1, UNIT_BUSINESS_DAYS },
		{ "business-days", 1, UNIT_BUSINESS_DAYS },
		{ "day", 1, UNIT_CALENDAR_DAYS },
		{ "days", 1, UNIT_CALENDAR_DAYS },
		{ "month", 1, UNIT_MONTHS }, { "months", 1, UNIT_MONTHS },
	};
	struct str rest = str_trim(text);
	int64_t n;
	size_t count;
	if (!take_digits(&rest, DURATION_DIGITS, &n, &count))
		return false;
	rest = str_trim(rest);
	for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
		if (!str_is(rest, units[i].name))
			continue;
		*duration = (struct duration){ n * units[i].factor,
			units[i].unit };
		return true;
	}
	return false;
}

static int sign_of(wide difference) {
	return (difference > 0) - (difference < 0);
}

int ratio_compare(struct ratio a, struct ratio b) {
	return sign_of((wide)a.num * b.den - (wide)b.num * a.den);
}

int ratio_compare_decimal(struct decimal a, struct decimal b) {
	return sign_of(a.n * power_of_ten(b.scale) - b.n * power_of_ten(a.scale));
}

bool ratio_meets(struct ratio ratio, int64_t factor, enum comparison op,
    struct decimal value) {
	int sign = sign_of((wide)ratio.num * factor * power_of_ten(value.scale)
	    - (wide)value.n * ratio.den);
	switch (op) {
	case COMPARE_GE:
		return sign >= 0;
	case COMPARE_LE:
		return sign <= 0;
	case COMPARE_EQ:
		return sign == 0;
	case COMPARE_NONE:
		break;
	}
	return true;
}

/* num * factor * 10^digits / den, to the whole number below or above. */
static wide scaled_quotient(struct ratio ratio, int64_t factor, int digits,
    bool up) {
	wide dividend = (wide)ratio.num * factor * power_of_ten(digits);
	wide quotient = dividend / ratio.den;
	wide rest = dividend % ratio.den;
	if (up)
		return quotient + (rest > 0);
	return quotient - (rest < 0);
}

/* n / 10^digits with exactly that many decimals. */
static struct str decimal_text(struct arena *arena, wide n, int digits) {
	char text[48];
	size_t at = sizeof text;
	bool negative = n < 0;
	if (negative)
		n = -n;
	for (int place = 0; n > 0 || place <= digits; place++) {
		if (place == digits && digits > 0)
			text[--at] = '.';
		text[--at] = (char)('0' + (int)(n % 10));
		n /= 10;
	}
	if (negative)
		text[--at] = '-';
	return str_copy(arena, (struct str){ text + at, sizeof text - at });
}

struct str ratio_show(struct arena *arena, struct ratio ratio, int64_t factor,
    int digits, bool up) {
	if (ratio.den == 0)
		return str_of("");
	return decimal_text(arena, scaled_quotient(ratio, factor, digits, up),
	    digits);
}

struct str ratio_show_decimal(struct arena *arena, struct decimal value,
    int digits, bool up) {
	struct ratio ratio = { value.n, (int64_t)power_of_ten(value.scale) };
	return ratio_show(arena, ratio, 1, digits, up);
}

struct str ratio_exact(struct arena *arena, struct decimal value) {
	return decimal_text(arena, value.n, value.scale);
}

struct str ratio_hms(struct arena *arena, int64_t seconds) {
	uint64_t n = seconds < 0 ? -(uint64_t)seconds : (uint64_t)seconds;
	return str_of(arena_printf(arena, "%s%llu:%02d:%02d",
	    seconds < 0 ? "-" : "", (unsigned long long)(n / 3600),
	    (int)(n / 60 % 60), (int)(n % 60)));
}

/* How many digits stand in the text from there on. */
static size_t digits_at(struct str text, size_t from) {
	size_t at = from;
	while (at < text.n && text.p[at] >= '0' && text.p[at] <= '9')
		at++;
	return at - from;
}

struct str ratio_grouped(struct arena *arena, struct str number) {
	size_t sign = number.n > 0 && (*number.p == '-' || *number.p == '+');
	size_t whole = digits_at(number, sign);
	size_t end = sign + whole;
	if (end < number.n && number.p[end] == '.')
		end += 1 + digits_at(number, end + 1);
	if (whole <= 3 || end != number.n || number.p[end - 1] == '.')
		return number;
	struct buf buf = buf_in(arena);
	buf_add(&buf, (struct str){ number.p, sign });
	for (size_t i = 0; i < whole; i++) {
		if (i > 0 && (whole - i) % 3 == 0)
			buf_char(&buf, ',');
		buf_char(&buf, number.p[sign + i]);
	}
	buf_add(&buf, (struct str){ number.p + sign + whole,
		number.n - sign - whole });
	return buf_str(&buf);
}
