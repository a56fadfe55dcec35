/* answers - where the clauses of the contract are answered. */
#include "doc/answers.h"

#include "base/arena.h"
#include "doc/kind.h"
#include "xml/xmlnode.h"

static struct answer_section *find(const struct answers *answers,
    struct str kind, struct str id) {
	for (size_t i = 0; i < answers->sections; i++) {
		struct answer_section *section = &answers->section[i];
		if (str_equal(section->kind, kind)
		    && str_equal(section->id, id))
			return section;
	}
	return NULL;
}

const struct answer_section *answers_find(const struct answers *answers,
    struct str kind, struct str id) {
	return find(answers, kind, id);
}

void answers_add(struct answers *answers, struct answer_section section) {
	struct arena *arena = answers->arena;
	struct answer_section *place = find(answers, section.kind, section.id);
	if (place == NULL) {
		answers->section = arena_room(arena, answers->section,
		    answers->sections, sizeof *answers->section);
		place = &answers->section[answers->sections++];
	}
	*place = (struct answer_section){
		str_copy(arena, section.kind), str_copy(arena, section.id),
		str_copy(arena, section.number), str_copy(arena, section.title),
		str_copy(arena, section.page), section.empty
	};
}

bool answers_have(const struct answers *answers, struct str kind) {
	for (size_t i = 0; i < answers->sections; i++)
		if (str_equal(answers->section[i].kind, kind))
			return true;
	return false;
}

static void put_section(const struct answers *answers,
    struct _xmlNode *answer) {
	const struct answer_section *section = answers == NULL ? NULL
	    : answers_find(answers, xmlnode_attr(answer, "kind"),
	    xmlnode_attr(answer, "section"));
	if (section == NULL)
		return;
	xmlnode_set(answer, "number", section->number);
	xmlnode_set(answer, "title", section->title);
	xmlnode_set(answer, "page", section->page);
	if (section->empty)
		xmlnode_set(answer, "empty", str_of("yes"));
}

static void put_document(const struct words *words, struct _xmlNode *answer) {
	struct str kind = xmlnode_attr(answer, "kind");
	for (size_t i = 0; i < KINDS; i++)
		if (str_is(kind, kind_at(i)->name))
			xmlnode_set(answer, "document", words_translate(words,
			    str_of(kind_at(i)->title)));
}

enum state { HERE, MISSING, LATER, OUTSIDE, STATES };

/* Later: by documents alone that the period does not owe. */
static enum state state_of(const struct answers *answers,
    const struct _xmlNode *clause) {
	struct _xmlNode *answer = xmlnode_first(clause, "answer");
	bool owed = answer == NULL;
	if (xmlnode_attr(clause, "outside").n > 0)
		return OUTSIDE;
	for (; answer != NULL; answer = xmlnode_next(answer, "answer")) {
		if (xmlnode_attr(answer, "page").n > 0)
			return HERE;
		owed = owed || xmlnode_attr(answer, "document").n == 0
		    || answers_have(answers, xmlnode_attr(answer, "kind"));
	}
	return owed ? MISSING : LATER;
}

/* How many clauses are answered, in one sentence. */
static void put_sum(const struct answers *answers, const struct words *words,
    struct _xmlNode *contract) {
	size_t count[STATES] = { 0 }, all = 0;
	struct str text[STATES + 1];
	struct _xmlNode *clause = xmlnode_first(contract, "clause");
	for (; clause != NULL; clause = xmlnode_next(clause, "clause"), all++)
		count[state_of(answers, clause)]++;
	for (size_t i = 0; i <= STATES; i++)
		text[i] = str_of(arena_printf(answers->arena, "%zu",
		    i == STATES ? all : count[i]));
	xmlnode_set(contract, "answered", words_fill(answers->arena, words,
	    "doc.answers.sum", "n", text[STATES].p, "here", text[HERE].p,
	    "missing", text[MISSING].p, "later", text[LATER].p, "outside",
	    text[OUTSIDE].p, NULL));
}

void answers_put(const struct answers *answers, const struct words *words,
    struct _xmlNode *root) {
	struct _xmlNode *contract = xmlnode_first(root, "contract");
	for (struct _xmlNode *clause = xmlnode_first(contract, "clause");
	    clause != NULL; clause = xmlnode_next(clause, "clause"))
		for (struct _xmlNode *answer = xmlnode_first(clause, "answer");
		    answer != NULL; answer = xmlnode_next(answer, "answer")) {
			put_document(words, answer);
			put_section(answers, answer);
		}
	if (answers != NULL)
		put_sum(answers, words, contract);
}
