/*
 * phrase - targets, durations and values in words.
 *
 * All fixed text comes from the catalogue of words; every number comes in as
 * it is shown elsewhere, so that text and table cannot disagree.
 */
#ifndef GEPPO_PHRASE_H
#define GEPPO_PHRASE_H

#include "facts/facts.h"

struct arena;
struct buf;

/* 2時間, 90分, 3営業日, 5暦日, 1か月 */
struct str phrase_duration(struct arena *arena, const struct words *words,
    struct duration duration);

/* 99.9％以上; of a clock 2時間以内が95％以上; empty without a target. */
struct str phrase_target(struct arena *arena, const struct words *words,
    const struct indicator *indicator, struct str unit);

/* 99.93％, 3件, or the word for none. */
struct str phrase_value(struct arena *arena, const struct words *words,
    struct str value, struct str unit);

/* The day as the documents show it: 令和8年10月1日, in English 2026-10-01. */
struct str phrase_day(struct arena *arena, const struct words *words,
    int64_t day);

/* 2026-10-14 09:05 */
struct str phrase_instant(struct arena *arena, int64_t instant,
    int64_t offset);

/* What the language calls the record type, a field, the code of an enum field
 * (another text as it is): record.def, unless the words have label.TYPE,
 * label.TYPE.FIELD, label.TYPE.FIELD.CODE. */
struct str phrase_records(const struct words *words, enum record_id records);
struct str phrase_field(const struct words *words,
    const struct record_field *field);
struct str phrase_code(const struct words *words,
    const struct record_field *field, struct str code);

/* The n-th code of an enum field, from 0, and what the language calls it;
 * false past the last. */
bool phrase_code_at(const struct words *words,
    const struct record_field *field, size_t n, struct str *code,
    struct str *label);

/* What the language calls the period. */
struct str phrase_period(struct arena *arena, const struct words *words,
    const struct period *period);

/* What dates of charts and rules call the month, 1 to 12, and a day of it. */
struct str phrase_month(struct arena *arena, const struct words *words,
    int month);
struct str phrase_month_day(struct arena *arena, const struct words *words,
    int month, int day);

/* What stands between two items of a list. */
struct str phrase_and(struct arena *arena, const struct words *words);

/* Add a sentence behind those that are there: Japanese needs no blank. */
void phrase_add(struct buf *text, const struct words *words,
    struct str sentence);

/* A number in groups of three. */
struct str phrase_int(struct arena *arena, int64_t n);

#endif
