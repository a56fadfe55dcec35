/*
 * ical - the deadlines to come as a calendar file (RFC 5545).
 *
 * Instants are in UTC, so that no time zone needs a definition; what is due at
 * the end of a day is an event of that day.  DTSTAMP is the cut-off, and a UID
 * is made of what the deadline is about: the same run gives the same bytes,
 * and a later month moves the event instead of adding another.
 */
#include "emit/ical.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/date.h"
#include "base/digest.h"
#include "base/file.h"

/* Octets of a line without its break (3.1). */
#define LINE_OCTETS 75
/* Hexadecimal digits of a UID: 128 bits. */
#define UID_DIGITS 32

/* name:value as a content line, folded between characters. */
static void put_line(struct buf *out, const char *name, struct str value) {
	size_t used = strlen(name) + 1;
	buf_text(out, name);
	buf_char(out, ':');
	while (value.n > 0) {
		size_t size = str_utf8(value, NULL);
		if (size == 0)
			size = 1;
		if (used + size > LINE_OCTETS) {
			buf_text(out, "\r\n ");
			used = 1;
		}
		buf_add(out, (struct str){ value.p, size });
		used += size;
		value.p += size;
		value.n -= size;
	}
	buf_text(out, "\r\n");
}

/* A text value (3.3.11); other control characters mean nothing here. */
static struct str escape(struct arena *arena, struct str text) {
	struct buf buf = buf_in(arena);
	for (size_t i = 0; i < text.n; i++) {
		char c = text.p[i];
		if (c == '\n')
			buf_text(&buf, "\\n");
		else if (c == '\\' || c == ';' || c == ',')
			buf_text(&buf, arena_printf(arena, "\\%c", c));
		else if ((unsigned char)c >= 0x20 && c != 0x7f)
			buf_char(&buf, c);
	}
	return buf_str(&buf);
}

static void put_text(struct buf *out, const char *name, struct str text) {
	put_line(out, name, escape(out->arena, text));
}

/* 20261114T081500Z */
static struct str utc(struct arena *arena, int64_t instant) {
	int64_t day = date_day_of(instant, 0);
	int seconds = (int)(instant - date_start(day, 0));
	struct civil civil = date_civil(day);
	return str_of(arena_printf(arena, "%04d%02d%02dT%02d%02d%02dZ",
	    civil.year, civil.month, civil.day, seconds / 3600,
	    seconds / 60 % 60, seconds % 60));
}

static struct str date(struct arena *arena, int64_t day) {
	struct civil civil = date_civil(day);
	return str_of(arena_printf(arena, "%04d%02d%02d", civil.year,
	    civil.month, civil.day));
}

static struct str uid(struct arena *arena, const struct facts *facts,
    const struct fact_duty *duty) {
	struct buf buf = buf_in(arena);
	buf_add(&buf, facts->contract->id);
	buf_char(&buf, '\t');
	buf_add(&buf, duty->duty->id);
	buf_char(&buf, '\t');
	buf_add(&buf, duty->record);
	struct str hex = digest_hex(arena, buf_str(&buf));
	return str_of(arena_printf(arena, "%.*s@geppo", UID_DIGITS, hex.p));
}

static void put_event(struct buf *out, const struct facts *facts,
    const struct fact_duty *entry) {
	struct arena *arena = out->arena;
	const struct duty *duty = entry->duty;
	const char *about = str_z(arena, entry->title.n != 0 ? entry->title
	    : entry->record);
	put_line(out, "BEGIN", str_of("VEVENT"));
	put_line(out, "UID", uid(arena, facts, entry));
	put_line(out, "DTSTAMP", utc(arena, facts->rows->as_of));
	if (entry->whole_day)
		put_line(out, "DTSTART;VALUE=DATE", date(arena, entry->day));
	else
		put_line(out, "DTSTART", utc(arena, entry->due));
	put_text(out, "SUMMARY", words_fill(arena, facts->words,
	    "ical.summary", "name", str_z(arena, duty->name), "about", about,
	    NULL));
	put_text(out, "DESCRIPTION", words_fill(arena, facts->words,
	    duty->clause.n != 0 ? "ical.description.clause"
	    : "ical.description", "id", str_z(arena, duty->id), "record",
	    str_z(arena, entry->record), "owner", str_z(arena,
	    entry->owner), "term", str_z(arena, entry->term), "clause",
	    str_z(arena, duty->clause), NULL));
	put_text(out, "CATEGORIES", entry->owner);
	put_line(out, "TRANSP", str_of("TRANSPARENT"));
	put_line(out, "END", str_of("VEVENT"));
}

bool ical_write(struct arena *arena, const struct facts *facts,
    const char *path) {
	struct buf out = buf_in(arena);
	put_line(&out, "BEGIN", str_of("VCALENDAR"));
	put_line(&out, "VERSION", str_of("2.0"));
	put_line(&out, "PRODID", str_of("-//geppo//geppo//EN"));
	put_line(&out, "CALSCALE", str_of("GREGORIAN"));
	put_line(&out, "METHOD", str_of("PUBLISH"));
	for (size_t i = 0; i < facts->duties; i++)
		if (facts->duty[i].coming)
			put_event(&out, facts, &facts->duty[i]);
	put_line(&out, "END", str_of("VCALENDAR"));
	struct file_out *file = file_create(path);
	if (file == NULL)
		return false;
	file_write(file, buf_str(&out));
	return file_commit(file);
}
