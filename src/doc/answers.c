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

void answers_put(const struct answers *answers, const struct words *words,
    struct _xmlNode *root) {
	for (struct _xmlNode *clause = xmlnode_first(xmlnode_first(root,
	    "contract"), "clause"); clause != NULL;
	    clause = xmlnode_next(clause, "clause"))
		for (struct _xmlNode *answer = xmlnode_first(clause, "answer");
		    answer != NULL; answer = xmlnode_next(answer, "answer")) {
			put_document(words, answer);
			put_section(answers, answer);
		}
}
