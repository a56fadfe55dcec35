/* chartdata - charts and the tables of what they show. */
#include "doc/chartdata.h"

#include "base/arena.h"
#include "base/buf.h"
#include "xml/xml.h"
#include "xml/xmlnode.h"

/* Lines that stand beside each other, as columns. */
#define LINES_MOST 10
/* What a portrait page holds across, in halves of a letter of its tables, and
 * the white of a column. */
#define PAGE_WIDTH 110
#define COLUMN_WHITE 2

struct chart {
	struct _xmlNode *figure, *chart;
	struct str id;			/* of the figure */
	struct str table;		/* that holds its data */
	size_t n;			/* of the document's figures */
};

/* A line of a chart, as a column or row of a table. */
struct column {
	struct chart *chart;
	const struct _xmlNode *line;
	bool first;			/* of its chart */
};

struct charts {
	struct arena *arena;
	const struct words *words;
	struct chart *at;
	size_t count;
	size_t figures, tables;		/* so far */
	struct _xmlNode *section;	/* for tables, or NULL */
	struct str *id;			/* of tables that stand there */
	size_t ids;
};

static struct str word(const struct charts *charts, const char *key) {
	return words_find(charts->words, key);
}

/* What stands in the places of a word. */
struct places {
	struct str text, first, last;
};

/* The word of the key in the node: {text} is text, {last} and any other place
 * references. */
static void put(const struct charts *charts, struct _xmlNode *node,
    const char *key, struct places places) {
	struct str rest = word(charts, key), text, place;
	while (str_cut(&rest, '{', &text)) {
		xmlnode_put(node, text);
		if (!str_cut(&rest, '}', &place))
			break;
		if (str_is(place, "text"))
			xmlnode_put(node, places.text);
		else
			xmlnode_set(xmlnode_add(node, "ref"), "to",
			    str_is(place, "last") ? places.last
			    : places.first);
	}
}

/* "... 46件です（図2）。": the figure is named before the full stop. */
static void name_figure(const struct charts *charts, struct _xmlNode *p,
    struct str id) {
	struct str text = xmlnode_text(charts->arena, p);
	struct str stop = word(charts, "doc.stop");
	if (xmlnode_first(p, NULL) != NULL || text.n <= stop.n
	    || memcmp(text.p + text.n - stop.n, stop.p, stop.n) != 0)
		return;
	text.n -= stop.n;
	xmlnode_clear(p);
	put(charts, p, "doc.see", (struct places){ text, id, id });
}

static void note_figure(struct charts *charts, struct _xmlNode *figure,
    struct _xmlNode *before, bool slide) {
	struct str id = xmlnode_attr(figure, "id");
	charts->figures++;
	if (id.n == 0) {
		id = str_of(arena_printf(charts->arena, "figure-no-%zu",
		    charts->figures));
		xmlnode_set(figure, "id", id);
	}
	if (xmlnode_is(before, "p") && !slide)
		name_figure(charts, before, id);
	struct _xmlNode *chart = xmlnode_first(figure, "chart");
	if (chart == NULL)
		return;
	charts->at = arena_room(charts->arena, charts->at, charts->count,
	    sizeof *charts->at);
	charts->at[charts->count++] = (struct chart){ figure, chart, id,
	    { NULL, 0 }, charts->figures };
}

static void note_table(struct charts *charts, const struct _xmlNode *table) {
	charts->id = arena_room(charts->arena, charts->id, charts->ids,
	    sizeof *charts->id);
	charts->id[charts->ids++] = xmlnode_attr(table, "id");
}

/* Figures, tables and the section for data below the node. */
static void walk(struct charts *charts, struct _xmlNode *node, bool slide) {
	struct _xmlNode *before = NULL;
	slide = slide || str_is(xmlnode_attr(node, "page"), "slide");
	for (struct _xmlNode *at = xmlnode_first(node, NULL); at != NULL;
	    before = at, at = xmlnode_next(at, NULL)) {
		if (xmlnode_is(at, "figure")) {
			note_figure(charts, at, before, slide);
		} else if (xmlnode_is(at, "table")) {
			note_table(charts, at);
		} else {
			if (xmlnode_is(at, "section")
			    && xmlnode_attr(at, "data").n != 0)
				charts->section = at;
			walk(charts, at, slide);
		}
	}
}

static struct str categories(const struct charts *charts,
    const struct chart *chart) {
	struct buf buf = buf_in(charts->arena);
	for (struct _xmlNode *at = xmlnode_first(chart->chart, "category");
	    at != NULL; at = xmlnode_next(at, "category")) {
		buf_add(&buf, xmlnode_text(charts->arena, at));
		buf_char(&buf, '\n');
	}
	return buf_str(&buf);
}

static bool has_bars(const struct chart *chart) {
	for (struct _xmlNode *line = xmlnode_first(chart->chart, "line");
	    line != NULL; line = xmlnode_next(line, "line"))
		if (xmlnode_first(line, "bar") != NULL)
			return true;
	return false;
}

static struct _xmlNode *add_cell(struct _xmlNode *row, bool header,
    const char *align, struct str text) {
	struct _xmlNode *cell = xmlnode_add(row, "cell");
	if (header)
		xmlnode_set(cell, "header", str_of("yes"));
	if (align != NULL)
		xmlnode_set(cell, "align", str_of(align));
	xmlnode_put(cell, text);
	return cell;
}

/* Of one figure, of a run of them, or of several here and there. */
static const char *caption_key(const struct column *column, size_t columns) {
	for (size_t i = 1; i < columns; i++)
		if (column[i].chart->n > column[i - 1].chart->n + 1)
			return "doc.data.of-some";
	return column[0].chart == column[columns - 1].chart
	    ? "doc.data.of" : "doc.data.of-many";
}

static struct places places_of(const struct column *column, size_t columns) {
	return (struct places){ { NULL, 0 }, column[0].chart->id,
	    column[columns - 1].chart->id };
}

/* A table with its columns; the first are texts, the others numbers. */
static struct _xmlNode *add_table(struct charts *charts, size_t texts,
    size_t numbers, const char *caption, struct places places) {
	struct _xmlNode *table = xmlnode_add(charts->section, "table");
	xmlnode_set(table, "id", str_of(arena_printf(charts->arena,
	    "chart-data-%zu", ++charts->tables)));
	put(charts, xmlnode_add(table, "caption"), caption, places);
	for (size_t i = 0; i < texts + numbers; i++) {
		struct _xmlNode *col = xmlnode_add(table, "col");
		xmlnode_set(col, "align", str_of(i < texts ? "start" : "end"));
		if (i == 0 && numbers > 0)
			xmlnode_set(col, "nowrap", str_of("yes"));
	}
	return table;
}

static struct _xmlNode *add_head(struct _xmlNode *table) {
	struct _xmlNode *row = xmlnode_add(xmlnode_add(table, "head"), "row");
	xmlnode_set(row, "kind", str_of("head"));
	return row;
}

static struct str either(struct str text, struct str other) {
	return text.n != 0 ? text : other;
}

/* What the chart measures, as columns of tables name it. */
static struct str unit_of(const struct charts *charts,
    const struct column *column) {
	struct str unit = xmlnode_attr(column->chart->chart, "unit");
	return str_is(unit, "%")
	    ? words_find(charts->words, "doc.percent") : unit;
}

/* 図2 web1（％） */
static void add_column_head(const struct charts *charts,
    struct _xmlNode *row, const char *align, const struct column *column) {
	struct str unit = unit_of(charts, column);
	struct str label = xmlnode_attr(column->line, "label");
	struct _xmlNode *cell = add_cell(row, true, align,
	    (struct str){ NULL, 0 });
	if (unit.n != 0)
		label = words_fill(charts->arena, charts->words,
		    "doc.data.unit", "label", str_z(charts->arena, label),
		    "unit", str_z(charts->arena, unit), NULL);
	put(charts, cell, "doc.data.head", (struct places){ label,
	    column->chart->id, column->chart->id });
}

/* The n-th point of the line; NULL when it has fewer. */
static const struct _xmlNode *point_at(const struct _xmlNode *line,
    size_t n) {
	const struct _xmlNode *point = xmlnode_first(line, "point");
	while (n-- > 0 && point != NULL)
		point = xmlnode_next(point, "point");
	return point;
}

/* Percentiles and the like, which no column holds. */
static void add_marks(const struct charts *charts, struct _xmlNode *table,
    const struct chart *chart) {
	struct buf buf = buf_in(charts->arena);
	for (struct _xmlNode *mark = xmlnode_first(chart->chart, "mark");
	    mark != NULL; mark = xmlnode_next(mark, "mark")) {
		if (buf.n != 0)
			buf_add(&buf, word(charts, "list.and"));
		buf_add(&buf, xmlnode_attr(mark, "label"));
	}
	if (buf.n != 0)
		xmlnode_put(xmlnode_add(table, "note"), buf_str(&buf));
}

/* A row for each category, a column for each of the lines. */
static void add_points(struct charts *charts, const struct column *column,
    size_t columns) {
	const struct chart *first = column[0].chart;
	const struct chart *last = column[columns - 1].chart;
	struct _xmlNode *table = add_table(charts, 1, columns,
	    caption_key(column, columns), places_of(column, columns));
	struct _xmlNode *row = add_head(table);
	size_t n = 0;
	add_cell(row, true, NULL, either(xmlnode_attr(first->chart, "across"),
	    word(charts, "doc.html.category")));
	for (size_t i = 0; i < columns; i++)
		add_column_head(charts, row, "end", &column[i]);
	struct _xmlNode *body = xmlnode_add(table, "body");
	for (struct _xmlNode *at = xmlnode_first(first->chart, "category");
	    at != NULL; at = xmlnode_next(at, "category"), n++) {
		row = xmlnode_add(body, "row");
		add_cell(row, true, NULL, xmlnode_text(charts->arena, at));
		for (size_t i = 0; i < columns; i++) {
			const struct _xmlNode *point = point_at(
			    column[i].line, n);
			add_cell(row, false, "end", point == NULL
			    ? (struct str){ NULL, 0 } : xmlnode_text(
			    charts->arena, point));
		}
	}
	if (first == last)
		add_marks(charts, table, first);
}

/* A row for each of the lines, a column for each category. */
static void add_lines(struct charts *charts, const struct column *column,
    size_t columns, size_t categories) {
	const struct chart *first = column[0].chart;
	struct _xmlNode *table = add_table(charts, 1, categories,
	    caption_key(column, columns), places_of(column, columns));
	struct _xmlNode *row = add_head(table);
	add_cell(row, true, NULL, either(xmlnode_attr(first->chart, "across"),
	    word(charts, "doc.html.category")));
	for (struct _xmlNode *at = xmlnode_first(first->chart, "category");
	    at != NULL; at = xmlnode_next(at, "category"))
		add_cell(row, true, "end", xmlnode_text(charts->arena, at));
	struct _xmlNode *body = xmlnode_add(table, "body");
	for (size_t i = 0; i < columns; i++) {
		row = xmlnode_add(body, "row");
		add_column_head(charts, row, NULL, &column[i]);
		for (struct _xmlNode *at = xmlnode_first(column[i].line,
		    "point"); at != NULL; at = xmlnode_next(at, "point"))
			add_cell(row, false, "end", xmlnode_text(
			    charts->arena, at));
	}
}

/* In halves of a letter. */
static int width_of(struct str text) {
	int width = 0;
	uint32_t code;
	for (size_t n; text.n > 0; text.p += n, text.n -= n) {
		n = str_utf8(text, &code);
		n = n == 0 ? 1 : n;
		width += n > 1 ? 2 : 1;
	}
	return width;
}

/* Do the lines stand on a page as rows, with a column for each category? */
static bool fit_as_rows(const struct charts *charts,
    const struct column *column, size_t columns, size_t *categories) {
	int sum = 0, label = 0;
	*categories = 0;
	for (struct _xmlNode *at = xmlnode_first(column[0].chart->chart,
	    "category"); at != NULL; at = xmlnode_next(at, "category")) {
		int widest = width_of(xmlnode_text(charts->arena, at));
		for (size_t i = 0; i < columns && sum < PAGE_WIDTH; i++) {
			const struct _xmlNode *point = point_at(
			    column[i].line, *categories);
			int wide = point == NULL ? 0 : width_of(xmlnode_text(
			    charts->arena, point));
			widest = wide > widest ? wide : widest;
		}
		sum += widest + COLUMN_WHITE;
		++*categories;
	}
	for (size_t i = 0; i < columns; i++) {
		int wide = width_of(xmlnode_attr(column[i].line, "label"))
		    + width_of(xmlnode_attr(column[i].chart->chart, "unit"))
		    + width_of(str_of("図10（）"));
		label = wide > label ? wide : label;
	}
	return sum + label + COLUMN_WHITE <= PAGE_WIDTH;
}

/* Tables of as many columns each as the others have. */
static void add_upright(struct charts *charts, const struct column *column,
    size_t columns) {
	size_t tables = (columns + LINES_MOST - 1) / LINES_MOST;
	for (size_t i = 0, end; i < tables; i++, columns -= end, column += end) {
		end = (columns + tables - i - 1) / (tables - i);
		for (size_t k = 0; k < end; k++)
			if (column[k].first)
				column[k].chart->table = str_of(arena_printf(
				    charts->arena, "chart-data-%zu",
				    charts->tables + 1));
		add_points(charts, column, end);
	}
}

/* The lines of charts from `from` on that have its categories. */
static struct column *same_lines(const struct charts *charts, size_t from,
    size_t *columns) {
	struct str same = categories(charts, &charts->at[from]);
	struct column *column = NULL;
	*columns = 0;
	for (size_t i = from; i < charts->count; i++) {
		struct chart *chart = &charts->at[i];
		bool first = true;
		if (chart->table.n != 0 || has_bars(chart)
		    || !str_equal(categories(charts, chart), same))
			continue;
		for (struct _xmlNode *line = xmlnode_first(chart->chart,
		    "line"); line != NULL; line = xmlnode_next(line, "line")) {
			column = arena_room(charts->arena, column, *columns,
			    sizeof *column);
			column[(*columns)++] = (struct column){ chart, line,
			    first };
			first = false;
		}
	}
	return column;
}

static void add_group(struct charts *charts, size_t from) {
	size_t columns, categories;
	struct column *column = same_lines(charts, from, &columns);
	if (columns == 0)
		return;
	if (!fit_as_rows(charts, column, columns, &categories)) {
		add_upright(charts, column, columns);
		return;
	}
	for (size_t i = 0; i < columns; i++)
		column[i].chart->table = str_of(arena_printf(charts->arena,
		    "chart-data-%zu", charts->tables + 1));
	add_lines(charts, column, columns, categories);
}

/* Of a bar: what, of which class, from when to when. */
static void add_bar(struct charts *charts, struct _xmlNode *body,
    const struct chart *chart, const struct _xmlNode *line,
    const struct _xmlNode *bar) {
	struct _xmlNode *row = xmlnode_add(body, "row");
	const struct _xmlNode *class = xmlnode_first(chart->chart, "class");
	int64_t n = 0;
	str_int(xmlnode_attr(bar, "class"), &n);
	while (n-- > 0 && class != NULL)
		class = xmlnode_next(class, "class");
	add_cell(row, true, NULL, xmlnode_attr(line, "label"));
	add_cell(row, false, NULL, class == NULL ? (struct str){ NULL, 0 }
	    : xmlnode_attr(class, "label"));
	add_cell(row, false, NULL, xmlnode_text(charts->arena, bar));
}

static void add_bars(struct charts *charts, struct chart *chart) {
	struct column one = { chart, NULL, true };
	struct _xmlNode *table = add_table(charts, 3, 0, caption_key(&one, 1),
	    places_of(&one, 1));
	struct _xmlNode *row = add_head(table);
	chart->table = xmlnode_attr(table, "id");
	add_cell(row, true, NULL, either(xmlnode_attr(chart->chart, "down"),
	    word(charts, "doc.html.category")));
	add_cell(row, true, NULL, word(charts, "doc.html.class"));
	add_cell(row, true, NULL, word(charts, "doc.html.span"));
	struct _xmlNode *body = xmlnode_add(table, "body");
	for (struct _xmlNode *line = xmlnode_first(chart->chart, "line");
	    line != NULL; line = xmlnode_next(line, "line"))
		for (struct _xmlNode *bar = xmlnode_first(line, "bar");
		    bar != NULL; bar = xmlnode_next(bar, "bar"))
			add_bar(charts, body, chart, line, bar);
}

/* The table that the figure names, where it stands. */
static struct str own_table(const struct charts *charts,
    const struct chart *chart) {
	struct str id = xmlnode_attr(chart->figure, "data");
	for (size_t i = 0; id.n != 0 && i < charts->ids; i++)
		if (str_equal(charts->id[i], id))
			return id;
	return (struct str){ NULL, 0 };
}

static void lead_to_data(const struct charts *charts,
    const struct chart *chart) {
	struct _xmlNode *caption = xmlnode_first(chart->figure, "caption");
	struct str text = str_copy(charts->arena, xmlnode_text(charts->arena,
	    caption));
	xmlnode_clear(caption);
	put(charts, caption, "doc.data", (struct places){ text, chart->table,
	    chart->table });
}

void chartdata_add(struct arena *arena, const struct words *words,
    struct _xmlDoc *document) {
	struct charts charts = { .arena = arena, .words = words };
	walk(&charts, xml_root(document), false);
	for (size_t i = 0; i < charts.count; i++)
		charts.at[i].table = own_table(&charts, &charts.at[i]);
	for (size_t i = 0; charts.section != NULL && i < charts.count; i++) {
		if (charts.at[i].table.n != 0)
			continue;
		if (has_bars(&charts.at[i]))
			add_bars(&charts, &charts.at[i]);
		else
			add_group(&charts, i);
	}
	for (size_t i = 0; i < charts.count; i++)
		if (charts.at[i].table.n != 0)
			lead_to_data(&charts, &charts.at[i]);
	if (charts.section != NULL && charts.tables == 0)
		xmlnode_put(xmlnode_add(charts.section, "p"), word(&charts,
		    "doc.nothing"));
}
