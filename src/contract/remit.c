/* remit - <participant>, <tasks> and <busy>. */
#include "contract/remit.h"

#include "base/arena.h"
#include "contract/attr.h"
#include "xml/xmlnode.h"

static void blame_duplicate(struct reading *reading,
    const struct _xmlNode *node, struct str id, int line) {
	struct place place = attr_blame(reading, node);
	diag(DIAG_CONTRACT_DUPLICATE, &place, diag_str(xmlnode_name(node)),
	    diag_str(id), diag_number(line), NULL);
}

/* Index of the process, a new one at the end. */
static size_t process_of(struct reading *reading, struct str name) {
	struct contract *contract = reading->contract;
	size_t i = 0;
	while (i < contract->processes && !str_equal(contract->process[i], name))
		i++;
	if (i < contract->processes)
		return i;
	contract->process = arena_room(reading->arena, contract->process,
	    contract->processes, sizeof name);
	contract->process[contract->processes++] = name;
	return i;
}

static void read_parts(struct reading *reading, const struct _xmlNode *node,
    struct participant *participant) {
	static const char *const shares[] = { "none", "full", "support", NULL };
	for (const struct _xmlNode *at = xmlnode_first(node, "part");
	    at != NULL; at = xmlnode_next(at, "part")) {
		struct participation part = {
			.process = process_of(reading, attr_text(reading, at,
			    "in")),
			.share = (enum part_share)attr_choice(at, "as", shares,
			    PART_NONE),
			.line = (int)xmlnode_place(at).line,
		};
		for (size_t i = 0; i < participant->parts; i++)
			if (participant->part[i].process == part.process)
				blame_duplicate(reading, at,
				    attr_text(reading, at, "in"),
				    participant->part[i].line);
		participant->part = arena_room(reading->arena,
		    participant->part, participant->parts, sizeof part);
		participant->part[participant->parts++] = part;
	}
}

static void add_participant(struct reading *reading,
    const struct _xmlNode *node) {
	struct contract *contract = reading->contract;
	struct participant participant = {
		.name = attr_text(reading, node, "name"),
		.does = attr_text(reading, node, "does"),
		.line = (int)xmlnode_place(node).line,
	};
	for (size_t i = 0; i < contract->participants; i++)
		if (str_equal(contract->participant[i].name, participant.name))
			blame_duplicate(reading, node, participant.name,
			    contract->participant[i].line);
	read_parts(reading, node, &participant);
	contract->participant = arena_room(reading->arena,
	    contract->participant, contract->participants,
	    sizeof participant);
	contract->participant[contract->participants++] = participant;
}

static void add_list(struct reading *reading, const struct _xmlNode *node) {
	struct contract *contract = reading->contract;
	struct task_list list = {
		.id = attr_text(reading, node, "id"),
		.name = attr_text(reading, node, "name"),
		.line = (int)xmlnode_place(node).line,
	};
	for (size_t i = 0; i < contract->task_lists; i++)
		if (str_equal(contract->task_list[i].id, list.id))
			blame_duplicate(reading, node, list.id,
			    contract->task_list[i].line);
	for (const struct _xmlNode *at = xmlnode_first(node, "task");
	    at != NULL; at = xmlnode_next(at, "task")) {
		list.task = arena_room(reading->arena, list.task, list.tasks,
		    sizeof *list.task);
		list.task[list.tasks++] = (struct task_item){
			.section = attr_text(reading, at, "section"),
			.name = attr_text(reading, at, "name"),
			.cycle = attr_text(reading, at, "cycle"),
			.owner = attr_text(reading, at, "owner"),
		};
	}
	contract->task_list = arena_room(reading->arena, contract->task_list,
	    contract->task_lists, sizeof list);
	contract->task_list[contract->task_lists++] = list;
}

static void add_busy(struct reading *reading, const struct _xmlNode *node) {
	struct contract *contract = reading->contract;
	struct busy busy = { .name = attr_text(reading, node, "name") };
	struct str system = attr_text(reading, node, "system");
	if (system.n != 0)
		busy.system = contract_system(contract, system);
	if (system.n != 0 && busy.system == NULL) {
		struct place place = attr_blame(reading, node);
		diag(DIAG_CONTRACT_TARGET, &place, "busy", "system",
		    diag_str(system), NULL);
	}
	if (!calendar_read_yearly(attr_text(reading, node, "every-year"),
	    &busy.days))
		attr_malformed(reading, node, "every-year", "03-15..04-15");
	contract->busy = arena_room(reading->arena, contract->busy,
	    contract->busies, sizeof busy);
	contract->busy[contract->busies++] = busy;
}

void remit_read(struct reading *reading, const struct _xmlNode *root) {
	for (const struct _xmlNode *node = xmlnode_first(root, NULL);
	    node != NULL; node = xmlnode_next(node, NULL))
		if (xmlnode_is(node, "participant"))
			add_participant(reading, node);
		else if (xmlnode_is(node, "tasks"))
			add_list(reading, node);
		else if (xmlnode_is(node, "busy"))
			add_busy(reading, node);
}
