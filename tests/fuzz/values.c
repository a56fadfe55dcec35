/*
 * values - any text as a date, an instant, a number, a length of time, in any
 * form: a value or a refusal.  What is written again reads as the same.
 *
 * The first byte chooses the forms; a line end parts the text from a form of
 * the input's own.  `make fuzz` replays the seeds; to search: clang
 * -fsanitize=fuzzer -DFUZZER.
 */
#include "base/buf.h"
#include "base/date.h"
#include "base/period.h"
#include "contract/contract.h"
#include "read/convert.h"
#include "read/moment.h"
#include "read/quantity.h"
#include "target.h"

enum { OFFSET = 9 * 3600 };

static const char *const forms[] = { "epoch", "epoch-ms", "ctime", "excel",
	"excel-1904", "D/M/YYYY h:mm", "MM/DD/YYYY hh:mm:ss a", "DD/MMM/YY",
	"YYYYMMDDhhmmss" };
static const char *const numbers[] = { "", "1,234.5", "1.234,5", "1 234,5",
	"1'234.5", "1234,5" };
enum { FORMS = sizeof forms / sizeof forms[0] };
enum { NUMBERS = sizeof numbers / sizeof numbers[0] };

static void check_instant(struct arena *arena, int64_t instant) {
	struct buf buf = buf_in(arena);
	int64_t again;
	date_write_iso(&buf, instant, OFFSET);
	/* 48:00 of the last day, and the offset, go beyond the year 9999 */
	if (date_civil(date_day_of(instant, OFFSET)).year > 9999
	    || date_civil(date_day_of(instant, OFFSET)).year < 1)
		return;
	if (!date_read_instant(buf_str(&buf), 0, &again) || again != instant)
		die("%s is not read as it was written", buf_z(&buf));
}

static void try_dates(struct arena *arena, struct str text) {
	int64_t at, day;
	if (date_read_instant(text, OFFSET, &at))
		check_instant(arena, at);
	if (date_read_day(text, &day)) {
		struct buf buf = buf_in(arena);
		int64_t again;
		date_write_era(&buf, day);
		/* before the first era; a year of an era has two digits */
		bool none = day < date_day((struct civil){ 1873, 1, 1 })
		    || day >= date_day((struct civil){ 2118, 1, 1 });
		if (!none && (!date_read_day(buf_str(&buf), &again)
		    || again != day))
			die("%s is another day", buf_z(&buf));
		if (!date_read_instant(text, 0, &at) || at != day * DATE_DAY)
			die("a day is no instant");
	}
	int year;
	struct period period, term = { PERIOD_CONTRACT, 0, 1 };
	date_read_era_year(text, &year);
	if (period_read(arena, text, &term, &period)
	    && period.first >= period.end)
		die("a period without a day");
}

static void check_decimal(struct arena *arena, struct decimal value) {
	struct decimal again;
	if (value.scale < 0 || value.scale > 9)
		die("a number of %d decimals", value.scale);
	if (!ratio_read_decimal(ratio_exact(arena, value), &again)
	    || ratio_compare_decimal(value, again) != 0)
		die("a number is not read as it was written");
}

/* As every kind of field; the fast roads of streams must not differ. */
static void try_fields(struct arena *arena, struct str text, uint8_t choice,
    struct str form) {
	struct contract contract = { .offset = OFFSET };
	struct source source = { .dates = choice < 128 ? str_of("") : form,
	    .numbers = str_of(numbers[choice % NUMBERS]),
	    .missing = str_of("-") };
	struct source_column column = { .times = choice % 2 == 0 ? 0 : 1000,
	    .length = choice % 5 == 0 ? 60000 : 0 };
	text = str_trim(text);
	for (int kind = 0; kind <= FIELD_REF; kind++) {
		struct record_field field = { .name = "f",
		    .kind = (enum field_kind)kind };
		if (kind == FIELD_ENUM)
			continue;
		struct convert convert;
		struct value value, again;
		convert_init(&convert, arena, &field, &contract, &source,
		    &column, OFFSET);
		bool good = convert_text(&convert, arena, text, false, &value);
		if (good != convert_text(&convert, arena, text, false, &again)
		    || value.kind != again.kind || value.n != again.n)
			die("a second reading differs");
		if (good && value.kind == VALUE_DECIMAL)
			check_decimal(arena, (struct decimal){ value.n,
			    value.scale });
		int64_t at;
		if (good && kind == FIELD_INSTANT && value.kind == VALUE_INT
		    && source.dates.n == 0 && (!date_read_instant(text, OFFSET,
		    &at) || at != value.n))
			die("the fast road differs");
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n) {
	if (n == 0)
		return 0;
	struct arena *arena = arena_new();
	struct str form = { (const char *)bytes + 1, n - 1 }, text;
	str_cut(&form, '\n', &text);
	if (form.n == 0)
		form = str_of(forms[bytes[0] % FORMS]);
	struct decimal value;
	bool cut;
	int64_t at;
	/* the stage before gives no other text */
	for (struct str rest = text; rest.n > 0;) {
		size_t size = str_utf8(rest, NULL);
		if (size == 0)
			text.n = (size_t)(rest.p - text.p);
		rest = (struct str){ rest.p + size, size == 0 ? 0
		    : rest.n - size };
	}
	try_dates(arena, text);
	if (moment_read(text, form, OFFSET, &at))
		check_instant(arena, at);
	moment_pdh_zone(text, &at);
	if (quantity_duration(str_trim(text), 60000, &value, &cut))
		check_decimal(arena, value);
	struct duration duration;
	ratio_read_duration(text, &duration);
	try_fields(arena, text, bytes[0], form);
	diag_reset();
	arena_free(arena);
	return 0;
}
