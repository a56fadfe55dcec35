/* swimgrid - a flow on a grid. */
#include "set/swimgrid.h"

#include "base/arena.h"

/* Ranks of the edges alone; lanes would pull boxes apart. */
static bool rank(struct arena *arena, struct dot *dot) {
	struct dot plain = *dot;
	plain.box = arena_array(arena, dot->boxes, sizeof *plain.box);
	plain.lanes = 0;
	for (size_t i = 0; i < dot->boxes; i++)
		plain.box[i] = (struct dot_box){ .w = 1 << 16, .h = 1 << 15,
		    .lane = DOT_NO_LANE };
	bool good = dot_layout(&plain);
	for (size_t i = 0; i < dot->boxes; i++)
		dot->box[i].rank = plain.box[i].rank;
	return good;
}

/* How many boxes before `box` share its lane and its rank. */
static size_t place_in_lane(const struct dot *dot, size_t box) {
	size_t place = 0;
	for (size_t i = 0; i < box; i++)
		place += dot->box[i].lane == dot->box[box].lane
		    && dot->box[i].rank == dot->box[box].rank;
	return place;
}

/* A lane has as many columns as its fullest rank has boxes. */
static void set_cells(struct arena *arena, const struct dot *dot,
    size_t lanes, struct swim_grid *grid) {
	grid->cell = arena_array(arena, dot->boxes, sizeof *grid->cell);
	grid->lane = arena_array(arena, dot->boxes, sizeof *grid->lane);
	grid->columns = grid->rows = 0;
	for (size_t lane = 0; lane < lanes; lane++) {
		size_t first = grid->columns;
		for (size_t i = 0; i < dot->boxes; i++) {
			if (dot->box[i].lane != lane)
				continue;
			size_t row = (size_t)dot->box[i].rank;
			size_t column = first + place_in_lane(dot, i);
			grid->cell[i] = (struct swim_cell){ column, row };
			for (; grid->columns <= column; grid->columns++)
				grid->lane[grid->columns] = lane;
			grid->rows = row < grid->rows ? grid->rows : row + 1;
		}
	}
}

/* No box in the column between the rows. */
static bool is_free(const struct dot *dot, const struct swim_grid *grid,
    size_t column, struct swim_cell from, struct swim_cell to) {
	for (size_t i = 0; i < dot->boxes; i++)
		if (grid->cell[i].column == column
		    && grid->cell[i].row > from.row
		    && grid->cell[i].row < to.row)
			return false;
	return true;
}

/* By the channel beside the last box, on the side that the line comes from. */
static struct swim_way go_around(struct swim_cell from, struct swim_cell to) {
	bool right = to.column > from.column;
	struct swim_way way = { .kind = SWIM_AROUND, .gap = from.row + 1,
	    .last = to.row, .channel = right ? to.column : to.column + 1,
	    .in = right ? -1 : 1 };
	way.out = way.channel > from.column ? 1 : -1;
	return way;
}

static struct swim_way find_way(const struct dot *dot,
    const struct swim_grid *grid, const struct dot_edge *edge) {
	struct swim_cell from = grid->cell[edge->from];
	struct swim_cell to = grid->cell[edge->to];
	int side = to.column > from.column ? 1 : -1;
	bool there = is_free(dot, grid, to.column, from, to);
	if (to.row <= from.row || (to.column == from.column && !there))
		return go_around(from, to);
	if (to.column == from.column)
		return (struct swim_way){ .kind = SWIM_STRAIGHT,
		    .gap = from.row + 1 };
	if (there || is_free(dot, grid, from.column, from, to))
		return (struct swim_way){ .kind = SWIM_BENT, .out = side,
		    .in = -side, .gap = there ? from.row + 1 : to.row };
	return go_around(from, to);
}

/* Do two ways run beside each other in one channel? */
static bool meet(const struct swim_way *a, const struct swim_way *b) {
	size_t top = a->gap < a->last ? a->gap : a->last;
	size_t foot = a->gap < a->last ? a->last : a->gap;
	return b->kind == SWIM_AROUND && a->channel == b->channel
	    && (b->gap >= top || b->last >= top)
	    && (b->gap <= foot || b->last <= foot);
}

/* Does a way before the n-th take its track? */
static bool is_taken(const struct swim_grid *grid, size_t n) {
	for (size_t i = 0; i < n; i++)
		if (meet(&grid->way[n], &grid->way[i])
		    && grid->way[i].track == grid->way[n].track)
			return true;
	return false;
}

static void set_track(const struct swim_grid *grid, size_t n) {
	struct swim_way *way = &grid->way[n];
	while (is_taken(grid, n))
		way->track++;
	if (grid->tracks[way->channel] <= way->track)
		grid->tracks[way->channel] = way->track + 1;
}

bool swimgrid_make(struct arena *arena, struct dot *dot, size_t lanes,
    struct swim_grid *grid) {
	if (!rank(arena, dot))
		return false;
	set_cells(arena, dot, lanes, grid);
	grid->tracks = arena_array(arena, grid->columns + 1,
	    sizeof *grid->tracks);
	grid->way = arena_array(arena, dot->edges, sizeof *grid->way);
	for (size_t i = 0; i < dot->edges; i++) {
		grid->way[i] = find_way(dot, grid, &dot->edge[i]);
		if (grid->way[i].kind == SWIM_AROUND)
			set_track(grid, i);
	}
	return true;
}
