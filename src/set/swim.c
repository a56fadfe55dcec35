/*
 * swim - a flow as swim lanes.
 *
 * The grid tells columns, rows and ways.  Here columns get their width from
 * the page, boxes their height from their text, and every piece that runs
 * across, with its label above it, a band of its own in its gap: so neither
 * lines nor labels cover each other, whatever their length.
 */
#include "set/swim.h"

#include "base/arena.h"
#include "doc/doc.h"
#include "set/connector.h"
#include "set/line.h"
#include "set/para.h"
#include "set/swimgrid.h"

#define POINT FRAME_POINT
#define PAD (3 * POINT)
#define WIDEST (132 * POINT)
/* Channels: white at each side of the border, and between tracks. */
#define BESIDE (7 * POINT)
#define TRACK (7 * POINT)
/* Lines leave and reach a box so far from its middle. */
#define PORT_OUT (6 * POINT)
#define PORT_IN (14 * POINT)
/* In a gap: white below the boxes, above the next ones, below a band's text. */
#define FOOT (3 * POINT)
#define HEAD (CONNECTOR_HEAD + 2 * POINT)
#define UNDER POINT
#define THIN (4 * POINT)

/* A stretch of a gap that no other line or label may use. */
struct band {
	size_t edge;
	size_t gap, track;
	int from, to;			/* on the x axis */
	int height;
	int y;				/* of its line: at its foot */
};

struct label {
	const struct text *text;
	struct lines lines;
	int x, w, h;
	size_t band;
};

struct swim {
	struct arena *arena;
	struct fonts *fonts;
	const struct theme *theme;
	const struct node *node;
	int size;			/* of type */
	struct sketch sketch;
	struct dot dot;
	struct swim_grid grid;
	struct str *lane;
	size_t lanes;
	int column_w;
	int *channel;			/* its middle */
	struct band *band;
	size_t bands;
	struct label *label;		/* of each edge; no text: none */
	int *row_h;
	int head;			/* height of the lanes' names */
	int w, h;
};

static int leading(const struct swim *swim) {
	return swim->size * 4 / 3;
}

static const struct text *shaped(struct swim *swim, struct str text,
    bool strong) {
	return text_plain(swim->fonts, text, strong ? FONT_GOTHIC_BOLD
	    : FONT_GOTHIC, swim->size);
}

static struct str box_text(const struct swim *swim, size_t i) {
	const struct doc_graph_node *box = &swim->node->u.diagram.node[i];
	return box->texts == 0 ? box->id : box->text[0];
}

/* The lines of a text that stands in a column. */
static struct lines cut(struct swim *swim, const struct text *text) {
	return line_balanced(swim->arena, text, swim->column_w - 2 * PAD);
}

static size_t lane_find(struct swim *swim, struct str name) {
	size_t i = 0;
	while (i < swim->lanes && !str_equal(swim->lane[i], name))
		i++;
	swim->lane[i] = name;
	swim->lanes += i == swim->lanes;
	return i;
}

static int channel_width(const struct swim *swim, size_t i) {
	size_t tracks = (swim->grid.tracks[i] + 1) / 2;
	return 2 * (BESIDE + (int)tracks * TRACK);
}

/* Tracks lie at both sides of the border in turn. */
static int track_x(const struct swim *swim, const struct swim_way *way) {
	int away = ((int)(way->track / 2) + 1) * TRACK - TRACK / 2;
	return swim->channel[way->channel] + (way->track % 2 == 0 ? away
	    : -away);
}

static int column_x(const struct swim *swim, size_t column) {
	return swim->channel[column] + channel_width(swim, column) / 2;
}

static int middle(const struct swim *swim, size_t box) {
	return column_x(swim, swim->grid.cell[box].column)
	    + swim->column_w / 2;
}

static void set_columns(struct swim *swim, int width) {
	size_t columns = swim->grid.columns;
	int white = 0, x = 0;
	for (size_t i = 0; i <= columns; i++)
		white += channel_width(swim, i);
	swim->column_w = (width - white) / (int)columns;
	if (swim->column_w > WIDEST)
		swim->column_w = WIDEST;
	swim->channel = arena_array(swim->arena, columns + 1,
	    sizeof *swim->channel);
	for (size_t i = 0; i <= columns; i++) {
		x += channel_width(swim, i) / 2;
		swim->channel[i] = x;
		x += channel_width(swim, i) / 2 + swim->column_w;
	}
	swim->w = x - swim->column_w;
}

static int line_start(const struct swim *swim, size_t edge) {
	return middle(swim, swim->dot.edge[edge].from)
	    + swim->grid.way[edge].out * PORT_OUT;
}

static int line_end(const struct swim *swim, size_t edge) {
	return middle(swim, swim->dot.edge[edge].to)
	    + swim->grid.way[edge].in * PORT_IN;
}

/* Where the piece in the first gap ends. */
static int first_turn(const struct swim *swim, size_t edge) {
	const struct swim_way *way = &swim->grid.way[edge];
	return way->kind == SWIM_AROUND ? track_x(swim, way)
	    : line_end(swim, edge);
}

/* Another line of the straight one's box that leaves to the right? */
static bool parts_right(const struct swim *swim, size_t edge) {
	for (size_t i = 0; i < swim->dot.edges; i++)
		if (swim->dot.edge[i].from == swim->dot.edge[edge].from
		    && swim->grid.way[i].out > 0)
			return true;
	return false;
}

/* A label stands beside the upright piece that comes from its box, over the
 * piece that runs across. */
static void set_label(struct swim *swim, size_t edge) {
	const struct swim_way *way = &swim->grid.way[edge];
	struct label *label = &swim->label[edge];
	struct str text = swim->node->u.diagram.edge[edge].label;
	int x = line_start(swim, edge), gap = 3 * POINT;
	bool right = way->kind == SWIM_STRAIGHT ? !parts_right(swim, edge)
	    : way->out > 0;
	int room = (right ? swim->w - x : x) - 2 * gap;
	int want = abs(first_turn(swim, edge) - x) - gap;
	if (text.n == 0)
		return;
	want = way->kind == SWIM_STRAIGHT ? swim->column_w / 2 + BESIDE
	    : want < swim->column_w ? swim->column_w : want;
	label->text = shaped(swim, text, false);
	label->lines = line_balanced(swim->arena, label->text,
	    want < room ? want : room);
	for (size_t i = 0; i < label->lines.count; i++)
		if (label->lines.at[i].width > label->w)
			label->w = label->lines.at[i].width;
	label->h = (int)label->lines.count * leading(swim);
	label->x = right ? x + gap : x - gap - label->w;
}

static void add_band(struct swim *swim, size_t edge, size_t gap, int from,
    int to, const struct label *label) {
	struct band *band = &swim->band[swim->bands++];
	*band = (struct band){ .edge = edge, .gap = gap,
	    .from = from < to ? from : to, .to = from < to ? to : from,
	    .height = THIN };
	if (label == NULL || label->text == NULL)
		return;
	band->height = label->h + UNDER;
	if (label->x < band->from)
		band->from = label->x;
	if (label->x + label->w > band->to)
		band->to = label->x + label->w;
}

static void add_bands(struct swim *swim, bool straight) {
	for (size_t i = 0; i < swim->dot.edges; i++) {
		const struct swim_way *way = &swim->grid.way[i];
		int x = line_start(swim, i);
		if ((way->kind == SWIM_STRAIGHT) != straight
		    || (straight && swim->label[i].text == NULL))
			continue;
		swim->label[i].band = swim->bands;
		add_band(swim, i, way->gap, x, straight ? x
		    : first_turn(swim, i), &swim->label[i]);
		if (way->kind == SWIM_AROUND)
			add_band(swim, i, way->last, first_turn(swim, i),
			    line_end(swim, i), NULL);
	}
}

static bool meets_before(const struct swim *swim, size_t n) {
	const struct band *band = &swim->band[n];
	for (size_t i = 0; i < n; i++) {
		const struct band *other = &swim->band[i];
		if (other->gap == band->gap && other->track == band->track
		    && other->from <= band->to + POINT
		    && band->from <= other->to + POINT)
			return true;
	}
	return false;
}

/* Labels of straight lines above all else, where no other line arrives. */
static void set_bands(struct swim *swim) {
	swim->bands = 0;
	add_bands(swim, true);
	add_bands(swim, false);
	for (size_t i = 0; i < swim->bands; i++)
		while (meets_before(swim, i))
			swim->band[i].track++;
}

/* The height of a track: of its highest band; 0 when there is none. */
static int track_height(const struct swim *swim, size_t gap, size_t track) {
	int height = 0;
	for (size_t i = 0; i < swim->bands; i++)
		if (swim->band[i].gap == gap && swim->band[i].track == track
		    && swim->band[i].height > height)
			height = swim->band[i].height;
	return height;
}

/* Place the bands of the gap below top; the gap's foot.  No line arrives below
 * the last row, nor above the first one without a band. */
static int place_bands(struct swim *swim, size_t gap, int top) {
	int y = top + FOOT;
	for (size_t track = 0; track < swim->bands; track++) {
		y += track_height(swim, gap, track);
		for (size_t i = 0; i < swim->bands; i++)
			if (swim->band[i].gap == gap
			    && swim->band[i].track == track)
				swim->band[i].y = y;
	}
	return y + (gap == swim->grid.rows || (gap == 0 && y == top + FOOT)
	    ? FOOT : HEAD);
}

static int box_height(struct swim *swim, size_t box) {
	struct lines lines = cut(swim, shaped(swim, box_text(swim, box),
	    false));
	return (int)lines.count * leading(swim) + 2 * PAD;
}

static int name_height(struct swim *swim) {
	int most = 0;
	for (size_t i = 0; i < swim->lanes; i++) {
		struct lines lines = cut(swim, shaped(swim, swim->lane[i],
		    true));
		if ((int)lines.count > most)
			most = (int)lines.count;
	}
	return most * leading(swim) + 2 * PAD;
}

/* The boxes of a row are of one height. */
static int row_height(struct swim *swim, size_t row) {
	int height = 0;
	for (size_t i = 0; i < swim->dot.boxes; i++)
		if (swim->grid.cell[i].row == row
		    && box_height(swim, i) > height)
			height = box_height(swim, i);
	return height;
}

static void set_rows(struct swim *swim) {
	int y = name_height(swim);
	swim->head = y;
	for (size_t row = 0; row < swim->grid.rows; row++) {
		y = place_bands(swim, row, y);
		int height = row_height(swim, row);
		for (size_t i = 0; i < swim->dot.boxes; i++)
			if (swim->grid.cell[i].row == row)
				swim->dot.box[i].y = y;
		swim->row_h[row] = height;
		y += height;
	}
	swim->h = place_bands(swim, swim->grid.rows, y);
}

static void lay_out(struct swim *swim, int width, int size) {
	swim->size = size;
	set_columns(swim, width);
	memset(swim->label, 0, swim->dot.edges * sizeof *swim->label);
	for (size_t i = 0; i < swim->dot.edges; i++)
		set_label(swim, i);
	set_bands(swim);
	set_rows(swim);
}

static void draw_lines(struct swim *swim, const struct text *text,
    const struct lines *lines, int x, int y, int w, struct colour colour) {
	for (size_t i = 0; i < lines->count; i++)
		line_draw(&swim->sketch, text, &lines->at[i],
		    x + (w - lines->at[i].width) / 2, y + (int)i
		    * leading(swim) + para_baseline(swim->size,
		    leading(swim)), colour, swim->node);
}

/* From the border before its first column to that behind its last. */
static void draw_lane(struct swim *swim, size_t lane) {
	const struct theme *theme = swim->theme;
	size_t first = 0, end;
	while (swim->grid.lane[first] != lane)
		first++;
	end = first;
	while (end < swim->grid.columns && swim->grid.lane[end] == lane)
		end++;
	int x = first == 0 ? 0 : swim->channel[first];
	int w = (end == swim->grid.columns ? swim->w : swim->channel[end]) - x;
	const struct text *name = shaped(swim, swim->lane[lane], true);
	struct lines lines = cut(swim, name);
	sketch_fill(&swim->sketch, x, 0, w, swim->head, theme->tint_head);
	sketch_outline(&swim->sketch, x, 0, w, swim->head, POINT / 2,
	    theme->rule);
	sketch_outline(&swim->sketch, x, 0, w, swim->h, POINT / 2,
	    theme->rule);
	draw_lines(swim, name, &lines, x, (swim->head - (int)lines.count
	    * leading(swim)) / 2, w, theme->accent);
}

static void draw_box(struct swim *swim, size_t n) {
	const struct text *text = shaped(swim, box_text(swim, n), false);
	struct lines lines = cut(swim, text);
	int x = column_x(swim, swim->grid.cell[n].column);
	int y = swim->dot.box[n].y, h = swim->row_h[swim->grid.cell[n].row];
	sketch_fill(&swim->sketch, x, y, swim->column_w, h,
	    swim->theme->tint_accent);
	sketch_outline(&swim->sketch, x, y, swim->column_w, h, POINT * 3 / 4,
	    swim->theme->accent);
	draw_lines(swim, text, &lines, x, y + (h - (int)lines.count
	    * leading(swim)) / 2, swim->column_w, swim->theme->text);
}

static const struct band *band_of(const struct swim *swim, size_t edge,
    size_t n) {
	for (size_t i = 0; i < swim->bands; i++)
		if (swim->band[i].edge == edge && n-- == 0)
			return &swim->band[i];
	return NULL;
}

static void draw_way(struct swim *swim, size_t n) {
	const struct swim_way *way = &swim->grid.way[n];
	size_t from = swim->dot.edge[n].from, to = swim->dot.edge[n].to;
	int foot = swim->dot.box[from].y
	    + swim->row_h[swim->grid.cell[from].row];
	int top = swim->dot.box[to].y;
	int x1 = line_start(swim, n), x2 = line_end(swim, n);
	int point[12] = { x1, foot }, points = 1;
	if (way->kind != SWIM_STRAIGHT) {
		int turn = first_turn(swim, n), y = band_of(swim, n, 0)->y;
		memcpy(&point[2], (int[]){ x1, y, turn, y }, 4 * sizeof(int));
		points = 3;
	}
	if (way->kind == SWIM_AROUND) {
		int turn = first_turn(swim, n), y = band_of(swim, n, 1)->y;
		memcpy(&point[6], (int[]){ turn, y, x2, y }, 4 * sizeof(int));
		points = 5;
	}
	point[2 * points] = x2;
	point[2 * points + 1] = top;
	connector_draw(&swim->sketch, point, (size_t)points + 1,
	    swim->theme->muted, swim->node);
}

/* On paper of its own: lines that cross its band end before it; the line of
 * the band above stays whole. */
static void draw_label(struct swim *swim, size_t n) {
	const struct label *label = &swim->label[n];
	if (label->text == NULL)
		return;
	int y = swim->band[label->band].y - UNDER - label->h;
	sketch_fill(&swim->sketch, label->x - POINT, y + POINT, label->w
	    + 2 * POINT, label->h - POINT, swim->theme->paper);
	draw_lines(swim, label->text, &label->lines, label->x, y, label->w,
	    swim->theme->text);
}

static void draw(struct swim *swim) {
	for (size_t i = 0; i < swim->lanes; i++)
		draw_lane(swim, i);
	for (size_t i = 0; i < swim->dot.edges; i++)
		draw_way(swim, i);
	for (size_t i = 0; i < swim->dot.edges; i++)
		draw_label(swim, i);
	for (size_t i = 0; i < swim->dot.boxes; i++)
		draw_box(swim, i);
}

static struct swim swim_of(struct arena *arena, struct fonts *fonts,
    const struct node *node) {
	size_t boxes = node->u.diagram.nodes, edges = node->u.diagram.edges;
	struct swim swim = { .arena = arena, .fonts = fonts,
	    .theme = font_theme(fonts), .node = node,
	    .sketch = sketch_in(arena), .dot = dot_of(arena, node) };
	swim.lane = arena_array(arena, boxes, sizeof *swim.lane);
	for (size_t i = 0; i < boxes; i++)
		swim.dot.box[i].lane = lane_find(&swim,
		    node->u.diagram.node[i].lane);
	swim.label = arena_array(arena, edges, sizeof *swim.label);
	swim.band = arena_array(arena, 2 * edges, sizeof *swim.band);
	swim.row_h = arena_array(arena, boxes, sizeof *swim.row_h);
	return swim;
}

/* Lay out in the size; true when the page holds it. */
static bool try_size(struct swim *swim, int width, int height, int size) {
	lay_out(swim, width, size);
	return swim->h <= height && swim->column_w >= 5 * swim->size;
}

bool swim_fits(struct arena *arena, struct fonts *fonts,
    const struct node *node, int width, int height) {
	struct swim swim = swim_of(arena, fonts, node);
	return swimgrid_make(arena, &swim.dot, swim.lanes, &swim.grid)
	    && try_size(&swim, width, height, DOT_READABLE);
}

const struct fragment *swim_fragment(struct arena *arena,
    struct fonts *fonts, const struct node *node, int width, int height) {
	static const int sizes[] = { 17 * POINT / 2, DOT_READABLE,
	    6 * POINT };
	struct swim swim = swim_of(arena, fonts, node);
	if (!swimgrid_make(arena, &swim.dot, swim.lanes, &swim.grid))
		return NULL;
	for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++)
		if (try_size(&swim, width, height, sizes[i]))
			break;
	draw(&swim);
	struct fragment *fragment = arena_alloc(arena, sizeof *fragment);
	*fragment = sketch_fragment(&swim.sketch, swim.w, swim.h);
	return fragment;
}
