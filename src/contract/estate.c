/*
 * estate - <system>: what is watched, and how it works together.
 *
 * Targets and groups share one space of ids, systems have their own (a system
 * of one target may bear its name).  First all targets and groups are made,
 * then members are resolved, then cycles are looked for: what stays is a
 * directed graph without cycles, at most LIMIT_GROUP_DEPTH deep.
 */
#include "contract/estate.h"

#include "base/arena.h"
#include "base/limits.h"
#include "contract/attr.h"
#include "xml/xmlnode.h"

static void append(struct arena *arena, struct target ***list, size_t *count,
    struct target *target) {
	*list = arena_room(arena, *list, *count, sizeof target);
	(*list)[(*count)++] = target;
}

static void blame_duplicate(struct reading *reading,
    const struct _xmlNode *node, struct str id, int line) {
	struct place place = attr_blame(reading, node);
	diag(DIAG_CONTRACT_DUPLICATE, &place, diag_str(xmlnode_name(node)),
	    diag_str(id), diag_number(line), NULL);
}

static const struct target *find(struct target **list, size_t count,
    struct str id) {
	for (size_t i = 0; i < count; i++)
		if (str_equal(list[i]->id, id))
			return list[i];
	return NULL;
}

/* What is common to targets and groups; checks the id. */
static struct target *target_new(struct reading *reading,
    const struct _xmlNode *node) {
	const struct contract *contract = reading->contract;
	struct target *target = arena_alloc(reading->arena, sizeof *target);
	target->id = attr_text(reading, node, "id");
	target->name = xmlnode_attr(node, "name").p == NULL ? target->id
	    : attr_text(reading, node, "name");
	target->line = (int)xmlnode_place(node).line;
	const struct target *same = find(contract->leaf, contract->leaves,
	    target->id);
	if (same == NULL)
		same = find(contract->group, contract->groups, target->id);
	if (same != NULL && target->id.n > 0)
		blame_duplicate(reading, node, target->id, same->line);
	return target;
}

/* `all`, `any`, `at-least` with k="2", `at-least 2`, `at-least-2`
 * (sla-details 28). */
static void read_rule(struct reading *reading, struct target *group,
    const struct _xmlNode *node) {
	struct str rule = str_trim(xmlnode_attr(node, "rule"));
	group->rule = str_is(rule, "all") ? GROUP_ALL
	    : str_is(rule, "any") ? GROUP_ANY : GROUP_AT_LEAST;
	if (group->rule != GROUP_AT_LEAST)
		return;
	size_t n = sizeof "at-least" - 1;
	struct str written = rule.n > n
	    ? (struct str){ rule.p + n + 1, rule.n - n - 1 }
	    : str_trim(xmlnode_attr(node, "k"));
	int64_t members = (int64_t)group->members;
	if (str_int(written, &group->k) && group->k >= 1
	    && group->k <= members)
		return;
	struct place place = attr_blame(reading, node);
	diag(DIAG_CONTRACT_RANGE, &place, "group", rule.n > n ? "rule" : "k",
	    diag_str(rule.n > n ? rule : written), "1", diag_number(members),
	    NULL);
	group->k = 1;
}

/* The number of members that the element names or holds. */
static size_t member_count(const struct _xmlNode *node) {
	size_t n = 0;
	for (const struct _xmlNode *child = xmlnode_first(node, NULL);
	    child != NULL; child = xmlnode_next(child, NULL))
		n++;
	return n;
}

/* Every group, named or not, in the order of the document, an outer one
 * before those within it. */
struct groups {
	struct target **at;
	size_t count;
};

/* A group and those within it; members that are named are resolved later and
 * stay NULL here. */
static struct target *read_group(struct reading *reading, struct groups *all,
    const struct _xmlNode *node) {
	struct contract *contract = reading->contract;
	struct target *group = target_new(reading, node);
	group->is_group = true;
	group->depth = 1;
	append(reading->arena, &all->at, &all->count, group);
	group->members = member_count(node);
	group->member = arena_array(reading->arena, group->members,
	    sizeof *group->member);
	if (group->id.n > 0)
		append(reading->arena, &contract->group, &contract->groups,
		    group);
	if (group->members == 0) {
		struct place place = attr_blame(reading, node);
		diag(DIAG_CONTRACT_GROUP, &place, "<group>", "<member>", NULL);
	} else {
		read_rule(reading, group, node);
	}
	size_t i = 0;
	for (const struct _xmlNode *child = xmlnode_first(node, NULL);
	    child != NULL; child = xmlnode_next(child, NULL), i++)
		if (xmlnode_is(child, "group"))
			group->member[i] = read_group(reading, all, child);
	return group;
}

static void read_target(struct reading *reading, struct system *system,
    const struct _xmlNode *node) {
	struct contract *contract = reading->contract;
	struct target *leaf = target_new(reading, node);
	if (leaf->id.n == 0)
		attr_malformed(reading, node, "id", "web1");
	leaf->class = attr_text(reading, node, "class");
	leaf->index = contract->leaves;
	append(reading->arena, &contract->leaf, &contract->leaves, leaf);
	append(reading->arena, &system->whole.member, &system->whole.members,
	    leaf);
}

static void read_system(struct reading *reading, struct system *system,
    struct groups *all, const struct _xmlNode *node) {
	system->id = attr_text(reading, node, "id");
	system->name = attr_text(reading, node, "name");
	system->class = attr_text(reading, node, "class");
	system->pattern = attr_text(reading, node, "pattern");
	system->provider = attr_text(reading, node, "provider");
	system->line = (int)xmlnode_place(node).line;
	system->whole = (struct target){ .id = system->id,
		.name = system->name, .is_group = true, .rule = GROUP_ALL,
		.depth = 1, .line = system->line };
	for (const struct _xmlNode *child = xmlnode_first(node, NULL);
	    child != NULL; child = xmlnode_next(child, NULL)) {
		if (xmlnode_is(child, "target"))
			read_target(reading, system, child);
		else
			read_group(reading, all, child);
	}
}

/* Fill in the members that the group's element names; *next runs over all
 * groups in the order of the document. */
static void resolve(struct reading *reading, struct target ***next,
    const struct _xmlNode *node) {
	struct target *group = *(*next)++;
	size_t i = 0;
	for (const struct _xmlNode *child = xmlnode_first(node, NULL);
	    child != NULL; child = xmlnode_next(child, NULL), i++) {
		if (xmlnode_is(child, "group")) {
			resolve(reading, next, child);
			continue;
		}
		struct str id = str_trim(xmlnode_attr(child, "ref"));
		/* what a group points to is only read through it */
		group->member[i] = (struct target *)contract_target(
		    reading->contract, id);
		if (group->member[i] != NULL)
			continue;
		struct place place = attr_blame(reading, child);
		diag(DIAG_CONTRACT_TARGET, &place, "member", "ref",
		    diag_str(id), NULL);
	}
}

/*
 * Depth of every group, by rounds: one deeper than its deepest member.  What
 * still grows after LIMIT_GROUP_DEPTH rounds is too deep or runs in a circle;
 * the first such group is blamed.  Rounds, not recursion: groups that share
 * members have more paths than can be walked.
 */
static void check_depth(struct reading *reading, const struct groups *all) {
	const struct target *blamed = NULL;
	for (int round = 0; round <= LIMIT_GROUP_DEPTH; round++)
		for (size_t i = all->count; i-- > 0;) {
			struct target *group = all->at[i];
			for (size_t j = 0; j < group->members; j++)
				if (group->depth <= group->member[j]->depth)
					group->depth = group->member[j]->depth
					    + 1;
			if (group->depth > LIMIT_GROUP_DEPTH)
				blamed = group;
		}
	if (blamed == NULL)
		return;
	reading->good = false;
	struct place place = { reading->contract->path, blamed->line, 0 };
	diag(DIAG_CONTRACT_DEPTH, &place, diag_str(blamed->id),
	    diag_number(LIMIT_GROUP_DEPTH), NULL);
}

static void resolve_all(struct reading *reading, const struct groups *all,
    const struct _xmlNode *root) {
	struct target **next = all->at;
	for (const struct _xmlNode *node = xmlnode_first(root, "system");
	    node != NULL; node = xmlnode_next(node, "system"))
		for (const struct _xmlNode *group = xmlnode_first(node, "group");
		    group != NULL; group = xmlnode_next(group, "group"))
			resolve(reading, &next, group);
	/* a member that is missing would be followed */
	if (reading->good)
		check_depth(reading, all);
}

void estate_read(struct reading *reading, const struct _xmlNode *root) {
	struct contract *contract = reading->contract;
	size_t count = 0;
	for (const struct _xmlNode *node = xmlnode_first(root, "system");
	    node != NULL; node = xmlnode_next(node, "system"))
		count++;
	/* indicators point into the array, so it is made once */
	contract->system = arena_array(reading->arena, count,
	    sizeof *contract->system);
	struct groups all = { NULL, 0 };
	for (const struct _xmlNode *node = xmlnode_first(root, "system");
	    node != NULL; node = xmlnode_next(node, "system")) {
		struct system *system = &contract->system[contract->systems];
		struct str id = str_trim(xmlnode_attr(node, "id"));
		const struct system *same = contract_system(contract, id);
		if (same != NULL)
			blame_duplicate(reading, node, id, same->line);
		read_system(reading, system, &all, node);
		contract->systems++;
	}
	resolve_all(reading, &all, root);
}
