/*
 * contract - everything agreed, as contract.xml says it, read once.
 *
 * First the grammar, then the meaning: one part after another, each needing
 * only what was read before it (calendars, systems, sources, indicators).
 * All that is wrong is said in one run; then nothing is returned.
 */
#include "contract/contract.h"

#include <errno.h>

#include "base/arena.h"
#include "base/date.h"
#include "base/digest.h"
#include "base/file.h"
#include "base/limits.h"
#include "contract/attr.h"
#include "contract/catalog.h"
#include "contract/course.h"
#include "contract/estate.h"
#include "contract/goal.h"
#include "contract/intake.h"
#include "contract/oblige.h"
#include "contract/opening.h"
#include "contract/remit.h"
#include "xml/xml.h"
#include "xml/xmlnode.h"

/* The text of a child element, empty when there is none. */
static struct str child_text(const struct reading *reading,
    const struct _xmlNode *root, const char *name) {
	const struct _xmlNode *node = xmlnode_first(root, name);
	return node == NULL ? str_of("")
	    : str_trim(xmlnode_text(reading->arena, node));
}

static void read_offset(struct reading *reading, const struct _xmlNode *root) {
	struct str text = xmlnode_attr(root, "utc-offset");
	if (text.p == NULL)
		text = str_of("+09:00");
	if (!date_read_offset(str_trim(text), &reading->contract->offset))
		attr_malformed(reading, root, "utc-offset", "+09:00");
}

static void read_term(struct reading *reading, const struct _xmlNode *root) {
	const struct _xmlNode *node = xmlnode_first(root, "term");
	struct period *term = &reading->contract->term;
	bool good = reading->good;
	reading->good = true;
	*term = (struct period){ PERIOD_CONTRACT,
		attr_day(reading, node, "from"),
		attr_day(reading, node, "to") + 1 };
	bool readable = reading->good;
	reading->good = good && readable;
	if (!readable || term->first < term->end)
		return;
	struct place place = attr_blame(reading, node);
	diag(DIAG_CONTRACT_TERM, &place, diag_str(xmlnode_attr(node, "from")),
	    diag_str(xmlnode_attr(node, "to")), NULL);
}

static void read_reject_limit(struct reading *reading,
    const struct _xmlNode *root) {
	const struct _xmlNode *node = xmlnode_first(root, "rejected");
	struct decimal limit;
	reading->contract->reject_limit = str_of("1");
	if (node == NULL)
		return;
	reading->contract->reject_limit = attr_text(reading, node, "limit");
	if (!ratio_read_decimal(reading->contract->reject_limit, &limit)
	    || limit.n < 0)
		attr_malformed(reading, node, "limit", "1 0.5");
}

static struct party read_party(struct reading *reading,
    const struct _xmlNode *node) {
	return (struct party){
		.role = attr_text(reading, node, "role"),
		.name = attr_text(reading, node, "name"),
		.department = attr_text(reading, node, "department"),
		.address = attr_text(reading, node, "address"),
		.phone = attr_text(reading, node, "phone"),
		.line = (int)xmlnode_place(node).line,
	};
}

static struct deliverable read_deliverable(struct reading *reading,
    const struct _xmlNode *node) {
	struct deliverable deliverable = {
		.kind = attr_text(reading, node, "kind"),
		.name = attr_text(reading, node, "name"),
		.due = attr_text(reading, node, "due"),
		.copies = attr_int(reading, node, "copies", 0, 1000, 1),
		.content = attr_text(reading, node, "content"),
		.author = attr_text(reading, node, "author"),
		.medium = attr_text(reading, node, "medium"),
		.place = attr_text(reading, node, "place"),
		.approvals = attr_text(reading, node, "approvals"),
		.line = (int)xmlnode_place(node).line,
	};
	attr_duration(reading, node, "due", &deliverable.due_after);
	return deliverable;
}

static struct clause read_clause(struct reading *reading,
    const struct _xmlNode *node) {
	struct clause clause = {
		.id = attr_text(reading, node, "id"),
		.title = attr_text(reading, node, "title"),
		.outside = attr_text(reading, node, "outside"),
		.line = (int)xmlnode_place(node).line,
	};
	for (const struct _xmlNode *child = xmlnode_first(node, "answer");
	    child != NULL; child = xmlnode_next(child, "answer")) {
		clause.answer = arena_room(reading->arena, clause.answer,
		    clause.answers, sizeof *clause.answer);
		clause.answer[clause.answers++] = (struct clause_answer){
			attr_text(reading, child, "kind"),
			attr_text(reading, child, "section"),
		};
	}
	return clause;
}

static struct revision read_revision(struct reading *reading,
    const struct _xmlNode *node) {
	struct revision revision = {
		.kind = attr_text(reading, node, "kind"),
		.version = attr_text(reading, node, "version"),
		.on = attr_day(reading, node, "on"),
		.reason = attr_text(reading, node, "reason"),
		.by = attr_text(reading, node, "by"),
	};
	struct str text = str_trim(xmlnode_attr(node, "period"));
	struct period period;
	if (text.n == 0)
		return revision;
	if (period_read(reading->arena, text, &reading->contract->term,
	    &period))
		revision.period = period_name(reading->arena, &period);
	else
		attr_malformed(reading, node, "period", "2026-10 FY2026");
	return revision;
}

static struct threshold read_threshold(struct reading *reading,
    const struct _xmlNode *node) {
	struct threshold threshold = {
		.metric = attr_text(reading, node, "metric"),
		.host = attr_text(reading, node, "host"),
	};
	if (!ratio_read_decimal(str_trim(xmlnode_attr(node, "value")),
	    &threshold.value))
		attr_malformed(reading, node, "value", "80 0.5");
	return threshold;
}

static void add_cross(struct reading *reading, const struct _xmlNode *node) {
	struct contract *contract = reading->contract;
	enum record_id records = attr_records(reading, node);
	struct cross cross = {
		.id = attr_text(reading, node, "id"),
		.name = attr_text(reading, node, "name"),
		.records = records,
		.where = attr_text(reading, node, "where"),
		.rows = attr_field(reading, node, "rows", records, ATTR_KEPT),
		.columns = attr_field(reading, node, "columns", records,
		    ATTR_KEPT),
		.at = attr_field(reading, node, "at", records, ATTR_KEPT_TIME),
		.sum = attr_field(reading, node, "sum", records, ATTR_NUMBER),
		.line = (int)xmlnode_place(node).line,
	};
	for (size_t i = 0; i < contract->crosses; i++) {
		if (!str_equal(contract->cross[i].id, cross.id))
			continue;
		struct place place = attr_blame(reading, node);
		diag(DIAG_CONTRACT_DUPLICATE, &place, "cross",
		    diag_str(cross.id), diag_number(contract->cross[i].line),
		    NULL);
	}
	contract->cross = arena_room(reading->arena, contract->cross,
	    contract->crosses, sizeof cross);
	contract->cross[contract->crosses++] = cross;
}

static const struct clause *find_clause(const struct contract *contract,
    struct str id) {
	for (size_t i = 0; i < contract->clauses; i++)
		if (str_equal(contract->clause[i].id, id))
			return &contract->clause[i];
	return NULL;
}

static void keep_clause(struct reading *reading,
    const struct _xmlNode *node) {
	struct contract *contract = reading->contract;
	struct clause clause = read_clause(reading, node);
	contract->clause = arena_room(reading->arena, contract->clause,
	    contract->clauses, sizeof clause);
	contract->clause[contract->clauses++] = clause;
}

static void add_clause(struct reading *reading, const struct _xmlNode *node) {
	struct str id = attr_text(reading, node, "id");
	const struct clause *known = find_clause(reading->contract, id);
	if (known != NULL) {
		struct place place = attr_blame(reading, node);
		diag(DIAG_CONTRACT_DUPLICATE, &place, "clause", diag_str(id),
		    diag_number(known->line), NULL);
	}
	keep_clause(reading, node);
}

/* The clauses of the sets that the contract uses; one of its own stands for
 * that of a set. */
static void add_sets(struct reading *reading, const struct _xmlNode *root) {
	for (const struct _xmlNode *set = xmlnode_first(root, "clauses");
	    set != NULL; set = xmlnode_next(set, "clauses"))
		for (const struct _xmlNode *node = xmlnode_first(set, "clause");
		    node != NULL; node = xmlnode_next(node, "clause"))
			if (find_clause(reading->contract, str_trim(
			    xmlnode_attr(node, "id"))) == NULL)
				keep_clause(reading, node);
}

/* The elements that nothing else refers to, in the order of the document. */
static void read_lists(struct reading *reading, const struct _xmlNode *root) {
	struct arena *arena = reading->arena;
	struct contract *to = reading->contract;
	for (const struct _xmlNode *node = xmlnode_first(root, NULL);
	    node != NULL; node = xmlnode_next(node, NULL)) {
		if (xmlnode_is(node, "party")) {
			to->party = arena_room(arena, to->party, to->parties,
			    sizeof *to->party);
			to->party[to->parties++] = read_party(reading, node);
		} else if (xmlnode_is(node, "deliverable")) {
			to->deliverable = arena_room(arena, to->deliverable,
			    to->deliverables, sizeof *to->deliverable);
			to->deliverable[to->deliverables++] =
			    read_deliverable(reading, node);
		} else if (xmlnode_is(node, "clause")) {
			add_clause(reading, node);
		} else if (xmlnode_is(node, "revision")) {
			to->revision = arena_room(arena, to->revision,
			    to->revisions, sizeof *to->revision);
			to->revision[to->revisions++] = read_revision(reading,
			    node);
		} else if (xmlnode_is(node, "threshold")) {
			to->threshold = arena_room(arena, to->threshold,
			    to->thresholds, sizeof *to->threshold);
			to->threshold[to->thresholds++] =
			    read_threshold(reading, node);
		} else if (xmlnode_is(node, "cross")) {
			add_cross(reading, node);
		}
	}
	add_sets(reading, root);
}

static void read_all(struct reading *reading, const struct _xmlNode *root) {
	struct contract *contract = reading->contract;
	static const char *const languages[] = { "ja", "en", NULL };
	contract->id = attr_text(reading, root, "id");
	contract->language = str_of(languages[attr_choice(root, "lang",
	    languages, 0)]);
	contract->title = child_text(reading, root, "title");
	contract->number = child_text(reading, root, "number");
	read_offset(reading, root);
	read_term(reading, root);
	read_reject_limit(reading, root);
	opening_holidays(reading, root);
	opening_calendars(reading, root);
	estate_read(reading, root);
	intake_read(reading, root);
	goal_read(reading, root);
	oblige_read(reading, root);
	course_read(reading, root);
	remit_read(reading, root);
	read_lists(reading, root);
}

const struct contract *contract_read(struct arena *arena,
    const char *workspace) {
	const char *path = file_path(arena, workspace, "contract.xml");
	struct str text;
	if (!file_read(arena, path, LIMIT_CONTRACT_BYTES, &text)) {
		diag(DIAG_FILE_READ, NULL, path, strerror(errno), NULL);
		return NULL;
	}
	struct _xmlDoc *doc = xml_parse(text, path);
	if (doc == NULL)
		return NULL;
	struct contract *contract = arena_alloc(arena, sizeof *contract);
	contract->path = str_of(path);
	contract->workspace = str_copy(arena, str_of(workspace));
	contract->digest = digest_hex(arena, text);
	struct reading reading = { arena, contract, true };
	catalog_fill(&reading, xml_root(doc));
	if (!reading.good || !xml_valid(doc, workspace,
	    "xsl/schema/contract.rng"))
		reading.good = false;
	else
		read_all(&reading, xml_root(doc));
	xml_free(doc);
	return reading.good ? contract : NULL;
}

const struct target *contract_target(const struct contract *contract,
    struct str id) {
	if (id.n == 0)
		return NULL;
	for (size_t i = 0; i < contract->leaves; i++)
		if (str_equal(contract->leaf[i]->id, id))
			return contract->leaf[i];
	for (size_t i = 0; i < contract->groups; i++)
		if (str_equal(contract->group[i]->id, id))
			return contract->group[i];
	const struct system *system = contract_system(contract, id);
	return system == NULL ? NULL : &system->whole;
}

const struct calendar *contract_calendar(const struct contract *contract,
    struct str id) {
	for (size_t i = 0; i < contract->calendars; i++)
		if (str_equal(contract->calendar[i]->id, id))
			return contract->calendar[i];
	return NULL;
}

const struct indicator *contract_indicator(const struct contract *contract,
    struct str id) {
	for (size_t i = 0; i < contract->indicators; i++)
		if (str_equal(contract->indicator[i].id, id))
			return &contract->indicator[i];
	return NULL;
}

const struct system *contract_system(const struct contract *contract,
    struct str id) {
	for (size_t i = 0; i < contract->systems; i++)
		if (str_equal(contract->system[i].id, id))
			return &contract->system[i];
	return NULL;
}

const struct party *contract_party(const struct contract *contract,
    const char *role) {
	for (size_t i = 0; i < contract->parties; i++)
		if (str_is(contract->party[i].role, role))
			return &contract->party[i];
	return NULL;
}

const char *contract_kind_name(enum indicator_kind kind) {
	return goal_elements[kind];
}

static bool year_is_covered(const struct holidays *holidays, int year) {
	for (size_t i = 0; i < holidays->count; i++)
		if (date_civil(holidays->day[i]).year == year)
			return true;
	return false;
}

/* Some calendar goes by holidays, and there is a file of them. */
static bool needs_holidays(const struct contract *contract) {
	for (size_t i = 0; i < contract->calendars; i++)
		if (!contract->calendar[i]->elapsed
		    && contract->calendar[i]->holidays != HOLIDAYS_AS_WEEKDAY)
			return contract->holidays_file.n > 0;
	return false;
}

bool contract_holidays_lack(const struct contract *contract, int year) {
	return needs_holidays(contract)
	    && !year_is_covered(&contract->holidays, year);
}

void contract_holidays_cover(const struct contract *contract, int64_t first,
    int64_t end) {
	if (first >= end)
		return;
	struct place place = { contract->path, contract->holidays_line, 0 };
	int last = date_civil(end - 1).year;
	for (int year = date_civil(first).year; year <= last; year++)
		if (contract_holidays_lack(contract, year))
			diag(DIAG_HOLIDAYS_COVER, &place, diag_number(year),
			    diag_str(contract->holidays_file), NULL);
}
