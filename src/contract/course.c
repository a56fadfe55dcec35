/* course - <flow>, <category> and <staff>. */
#include "contract/course.h"

#include "base/arena.h"
#include "contract/attr.h"
#include "xml/xmlnode.h"

static void blame_duplicate(struct reading *reading,
    const struct _xmlNode *node, struct str id, int line) {
	struct place place = attr_blame(reading, node);
	diag(DIAG_CONTRACT_DUPLICATE, &place, diag_str(xmlnode_name(node)),
	    diag_str(id), diag_number(line), NULL);
}

static size_t find_step(const struct course *course, struct str id) {
	size_t i = 0;
	while (i < course->steps && !str_equal(course->step[i].id, id))
		i++;
	return i;
}

static void read_steps(struct reading *reading, const struct _xmlNode *node,
    struct course *course) {
	for (const struct _xmlNode *at = xmlnode_first(node, "step");
	    at != NULL; at = xmlnode_next(at, "step")) {
		struct course_step step = {
			.id = attr_text(reading, at, "id"),
			.lane = attr_text(reading, at, "lane"),
			.text = attr_text(reading, at, "text"),
			.line = (int)xmlnode_place(at).line,
		};
		size_t known = find_step(course, step.id);
		if (known < course->steps)
			blame_duplicate(reading, at, step.id,
			    course->step[known].line);
		course->step = arena_room(reading->arena, course->step,
		    course->steps, sizeof step);
		course->step[course->steps++] = step;
	}
}

/* The step that the attribute names; the first after a diag. */
static size_t attr_step(struct reading *reading, const struct _xmlNode *node,
    const char *name, const struct course *course) {
	size_t i = find_step(course, attr_text(reading, node, name));
	if (i < course->steps)
		return i;
	attr_malformed(reading, node, name, str_z(reading->arena,
	    course->step[0].id));
	return 0;
}

static void read_links(struct reading *reading, const struct _xmlNode *node,
    struct course *course) {
	for (const struct _xmlNode *at = xmlnode_first(node, "link");
	    at != NULL; at = xmlnode_next(at, "link")) {
		struct course_link link = {
			attr_step(reading, at, "from", course),
			attr_step(reading, at, "to", course),
			attr_text(reading, at, "label"),
		};
		course->link = arena_room(reading->arena, course->link,
		    course->links, sizeof link);
		course->link[course->links++] = link;
	}
}

static void add_course(struct reading *reading, const struct _xmlNode *node) {
	struct contract *contract = reading->contract;
	struct course course = {
		.id = attr_text(reading, node, "id"),
		.name = attr_text(reading, node, "name"),
		.line = (int)xmlnode_place(node).line,
	};
	for (size_t i = 0; i < contract->courses; i++)
		if (str_equal(contract->course[i].id, course.id))
			blame_duplicate(reading, node, course.id,
			    contract->course[i].line);
	read_steps(reading, node, &course);
	read_links(reading, node, &course);
	contract->course = arena_room(reading->arena, contract->course,
	    contract->courses, sizeof course);
	contract->course[contract->courses++] = course;
}

static void add_category(struct reading *reading,
    const struct _xmlNode *node) {
	struct contract *contract = reading->contract;
	contract->category = arena_room(reading->arena, contract->category,
	    contract->categories, sizeof *contract->category);
	contract->category[contract->categories++] = (struct work_category){
		.kind = attr_text(reading, node, "kind"),
		.name = attr_text(reading, node, "name"),
	};
}

static void add_staff(struct reading *reading, const struct _xmlNode *node) {
	struct contract *contract = reading->contract;
	contract->staff = arena_room(reading->arena, contract->staff,
	    contract->staffs, sizeof *contract->staff);
	contract->staff[contract->staffs++] = (struct staff){
		.team = attr_text(reading, node, "team"),
		.people = attr_int(reading, node, "people", 0, 9999, 0),
		.qualification = attr_text(reading, node, "qualification"),
		.place = attr_text(reading, node, "place"),
		.hours = attr_text(reading, node, "hours"),
	};
}

void course_read(struct reading *reading, const struct _xmlNode *root) {
	for (const struct _xmlNode *node = xmlnode_first(root, NULL);
	    node != NULL; node = xmlnode_next(node, NULL))
		if (xmlnode_is(node, "flow"))
			add_course(reading, node);
		else if (xmlnode_is(node, "category"))
			add_category(reading, node);
		else if (xmlnode_is(node, "staff"))
			add_staff(reading, node);
}
