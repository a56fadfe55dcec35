/*
 * pipetable - a table drawn with pipes in a text.
 *
 * The second line decides: cells of hyphens with optional colons, as many as
 * the first line has.  A short row is filled with empty cells, the surplus
 * of a long one joins its last cell, so that no word is lost.
 */
#include "doc/pipetable.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/limits.h"
#include "doc/markdown.h"
#include "xml/xmlnode.h"

/* The inside of a line that begins and ends with a pipe. */
static bool inside(struct str line, struct str *cells) {
	if (line.n < 2 || line.p[0] != '|' || line.p[line.n - 1] != '|')
		return false;
	*cells = (struct str){ line.p + 1, line.n - 2 };
	return true;
}

/* The next cell; `\|` is a pipe of the text. */
static bool next_cell(struct arena *arena, struct str *rest, struct str *cell) {
	struct buf buf = buf_in(arena);
	if (rest->p == NULL)
		return false;
	size_t i = 0;
	for (; i < rest->n && rest->p[i] != '|'; i++) {
		if (rest->p[i] == '\\' && i + 1 < rest->n
		    && rest->p[i + 1] == '|')
			i++;
		buf_char(&buf, rest->p[i]);
	}
	*cell = str_trim(buf_str(&buf));
	*rest = i < rest->n ? (struct str){ rest->p + i + 1, rest->n - i - 1 }
	    : (struct str){ NULL, 0 };
	return true;
}

/* "start", "center" or "end" of a delimiter such as `:--:`; else NULL. */
static const char *alignment(struct str cell) {
	bool left = cell.n > 0 && cell.p[0] == ':';
	bool right = cell.n > 0 && cell.p[cell.n - 1] == ':';
	size_t hyphens = 0;
	for (size_t i = left; i + right < cell.n; i++, hyphens++)
		if (cell.p[i] != '-')
			return NULL;
	if (hyphens == 0)
		return NULL;
	return !right ? "start" : left ? "center" : "end";
}

/* The alignments of a delimiter line; 0 when it is none. */
static size_t alignments(struct arena *arena, struct str line,
    const char **align) {
	struct str rest, cell;
	size_t columns = 0;
	if (!inside(line, &rest))
		return 0;
	while (next_cell(arena, &rest, &cell)) {
		if (columns == LIMIT_COLUMNS)
			return 0;
		align[columns] = alignment(cell);
		if (align[columns++] == NULL)
			return 0;
	}
	return columns;
}

static size_t cells_of(struct arena *arena, struct str line) {
	struct str rest, cell;
	size_t n = 0;
	if (!inside(line, &rest))
		return 0;
	while (next_cell(arena, &rest, &cell))
		n++;
	return n;
}

static struct _xmlNode *add_row(struct arena *arena, struct _xmlNode *group,
    struct str line, const char *const *align, size_t columns, bool head) {
	struct _xmlNode *row = xmlnode_add(group, "row");
	struct str rest = line, text;
	if (head)
		xmlnode_set(row, "kind", str_of("head"));
	inside(line, &rest);
	for (size_t i = 0; i < columns; i++) {
		struct _xmlNode *cell = xmlnode_add(row, "cell");
		if (head)
			xmlnode_set(cell, "header", str_of("yes"));
		else
			xmlnode_set(cell, "align", str_of(align[i]));
		if (i + 1 == columns && rest.p != NULL)
			text = str_trim(rest);
		else if (!next_cell(arena, &rest, &text))
			continue;
		markdown_add_inline(arena, cell, text);
	}
	return row;
}

static void set_origin(struct arena *arena, struct _xmlNode *row,
    struct str file, size_t line) {
	if (file.n == 0)
		return;
	xmlnode_set(row, "file", file);
	xmlnode_set(row, "line", str_of(arena_printf(arena, "%zu", line)));
}

bool pipetable_add(struct arena *arena, struct _xmlNode *parent,
    const struct str *line, size_t lines, struct str file, size_t first) {
	if (lines < 2 || line[1].n > LIMIT_COLUMNS)
		return false;
	const char **align = arena_array(arena, LIMIT_COLUMNS, sizeof *align);
	size_t columns = alignments(arena, line[1], align);
	struct str cells;
	if (columns == 0 || cells_of(arena, line[0]) != columns)
		return false;
	for (size_t i = 2; i < lines; i++)
		if (!inside(line[i], &cells))
			return false;
	struct _xmlNode *table = xmlnode_add(parent, "table");
	for (size_t i = 0; i < columns; i++)
		xmlnode_set(xmlnode_add(table, "col"), "align",
		    str_of(align[i]));
	set_origin(arena, add_row(arena, xmlnode_add(table, "head"), line[0],
	    align, columns, true), file, first);
	struct _xmlNode *body = xmlnode_add(table, "body");
	for (size_t i = 2; i < lines; i++)
		set_origin(arena, add_row(arena, body, line[i], align, columns,
		    false), file, first + i);
	return true;
}
