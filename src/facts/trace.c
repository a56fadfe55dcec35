/* trace - 検算票: the calculation behind a figure, row by row. */
#include "facts/trace.h"

#include "base/arena.h"
#include "base/date.h"
#include "facts/burndown.h"
#include "facts/cell.h"
#include "facts/phrase.h"
#include "facts/sheet.h"

static struct sheet sheet_of(struct arena *arena, const struct facts *facts,
    const struct figure *figure, const char *part) {
	struct str id = figure->indicator->id;
	struct sheet sheet = sheet_new(arena, facts, arena_printf(arena,
	    "trace-%.*s-%s", (int)id.n, id.p, part));
	sheet.table.title = words_fill(arena, facts->words,
	    arena_printf(arena, "trace.%s", part), "name",
	    str_z(arena, figure->indicator->name), NULL);
	return sheet;
}

/* What a part says of its rows: `trace.PART.none` or `trace.PART.some`. */
static struct str sentence_of(struct arena *arena, const struct sheet *sheet) {
	const char *part = strrchr(sheet->table.id.p, '-') + 1;
	return words_fill(arena, sheet->words, arena_printf(arena,
	    "trace.%s.%s", part, sheet->table.rows == 0 ? "none" : "some"),
	    "n", str_z(arena, phrase_int(arena,
	    (int64_t)sheet->table.rows)), NULL);
}

static void close_into(struct arena *arena, struct figure *figure,
    struct sheet *sheet) {
	if (sheet->table.sentence.n == 0)
		sheet->table.sentence = sentence_of(arena, sheet);
	figure->trace = arena_room(arena, figure->trace, figure->traces,
	    sizeof *figure->trace);
	figure->trace[figure->traces++] = sheet_close(sheet);
}

static const char *const class_keys[SECOND_CLASSES] = {
	[SECOND_AFTER_CUTOFF] = "second.after-cutoff",
	[SECOND_NO_CONTRACT] = "second.no-contract",
	[SECOND_CLOSED] = "second.closed",
	[SECOND_EXCLUDED] = "second.excluded",
	[SECOND_PLANNED] = "second.planned",
	[SECOND_UNMEASURED] = "second.unmeasured",
	[SECOND_DOWN] = "second.down",
	[SECOND_UP] = "second.up",
};

static void add_classes(struct arena *arena, const struct facts *facts,
    struct figure *figure) {
	struct sheet sheet = sheet_of(arena, facts, figure, "classes");
	int64_t sum = 0;
	sheet_columns(&sheet, "class:text seconds:int time:duration");
	for (int i = 0; i < SECOND_CLASSES; i++) {
		sheet_sum(&sheet, ROW_BODY);
		sheet_word(&sheet, class_keys[i], TONE_NONE);
		sheet_int(&sheet, figure->second[i]);
		sheet_seconds(&sheet, true, figure->second[i]);
		sum += figure->second[i];
	}
	int64_t period = facts->rows->end - facts->rows->start;
	sheet.table.sentence = words_fill(arena, facts->words,
	    sum == period ? "trace.classes.sum" : "trace.classes.differ",
	    "sum", str_z(arena, phrase_int(arena, sum)),
	    "period", str_z(arena, phrase_int(arena, period)), NULL);
	sheet_sum(&sheet, ROW_TOTAL);
	sheet_word(&sheet, "total", TONE_NONE);
	sheet_int(&sheet, sum);
	sheet_seconds(&sheet, true, sum);
	close_into(arena, figure, &sheet);
}

/* Error budget: the down time that the target allows, used and left. */
static void add_budget_row(struct sheet *sheet, const char *key,
    const struct scope *scope, const struct availability *a) {
	int64_t allowed = burndown_allowed(scope->indicator, a);
	int64_t left = allowed - a->second[SECOND_DOWN];
	sheet_sum(sheet, ROW_BODY);
	sheet_word(sheet, key, TONE_NONE);
	sheet_seconds(sheet, true, allowed);
	sheet_seconds(sheet, true, a->second[SECOND_DOWN]);
	sheet_seconds(sheet, left >= 0, left);
	sheet_seconds(sheet, left < 0, -left);
}

static void add_budget(struct arena *arena, const struct facts *facts,
    struct figure *figure, const struct outcome *outcome) {
	struct sheet sheet = sheet_of(arena, facts, figure, "budget");
	struct scope year = *outcome->scope;
	if (!burndown_applies(figure->indicator))
		return;
	year.start = date_start(period_year(facts->period.end - 1).first,
	    facts->contract->offset);
	sheet_columns(&sheet, "span:text allowed:duration used:duration "
	    "left:duration over:duration");
	add_budget_row(&sheet, "budget.period", outcome->scope,
	    outcome->availability);
	add_budget_row(&sheet, "budget.year", &year,
	    availability_measure(&year));
	sheet.table.sentence = words_find(facts->words, "budget.sentence");
	close_into(arena, figure, &sheet);
}

static struct str record_label_of(struct arena *arena,
    const struct facts *facts, enum record_id records, struct str name) {
	return str_of(arena_printf(arena, "%s %.*s", str_z(arena,
	    phrase_records(facts->words, records)), (int)name.n, name.p));
}

/* The first failing sample of the object's targets in the spell. */
static bool sample_source(const struct scope *scope,
    const struct availability_spell *spell, size_t *leaf,
    struct origin *origin) {
	const struct contract *contract = scope->rows->contract;
	bool *own = arena_array(scope->arena, contract->leaves + 1, sizeof *own);
	int64_t first = INT64_MAX;
	availability_leaves(scope->indicator->object, own);
	for (size_t i = 0; i < contract->leaves; i++) {
		const struct rows_samples *samples = &scope->rows->samples[i];
		for (size_t k = 0; own[i] && k < samples->count; k++) {
			const struct rows_run *run = &samples->run[k];
			int64_t last = run->first + (run->count - 1) * run->step
			    + run->interval;
			if (run->state != STATE_DOWN || run->first >= spell->end
			    || last < spell->start || run->first >= first)
				continue;
			first = run->first;
			*leaf = i;
			*origin = run->origin;
		}
	}
	return first != INT64_MAX;
}

struct str trace_source(struct arena *arena, const struct facts *facts,
    const struct scope *scope, const struct availability_spell *spell,
    struct origin *origin) {
	size_t leaf;
	for (size_t m = 0; m < scope->population->count; m++) {
		const struct rows_member *member = &scope->population->member[m];
		enum record_id records
		    = scope->indicator->from[member->level].records;
		const struct row *row
		    = &scope->rows->table[records].row[member->row];
		const struct target *target;
		struct span span;
		if (!availability_call(scope, records, row, &span, &target)
		    || span.start >= spell->end || span.end <= spell->start
		    || !availability_concerns(scope, target))
			continue;
		*origin = row->origin;
		return record_label_of(arena, facts, records,
		    cell_name(row, records));
	}
	*origin = (struct origin){ SIZE_MAX, 0 };
	if (!sample_source(scope, spell, &leaf, origin))
		return (struct str){ NULL, 0 };
	return record_label_of(arena, facts, RECORD_status,
	    scope->rows->contract->leaf[leaf]->id);
}

static const char *spell_key(const struct availability_spell *spell) {
	return spell->brief ? "spell.brief" : spell->counted ? "spell.counted"
	    : spell->continued && spell->seconds != 0 ? "spell.continued"
	    : "spell.outside";
}

static void add_spells(struct arena *arena, const struct facts *facts,
    struct figure *figure, const struct outcome *outcome) {
	struct sheet sheet = sheet_of(arena, facts, figure, "spells");
	sheet_columns(&sheet, "start:instant end:instant duration:duration "
	    "seconds:int state:text source:text");
	for (size_t i = 0; i < outcome->availability->spells; i++) {
		const struct availability_spell *spell
		    = &outcome->availability->spell[i];
		struct origin origin;
		struct str source = trace_source(arena, facts, outcome->scope,
		    spell, &origin);
		sheet_row(&sheet, origin);
		sheet_instant(&sheet, true, spell->start);
		sheet_instant(&sheet, true, spell->end);
		sheet_seconds(&sheet, true, spell->end - spell->start);
		sheet_int(&sheet, spell->seconds);
		sheet_word(&sheet, spell_key(spell), TONE_NONE);
		sheet_text(&sheet, source);
	}
	close_into(arena, figure, &sheet);
}

/* Those of the object that meet the period; one whose times or target cannot
 * be read is always listed. */
static void add_stops(struct sheet *sheet, const struct scope *scope,
    const struct stops *stops, const char *kind) {
	for (size_t i = 0; i < stops->count; i++) {
		const struct stop *stop = &stops->at[i];
		bool timed = stop->verdict != STOPS_TIMES
		    && stop->verdict != STOPS_TARGET;
		if (timed && (stop->end <= scope->start
		    || stop->start >= scope->end || (stop->target != NULL
		    && !availability_concerns(scope, stop->target))))
			continue;
		sheet_row(sheet, stop->origin);
		sheet_word(sheet, kind, TONE_NONE);
		sheet_text(sheet, stop->id);
		sheet_cell(sheet, stop->target != NULL ? stop->target->name
		    : stop->target_text, stop->target_text, TONE_NONE);
		sheet_instant(sheet, timed, stop->start);
		sheet_instant(sheet, timed, stop->end);
		sheet_seconds(sheet, stop->verdict == STOPS_VALID,
		    availability_stop_seconds(scope, stop));
		sheet_word(sheet, arena_printf(sheet->arena, "stop.%s",
		    stops_verdict_name(stop->verdict)),
		    stop->verdict == STOPS_VALID ? TONE_GOOD : TONE_WARN);
		sheet_text(sheet, stop->reason);
	}
}

static void add_all_stops(struct arena *arena, const struct facts *facts,
    struct figure *figure, const struct outcome *outcome) {
	struct sheet sheet = sheet_of(arena, facts, figure, "stops");
	sheet_columns(&sheet, "kind:text id:id monitored:text start:instant "
	    "end:instant service:duration validity:status reason:text");
	add_stops(&sheet, outcome->scope, &outcome->availability->planned,
	    "stop.planned");
	add_stops(&sheet, outcome->scope, &outcome->availability->excluded,
	    "stop.excluded");
	close_into(arena, figure, &sheet);
}

static void add_records(struct arena *arena, const struct facts *facts,
    struct figure *figure, const struct outcome *outcome) {
	static const char *const keys[CLOCK_SCORES] = {
		[CLOCK_MET] = "score.met", [CLOCK_MISSED] = "score.missed",
		[CLOCK_OPEN] = "score.open", [CLOCK_UNJUDGED] = "score.unjudged",
	};
	static const enum tone tones[CLOCK_SCORES] = {
		[CLOCK_MET] = TONE_GOOD, [CLOCK_MISSED] = TONE_BAD,
		[CLOCK_OPEN] = TONE_NONE, [CLOCK_UNJUDGED] = TONE_WARN,
	};
	struct sheet sheet = sheet_of(arena, facts, figure, "records");
	bool scored = outcome->clock != NULL;
	const struct clock *clock = scored ? outcome->clock
	    : outcome->tally->times;
	sheet_columns(&sheet, "id:id start:instant stop:instant "
	    "counted:duration paused:duration");
	if (scored)
		sheet_columns(&sheet, "deadline:instant score:status");
	for (size_t i = 0; i < clock->entries; i++) {
		const struct clock_entry *entry = &clock->entry[i];
		bool timed = entry->has_start && entry->score != CLOCK_UNJUDGED;
		sheet_row(&sheet, entry->origin);
		sheet_text(&sheet, entry->id);
		sheet_instant(&sheet, entry->has_start, entry->start);
		sheet_instant(&sheet, entry->has_stop, entry->stop);
		sheet_seconds(&sheet, timed, entry->counted);
		sheet_seconds(&sheet, timed, entry->paused);
		if (!scored)
			continue;
		sheet_instant(&sheet, entry->has_deadline, entry->deadline);
		sheet_word(&sheet, keys[entry->score], tones[entry->score]);
	}
	close_into(arena, figure, &sheet);
}

/* Does any record of the population have a value? */
static bool has_values(const struct scope *scope) {
	for (size_t i = 0; i < scope->population->count; i++)
		if (scope->population->member[i].has_value)
			return true;
	return false;
}

static void add_member_columns(struct sheet *sheet,
    const struct scope *scope) {
	sheet_columns(sheet, "id:id at:instant title:text");
	if (has_values(scope))
		sheet_columns(sheet, "value:decimal");
}

/* What tells records apart for a reader: the value that is counted once, else
 * the title or what comes next to one. */
static struct str title_of(struct sheet *sheet,
    const struct indicator *indicator, const struct row *row) {
	static const char *const fields[] = { "title", "name", "type" };
	int field = record_field_find(record_type(indicator->records),
	    indicator->distinct);
	for (size_t i = 0; field < 0 && i < sizeof fields / sizeof fields[0];
	    i++)
		field = cell_index(indicator->records, fields[i]);
	if (field < 0 || row->value[field].kind == VALUE_NONE
	    || row->value[field].kind == VALUE_TEXT)
		return cell_text(row, field);
	return ratio_exact(sheet->arena, (struct decimal){
	    row->value[field].n, row->value[field].scale });
}

static void add_member(struct sheet *sheet, const struct scope *scope,
    const struct rows_member *member) {
	enum record_id records = scope->indicator->records;
	const struct row *row = &scope->rows->table[records].row[member->row];
	sheet_row(sheet, row->origin);
	sheet_text(sheet, cell_name(row, records));
	sheet_instant(sheet, member->at != INT64_MIN, member->at);
	sheet_text(sheet, title_of(sheet, scope->indicator, row));
	if (member->has_value)
		sheet_text(sheet, ratio_exact(sheet->arena, member->value));
}

/* Those that count, one by one; samples are too many. */
static void add_members(struct arena *arena, const struct facts *facts,
    struct figure *figure, const struct scope *scope, const char *part) {
	if ((record_type(scope->indicator->records)->flags & RECORD_STREAMED)
	    != 0)
		return;
	struct sheet sheet = sheet_of(arena, facts, figure, part);
	add_member_columns(&sheet, scope);
	for (size_t i = 0; i < scope->population->count; i++)
		if (scope_counts(scope, &scope->population->member[i]))
			add_member(&sheet, scope,
			    &scope->population->member[i]);
	close_into(arena, figure, &sheet);
}

static void add_missed(struct arena *arena, const struct facts *facts,
    struct figure *figure, const struct outcome *outcome) {
	enum record_id records = outcome->scope->indicator->records;
	if ((record_type(records)->flags & RECORD_STREAMED) != 0)
		return;
	struct sheet sheet = sheet_of(arena, facts, figure, "missed");
	add_member_columns(&sheet, outcome->scope);
	for (size_t i = 0; i < outcome->tally->misses; i++)
		add_member(&sheet, outcome->scope, outcome->tally->missed[i]);
	close_into(arena, figure, &sheet);
}

/* Of a share of records those missing from it tell enough; sums need all. */
static void add_tally(struct arena *arena, const struct facts *facts,
    struct figure *figure, const struct outcome *outcome) {
	const struct indicator *indicator = outcome->scope->indicator;
	struct scope of = *outcome->scope;
	bool rate = indicator->kind == INDICATOR_RATE;
	bool sums = indicator->of != NULL || indicator->sum.n != 0
	    || indicator->distinct.n != 0;
	if (!rate || sums)
		add_members(arena, facts, figure, outcome->scope, "members");
	if (rate && indicator->when.n != 0)
		add_missed(arena, facts, figure, outcome);
	if (indicator->of == NULL)
		return;
	of.indicator = indicator->of;
	of.population = of.population->of;
	add_members(arena, facts, figure, &of, "of");
}

void trace_add(struct arena *arena, const struct facts *facts,
    struct figure *figure, const struct outcome *outcome) {
	switch (figure->indicator->kind) {
	case INDICATOR_AVAILABILITY:
		add_classes(arena, facts, figure);
		add_spells(arena, facts, figure, outcome);
		add_all_stops(arena, facts, figure, outcome);
		add_budget(arena, facts, figure, outcome);
		break;
	case INDICATOR_CLOCK:
		add_records(arena, facts, figure, outcome);
		break;
	case INDICATOR_SQL:
		break;
	default:
		if (outcome->tally->times != NULL)
			add_records(arena, facts, figure, outcome);
		else
			add_tally(arena, facts, figure, outcome);
		break;
	}
}
