/* quantity - lengths of time and parted digits, and what is refused. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/date.h"
#include "read/moment.h"
#include "read/quantity.h"

/* The length in units of so many milliseconds, or NULL. */
static void length(const char *text, int64_t unit, const char *expected) {
	struct arena *arena = arena_new();
	struct decimal value;
	bool cut = false;
	const char *found = quantity_duration(str_of(text), unit, &value, &cut)
	    ? str_z(arena, ratio_exact(arena, value)) : "refused";
	if (strcmp(found, expected) != 0)
		fail_msg("`%s`: %s, expected %s", text, found, expected);
	arena_free(arena);
}

static void lengths(void **state) {
	(void)state;
	static const char *const ninety_minutes[] = { "1:30", "01:30:00",
		"90分", "1時間30分", "1時間半", "1h30m", "1h 30m", "1 h, 30 min",
		"1.5h", "1.5 Hours", "PT1H30M", "PT90M", "PT1.5H", "5400s",
		"5400000ms", "90 分間", "0日 1:30", "0.0625日",
		"1970-01-01 01:30:00" };
	for (size_t i = 0; i < sizeof ninety_minutes / sizeof *ninety_minutes; i++)
		length(ninety_minutes[i], 1000, "5400");
	length("2日 3:00", 3600000, "51");
	length("2 days, 3:00:00", 3600000, "51");
	length("1w 2d 3h 4m 5.006s", 1000, "788645.006");
	length("P1W2DT3H", 3600000, "219");
	length("300:00:01.5", 1000, "1080001.5");
	length("1970-01-03 00:00", 86400000, "2");
	length("0", 1000, "0");
	length("0s", 1000, "0");
	length("1.5ms", 1, "1.5");
	/* cut, not rounded */
	length("1:40", 3600000, "1.666666666");
	length("20分", 3600000, "0.333333333");
}

static void no_lengths(void **state) {
	(void)state;
	static const char *const refused[] = { "", "90", "1.5", "1:60", "1:5",
		"1:30:60", "1:30:", "1.5:30", "-1h", "1h1h", "30m 1h", "1h90",
		"1M", "1 month", "P1M", "P1Y", "PT", "P", "PT1H30", "1hm", "h",
		"1:30 1:30", "1,5h", "999999999999w", "1970-01-01 99:00", "1時",
		"1h30m x", "半" };
	for (size_t i = 0; i < sizeof refused / sizeof *refused; i++)
		length(refused[i], 1000, "refused");
}

static void plain(const char *form, const char *text, const char *expected) {
	struct arena *arena = arena_new();
	struct str number;
	const char *found = quantity_plain(arena, str_of(text), str_of(form),
	    &number) ? str_z(arena, number) : "refused";
	if (strcmp(found, expected) != 0)
		fail_msg("%s `%s`: %s, expected %s", form, text, found, expected);
	arena_free(arena);
}

static void parted(void **state) {
	(void)state;
	plain("1,234.5", "1,234.5", "1234.5");
	plain("1,234.5", "12,345,678", "12345678");
	plain("1,234.5", "1234", "1234");
	plain("1,234.5", "△1,234", "-1234");
	plain("1,234.5", "-0.5", "-0.5");
	plain("1,234.5", "3,87,16,91,111", "refused");
	plain("1,234.5", "1234,567", "refused");
	plain("1,234.5", "1,2345", "refused");
	plain("1,234.5", "1,234,", "refused");
	plain("1,234.5", "1.234,5", "1.234,5");	/* no number: refused later */
	plain("1.234,5", "1.234,5", "1234.5");
	plain("1.234,5", "1.234", "1234");
	plain("1.234,5", "1,234", "1.234");
	plain("1 234,5", "52 267", "52267");
	plain("1 234,5", "52\u202f267,25", "52267.25");
	plain("1 234,5", "52\u00a0267", "52267");
	plain("1 234,5", "5 2267", "refused");
	plain("1'234.5", "1'234", "1234");
	plain("1234,5", "1234,5", "1234.5");
	plain("1234,5", "1.234,5", "refused");
	plain("1,234.5", "", "");
}

static void serial(const char *form, const char *text, const char *expected) {
	struct arena *arena = arena_new();
	int64_t instant;
	struct buf buf = buf_in(arena);
	if (moment_read(str_of(text), str_of(form), 9 * 3600, &instant))
		date_write_instant(&buf, instant, 9 * 3600);
	else
		buf_text(&buf, "refused");
	if (strcmp(buf_z(&buf), expected) != 0)
		fail_msg("%s `%s`: %s, expected %s", form, text, buf_z(&buf),
		    expected);
	arena_free(arena);
}

/* As LibreOffice Calc shows them. */
static void serials(void **state) {
	(void)state;
	serial("excel", "46296", "2026-10-01 00:00");
	serial("excel", "46296.5", "2026-10-01 12:00");
	serial("excel", "46296.3854166667", "2026-10-01 09:15");
	serial("excel", "46296.999999999", "2026-10-02 00:00");
	serial("excel", "61", "1900-03-01 00:00");
	serial("excel", "60", "refused");
	serial("excel", "-1", "refused");
	serial("excel", "2958466", "refused");
	serial("excel", "2026-10-01", "refused");
	serial("excel-1904", "44834", "2026-10-01 00:00");
	serial("epoch-ms", "1790780400781", "2026-10-01 00:00");
	serial("epoch-ms", "-1", "refused");
}

int main(void) {
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lengths),
		cmocka_unit_test(no_lengths),
		cmocka_unit_test(parted),
		cmocka_unit_test(serials),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
