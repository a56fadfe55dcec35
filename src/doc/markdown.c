/*
 * markdown - CommonMark, and tables of pipes, into blocks of a document.
 *
 * One walk over libcmark's tree by its own iterator, without recursion, and
 * with a bound on nesting: deeper text is laid out as plain paragraphs.
 * A heading becomes a strong paragraph, since sections belong to templates.
 */
#include "doc/markdown.h"

#include <cmark.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/limits.h"
#include "doc/pipetable.h"
#include "xml/xmlnode.h"

/* Bases and readings are words. */
#define RUBY_BYTES 200

/* The walk: where the next element goes, and what surrounds it. */
struct walk {
	struct arena *arena;
	struct str file;		/* that paragraphs come from, or empty */
	const struct str *line;		/* of the source, for tables */
	size_t lines;
	bool cell;			/* one paragraph, laid out inline */
	struct _xmlNode *stack[LIMIT_TEXT_DEPTH + 2];
	size_t depth;
};

static struct _xmlNode *walk_top(const struct walk *walk) {
	return walk->stack[walk->depth];
}

static void walk_push(struct walk *walk, const char *name) {
	struct _xmlNode *node = xmlnode_add(walk_top(walk), name);
	walk->stack[++walk->depth] = node;
}

/* Is the code point written without blanks between words? */
static bool is_wide(uint32_t code) {
	return code >= 0x2e80 && code <= 0xffef;
}

static uint32_t last_code(struct str text) {
	uint32_t code = 0;
	for (size_t size; (size = str_utf8(text, &code)) != 0;) {
		text.p += size;
		text.n -= size;
	}
	return code;
}

/* The literal of the neighbour when it is text. */
static struct str literal_of(cmark_node *node) {
	return node != NULL && cmark_node_get_type(node) == CMARK_NODE_TEXT
	    ? str_of(cmark_node_get_literal(node)) : str_of("");
}

/* A line break in the source is a blank, but none between ideographs. */
static void put_break(struct walk *walk, cmark_node *node) {
	uint32_t next = 0;
	str_utf8(literal_of(cmark_node_next(node)), &next);
	if (!is_wide(last_code(literal_of(cmark_node_previous(node))))
	    || !is_wide(next))
		xmlnode_put(walk_top(walk), str_of(" "));
}

static bool is_address(const char *url) {
	struct str text = str_of(url);
	return str_starts(text, "https://") || str_starts(text, "http://")
	    || str_starts(text, "mailto:");
}

/* An element that leaves no trace but its contents. */
static void enter_nothing(struct walk *walk) {
	struct _xmlNode *top = walk_top(walk);
	walk->stack[++walk->depth] = top;
}

static void enter_link(struct walk *walk, cmark_node *node) {
	/* other schemes would be programs: only the words are kept */
	const char *url = cmark_node_get_url(node);
	if (!is_address(url)) {
		enter_nothing(walk);
		return;
	}
	walk_push(walk, "link");
	xmlnode_set(walk_top(walk), "href", str_of(url));
}

static void enter_list(struct walk *walk, cmark_node *node) {
	walk_push(walk, "list");
	if (cmark_node_get_list_type(node) == CMARK_ORDERED_LIST)
		xmlnode_set(walk_top(walk), "ordered", str_of("yes"));
}

static struct _xmlNode *add_paragraph(struct walk *walk, cmark_node *node) {
	struct _xmlNode *p = xmlnode_add(walk_top(walk), "p");
	if (walk->file.n > 0) {
		xmlnode_set(p, "file", walk->file);
		xmlnode_set(p, "line", str_of(arena_printf(walk->arena, "%d",
		    cmark_node_get_start_line(node))));
	}
	return p;
}

/* Each line of a literal block as a paragraph. */
static void put_lines(struct walk *walk, cmark_node *node, bool code) {
	struct str rest = str_of(cmark_node_get_literal(node)), line;
	while (str_cut(&rest, '\n', &line)) {
		if (str_trim(line).n == 0)
			continue;
		struct _xmlNode *p = add_paragraph(walk, node);
		xmlnode_put(code ? xmlnode_add(p, "code") : p, line);
	}
}

static void enter_paragraph(struct walk *walk, cmark_node *node) {
	if (walk->cell) {
		enter_nothing(walk);
		return;
	}
	struct _xmlNode *p = add_paragraph(walk, node);
	walk->stack[++walk->depth] = p;
}

static void enter_heading(struct walk *walk, cmark_node *node) {
	/* one level in the walk, two elements */
	struct _xmlNode *p = add_paragraph(walk, node);
	walk->stack[++walk->depth] = xmlnode_add(p, "strong");
}

/* A container is entered: its element becomes the top. */
static void enter(struct walk *walk, cmark_node *node) {
	switch (cmark_node_get_type(node)) {
	case CMARK_NODE_BLOCK_QUOTE: walk_push(walk, "callout"); break;
	case CMARK_NODE_LIST: enter_list(walk, node); break;
	case CMARK_NODE_ITEM: walk_push(walk, "item"); break;
	case CMARK_NODE_PARAGRAPH: enter_paragraph(walk, node); break;
	case CMARK_NODE_HEADING: enter_heading(walk, node); break;
	case CMARK_NODE_EMPH: walk_push(walk, "em"); break;
	case CMARK_NODE_STRONG: walk_push(walk, "strong"); break;
	case CMARK_NODE_LINK: enter_link(walk, node); break;
	default:
		/* the document itself, an image (its words stay), custom */
		enter_nothing(walk);
		break;
	}
}

/* Cut what stands ahead of the mark, and the mark; false without one, or where
 * another base begins before it. */
static bool cut_mark(struct str *text, const char *mark, struct str *ahead) {
	for (size_t i = 0; i < text->n && i < RUBY_BYTES; i++) {
		struct str rest = { text->p + i, text->n - i };
		if (str_starts(rest, "｜"))
			return false;
		if (!str_starts(rest, mark))
			continue;
		*ahead = (struct str){ text->p, i };
		*text = (struct str){ rest.p + strlen(mark),
		    rest.n - strlen(mark) };
		return true;
	}
	return false;
}

/* ｜base《reading》 at the start of the text. */
static bool cut_ruby(struct str *text, struct str *base, struct str *reading) {
	struct str rest = *text;
	if (!str_take(&rest, "｜") || !cut_mark(&rest, "《", base) || !cut_mark(&rest, "》", reading)
	    || base->n == 0 || reading->n == 0)
		return false;
	*text = rest;
	return true;
}

static void put_text(struct walk *walk, struct str text) {
	struct str base, reading, plain = { text.p, 0 };
	while (text.n > 0) {
		if (!cut_ruby(&text, &base, &reading)) {
			plain.n++;
			text.p++;
			text.n--;
			continue;
		}
		xmlnode_put(walk_top(walk), plain);
		struct _xmlNode *ruby = xmlnode_add(walk_top(walk), "ruby");
		xmlnode_set(ruby, "base", base);
		xmlnode_put(ruby, reading);
		plain = (struct str){ text.p, 0 };
	}
	xmlnode_put(walk_top(walk), plain);
}

static void put_leaf(struct walk *walk, cmark_node *node) {
	switch (cmark_node_get_type(node)) {
	case CMARK_NODE_TEXT:
	case CMARK_NODE_HTML_INLINE:
		put_text(walk, str_of(cmark_node_get_literal(node)));
		break;
	case CMARK_NODE_CODE:
		xmlnode_put(xmlnode_add(walk_top(walk), "code"),
		    str_of(cmark_node_get_literal(node)));
		break;
	case CMARK_NODE_SOFTBREAK:
	case CMARK_NODE_LINEBREAK: put_break(walk, node); break;
	case CMARK_NODE_CODE_BLOCK: put_lines(walk, node, true); break;
	case CMARK_NODE_HTML_BLOCK: put_lines(walk, node, false); break;
	default: break;
	}
}

static bool is_leaf(cmark_node *node) {
	switch (cmark_node_get_type(node)) {
	case CMARK_NODE_TEXT:
	case CMARK_NODE_HTML_INLINE:
	case CMARK_NODE_CODE:
	case CMARK_NODE_SOFTBREAK:
	case CMARK_NODE_LINEBREAK:
	case CMARK_NODE_CODE_BLOCK:
	case CMARK_NODE_HTML_BLOCK:
	case CMARK_NODE_THEMATIC_BREAK: return true;
	default: return false;
	}
}

/* Add the paragraph as a table when it is one; only in plain places, where
 * the source lines carry no marks of a list or quotation. */
static bool put_table(struct walk *walk, cmark_node *node) {
	if (cmark_node_get_type(node) != CMARK_NODE_PARAGRAPH
	    || cmark_node_get_type(cmark_node_parent(node))
	    != CMARK_NODE_DOCUMENT)
		return false;
	size_t first = (size_t)cmark_node_get_start_line(node);
	size_t last = (size_t)cmark_node_get_end_line(node);
	return first > 0 && last <= walk->lines && pipetable_add(walk->arena,
	    walk_top(walk), walk->line + first - 1, last - first + 1, walk->file,
	    first);
}

static void walk_tree(struct walk *walk, cmark_node *root) {
	cmark_iter *iter = cmark_iter_new(root);
	cmark_event_type event;
	while ((event = cmark_iter_next(iter)) != CMARK_EVENT_DONE) {
		cmark_node *node = cmark_iter_get_node(iter);
		if (is_leaf(node)) {
			put_leaf(walk, node);
		} else if (event == CMARK_EVENT_EXIT) {
			walk->depth--;
		} else if (put_table(walk, node)) {
			/* past the paragraph: its exit is not seen */
			cmark_iter_reset(iter, node, CMARK_EVENT_EXIT);
		} else {
			enter(walk, node);
		}
	}
	cmark_iter_free(iter);
}

static size_t tree_depth(cmark_node *root) {
	size_t depth = 0, most = 0;
	cmark_iter *iter = cmark_iter_new(root);
	cmark_event_type event;
	while ((event = cmark_iter_next(iter)) != CMARK_EVENT_DONE) {
		if (is_leaf(cmark_iter_get_node(iter)))
			continue;
		depth = event == CMARK_EVENT_ENTER ? depth + 1 : depth - 1;
		most = depth > most ? depth : most;
	}
	cmark_iter_free(iter);
	return most;
}

static void put_plain(struct _xmlNode *parent, struct str text) {
	struct str line;
	while (str_cut(&text, '\n', &line))
		if (str_trim(line).n > 0)
			xmlnode_put(xmlnode_add(parent, "p"), str_trim(line));
}

static cmark_node *parse(struct str text) {
	cmark_node *root = cmark_parse_document(text.p == NULL ? "" : text.p,
	    text.n, CMARK_OPT_DEFAULT | CMARK_OPT_VALIDATE_UTF8);
	if (root == NULL)
		die("markdown: out of memory");
	return root;
}

static const struct str *lines_of(struct arena *arena, struct str text,
    size_t *count) {
	struct str *lines = NULL, line;
	*count = 0;
	while (str_cut(&text, '\n', &line)) {
		lines = arena_room(arena, lines, *count, sizeof *lines);
		lines[(*count)++] = str_trim(line);
	}
	return lines;
}

void markdown_add(struct arena *arena, struct _xmlNode *parent,
    struct str text, struct str file) {
	cmark_node *root = parse(text);
	struct walk walk = { .arena = arena, .file = file,
	    .stack = { parent } };
	walk.line = lines_of(arena, text, &walk.lines);
	if (tree_depth(root) > LIMIT_TEXT_DEPTH)
		put_plain(parent, text);
	else
		walk_tree(&walk, root);
	cmark_node_free(root);
}

void markdown_add_inline(struct arena *arena, struct _xmlNode *parent,
    struct str text) {
	cmark_node *root = parse(text), *first = cmark_node_first_child(root);
	struct walk walk = { .arena = arena, .stack = { parent },
	    .cell = true };
	/* a cell that is no single paragraph ("1. first") is plain text */
	if (first == NULL || cmark_node_next(first) != NULL
	    || cmark_node_get_type(first) != CMARK_NODE_PARAGRAPH
	    || tree_depth(root) > LIMIT_TEXT_DEPTH)
		xmlnode_put(parent, text);
	else
		walk_tree(&walk, root);
	cmark_node_free(root);
}
