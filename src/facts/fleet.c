/*
 * fleet - targets by class and by probes, and external services.
 *
 * Time is that of the table of targets: every second of the period, planned
 * stops being stops.  What no sample tells is in neither part of a share.
 */
#include "facts/fleet.h"

#include "base/arena.h"
#include "facts/availability.h"
#include "facts/phrase.h"
#include "facts/samples.h"
#include "facts/sheet.h"
#include "facts/survey.h"

static const struct availability *measure(struct arena *arena,
    const struct facts *facts, const struct target *target) {
	static const struct rows_population nobody;
	const struct rows *rows = facts->rows;
	struct indicator *plain = arena_alloc(arena, sizeof *plain);
	struct scope *scope = arena_alloc(arena, sizeof *scope);
	*plain = availability_plain(target);
	*scope = (struct scope){ arena, rows, NULL, plain, &nobody,
	    rows->start, rows->end, rows->as_of };
	return availability_measure(scope);
}

static void add_share(struct sheet *sheet, int64_t part, int64_t whole) {
	struct str text = whole == 0 ? (struct str){ NULL, 0 }
	    : ratio_show(sheet->arena, (struct ratio){ part, whole }, 100, 2,
	    false);
	sheet_cell(sheet, text.n == 0 ? text : phrase_value(sheet->arena,
	    sheet->words, text, str_of("%")), text, TONE_NONE);
}

/* What each leaf of the contract was. */
static const struct availability **measure_all(struct arena *arena,
    const struct facts *facts) {
	const struct contract *contract = facts->contract;
	const struct availability **of = arena_array(arena, contract->leaves,
	    sizeof *of);
	for (size_t i = 0; i < contract->leaves; i++)
		of[i] = measure(arena, facts, contract->leaf[i]);
	return of;
}

static void add_class(struct sheet *sheet, const struct facts *facts,
    const struct availability **of, const char *class) {
	int64_t n = 0, up = 0, down = 0, unmeasured = 0, spells = 0;
	for (size_t i = 0; i < facts->contract->leaves; i++) {
		const struct availability *a = of[i];
		if (!str_is(facts->contract->leaf[i]->class, class))
			continue;
		n++;
		up += a->second[SECOND_UP];
		down += a->second[SECOND_DOWN];
		unmeasured += a->second[SECOND_UNMEASURED];
		spells += a->counted;
	}
	if (n == 0)
		return;
	sheet_sum(sheet, ROW_BODY);
	sheet_word(sheet, arena_printf(sheet->arena, "target-class.%s",
	    class), TONE_NONE);
	sheet_int(sheet, n);
	sheet_seconds(sheet, true, up + down);
	sheet_seconds(sheet, true, down);
	sheet_seconds(sheet, true, unmeasured);
	sheet_int(sheet, spells);
	add_share(sheet, up, up + down);
}

static void add_classes(struct arena *arena, struct facts *facts,
    const struct availability **of) {
	static const char *const classes[] = { "hardware", "software",
		"network", "service" };
	struct sheet sheet = sheet_new(arena, facts, "availability-classes");
	sheet_columns(&sheet, "target-class:text targets:int measured:duration "
	    "down:duration unmeasured:duration spells:int "
	    "availability:percent");
	for (size_t i = 0; i < sizeof classes / sizeof *classes; i++)
		add_class(&sheet, facts, of, classes[i]);
	survey_table(arena, facts, sheet_close(&sheet));
}

/* All probes together; their time is no time of one thing.  The sentence is
 * about the rows above. */
static void add_total(struct sheet *sheet, int64_t sent, int64_t answered) {
	if (sent == 0)
		return;
	sheet->table.sentence = words_fill(sheet->arena, sheet->words,
	    "table.probes.some", "n", str_z(sheet->arena, phrase_int(
	    sheet->arena, (int64_t)sheet->table.rows)), NULL);
	sheet_sum(sheet, ROW_TOTAL);
	sheet_word(sheet, "total", TONE_NONE);
	sheet_text(sheet, (struct str){ NULL, 0 });
	sheet_int(sheet, sent);
	sheet_int(sheet, answered);
	add_share(sheet, answered, sent);
}

static void add_probes(struct arena *arena, struct facts *facts,
    const struct availability **of) {
	const struct rows *rows = facts->rows;
	int64_t end = rows->end < rows->as_of ? rows->end : rows->as_of;
	int64_t all_sent = 0, all_answered = 0;
	struct sheet sheet = sheet_new(arena, facts, "probes");
	sheet_columns(&sheet, "monitored:id name:text probes:int answered:int "
	    "response-rate:percent availability:percent");
	for (size_t i = 0; i < facts->contract->leaves; i++) {
		const struct target *leaf = facts->contract->leaf[i];
		int64_t n[ROWS_STATES];
		samples_states(arena, &rows->samples[leaf->index], rows->start,
		    end, n);
		int64_t sent = n[STATE_UP] + n[STATE_UNKNOWN] + n[STATE_DOWN];
		if (sent == 0)
			continue;
		all_sent += sent;
		all_answered += n[STATE_UP];
		sheet_sum(&sheet, ROW_BODY);
		sheet_text(&sheet, leaf->id);
		sheet_text(&sheet, leaf->name);
		sheet_int(&sheet, sent);
		sheet_int(&sheet, n[STATE_UP]);
		add_share(&sheet, n[STATE_UP], sent);
		add_share(&sheet, of[i]->second[SECOND_UP],
		    of[i]->second[SECOND_UP] + of[i]->second[SECOND_DOWN]);
	}
	add_total(&sheet, all_sent, all_answered);
	survey_table(arena, facts, sheet_close(&sheet));
}

/* Is the indicator about the system: its targets, or owned by its provider? */
static bool is_about(const struct facts *facts, const struct system *system,
    const struct indicator *indicator) {
	struct arena *arena = arena_new();
	const struct contract *contract = facts->contract;
	bool *of = arena_array(arena, contract->leaves, sizeof *of);
	bool *its = arena_array(arena, contract->leaves, sizeof *its);
	bool about = system->provider.n != 0
	    && str_equal(indicator->owner, system->provider);
	if (indicator->object != NULL)
		availability_leaves(indicator->object, of);
	availability_leaves(&system->whole, its);
	for (size_t i = 0; i < contract->leaves; i++)
		about |= of[i] && its[i];
	arena_free(arena);
	return about;
}

static void add_figure(struct sheet *sheet, const struct facts *facts,
    const struct system *system, const struct figure *figure) {
	sheet_sum(sheet, ROW_BODY);
	sheet_text(sheet, system->provider);
	sheet_text(sheet, system->name);
	sheet_text(sheet, figure->indicator->id);
	sheet_text(sheet, figure->indicator->name);
	sheet_text(sheet, phrase_target(sheet->arena, facts->words,
	    figure->indicator, figure->unit));
	sheet_cell(sheet, figure->value.n == 0 ? figure->value
	    : phrase_value(sheet->arena, facts->words, figure->value,
	    figure->unit), figure->value, TONE_NONE);
	sheet_cell(sheet, figure->verdict_word, figure->verdict_word,
	    figure->tone);
	sheet_int(sheet, figure->n);
}

/* Of systems of pattern C, which others run (K-IV-3.1-01). */
static void add_external(struct arena *arena, struct facts *facts) {
	struct sheet sheet = sheet_new(arena, facts, "external-services");
	sheet_columns(&sheet, "provider:text external-system:text id:id "
	    "name:text target:text value:decimal verdict:status n:int");
	for (size_t s = 0; s < facts->contract->systems; s++) {
		const struct system *system = &facts->contract->system[s];
		for (size_t i = 0; i < facts->figures; i++)
			if (str_is(system->pattern, "C") && is_about(facts,
			    system, facts->figure[i].indicator))
				add_figure(&sheet, facts, system,
				    &facts->figure[i]);
	}
	survey_table(arena, facts, sheet_close(&sheet));
}

void fleet_add(struct arena *arena, struct facts *facts) {
	const struct availability **of = measure_all(arena, facts);
	add_classes(arena, facts, of);
	add_probes(arena, facts, of);
	add_external(arena, facts);
}
