/*
 * doc - the document tree: walking it, its text, its dump.
 *
 * The tree is built by docxml, checked by content, and read-only after.
 */
#include "doc/doc.h"

#include <inttypes.h>

#include "base/arena.h"
#include "base/buf.h"
#include "xml/xml.h"

static const char *const element_name[ELEMENTS] = {
#define ELEMENT(id, name, content) [ELEMENT_##id] = name,
#include "doc/element.def"
#undef ELEMENT
};

static const char *const tone_name[] = {
	[DOC_TONE_NONE] = "", [DOC_TONE_GOOD] = "good", [DOC_TONE_BAD] = "bad",
	[DOC_TONE_WARN] = "warn", [DOC_TONE_MUTED] = "muted"
};

const char *doc_element_name(enum element type) {
	return element_name[type];
}

const struct node *doc_next(const struct node *root, const struct node *node,
    bool skip) {
	if (!skip && node->first != NULL)
		return node->first;
	while (node != root && node->next == NULL)
		node = node->parent;
	return node == root ? NULL : node->next;
}

const struct node *doc_child(const struct node *node, enum element type) {
	const struct node *child = node->first;
	while (child != NULL && child->type != type)
		child = child->next;
	return child;
}

static bool is_white(char c) {
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* Append text, each run of white space as one blank. */
static void add_folded(struct buf *buf, struct str text) {
	for (size_t i = 0; i < text.n; i++) {
		if (!is_white(text.p[i]))
			buf_char(buf, text.p[i]);
		else if (buf->n > 0 && buf->p[buf->n - 1] != ' ')
			buf_char(buf, ' ');
	}
}

struct str doc_text(struct arena *arena, const struct node *node) {
	struct buf buf = buf_in(arena);
	for (const struct node *at = node; at != NULL; at = doc_next(node, at,
	    at != node && (at->type == ELEMENT_FOOTNOTE
	    || at->type == ELEMENT_RUBY)))
		if (at->type == ELEMENT_TEXT)
			add_folded(&buf, at->text);
		else if (at->type == ELEMENT_RUBY && at != node)
			add_folded(&buf, at->u.ruby.base);
	return str_trim(buf_str(&buf));
}

void doc_free(struct doc *doc) {
	if (doc == NULL)
		return;
	xml_free(doc->xml);
	doc->xml = NULL;
}

static void dump_str(const char *name, struct str text) {
	if (text.n > 0)
		printf(" %s=\"%.*s\"", name, (int)text.n, text.p);
}

static void dump_int(const char *name, int64_t value, int64_t usual) {
	if (value != usual)
		printf(" %s=%" PRId64, name, value);
}

static void dump_line(const struct doc_line *line, size_t categories) {
	dump_str("line", line->label);
	for (size_t i = 0; i < line->bars; i++)
		dump_str("bar", line->bar[i].text);
	for (size_t c = 0; line->bars == 0 && c < categories; c++)
		printf(" %.*s", line->point[c].has
		    ? (int)line->point[c].text.n : 1,
		    line->point[c].has ? line->point[c].text.p : "-");
}

static void dump_chart(const struct node *node) {
	dump_int("kind", node->u.chart.kind, DOC_CHART_LINE);
	dump_int("categories", (int64_t)node->u.chart.categories, 0);
	dump_str("threshold", node->u.chart.threshold_label);
	for (size_t i = 0; i < node->u.chart.classes; i++)
		dump_str("class", node->u.chart.class[i].label);
	for (size_t i = 0; i < node->u.chart.marks; i++)
		dump_str("mark", node->u.chart.mark[i].label);
	for (size_t i = 0; i < node->u.chart.lines; i++)
		dump_line(&node->u.chart.line[i], node->u.chart.categories);
}

static void dump_diagram(const struct node *node) {
	for (size_t i = 0; i < node->u.diagram.nodes; i++)
		dump_str("box", node->u.diagram.node[i].id);
	for (size_t i = 0; i < node->u.diagram.edges; i++)
		printf(" %zu>%zu", node->u.diagram.edge[i].from,
		    node->u.diagram.edge[i].to);
}

static void dump_data(const struct node *node) {
	switch (node->type) {
	case ELEMENT_SECTION:
		dump_int("level", node->u.section.level, 0);
		dump_int("page", node->u.section.page, PAGE_PORTRAIT);
		break;
	case ELEMENT_LIST:
		dump_int("ordered", node->u.list.ordered, false);
		break;
	case ELEMENT_TABLE:
		dump_int("columns", (int64_t)node->u.table.columns, 0);
		dump_int("wide", node->u.table.wide, false);
		dump_str("note", node->u.table.note);
		break;
	case ELEMENT_COL:
		dump_int("align", node->u.col.align, ALIGN_START);
		dump_int("weight", node->u.col.weight, 0);
		dump_int("nowrap", node->u.col.nowrap, false);
		break;
	case ELEMENT_ROW:
		dump_int("kind", node->u.row.kind, DOC_ROW_BODY);
		break;
	case ELEMENT_CELL:
		dump_int("colspan", node->u.cell.colspan, 1);
		dump_int("rowspan", node->u.cell.rowspan, 1);
		dump_int("header", node->u.cell.header, false);
		dump_int("align", node->u.cell.align, ALIGN_START);
		dump_int("blank", node->u.cell.blank, false);
		dump_int("vertical", node->u.cell.vertical, false);
		break;
	case ELEMENT_FORM:
		dump_int("columns", node->u.form.columns, 1);
		break;
	case ELEMENT_FIELD:
		dump_str("label", node->u.field.label);
		dump_int("span", node->u.field.span, 1);
		dump_int("lines", node->u.field.lines, 0);
		break;
	case ELEMENT_REF:
		dump_str("to", node->u.ref.target->id);
		break;
	case ELEMENT_LINK:
		dump_str("href", node->u.link.href);
		break;
	case ELEMENT_RUBY:
		dump_str("base", node->u.ruby.base);
		break;
	case ELEMENT_CHART:
	case ELEMENT_SPARK:
		dump_chart(node);
		break;
	case ELEMENT_DIAGRAM:
		dump_diagram(node);
		break;
	default:
		break;
	}
}

static void dump_node(const struct doc *doc, const struct node *node) {
	int depth = 0;
	for (const struct node *up = node; up != doc->root; up = up->parent)
		depth++;
	printf("%*s%s", depth * 2, "", element_name[node->type]);
	dump_str("id", node->id);
	if (node->type != ELEMENT_TEXT) {
		dump_str("number", node->number);
		dump_str("clause", node->clause);
	}
	if (node->tone != DOC_TONE_NONE)
		printf(" tone=%s", tone_name[node->tone]);
	dump_data(node);
	dump_str("", node->text);
	putchar('\n');
}

void doc_dump(const struct doc *doc) {
	printf("doc");
	dump_str("kind", doc->kind);
	dump_str("language", doc->language);
	dump_str("title", doc->title);
	dump_str("subtitle", doc->subtitle);
	dump_str("mark", doc->mark);
	dump_str("number", doc->document_number);
	dump_str("version", doc->version);
	dump_str("period", doc->period_title);
	dump_str("date", doc->date);
	dump_str("city", doc->city);
	dump_str("vendor", doc->vendor);
	dump_str("head", doc->head);
	dump_str("foot", doc->foot);
	putchar('\n');
	for (const struct node *node = doc->root; node != NULL;
	    node = doc_next(doc->root, node, false))
		dump_node(doc, node);
}
