/*
 * date - civil dates, instants, eras, and the one clock.
 *
 * An instant is a signed 64-bit count of seconds since 1970-01-01T00:00:00Z.
 * A day is the number of days since 1970-01-01 of a local calendar; which
 * instant it begins at depends on the contract's offset from UTC (seconds,
 * east positive).  No time zone database and no locale is ever asked
 * (sla.md, Time).
 */
#ifndef GEPPO_DATE_H
#define GEPPO_DATE_H

#include "base/str.h"

struct buf;

#define DATE_DAY 86400
#define DATE_HOUR 3600

struct civil {
	int year;
	int month;	/* 1..12 */
	int day;	/* 1..31 */
};

/* The day number of a proleptic Gregorian date; the date must be valid. */
int64_t date_day(struct civil civil);
struct civil date_civil(int64_t day);

/* Years 1 to 9999. */
bool date_valid(struct civil civil);

/* 0 Monday .. 6 Sunday. */
int date_weekday(int64_t day);

/* The local day that the instant lies in. */
int64_t date_day_of(int64_t instant, int64_t offset);

/* The instant at which the local day begins. */
int64_t date_start(int64_t day, int64_t offset);

/* The same day of the month, months later (or earlier); where that month has
 * no such day, its last day. */
int64_t date_add_months(int64_t day, int months);

/* First day of the day's month; of the month after it. */
int64_t date_month_start(int64_t day);
int64_t date_month_next(int64_t day);

/*
 * A date as people write it: 2026-10-01, 2026/10/1, 2026.10.1, 2026年10月1日,
 * 令和8年10月1日, R8.10.1, R08/10/01, full-width digits too.  A date outside
 * its era is refused (sla-details 1).  False leaves *day untouched.
 */
bool date_read_day(struct str text, int64_t *day);

/* An era name or letter with its year ("令和8", "R8", "令和元"; no full-width
 * letters) as a Gregorian year, of which at least one day lies in the era; the
 * number of bytes consumed, or 0. */
size_t date_read_era_year(struct str text, int *year);

/*
 * An instant: a date as above, then blanks or `T` (behind 日 nothing), then a
 * time as daytime_take has it, then nothing, `Z`, `UTC`, or an offset +HH:MM,
 * +HHMM, +HH.  A date alone is the start of its day.  Fractions are dropped, a
 * second of 60 is the next second.  Without an offset of its own the text is
 * local time at offset.
 */
bool date_read_instant(struct str text, int64_t offset, int64_t *instant);

/*
 * An instant by a form of letters: D M day, month, h m s time (one or two
 * digits as they come; exactly as many as letters where no mark parts them
 * from another), YYYY year (YY two digits of 20xx), MMM an English month, a
 * the half of the day as daytime_half has it; every other character stands for
 * itself, a blank for any number.  A date alone is the start of its day, and
 * fractions of a second are dropped.  "D/M/YYYY h:mm" reads `29/2/2016 01:16`,
 * "YYYYMMDDhhmm" `201602290116`, "DD/MMM/YY h:mm a" `29/Feb/16 1:16 PM`.
 */
bool date_read_form(struct str text, struct str form, int64_t offset,
    int64_t *instant);

/* 2026-10-01 */
void date_write_day(struct buf *buf, int64_t day);
/* 2026-10-01 09:00:00; the seconds are left out when they are 0. */
void date_write_instant(struct buf *buf, int64_t instant, int64_t offset);
/* 2026-10-01T09:00:00+09:00 */
void date_write_iso(struct buf *buf, int64_t instant, int64_t offset);
/* 令和8年10月1日; 元年 for year 1.  Before 1873-01-01: 1872年12月31日. */
void date_write_era(struct buf *buf, int64_t day);
/* 令和8年10月 */
void date_write_era_month(struct buf *buf, int64_t day);
/* 令和8年度: the fiscal year (April to March) that begins in the year. */
void date_write_era_fiscal(struct buf *buf, int fiscal_year);

/* `+09:00` in seconds; false on anything else. */
bool date_read_offset(struct str text, int64_t *offset);

/* The only "now": SOURCE_DATE_EPOCH where it is set, else the machine's
 * clock at the first call.  No figure depends on it. */
int64_t date_now(void);

#endif
