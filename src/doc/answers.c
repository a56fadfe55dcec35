/* answers - where the clauses of the contract are answered. */
#include "doc/answers.h"

#include "base/arena.h"
#include "doc/kind.h"
#include "xml/xmlnode.h"

void answers_add(struct answers *answers, struct answer_section section) {
	struct arena *arena = answers->arena;
	answers->section = arena_room(arena, answers->section,
	    answers->sections, sizeof *answers->section);
	answers->section[answers->sections++] = (struct answer_section){
		str_copy(arena, section.kind), str_copy(arena, section.id),
		str_copy(arena, section.number), str_copy(arena, section.title),
		str_copy(arena, section.page)
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
	struct str kind = xmlnode_attr(answer, "kind");
	struct str id = xmlnode_attr(answer, "section");
	for (size_t i = 0; answers != NULL && i < answers->sections; i++) {
		const struct answer_section *section = &answers->section[i];
		if (!str_equal(section->kind, kind)
		    || !str_equal(section->id, id))
			continue;
		xmlnode_set(answer, "number", section->number);
		xmlnode_set(answer, "title", section->title);
		xmlnode_set(answer, "page", section->page);
		return;
	}
}

static void put_document(struct _xmlNode *answer) {
	struct str kind = xmlnode_attr(answer, "kind");
	for (size_t i = 0; i < KINDS; i++)
		if (str_is(kind, kind_at(i)->name))
			xmlnode_set(answer, "document",
			    str_of(kind_at(i)->title));
}

void answers_put(const struct answers *answers, struct _xmlNode *root) {
	for (struct _xmlNode *clause = xmlnode_first(xmlnode_first(root,
	    "contract"), "clause"); clause != NULL;
	    clause = xmlnode_next(clause, "clause"))
		for (struct _xmlNode *answer = xmlnode_first(clause, "answer");
		    answer != NULL; answer = xmlnode_next(answer, "answer")) {
			put_document(answer);
			put_section(answers, answer);
		}
}
