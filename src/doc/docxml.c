/*
 * docxml - document XML into the document tree.
 *
 * Relies on the grammar for structure and on this file alone for names:
 * what a later stage decides on becomes an enum or a number here.  No
 * string is lent by the XML, which goes before the doc does.
 */
#include "doc/docxml.h"

#include "base/arena.h"
#include "xml/xml.h"
#include "xml/xmlnode.h"

/* A word of an attribute and the number it stands for. */
struct choice {
	const char *word;
	int value;
};

static const struct choice tones[] = {
	{ "good", DOC_TONE_GOOD }, { "bad", DOC_TONE_BAD },
	{ "warn", DOC_TONE_WARN }, { "muted", DOC_TONE_MUTED },
	{ NULL, DOC_TONE_NONE }
};
static const struct choice aligns[] = {
	{ "center", ALIGN_CENTER }, { "end", ALIGN_END },
	{ "decimal", ALIGN_DECIMAL }, { NULL, ALIGN_START }
};
static const struct choice rows[] = {
	{ "head", DOC_ROW_HEAD }, { "subtotal", DOC_ROW_SUBTOTAL },
	{ "total", DOC_ROW_TOTAL }, { NULL, DOC_ROW_BODY }
};
static const struct choice charts[] = {
	{ "bar", DOC_CHART_BAR }, { "stacked", DOC_CHART_STACKED },
	{ "pareto", DOC_CHART_PARETO }, { "burn", DOC_CHART_BURN },
	{ "heat", DOC_CHART_HEAT }, { "matrix", DOC_CHART_MATRIX },
	{ "timeline", DOC_CHART_TIMELINE }, { "gantt", DOC_CHART_GANTT },
	{ "histogram", DOC_CHART_HISTOGRAM }, { "box", DOC_CHART_BOX },
	{ NULL, DOC_CHART_LINE }
};
static const struct choice fills[] = {
	{ "step-1", DOC_FILL_STEP_1 }, { "step-2", DOC_FILL_STEP_2 },
	{ "step-3", DOC_FILL_STEP_3 }, { "step-4", DOC_FILL_STEP_4 },
	{ "bad", DOC_FILL_BAD }, { "hatch", DOC_FILL_HATCH },
	{ "lines", DOC_FILL_LINES }, { "plan", DOC_FILL_PLAN },
	{ "done", DOC_FILL_DONE }, { NULL, DOC_FILL_BLANK }
};
static const struct choice pages[] = {
	{ "landscape", PAGE_LANDSCAPE }, { "slide", PAGE_SLIDE },
	{ "a3", PAGE_A3 },
	{ NULL, PAGE_PORTRAIT }
};
static const struct choice truth[] = { { "yes", true }, { NULL, false } };

/* The attribute, which outlives the XML. */
static struct str attr(struct arena *arena, const struct _xmlNode *xml,
    const char *name) {
	struct str value = xmlnode_attr(xml, name);
	return value.n == 0 ? value : str_copy(arena, value);
}

/* The number of the attribute's word; of the last choice when it is absent. */
static int attr_choice(const struct _xmlNode *xml, const char *name,
    const struct choice *choice) {
	struct str word = xmlnode_attr(xml, name);
	while (choice->word != NULL && !str_is(word, choice->word))
		choice++;
	return choice->value;
}

static int attr_int(const struct _xmlNode *xml, const char *name, int usual) {
	int64_t value;
	return str_int(xmlnode_attr(xml, name), &value)
	    && value >= 0 && value <= 1000000 ? (int)value : usual;
}

static enum element element_of(const struct _xmlNode *xml) {
	for (int i = 0; i < ELEMENTS; i++)
		if (xmlnode_is(xml, doc_element_name(i)))
			return i;
	return ELEMENTS;
}

static size_t count_named(const struct _xmlNode *xml, const char *name) {
	size_t n = 0;
	for (const struct _xmlNode *at = xmlnode_first(xml, name); at != NULL;
	    at = xmlnode_next(at, name))
		n++;
	return n;
}

/* The class that is named, or the first. */
static size_t read_class(const struct _xmlNode *xml, size_t classes) {
	size_t class = (size_t)attr_int(xml, "class", 0);
	return class < classes ? class : 0;
}

static struct doc_point read_point(struct arena *arena,
    const struct _xmlNode *xml, size_t classes) {
	struct doc_point point = { .text = xmlnode_text(arena, xml),
	    .class = read_class(xml, classes) };
	point.has = ratio_read_decimal(xmlnode_attr(xml, "value"),
	    &point.value);
	return point;
}

static struct doc_line read_line(struct arena *arena,
    const struct _xmlNode *xml, size_t categories, size_t classes) {
	struct doc_line line = { .label = attr(arena, xml, "label"),
	    .point = arena_array(arena, categories, sizeof *line.point) };
	const struct _xmlNode *point = xmlnode_first(xml, "point");
	for (size_t i = 0; i < categories && point != NULL; i++) {
		line.point[i] = read_point(arena, point, classes);
		point = xmlnode_next(point, "point");
	}
	line.bar = arena_array(arena, count_named(xml, "bar"),
	    sizeof *line.bar);
	for (const struct _xmlNode *at = xmlnode_first(xml, "bar"); at != NULL;
	    at = xmlnode_next(at, "bar")) {
		struct doc_bar *bar = &line.bar[line.bars++];
		bar->text = xmlnode_text(arena, at);
		bar->class = read_class(at, classes);
		ratio_read_decimal(xmlnode_attr(at, "from"), &bar->from);
		ratio_read_decimal(xmlnode_attr(at, "to"), &bar->to);
	}
	return line;
}

static void read_legend(struct arena *arena, struct node *node,
    const struct _xmlNode *xml) {
	node->u.chart.class = arena_array(arena, count_named(xml, "class"),
	    sizeof *node->u.chart.class);
	for (const struct _xmlNode *at = xmlnode_first(xml, "class");
	    at != NULL; at = xmlnode_next(at, "class"))
		node->u.chart.class[node->u.chart.classes++] =
		    (struct doc_class){ attr_choice(at, "fill", fills),
		    attr(arena, at, "label") };
	node->u.chart.mark = arena_array(arena, count_named(xml, "mark"),
	    sizeof *node->u.chart.mark);
	for (const struct _xmlNode *at = xmlnode_first(xml, "mark");
	    at != NULL; at = xmlnode_next(at, "mark")) {
		struct doc_mark *mark =
		    &node->u.chart.mark[node->u.chart.marks++];
		mark->label = attr(arena, at, "label");
		ratio_read_decimal(xmlnode_attr(at, "at"), &mark->at);
	}
}

static void read_chart(struct arena *arena, struct node *node,
    const struct _xmlNode *xml) {
	node->u.chart.kind = attr_choice(xml, "kind", charts);
	node->u.chart.unit = attr(arena, xml, "unit");
	node->u.chart.has_threshold = ratio_read_decimal(
	    xmlnode_attr(xml, "threshold"), &node->u.chart.threshold);
	node->u.chart.threshold_label = attr(arena, xml, "threshold-label");
	node->u.chart.across = attr(arena, xml, "across");
	node->u.chart.down = attr(arena, xml, "down");
	read_legend(arena, node, xml);
	size_t categories = count_named(xml, "category");
	node->u.chart.category = arena_array(arena, categories,
	    sizeof *node->u.chart.category);
	for (const struct _xmlNode *at = xmlnode_first(xml, "category");
	    at != NULL; at = xmlnode_next(at, "category"))
		node->u.chart.category[node->u.chart.categories++] =
		    xmlnode_text(arena, at);
	node->u.chart.line = arena_array(arena, count_named(xml, "line"),
	    sizeof *node->u.chart.line);
	for (const struct _xmlNode *at = xmlnode_first(xml, "line");
	    at != NULL; at = xmlnode_next(at, "line"))
		node->u.chart.line[node->u.chart.lines++] = read_line(arena, at,
		    categories, node->u.chart.classes);
}

/* One line, named by what it says. */
static void read_spark(struct arena *arena, struct node *node,
    const struct _xmlNode *xml) {
	node->u.chart.kind = DOC_CHART_SPARK;
	node->u.chart.categories = count_named(xml, "point");
	node->u.chart.line = arena_alloc(arena, sizeof *node->u.chart.line);
	*node->u.chart.line = read_line(arena, xml, node->u.chart.categories,
	    0);
	node->u.chart.lines = 1;
}

static struct doc_graph_node read_box(struct arena *arena,
    const struct _xmlNode *xml) {
	struct doc_graph_node box = { .id = attr(arena, xml, "id"),
	    .lane = attr(arena, xml, "lane") };
	box.text = arena_array(arena, count_named(xml, "text"),
	    sizeof *box.text);
	for (const struct _xmlNode *at = xmlnode_first(xml, "text");
	    at != NULL; at = xmlnode_next(at, "text"))
		box.text[box.texts++] = xmlnode_text(arena, at);
	return box;
}

/* The index of the box; nodes when there is none. */
static size_t box_find(const struct node *diagram, struct str id) {
	size_t i = 0;
	while (i < diagram->u.diagram.nodes
	    && !str_equal(diagram->u.diagram.node[i].id, id))
		i++;
	return i;
}

static void read_diagram(struct arena *arena, struct node *node,
    const struct _xmlNode *xml) {
	node->u.diagram.flow = attr_choice(xml, "flow", truth);
	node->u.diagram.node = arena_array(arena, count_named(xml, "box"),
	    sizeof *node->u.diagram.node);
	for (const struct _xmlNode *at = xmlnode_first(xml, "box"); at != NULL;
	    at = xmlnode_next(at, "box"))
		node->u.diagram.node[node->u.diagram.nodes++] = read_box(arena,
		    at);
	node->u.diagram.edge = arena_array(arena, count_named(xml, "edge"),
	    sizeof *node->u.diagram.edge);
	for (const struct _xmlNode *at = xmlnode_first(xml, "edge"); at != NULL;
	    at = xmlnode_next(at, "edge"))
		node->u.diagram.edge[node->u.diagram.edges++] =
		    (struct doc_graph_edge){
		    box_find(node, xmlnode_attr(at, "from")),
		    box_find(node, xmlnode_attr(at, "to")),
		    attr(arena, at, "label") };
}

/* The level of a section: 1 below the document. */
static int section_level(const struct node *node) {
	int level = 1;
	for (const struct node *up = node->parent; up != NULL; up = up->parent)
		if (up->type == ELEMENT_SECTION)
			level++;
	return level;
}

static void read_table(struct arena *arena, struct node *node,
    const struct _xmlNode *xml) {
	node->u.table.wide = attr_choice(xml, "wide", truth);
	node->u.table.columns = count_named(xml, "col");
	const struct _xmlNode *note = xmlnode_first(xml, "note");
	if (note != NULL)
		node->u.table.note = xmlnode_text(arena, note);
}

static void read_cell(struct node *node, const struct _xmlNode *xml) {
	node->u.cell.colspan = attr_int(xml, "colspan", 1);
	node->u.cell.rowspan = attr_int(xml, "rowspan", 1);
	node->u.cell.header = attr_choice(xml, "header", truth);
	node->u.cell.align = attr_choice(xml, "align", aligns);
	node->u.cell.blank = attr_choice(xml, "blank", truth);
	node->u.cell.vertical = attr_choice(xml, "vertical", truth);
}

/* sizes: a flat switch over the elements that carry data */
static void read_data(struct arena *arena, struct node *node,
    const struct _xmlNode *xml) {
	switch (node->type) {
	case ELEMENT_SECTION:
		node->u.section.level = section_level(node);
		node->u.section.page = attr_choice(xml, "page", pages);
		break;
	case ELEMENT_LIST:
		node->u.list.ordered = attr_choice(xml, "ordered", truth);
		break;
	case ELEMENT_TABLE:
		read_table(arena, node, xml);
		break;
	case ELEMENT_COL:
		node->u.col.align = attr_choice(xml, "align", aligns);
		node->u.col.weight = attr_int(xml, "weight", 0);
		node->u.col.nowrap = attr_choice(xml, "nowrap", truth);
		break;
	case ELEMENT_ROW:
		node->u.row.kind = attr_choice(xml, "kind", rows);
		break;
	case ELEMENT_CELL:
		read_cell(node, xml);
		break;
	case ELEMENT_FORM:
		node->u.form.columns = attr_int(xml, "columns", 1);
		break;
	case ELEMENT_FIELD:
		node->u.field.label = attr(arena, xml, "label");
		node->u.field.span = attr_int(xml, "span", 1);
		node->u.field.lines = attr_int(xml, "lines", 0);
		break;
	case ELEMENT_LINK:
		node->u.link.href = attr(arena, xml, "href");
		break;
	case ELEMENT_RUBY:
		node->u.ruby.base = attr(arena, xml, "base");
		break;
	case ELEMENT_CHART:
		read_chart(arena, node, xml);
		break;
	case ELEMENT_SPARK:
		read_spark(arena, node, xml);
		break;
	case ELEMENT_DIAGRAM:
		read_diagram(arena, node, xml);
		break;
	default:
		break;
	}
}

/* Texts end before what has a number, most other nodes before what a chart says
 * of itself, which is most of it. */
static size_t node_size(enum element type) {
	struct node *node = NULL;
	_Static_assert(sizeof node->u.cell <= sizeof node->u.table
	    && sizeof node->u.field <= sizeof node->u.table
	    && sizeof node->u.col <= sizeof node->u.table, "the largest");
	if (type == ELEMENT_TEXT)
		return offsetof(struct node, number);
	return type == ELEMENT_CHART || type == ELEMENT_SPARK
	    || type == ELEMENT_DIAGRAM ? sizeof *node
	    : offsetof(struct node, u) + sizeof node->u.table;
}

static struct node *add_node(struct arena *arena, struct node *parent,
    enum element type) {
	struct node *node = arena_alloc(arena, node_size(type));
	node->type = type;
	node->parent = parent;
	if (parent == NULL)
		return node;
	node->prev = parent->last;
	if (parent->last == NULL)
		parent->first = node;
	else
		parent->last->next = node;
	parent->last = node;
	return node;
}

static bool holds_text(enum element type) {
	static const bool inline_content[ELEMENTS] = {
#define BLOCKS false
#define INLINE true
#define PARTS false
#define DATA false
#define NONE false
#define ELEMENT(id, name, content) [ELEMENT_##id] = content,
#include "doc/element.def"
#undef ELEMENT
	};
	return inline_content[type];
}

static void read_children(struct arena *arena, struct node *node,
    const struct _xmlNode *xml);

/* The file that the row comes from, which is mostly that of the row before. */
static struct str read_file(struct arena *arena, const struct node *node,
    const struct _xmlNode *xml) {
	struct str file = xmlnode_attr(xml, "file");
	return node->prev != NULL && str_equal(node->prev->file, file)
	    ? node->prev->file : attr(arena, xml, "file");
}

static void read_element(struct arena *arena, struct node *parent,
    struct _xmlNode *xml) {
	enum element type = element_of(xml);
	/* the note of a table is data of the table */
	if (type == ELEMENTS || (type == ELEMENT_NOTE && parent != NULL
	    && parent->type == ELEMENT_TABLE))
		return;
	struct node *node = add_node(arena, parent, type);
	node->id = attr(arena, xml, "id");
	node->number = attr(arena, xml, "number");
	node->clause = attr(arena, xml, "clause");
	node->tone = attr_choice(xml, "tone", tones);
	node->file = read_file(arena, node, xml);
	str_int(xmlnode_attr(xml, "line"), &node->line);
	node->xml = xml;
	read_data(arena, node, xml);
	if (type != ELEMENT_CHART && type != ELEMENT_DIAGRAM
	    && type != ELEMENT_SPARK)
		read_children(arena, node, xml);
}

static void read_children(struct arena *arena, struct node *node,
    const struct _xmlNode *xml) {
	for (struct _xmlNode *at = xmlnode_content(xml); at != NULL;
	    at = xmlnode_follow(at)) {
		if (!xmlnode_is_text(at))
			read_element(arena, node, at);
		else if (holds_text(node->type))
			add_node(arena, node, ELEMENT_TEXT)->text =
			    xmlnode_text(arena, at);
	}
}

static void read_meta(struct arena *arena, struct doc *doc,
    const struct _xmlNode *meta) {
	doc->title = attr(arena, meta, "title");
	doc->subtitle = attr(arena, meta, "subtitle");
	doc->mark = attr(arena, meta, "mark");
	doc->document_number = attr(arena, meta, "number");
	doc->version = attr(arena, meta, "version");
	doc->period_title = attr(arena, meta, "period");
	doc->date = attr(arena, meta, "date");
	str_int(xmlnode_attr(meta, "modified"), &doc->modified);
	doc->city = attr(arena, meta, "city");
	doc->vendor = attr(arena, meta, "vendor");
	doc->head = attr(arena, meta, "head");
	doc->foot = attr(arena, meta, "foot");
	doc->page_word = attr(arena, meta, "page");
	doc->contents_title = attr(arena, meta, "contents");
	doc->continued = attr(arena, meta, "continued");
	doc->empty = attr(arena, meta, "empty");
	doc->bullet = attr(arena, meta, "bullet");
}

struct doc *docxml_read(struct arena *arena, struct _xmlDoc *xml) {
	struct doc *doc = arena_alloc(arena, sizeof *doc);
	struct _xmlNode *root = xml_root(xml);
	doc->xml = xml;
	doc->kind = attr(arena, root, "kind");
	doc->language = attr(arena, root, "xml:lang");
	const struct _xmlNode *meta = xmlnode_first(root, "meta");
	if (meta != NULL)
		read_meta(arena, doc, meta);
	struct node *top = add_node(arena, NULL, ELEMENT_DOCUMENT);
	top->xml = root;
	read_children(arena, top, root);
	doc->root = top;
	return doc;
}
