/*
 * cmd_list - `geppo list WHAT`: what geppo and the contract know.
 *
 * One function a subject, all over the same listing.
 */
#include "base/arena.h"
#include "base/diag.h"
#include "base/words.h"
#include "cmd/cmd.h"
#include "cmd/help.h"
#include "cmd/listing.h"
#include "cmd/pages.h"
#include "cmd/commands.h"
#include "contract/catalog.h"
#include "contract/preset.h"
#include "doc/answers.h"
#include "doc/kind.h"
#include "facts/check.h"
#include "facts/phrase.h"

static const char *const field_kinds[] = {
	[FIELD_ID] = "id", [FIELD_TEXT] = "text", [FIELD_LONGTEXT] = "longtext",
	[FIELD_INSTANT] = "instant", [FIELD_DATE] = "date", [FIELD_INT] = "int",
	[FIELD_NUM] = "num", [FIELD_HOURS] = "hours", [FIELD_BOOL] = "bool",
	[FIELD_ENUM] = "enum", [FIELD_REF] = "ref",
};

static void add_text(struct listing *listing, const char *text) {
	listing_add(listing, str_of(text));
}

static struct listing *list_kinds(struct run *run, const struct words *words) {
	static const char *const columns[] = { "kind", "period", "title", NULL };
	struct listing *listing = listing_new(run->arena, columns);
	for (size_t i = 0; i < KINDS; i++) {
		const struct kind *kind = kind_at(i);
		add_text(listing, kind->name);
		add_text(listing, kind->span);
		listing_add(listing, words_translate(words, str_of(
		    kind->title)));
	}
	return listing;
}

static struct listing *list_records(struct run *run,
    const struct words *words) {
	static const char *const columns[] = { "record", "field", "type",
		"required", "key", "label", "words", NULL };
	struct listing *listing = listing_new(run->arena, columns);
	for (int id = 0; id < RECORD_TYPES; id++) {
		const struct record_type *type = record_type((enum record_id)id);
		for (size_t i = 0; i < type->fields; i++) {
			const struct record_field *field = &type->field[i];
			add_text(listing, type->name);
			add_text(listing, field->name);
			add_text(listing, field_kinds[field->kind]);
			add_text(listing, field->flags & FIELD_REQUIRED ? "yes" : "");
			add_text(listing, field->flags & FIELD_KEY ? "yes" : "");
			listing_add(listing, phrase_field(words, field));
			add_text(listing, field->words);
		}
	}
	return listing;
}

static struct listing *list_checks(struct run *run,
    const struct words *words) {
	static const char *const columns[] = { "check", "level", "title", NULL };
	static const char *const levels[] = { "note", "warning", "error",
		"refuse" };
	struct listing *listing = listing_new(run->arena, columns);
	for (int id = 0; id < CHECKS; id++) {
		const struct check *check = check_at((enum check_id)id);
		add_text(listing, check->name);
		add_text(listing, levels[check->level]);
		listing_add(listing, words_find(words, arena_printf(run->arena,
		    "check.%s", check->name)));
	}
	return listing;
}

static struct listing *list_indicators(struct run *run,
    const struct contract *contract) {
	static const char *const columns[] = { "id", "name", "kind", "target",
		"attainment", "clause", NULL };
	struct listing *listing = listing_new(run->arena, columns);
	for (size_t i = 0; i < contract->indicators; i++) {
		const struct indicator *indicator = &contract->indicator[i];
		listing_add(listing, indicator->id);
		listing_add(listing, indicator->name);
		add_text(listing, contract_kind_name(indicator->kind));
		listing_add(listing, indicator->target);
		listing_add(listing, indicator->attainment);
		listing_add(listing, indicator->clause);
	}
	return listing;
}

static struct listing *list_sources(struct run *run,
    const struct contract *contract) {
	static const char *const columns[] = { "records", "files", "encoding",
		"preset", NULL };
	struct listing *listing = listing_new(run->arena, columns);
	for (size_t i = 0; i < contract->sources; i++) {
		const struct source *source = &contract->source[i];
		add_text(listing, record_type(source->records)->name);
		listing_add(listing, source->files);
		listing_add(listing, source->encoding);
		listing_add(listing, source->preset);
	}
	return listing;
}

static struct listing *list_presets(struct run *run,
    const struct words *words) {
	static const char *const columns[] = { "preset", "records", "title",
		"sample", NULL };
	struct listing *listing = listing_new(run->arena, columns);
	struct preset *preset;
	size_t count = preset_list(run->arena, run->workspace, &preset);
	for (size_t i = 0; i < count; i++) {
		listing_add(listing, preset[i].name);
		listing_add(listing, preset[i].records);
		listing_add(listing, words_translate(words, preset[i].title));
		listing_add(listing, preset[i].sample);
	}
	return listing;
}

static struct listing *list_catalogue(struct run *run,
    const struct words *words) {
	static const char *const columns[] = { "id", "kind", "name", "records",
		"definition", NULL };
	struct listing *listing = listing_new(run->arena, columns);
	struct catalog *entry;
	size_t count = catalog_list(run->arena, run->workspace, words, &entry);
	for (size_t i = 0; i < count; i++) {
		listing_add(listing, entry[i].id);
		listing_add(listing, entry[i].kind);
		listing_add(listing, entry[i].name);
		listing_add(listing, entry[i].records);
		listing_add(listing, entry[i].note);
	}
	return listing;
}

static struct listing *list_clauses(struct run *run,
    const struct contract *contract) {
	static const char *const columns[] = { "clause", "title", "outside",
		"kind", "section", NULL };
	struct listing *listing = listing_new(run->arena, columns);
	for (size_t i = 0; i < contract->clauses; i++) {
		const struct clause *clause = &contract->clause[i];
		for (size_t k = 0; k == 0 || k < clause->answers; k++) {
			struct clause_answer answer = { { "", 0 }, { "", 0 } };
			if (k < clause->answers)
				answer = clause->answer[k];
			listing_add(listing, clause->id);
			listing_add(listing, clause->title);
			listing_add(listing, clause->outside);
			listing_add(listing, answer.kind);
			listing_add(listing, answer.section);
		}
	}
	return listing;
}

static const char *state_of(const struct clause_answer *answer,
    const struct answer_section *section, const struct facts *facts) {
	if (section != NULL)
		return section->empty ? "empty" : "answered";
	enum kind_id id = kind_find(diag_str(answer->kind));
	return id < KINDS && !kind_fits(kind_at(id), facts) ? "later"
	    : "missing";
}

static void add_answer(struct listing *listing, const struct clause *clause,
    const struct clause_answer *answer, const struct answers *answers,
    const struct facts *facts) {
	const struct answer_section none = { 0 }, *section = answers_find(
	    answers, answer->kind, answer->section);
	listing_add(listing, clause->id);
	listing_add(listing, clause->title);
	add_text(listing, state_of(answer, section, facts));
	listing_add(listing, answer->kind);
	section = section == NULL ? &none : section;
	listing_add(listing, section->number);
	listing_add(listing, section->title);
	listing_add(listing, section->page);
}

/* A clause that no document answers, or need answer. */
static void add_unanswered(struct listing *listing,
    const struct clause *clause) {
	listing_add(listing, clause->id);
	listing_add(listing, clause->title);
	add_text(listing, clause->outside.n != 0 ? "outside" : "missing");
	add_text(listing, "");
	add_text(listing, "");
	listing_add(listing, clause->outside);
	add_text(listing, "");
}

/* Where the documents that the period owes answer each clause; NULL after a
 * diag. */
static struct listing *list_answers(struct run *run, const char *period) {
	static const char *const columns[] = { "clause", "title", "state",
		"document", "number", "section", "page", NULL };
	const struct facts *facts = cmd_facts(run, period);
	struct pages *pages = facts == NULL ? NULL
	    : pages_open(run->arena, run->workspace,
	    facts->contract->language);
	if (pages == NULL || !pages_locate_answers(pages, facts)) {
		pages_close(pages);
		return NULL;
	}
	struct listing *listing = listing_new(run->arena, columns);
	for (size_t i = 0; i < facts->contract->clauses; i++) {
		const struct clause *clause = &facts->contract->clause[i];
		for (size_t a = 0; a < clause->answers; a++)
			add_answer(listing, clause, &clause->answer[a],
			    pages_answers(pages), facts);
		if (clause->answers == 0)
			add_unanswered(listing, clause);
	}
	pages_close(pages);
	return listing;
}

static enum cmd_status write_answers(struct run *run, const char *period,
    enum listing_format format) {
	struct listing *listing = list_answers(run, period);
	if (listing == NULL)
		return CMD_REFUSED;
	listing_write(listing, format);
	return cmd_status();
}

typedef struct listing *list_of_words(struct run *, const struct words *);
typedef struct listing *list_of_contract(struct run *, const struct contract *);

/* What geppo knows, in the terminal's language; NULL after a diag. */
static struct listing *list_own(struct run *run, list_of_words *list) {
	const struct words *words = words_read(run->arena, run->workspace,
	    str_of(help_language()));
	return words == NULL ? NULL : list(run, words);
}

/* What the contract says; NULL after a diag. */
static struct listing *list_agreed(struct run *run, list_of_contract *list) {
	const struct contract *contract = contract_read(run->arena,
	    run->workspace);
	return contract == NULL ? NULL : list(run, contract);
}

static const struct {
	const char *name;
	list_of_words *own;
	list_of_contract *agreed;
} subjects[] = {
	{ "kinds", list_kinds, NULL },
	{ "records", list_records, NULL },
	{ "indicators", NULL, list_indicators },
	{ "catalogue", list_catalogue, NULL },
	{ "sources", NULL, list_sources },
	{ "presets", list_presets, NULL },
	{ "checks", list_checks, NULL },
	{ "clauses", NULL, list_clauses },
};

enum cmd_status cmd_list(struct run *run) {
	const char *format_text = "text", *period = NULL;
	const struct cmd_option options[] = { { "format", &format_text, NULL },
		{ "period", &period, NULL }, { NULL, NULL, NULL } };
	enum listing_format format;
	if (!cmd_options(run, options))
		return CMD_USAGE;
	if (!listing_read_format(format_text, &format))
		return cmd_usage(run, "unknown format", format_text);
	if (run->argc != 2)
		return cmd_usage(run, "expected one operand:",
		    "kinds|records|indicators|catalogue|sources|presets|checks|clauses");
	if (period != NULL && strcmp(run->argv[1], "clauses") == 0)
		return write_answers(run, period, format);
	if (period != NULL)
		return cmd_usage(run, "only clauses have a", "--period");
	for (size_t i = 0; i < sizeof subjects / sizeof subjects[0]; i++) {
		if (strcmp(run->argv[1], subjects[i].name) != 0)
			continue;
		struct listing *listing = subjects[i].own != NULL
		    ? list_own(run, subjects[i].own)
		    : list_agreed(run, subjects[i].agreed);
		if (listing == NULL)
			return CMD_REFUSED;
		listing_write(listing, format);
		return cmd_status();
	}
	return cmd_usage(run, "cannot list", run->argv[1]);
}
