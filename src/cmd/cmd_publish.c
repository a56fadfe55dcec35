/*
 * cmd_publish - `geppo publish`: freeze the values of a period in the store.
 *
 * What was published is never changed: the same values are no new edition,
 * others are one with a reason (sla.md, Editions).
 */
#include "base/arena.h"
#include "base/buf.h"
#include "base/date.h"
#include "base/diag.h"
#include "base/version.h"
#include "cmd/cmd.h"
#include "cmd/commands.h"
#include "cmd/help.h"
#include "facts/publish.h"
#include "sql/db.h"
#include "store/edition.h"

/* The period's name: the last part of a pack's path. */
static const char *period_of(struct arena *arena, const char *pack) {
	struct str rest = str_of(pack), part, last = rest;
	while (str_cut(&rest, '/', &part))
		if (part.n != 0)
			last = part;
	return str_z(arena, last);
}

/* The reason as it can stand in a document: one line of UTF-8. */
static struct str reason_text(struct arena *arena, const char *text) {
	struct buf buf = buf_in(arena);
	struct str rest = str_trim(str_of(text));
	while (rest.n != 0) {
		uint32_t code = 0xfffd;
		size_t n = str_utf8(rest, &code);
		bool control = code < 0x20 || (code >= 0x7f && code < 0xa0)
		    || code == 0xfffe || code == 0xffff;
		buf_utf8(&buf, n == 0 ? 0xfffd : control ? ' ' : code);
		rest.p += n == 0 ? 1 : n;
		rest.n -= n == 0 ? 1 : n;
	}
	return str_trim(buf_str(&buf));
}

static void put(struct str text) {
	fwrite(text.p == NULL ? "" : text.p, 1, text.n, stdout);
}

static void print_changes(const struct publish_change *change, size_t n) {
	for (size_t i = 0; i < n; i++) {
		put(change[i].item);
		putchar(' ');
		put(change[i].field);
		fputs(": ", stdout);
		put(change[i].before);
		fputs(" -> ", stdout);
		put(change[i].after);
		putchar('\n');
	}
}

static void print_done(const struct facts *facts, int64_t number, bool new) {
	bool ja = strcmp(help_language(), "ja") == 0;
	put(facts->period_name);
	printf(new ? ja ? ": 第%lld版として公表しました\n"
	    : ": published as edition %lld\n" : ja
	    ? ": 第%lld版と同じ値です。何も変えません\n"
	    : ": the values are those of edition %lld; nothing changed\n",
	    (long long)number);
}

static enum cmd_status keep(struct run *run, const struct facts *facts,
    const struct rows_edition *edition) {
	struct db *db = db_open(run->arena, cmd_store_path(run), false);
	if (db == NULL)
		return CMD_REFUSED;
	edition_add(db, facts->rows, edition);
	db_close(db);
	print_done(facts, edition->number, true);
	return cmd_status();
}

static enum cmd_status publish(struct run *run, const struct facts *facts,
    struct str reason) {
	const struct rows *rows = facts->rows;
	const struct rows_edition *last = publish_last(rows);
	struct rows_edition edition = { last == NULL ? 1 : last->number + 1,
	    date_now(), rows->as_of, reason, str_of(VERSION_RULES),
	    str_of(VERSION), facts->contract->digest, NULL, 0 };
	edition.values = publish_values(run->arena, facts, &edition.value);
	if (last == NULL)
		return keep(run, facts, &edition);
	struct publish_change *change;
	size_t n = publish_changes(run->arena, last->value, last->values,
	    edition.value, edition.values, &change);
	if (n == 0) {
		print_done(facts, last->number, false);
		return cmd_status();
	}
	print_changes(change, n);
	if (reason.n != 0)
		return keep(run, facts, &edition);
	diag(DIAG_EDITION_REASON, NULL, str_z(run->arena, facts->period_name),
	    diag_number(last->number), diag_number((int64_t)n), NULL);
	return CMD_REFUSED;
}

static enum cmd_status refuse_early(struct run *run,
    const struct facts *facts) {
	struct buf last = buf_in(run->arena);
	date_write_day(&last, facts->period.end - 1);
	diag(DIAG_EDITION_EARLY, NULL, str_z(run->arena, facts->period_name),
	    buf_z(&last), NULL);
	return CMD_REFUSED;
}

enum cmd_status cmd_publish(struct run *run) {
	const char *reason = "";
	const struct cmd_option options[] = { { "reason", &reason, NULL },
		{ NULL, NULL, NULL } };
	if (!cmd_options(run, options))
		return CMD_USAGE;
	if (run->argc != 2)
		return cmd_usage(run, "expected one operand:", "PACK");
	const struct facts *facts = cmd_facts(run, period_of(run->arena,
	    run->argv[1]));
	if (facts == NULL)
		return CMD_REFUSED;
	if (facts->preliminary)
		return refuse_early(run, facts);
	if (cmd_is_refused(facts))
		return CMD_REFUSED;
	return publish(run, facts, reason_text(run->arena, reason));
}
