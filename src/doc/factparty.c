/*
 * factparty - the document and its contract in the facts XML.
 *
 * Numbers and versions are worded here (words doc.*), so that a stylesheet
 * copies them.  The date of a document is the day of its cut-off, never the
 * day it was made on (sla.md, Time).
 */
#include "doc/factparty.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/date.h"
#include "xml/xmlnode.h"

static void set(struct _xmlNode *node, const char *name, struct str value) {
	if (value.n > 0)
		xmlnode_set(node, name, value);
}

static struct str day_text(struct arena *arena, const struct facts *facts,
    int64_t day) {
	struct buf buf = buf_in(arena);
	if (str_is(facts->contract->language, "ja"))
		date_write_era(&buf, day);
	else
		date_write_day(&buf, day);
	return buf_str(&buf);
}

/* Does a revision concern this document? */
static bool revision_applies(const struct revision *revision,
    const struct facts *facts, const struct kind *kind) {
	return (revision->kind.n == 0 || str_is(revision->kind, kind->name))
	    && (revision->period.n == 0
	    || str_equal(revision->period, facts->period_name));
}

static struct str version_text(struct arena *arena, const struct facts *facts,
    struct str version) {
	return words_fill(arena, facts->words, "doc.version-text", "version",
	    str_z(arena, version), NULL);
}

static void add_revision(struct arena *arena, struct _xmlNode *parent,
    const struct facts *facts, const struct revision *revision) {
	struct _xmlNode *node = xmlnode_add(parent, "revision");
	set(node, "version", version_text(arena, facts, revision->version));
	set(node, "on", day_text(arena, facts, revision->on));
	set(node, "reason", facts_shown(arena, facts, revision->reason));
	set(node, "by", facts_shown(arena, facts, revision->by));
}

/* Once the period is published, its history is that of its editions; returns
 * the newest version. */
static struct str add_editions(struct arena *arena, struct _xmlNode *parent,
    const struct facts *facts) {
	const struct party *vendor = contract_party(facts->contract, "vendor");
	for (size_t i = 0; i < facts->editions; i++) {
		const struct fact_edition *edition = &facts->edition[i];
		struct _xmlNode *node = xmlnode_add(parent, "revision");
		set(node, "version", version_text(arena, facts,
		    edition->version));
		set(node, "on", edition->on);
		set(node, "reason", edition->reason);
		if (vendor != NULL)
			set(node, "by", vendor->name);
	}
	return facts->edition[facts->editions - 1].version;
}

/* The revisions of the document; the first issue when the contract has none.
 * Returns the newest version. */
static struct str add_revisions(struct arena *arena, struct _xmlNode *parent,
    const struct facts *facts, const struct kind *kind) {
	const struct contract *contract = facts->contract;
	struct str version = { NULL, 0 };
	if (facts->editions != 0)
		return add_editions(arena, parent, facts);
	for (size_t i = 0; i < contract->revisions; i++) {
		const struct revision *revision = &contract->revision[i];
		if (!revision_applies(revision, facts, kind))
			continue;
		add_revision(arena, parent, facts, revision);
		version = revision->version;
	}
	if (version.n > 0)
		return version;
	const struct party *vendor = contract_party(contract, "vendor");
	struct _xmlNode *node = xmlnode_add(parent, "revision");
	set(node, "version", version_text(arena, facts, str_of("1.0")));
	set(node, "on", facts->made_on);
	set(node, "reason", words_find(facts->words, "doc.first-issue"));
	if (vendor != NULL)
		set(node, "by", vendor->name);
	return str_of("1.0");
}

static const struct deliverable *deliverable_of(
    const struct contract *contract, const struct kind *kind) {
	for (size_t i = 0; i < contract->deliverables; i++)
		if (str_is(contract->deliverable[i].kind, kind->name))
			return &contract->deliverable[i];
	return NULL;
}

static void add_approvals(struct _xmlNode *parent,
    const struct deliverable *deliverable) {
	struct str rest = deliverable->approvals, title;
	while (str_word(&rest, &title))
		xmlnode_put(xmlnode_add(parent, "approval"), title);
}

/* The one mark of the cover: what is not yet agreed before what was mended. */
static void set_mark(struct _xmlNode *node, const struct facts *facts,
    const struct kind *kind) {
	const char *key = facts->preliminary && !kind_looks_ahead(kind)
	    ? facts->period.kind == PERIOD_CONTRACT ? "doc.provisional"
	    : "doc.preliminary" : facts->unpublished != 0 ? "doc.unpublished"
	    : facts->editions > 1 ? "doc.corrected"
	    : facts->mask != NULL ? "doc.public" : NULL;
	if (key != NULL)
		set(node, "mark", words_find(facts->words, key));
}

static void add_document(struct arena *arena, struct _xmlNode *root,
    const struct facts *facts, const struct kind *kind) {
	struct _xmlNode *node = xmlnode_add(root, "document");
	struct buf instant = buf_in(arena);
	buf_int(&instant, facts->rows == NULL ? 0 : facts->rows->as_of);
	set(node, "kind", str_of(kind->name));
	set(node, "code", str_of(kind->code));
	set(node, "number", words_fill(arena, facts->words, "doc.number-text",
	    "id", str_z(arena, facts->contract->id), "code", kind->code,
	    "period", str_z(arena, facts->period_name), NULL));
	set(node, "date", facts->made_on);
	set(node, "modified", buf_str(&instant));
	set(node, "subtitle", words_fill(arena, facts->words,
	    facts->mask != NULL ? "doc.subtitle.public" : "doc.subtitle",
	    "period", str_z(arena, facts->period_title), NULL));
	set_mark(node, facts, kind);
	struct str version = add_revisions(arena, node, facts, kind);
	set(node, "version", version_text(arena, facts, version));
	const struct deliverable *deliverable =
	    deliverable_of(facts->contract, kind);
	if (deliverable != NULL)
		add_approvals(node, deliverable);
}

static void add_parties(struct arena *arena, struct _xmlNode *parent,
    const struct contract *contract) {
	for (size_t i = 0; i < contract->parties; i++) {
		const struct party *party = &contract->party[i];
		struct _xmlNode *node = xmlnode_add(parent, "party");
		struct buf full = buf_in(arena);
		buf_add(&full, party->name);
		if (party->department.n > 0)
			buf_char(&full, ' ');
		buf_add(&full, party->department);
		set(node, "role", party->role);
		set(node, "name", party->name);
		set(node, "department", party->department);
		set(node, "full", buf_str(&full));
	}
}

static void add_clauses(struct _xmlNode *parent,
    const struct contract *contract) {
	for (size_t i = 0; i < contract->clauses; i++) {
		const struct clause *clause = &contract->clause[i];
		struct _xmlNode *node = xmlnode_add(parent, "clause");
		set(node, "id", clause->id);
		set(node, "title", clause->title);
		set(node, "outside", clause->outside);
		for (size_t a = 0; a < clause->answers; a++) {
			struct _xmlNode *answer = xmlnode_add(node, "answer");
			set(answer, "kind", clause->answer[a].kind);
			set(answer, "section", clause->answer[a].section);
		}
	}
}

static void add_systems(struct arena *arena, struct _xmlNode *parent,
    const struct contract *contract, const struct words *words) {
	for (size_t i = 0; i < contract->systems; i++) {
		struct _xmlNode *node = xmlnode_add(parent, "system");
		set(node, "id", contract->system[i].id);
		set(node, "name", contract->system[i].name);
		set(node, "class", contract->system[i].class);
		set(node, "provider", contract->system[i].provider);
		if (contract->system[i].pattern.n != 0)
			set(node, "pattern", words_find(words, arena_printf(
			    arena, "pattern.%s", str_z(arena,
			    contract->system[i].pattern))));
	}
}

void factparty_add(struct arena *arena, struct _xmlNode *root,
    const struct facts *facts, const struct kind *kind) {
	const struct contract *contract = facts->contract;
	add_document(arena, root, facts, kind);
	struct _xmlNode *node = xmlnode_add(root, "contract");
	set(node, "id", contract->id);
	set(node, "title", contract->title);
	set(node, "number", contract->number);
	set(node, "digest", contract->digest);
	set(node, "term", words_fill(arena, facts->words, "doc.term-text",
	    "from", str_z(arena, day_text(arena, facts, contract->term.first)),
	    "to", str_z(arena, day_text(arena, facts, contract->term.end - 1)),
	    NULL));
	add_parties(arena, node, contract);
	add_systems(arena, node, contract, facts->words);
	add_clauses(node, contract);
}
