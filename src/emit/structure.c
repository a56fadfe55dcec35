/*
 * structure - the tree of a document's parts for reading aids.
 *
 * Marks are sorted by the node and part that they say, areas by their link;
 * then the tree is walked once.  What has no mark gets no element, but cells,
 * which hold their column's place.
 */
#include "emit/structure.h"

#include "base/arena.h"
#include "base/buf.h"
#include "emit/pdfbody.h"

struct builder {
	struct arena *arena;
	const struct doc *doc;
	const struct marks *marks;
	const struct mark **mark;	/* sorted, no artifacts */
	size_t count;
	const struct mark_area **area;	/* sorted */
	struct structure structure;
	size_t notes;			/* numbered so far */
};

/* Addresses order the list only to be found in it again. */
static int address_order(const void *a, const void *b) {
	uintptr_t left = (uintptr_t)a, right = (uintptr_t)b;
	return left < right ? -1 : left > right;
}

static int said_order(const struct mark *a, const struct mark *b) {
	int order = address_order(a->block, b->block);
	return order != 0 ? order : (int)a->part - (int)b->part;
}

static int mark_order(const void *a, const void *b) {
	const struct mark *left = *(const struct mark *const *)a;
	const struct mark *right = *(const struct mark *const *)b;
	int order = said_order(left, right);
	return order != 0 ? order : address_order(left, right);
}

static int leads_order(const struct mark_area *a, const struct mark_area *b) {
	int order = address_order(a->link, b->link);
	return order != 0 ? order : (int)a->part - (int)b->part;
}

static int area_order(const void *a, const void *b) {
	const struct mark_area *left = *(const struct mark_area *const *)a;
	const struct mark_area *right = *(const struct mark_area *const *)b;
	int order = leads_order(left, right);
	return order != 0 ? order : address_order(left, right);
}

static void sort(struct builder *builder) {
	const struct marks *marks = builder->marks;
	builder->mark = arena_array(builder->arena, marks->count,
	    sizeof *builder->mark);
	builder->area = arena_array(builder->arena, marks->areas,
	    sizeof *builder->area);
	for (size_t i = 0; i < marks->count; i++)
		if (marks->at[i].block != NULL)
			builder->mark[builder->count++] = &marks->at[i];
	for (size_t i = 0; i < marks->areas; i++)
		builder->area[i] = &marks->area[i];
	qsort(builder->mark, builder->count, sizeof *builder->mark,
	    mark_order);
	qsort(builder->area, marks->areas, sizeof *builder->area, area_order);
}

/* The index of the first mark of the node's part; count when it has none. */
static size_t find_marks(const struct builder *builder,
    const struct node *node, enum item_part part) {
	const struct mark sought = { .block = node, .part = part };
	size_t low = 0, high = builder->count;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (said_order(builder->mark[middle], &sought) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low < builder->count
	    && said_order(builder->mark[low], &sought) == 0 ? low
	    : builder->count;
}

static struct structure_kid *add_kid(struct builder *builder,
    struct structure_element *parent) {
	struct structure_kid *kid = arena_alloc(builder->arena, sizeof *kid);
	if (parent->last == NULL)
		parent->first = kid;
	else
		parent->last->next = kid;
	parent->last = kid;
	return kid;
}

static struct structure_element *add_element(struct builder *builder,
    struct structure_element *parent, const char *type) {
	struct structure *structure = &builder->structure;
	struct structure_element *element = arena_alloc(builder->arena,
	    sizeof *element);
	element->type = type;
	element->parent = parent;
	structure->element = arena_room(builder->arena, structure->element,
	    structure->elements, sizeof(struct structure_element *));
	structure->element[structure->elements++] = element;
	if (parent != NULL)
		add_kid(builder, parent)->element = element;
	return element;
}

/* Is it the mark of a footnote, where it is referred to? */
static bool refers(const struct mark *mark) {
	return mark->link->type == ELEMENT_FOOTNOTE && mark->part != PART_LABEL;
}

static struct structure_element *begin_link(struct builder *builder,
    struct structure_element *parent, const struct mark *mark) {
	if (mark->link == NULL)
		return parent;
	if (refers(mark))
		parent = add_element(builder, parent, "Reference");
	return add_element(builder, parent, "Link");
}

/* Every link has the annotations of its areas behind its text. */
static void end_link(struct builder *builder, struct structure_element *link,
    const struct mark *last) {
	if (last == NULL || last->link == NULL)
		return;
	const struct mark_area sought = { .link = last->link,
	    .part = last->link->type != ELEMENT_FOOTNOTE ? PART_TEXT
	    : refers(last) ? PART_MARK : PART_LABEL };
	size_t low = 0, high = builder->marks->areas;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (leads_order(builder->area[middle], &sought) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	for (; low < builder->marks->areas
	    && leads_order(builder->area[low], &sought) == 0; low++) {
		const struct mark_area *area = builder->area[low];
		add_kid(builder, link)->area = area;
		builder->structure.of_area[area - builder->marks->area] = link;
	}
}

/* What holds the mark behind the last one of the same link: the link, or the
 * base or reading of a ruby in it. */
static struct structure_element *begin_ruby(struct builder *builder,
    struct structure_element *link, struct structure_element *into,
    const struct mark *mark, const struct mark *last) {
	bool goes_on = last != NULL && last->ruby == mark->ruby;
	if (mark->ruby == NULL)
		return link;
	if (goes_on && last->reading == mark->reading)
		return into;
	return add_element(builder, goes_on ? into->parent
	    : add_element(builder, link, "Ruby"), mark->reading ? "RT" : "RB");
}

/* The marks of the node's part, in painting order, into the element. */
static void add_marks(struct builder *builder,
    struct structure_element *element, size_t from) {
	const struct mark *first = builder->mark[from], *last = NULL;
	struct structure_element *link = element, *into = element;
	for (size_t i = from; i < builder->count
	    && said_order(builder->mark[i], first) == 0; i++) {
		const struct mark *mark = builder->mark[i];
		bool same = last != NULL && last->link == mark->link;
		if (!same) {
			end_link(builder, link, last);
			link = begin_link(builder, element, mark);
		}
		into = begin_ruby(builder, link, into, mark, same ? last
		    : NULL);
		add_kid(builder, into)->mark = mark;
		builder->structure.of_mark[mark - builder->marks->at] = into;
		last = mark;
	}
	end_link(builder, link, last);
}

/* An element with the marks of the node's part; NULL when there are none. */
static struct structure_element *add_said(struct builder *builder,
    struct structure_element *parent, const char *type,
    const struct node *node, enum item_part part) {
	size_t from = find_marks(builder, node, part);
	if (from == builder->count)
		return NULL;
	struct structure_element *element = add_element(builder, parent, type);
	add_marks(builder, element, from);
	return element;
}

static void add_blocks(struct builder *builder,
    struct structure_element *parent, const struct node *node);

static void add_block(struct builder *builder,
    struct structure_element *parent, const struct node *node);

static void add_heading(struct builder *builder,
    struct structure_element *parent, const struct node *title) {
	static const char *const types[] = { "H1", "H2", "H3", "H4", "H5",
	    "H6" };
	int level = title->parent->type == ELEMENT_SECTION
	    ? title->parent->u.section.level : 1;
	add_said(builder, parent, types[level < 1 ? 0 : level > 6 ? 5
	    : level - 1], title, PART_TEXT);
}

static void add_cover(struct builder *builder,
    struct structure_element *parent, const struct node *cover) {
	struct structure_element *sect = add_element(builder, parent, "Sect");
	add_said(builder, sect, "P", cover, PART_TITLE);
	add_said(builder, sect, "P", cover, PART_TEXT);
	add_said(builder, sect, "P", cover, PART_LABEL);
	add_blocks(builder, sect, cover);
}

static void add_contents(struct builder *builder,
    struct structure_element *parent, const struct node *contents) {
	add_said(builder, parent, "H1", contents, PART_TEXT);
	struct structure_element *toc = NULL;
	const struct node *root = builder->doc->root;
	for (const struct node *at = root; at != NULL;
	    at = doc_next(root, at, false)) {
		if (at->type != ELEMENT_SECTION || find_marks(builder, at,
		    PART_ENTRY) == builder->count)
			continue;
		if (toc == NULL)
			toc = add_element(builder, parent, "TOC");
		add_said(builder, toc, "TOCI", at, PART_ENTRY);
	}
}

static void add_list(struct builder *builder,
    struct structure_element *parent, const struct node *list) {
	struct structure_element *all = add_element(builder, parent, "L");
	all->entries = str_of(list->u.list.ordered
	    ? "/A<</O/List/ListNumbering/Decimal>>"
	    : "/A<</O/List/ListNumbering/Disc>>");
	for (const struct node *at = list->first; at != NULL; at = at->next) {
		struct structure_element *item = add_element(builder, all,
		    "LI");
		add_said(builder, item, "Lbl", at, PART_LABEL);
		add_blocks(builder, add_element(builder, item, "LBody"), at);
	}
}

/* The box around the marks of a picture, which stand on one page. */
static struct mark_box picture_box(const struct builder *builder,
    size_t from) {
	const struct mark *first = builder->mark[from];
	struct mark_box box = first->box;
	for (size_t i = from + 1; i < builder->count
	    && said_order(builder->mark[i], first) == 0; i++) {
		struct mark_box next = builder->mark[i]->box;
		box.left = next.left < box.left ? next.left : box.left;
		box.top = next.top < box.top ? next.top : box.top;
		box.right = next.right > box.right ? next.right : box.right;
		box.foot = next.foot > box.foot ? next.foot : box.foot;
	}
	return box;
}

/* What the picture shows, and where: a reading aid has no other way to it. */
static struct str picture_entries(struct builder *builder, struct str alt,
    size_t from) {
	const struct frame *frame = builder->marks->frame;
	int height = frame->page[builder->mark[from]->page].h;
	struct mark_box box = picture_box(builder, from);
	struct buf buf = buf_in(builder->arena);
	buf_text(&buf, "/Alt");
	pdfbody_text(&buf, alt);
	buf_text(&buf, "/A<</O/Layout/Placement/Block/BBox[");
	int corner[] = { box.left, height - box.foot, box.right,
	    height - box.top };
	for (size_t i = 0; i < 4; i++) {
		if (i > 0)
			buf_char(&buf, ' ');
		pdfbody_points(&buf, corner[i]);
	}
	buf_text(&buf, "]>>");
	return buf_str(&buf);
}

static void add_picture(struct builder *builder,
    struct structure_element *parent, const struct node *node,
    struct str alt) {
	struct structure_element *picture = add_said(builder, parent, "Figure",
	    node, PART_TEXT);
	if (picture != NULL)
		picture->entries = picture_entries(builder, alt,
		    find_marks(builder, node, PART_TEXT));
}

/* Attributes of a cell that covers columns and rows; a head's says of what. */
static struct str cell_entries(struct builder *builder, const char *scope,
    int columns, int rows) {
	struct buf buf = buf_in(builder->arena);
	if (scope == NULL && columns <= 1 && rows <= 1)
		return (struct str){ NULL, 0 };
	buf_text(&buf, "/A<</O/Table");
	if (scope != NULL) {
		buf_text(&buf, "/Scope/");
		buf_text(&buf, scope);
	}
	if (columns > 1) {
		buf_text(&buf, "/ColSpan ");
		buf_int(&buf, columns);
	}
	if (rows > 1) {
		buf_text(&buf, "/RowSpan ");
		buf_int(&buf, rows);
	}
	buf_text(&buf, ">>");
	return buf_str(&buf);
}

/* A cell, with the marks of the node's part if it has any. */
static struct structure_element *add_cell(struct builder *builder,
    struct structure_element *row, const struct node *node,
    enum item_part part, struct str entries, bool head) {
	struct structure_element *cell = add_element(builder, row,
	    head ? "TH" : "TD");
	size_t from = find_marks(builder, node, part);
	cell->entries = entries;
	if (from < builder->count)
		add_marks(builder, cell, from);
	return cell;
}

static void add_rows(struct builder *builder,
    struct structure_element *group, const struct node *rows) {
	for (const struct node *row = rows->first; row != NULL;
	    row = row->next) {
		struct structure_element *tr = add_element(builder, group,
		    "TR");
		for (const struct node *cell = row->first; cell != NULL;
		    cell = cell->next) {
			bool head = rows->type == ELEMENT_HEAD;
			bool names = head || cell->u.cell.header;
			struct structure_element *td = add_cell(builder, tr,
			    cell, PART_TEXT, cell_entries(builder, head
			    ? "Column" : names ? "Row" : NULL,
			    cell->u.cell.colspan, cell->u.cell.rowspan),
			    names);
			const struct node *spark = doc_child(cell,
			    ELEMENT_SPARK);
			if (spark != NULL)
				add_picture(builder, td, spark,
				    spark->u.chart.line[0].label);
		}
	}
}

static void add_table(struct builder *builder,
    struct structure_element *parent, const struct node *table) {
	struct structure_element *all = add_element(builder, parent, "Table");
	for (const struct node *at = table->first; at != NULL; at = at->next) {
		const char *type = at->type == ELEMENT_HEAD ? "THead"
		    : at->type == ELEMENT_BODY ? "TBody"
		    : at->type == ELEMENT_FOOT ? "TFoot" : NULL;
		if (at->type == ELEMENT_CAPTION)
			add_said(builder, all, "Caption", at, PART_TEXT);
		else if (type != NULL && at->first != NULL)
			add_rows(builder, add_element(builder, all, type), at);
	}
	add_said(builder, parent, "P", table, PART_NOTE);
}

/* A form is a table of label and value pairs, filled as set/form fills it:
 * the last field of a row takes what is left of it. */
static void add_form(struct builder *builder,
    struct structure_element *parent, const struct node *form) {
	struct structure_element *all = add_element(builder, parent, "Table");
	struct structure_element *row = NULL;
	int pairs = form->u.form.columns > 0 ? form->u.form.columns : 1;
	int used = pairs;
	for (const struct node *at = form->first; at != NULL; at = at->next) {
		if (at->type != ELEMENT_FIELD)
			continue;
		int span = at->u.field.span < 1 ? 1 : at->u.field.span;
		span = span > pairs ? pairs : span;
		if (used + span > pairs) {
			row = add_element(builder, all, "TR");
			used = 0;
		}
		used += span;
		const struct node *next = at->next;
		int ahead = next == NULL || next->u.field.span < 1 ? 1
		    : next->u.field.span > pairs ? pairs : next->u.field.span;
		if (next == NULL || used + ahead > pairs)
			span += pairs - used;
		add_cell(builder, row, at, PART_LABEL, cell_entries(builder,
		    "Row", 1, 1), true);
		add_cell(builder, row, at, PART_TEXT, cell_entries(builder,
		    NULL, 2 * span - 1, 1), false);
	}
}

/* The sentence of a figure, else its caption, else its number. */
static struct str figure_alt(struct builder *builder,
    const struct node *figure) {
	const struct node *alt = doc_child(figure, ELEMENT_ALT);
	const struct node *caption = doc_child(figure, ELEMENT_CAPTION);
	if (alt == NULL && caption == NULL)
		return figure->number;
	return doc_text(builder->arena, alt != NULL ? alt : caption);
}

static void add_figure(struct builder *builder,
    struct structure_element *parent, const struct node *figure) {
	struct structure_element *all = add_element(builder, parent, "Div");
	for (const struct node *at = figure->first; at != NULL;
	    at = at->next) {
		if (at->type == ELEMENT_CAPTION)
			add_said(builder, all, "Caption", at, PART_TEXT);
		if (at->type == ELEMENT_CHART || at->type == ELEMENT_DIAGRAM)
			add_picture(builder, all, at, figure_alt(builder,
			    figure));
	}
}

static struct str note_id(struct builder *builder) {
	return str_of(arena_printf(builder->arena, "/ID(note-%zu)",
	    ++builder->notes));
}

static void add_note(struct builder *builder,
    struct structure_element *parent, const struct node *note) {
	struct structure_element *element = add_said(builder, parent, "Note",
	    note, PART_TEXT);
	if (element != NULL)
		element->entries = note_id(builder);
}

/* The footnotes that the section itself refers to, not its subsections. */
static void add_footnotes(struct builder *builder,
    struct structure_element *parent, const struct node *section) {
	for (const struct node *at = doc_next(section, section, false);
	    at != NULL; at = doc_next(section, at,
	    at->type == ELEMENT_SECTION)) {
		if (at->type != ELEMENT_FOOTNOTE || find_marks(builder, at,
		    PART_TEXT) == builder->count)
			continue;
		struct structure_element *note = add_element(builder, parent,
		    "Note");
		note->entries = note_id(builder);
		add_said(builder, note, "Lbl", at, PART_LABEL);
		add_marks(builder, note, find_marks(builder, at, PART_TEXT));
	}
}

static void add_section(struct builder *builder,
    struct structure_element *parent, const struct node *section) {
	const struct node *at = section->first;
	for (; at != NULL && at->type != ELEMENT_SECTION; at = at->next)
		add_block(builder, parent, at);
	add_footnotes(builder, parent, section);
	for (; at != NULL; at = at->next)
		add_block(builder, parent, at);
}

/* sizes: a flat switch over the block elements */
static void add_block(struct builder *builder,
    struct structure_element *parent, const struct node *node) {
	switch (node->type) {
	case ELEMENT_COVER:
		add_cover(builder, parent, node);
		break;
	case ELEMENT_CONTENTS:
		add_contents(builder, parent, node);
		break;
	case ELEMENT_HISTORY:
	case ELEMENT_SECTION:
		add_section(builder, add_element(builder, parent, "Sect"),
		    node);
		break;
	case ELEMENT_CALLOUT:
	case ELEMENT_COLUMNS:
	case ELEMENT_APPROVALS:
		add_blocks(builder, add_element(builder, parent, "Div"), node);
		break;
	case ELEMENT_TITLE:
		add_heading(builder, parent, node);
		break;
	case ELEMENT_P:
	case ELEMENT_APPROVAL:
		add_said(builder, parent, "P", node, PART_TEXT);
		break;
	case ELEMENT_LIST:
		add_list(builder, parent, node);
		break;
	case ELEMENT_TABLE:
		add_table(builder, parent, node);
		break;
	case ELEMENT_FORM:
		add_form(builder, parent, node);
		break;
	case ELEMENT_FIGURE:
		add_figure(builder, parent, node);
		break;
	case ELEMENT_NOTE:
		add_note(builder, parent, node);
		break;
	default:
		break;
	}
}

static void add_blocks(struct builder *builder,
    struct structure_element *parent, const struct node *node) {
	for (const struct node *at = node->first; at != NULL; at = at->next)
		add_block(builder, parent, at);
}

struct structure structure_build(struct arena *arena, const struct doc *doc,
    const struct marks *marks) {
	struct builder builder = { .arena = arena, .doc = doc,
	    .marks = marks };
	builder.structure.of_mark = arena_array(arena, marks->count,
	    sizeof *builder.structure.of_mark);
	builder.structure.of_area = arena_array(arena, marks->areas,
	    sizeof *builder.structure.of_area);
	sort(&builder);
	add_blocks(&builder, add_element(&builder, NULL, "Document"),
	    doc->root);
	return builder.structure;
}
