/*
 * form - ruled boxes with labels, and boxes for seals.
 *
 * A row of a form is a strip; a row that is taller than half a page becomes a
 * strip of each line, with its side rules drawn through.
 */
#include "set/form.h"

#include "base/arena.h"
#include "base/buf.h"
#include "set/inline.h"
#include "set/line.h"
#include "set/para.h"

#define POINT FRAME_POINT
#define PAD_X (5 * POINT)
#define PAD_Y (4 * POINT)
#define RULE_THIN (POINT / 4)
#define RULE_MEDIUM (POINT / 2)
/* Rows of a divided form that stand together on each side of a break. */
#define KEPT_ROWS 4
/* 8 mm for a written line, 18 mm for a seal. */
#define WRITTEN_LINE 23222
#define SEAL 52249
#define AFTER (12 * POINT)

struct field {
	const struct node *node;
	const struct text *label, *value;
	struct lines label_lines, value_lines;
	int x, width;
};

struct form_row {
	struct field *field;
	size_t fields;
	int height;
	size_t most;			/* lines of the longest field */
};

struct form {
	struct flow *flow;
	const struct node *node;
	int pairs, pair;		/* in a row; width of one */
	int label;			/* width of a label's box */
	int size, leading;
	struct form_row *row;
	size_t rows;
};

static int span_of(const struct form *form, const struct node *field) {
	int span = field->u.field.span;
	return span < 1 ? 1 : span > form->pairs ? form->pairs : span;
}

/* The fields in rows; a field without room in its row begins the next one. */
static void read_rows(struct form *form) {
	struct arena *arena = form->flow->arena;
	int used = form->pairs;
	for (const struct node *at = form->node->first; at != NULL;
	    at = at->next) {
		if (at->type != ELEMENT_FIELD)
			continue;
		if (used + span_of(form, at) > form->pairs) {
			form->row = arena_room(arena, form->row, form->rows,
			    sizeof *form->row);
			form->row[form->rows++] = (struct form_row){ 0 };
			used = 0;
		}
		struct form_row *row = &form->row[form->rows - 1];
		row->field = arena_room(arena, row->field, row->fields,
		    sizeof *row->field);
		row->field[row->fields++] = (struct field){ .node = at,
		    .x = form->flow->x + used * form->pair,
		    .width = span_of(form, at) * form->pair };
		used += span_of(form, at);
	}
}

/* What is not there to be written in is shown, as in tables. */
static const struct text *value_text(const struct form *form,
    const struct node *field) {
	struct flow *flow = form->flow;
	const struct text *text = inline_text(flow->fonts, flow->arena, field,
	    FONT_GOTHIC, form->size);
	return text->clusters > 0 || field->u.field.lines > 0 ? text
	    : text_plain(flow->fonts, text_nothing(flow->fonts), FONT_GOTHIC,
	    form->size);
}

static void shape_fields(struct form *form) {
	struct flow *flow = form->flow;
	int word = 0;	/* of a label: more than two fifths for a long one */
	for (size_t r = 0; r < form->rows; r++)
		for (size_t i = 0; i < form->row[r].fields; i++) {
			struct field *field = &form->row[r].field[i];
			field->label = text_plain(flow->fonts,
			    field->node->u.field.label, FONT_GOTHIC_BOLD,
			    form->size);
			field->value = value_text(form, field->node);
			int width = field->label->max + 2 * PAD_X;
			if (width > form->label)
				form->label = width;
			if (field->label->min + 2 * PAD_X > word)
				word = field->label->min + 2 * PAD_X;
		}
	if (word < form->pair * 2 / 5 || word > form->pair / 2)
		word = form->pair * 2 / 5;
	if (form->label > word)
		form->label = word;
}

/* The last field of a row takes what is left of its width. */
static void stretch_last(struct form *form, struct form_row *row) {
	struct field *last = &row->field[row->fields - 1];
	last->width = form->flow->x + form->flow->width - last->x;
}

static void cut_row(struct form *form, struct form_row *row) {
	stretch_last(form, row);
	for (size_t i = 0; i < row->fields; i++) {
		struct field *field = &row->field[i];
		field->label_lines = line_ragged(form->flow->arena,
		    field->label, form->label - 2 * PAD_X);
		field->value_lines = line_ragged(form->flow->arena,
		    field->value, field->width - form->label - 2 * PAD_X);
		size_t lines = field->value_lines.count;
		if (field->label_lines.count > lines)
			lines = field->label_lines.count;
		if (lines > row->most)
			row->most = lines;
		int written = field->node->u.field.lines * WRITTEN_LINE;
		int height = (int)lines * form->leading + 2 * PAD_Y;
		if (written > height)
			height = written;
		if (height > row->height)
			row->height = height;
	}
}

static void draw_lines(const struct form *form, struct sketch *art,
    const struct text *text, const struct lines *lines, size_t from,
    size_t to, int x, int y, const struct node *node) {
	for (size_t i = from; i < to && i < lines->count; i++) {
		line_draw(art, text, &lines->at[i], x,
		    y + para_baseline(form->size, form->leading),
		    form->flow->theme->text, node);
		y += form->leading;
	}
}

/* Lines [from, to) of the row's fields in a strip of the height; begins with
 * a fill for each field. */
static void draw_part(const struct form *form, struct sketch *art,
    const struct form_row *row, size_t from, size_t to, int top, int height) {
	const struct theme *theme = form->flow->theme;
	for (size_t i = 0; i < row->fields; i++)
		sketch_fill(art, row->field[i].x, 0, form->label, height,
		    theme->tint_head);
	for (size_t i = 0; i < row->fields; i++) {
		const struct field *field = &row->field[i];
		size_t label = art->items;
		draw_lines(form, art, field->label, &field->label_lines, from,
		    to, field->x + PAD_X, top, field->node);
		sketch_claim(art, label, field->node, PART_LABEL);
		draw_lines(form, art, field->value, &field->value_lines, from,
		    to, field->x + form->label + PAD_X, top, field->node);
	}
	for (size_t i = 0; i < row->fields; i++) {
		int x = row->field[i].x;
		sketch_line(art, x, 0, 0, height, i == 0 ? RULE_MEDIUM
		    : RULE_THIN, theme->muted);
		sketch_line(art, x + form->label, 0, 0, height, RULE_THIN,
		    theme->rule);
	}
	sketch_line(art, form->flow->x + form->flow->width, 0, 0, height,
	    RULE_MEDIUM, theme->muted);
}

static void rule_across(const struct form *form, struct sketch *art, int y,
    bool outer) {
	const struct theme *theme = form->flow->theme;
	sketch_line(art, form->flow->x, y, form->flow->width, 0,
	    outer ? RULE_MEDIUM : RULE_THIN, outer ? theme->muted
	    : theme->rule);
}

static void set_whole(struct form *form, size_t r) {
	struct form_row *row = &form->row[r];
	struct sketch art = sketch_in(form->flow->arena);
	draw_part(form, &art, row, 0, row->most, PAD_Y, row->height);
	/* the row may stand at a page's top */
	rule_across(form, &art, 0, r == 0);
	rule_across(form, &art, row->height, r + 1 == form->rows);
	flow_strip(form->flow, &art, row->height, 0)->fills = row->fields;
}

static void set_divided(struct form *form, size_t r) {
	struct form_row *row = &form->row[r];
	for (size_t k = 0; k < row->most; k++) {
		bool first = k == 0, last = k + 1 == row->most;
		struct sketch art = sketch_in(form->flow->arena);
		int top = first ? PAD_Y : 0;
		int height = top + form->leading + (last ? PAD_Y : 0);
		draw_part(form, &art, row, k, k + 1, top, height);
		if (first)
			rule_across(form, &art, 0, r == 0);
		if (last)
			rule_across(form, &art, height, r + 1 == form->rows);
		struct strip *strip = flow_strip(form->flow, &art, height, 0);
		strip->fills = row->fields;
		strip->keep = !last && (first || k + 2 == row->most);
	}
}

/* Is anything to be written in by hand? */
static bool is_written(const struct form *form) {
	for (const struct node *at = form->node->first; at != NULL;
	    at = at->next)
		if (at->type == ELEMENT_FIELD && at->u.field.lines > 0)
			return true;
	return false;
}

/* What the first row says, if that is short; empty else. */
static struct str first_row(const struct form *form) {
	const struct form_row *row = &form->row[0];
	struct buf buf = buf_in(form->flow->arena);
	for (size_t i = 0; i < row->fields; i++) {
		if (row->field[i].value_lines.count > 1)
			return (struct str){ NULL, 0 };
		buf_text(&buf, i == 0 ? "" : "  ");
		buf_add(&buf, row->field[i].node->u.field.label);
		buf_char(&buf, ' ');
		buf_add(&buf, row->field[i].value->text);
	}
	buf_add(&buf, form->flow->doc->continued);
	return buf_str(&buf);
}

/* Which form goes on: its first row stands above the rest on later pages. */
static const struct galley_head *continued_head(const struct form *form) {
	struct flow aside = *form->flow;
	struct galley_head *head = arena_alloc(aside.arena, sizeof *head);
	struct para_style style = para_small(&aside);
	struct sketch none = sketch_in(aside.arena);
	struct str text = first_row(form);
	if (text.n == 0)
		return NULL;
	aside.galley = galley_new(aside.arena, form->flow->galley->page);
	aside.space = 0;
	aside.opens = false;
	style.role = FONT_GOTHIC_BOLD;
	para_block(&aside, text_plain(aside.fonts, text, style.role,
	    style.size), &style, NULL);
	flow_strip(&aside, &none, 3 * POINT, 0);
	head->strip = aside.galley->strip;
	head->strips = aside.galley->strips;
	head->height = head->strip[0].art.h + head->strip[1].art.h;
	return head;
}

/* A small form, and one to be filled in, stands on one page; a large one keeps
 * some rows on each side of a break and says what goes on. */
static void keep_rows(const struct form *form, size_t from, int height) {
	struct galley *galley = form->flow->galley;
	int page = flow_page_height(form->flow);
	size_t end = galley->strips;
	if (height <= (is_written(form) ? page / 2 : page / 3)) {
		galley_keep(galley, from);
		return;
	}
	const struct galley_head *head = continued_head(form);
	for (size_t i = from + 1; i < end; i++) {
		galley->strip[i].head = head;
		if (i < from + KEPT_ROWS || i + KEPT_ROWS > end)
			galley->strip[i - 1].keep = true;
	}
}

void form_set(struct flow *flow, const struct node *node) {
	struct form form = { .flow = flow, .node = node,
	    .pairs = node->u.form.columns > 0 ? node->u.form.columns : 1,
	    .size = flow->theme->table + POINT / 2,
	    .leading = flow->theme->table * 3 / 2 };
	int most = flow_page_height(flow) / 2, height = 0;
	form.pair = flow->width / form.pairs;
	read_rows(&form);
	shape_fields(&form);
	flow_space(flow, AFTER);
	size_t from = flow->galley->strips;
	for (size_t r = 0; r < form.rows; r++) {
		cut_row(&form, &form.row[r]);
		height += form.row[r].height;
		if (form.row[r].height > most
		    && form.row[r].most > 1)
			set_divided(&form, r);
		else
			set_whole(&form, r);
	}
	keep_rows(&form, from, height);
	flow_space(flow, AFTER);
}

/* One seal box of a width with its title, at x. */
static void draw_approval(struct flow *flow, struct sketch *art,
    const struct node *approval, int x, int width, int title) {
	const struct theme *theme = flow->theme;
	int size = 8 * POINT;
	const struct text *text = inline_text(flow->fonts, flow->arena,
	    approval, FONT_GOTHIC, size);
	struct lines lines = line_ragged(flow->arena, text, width - 4 * POINT);
	sketch_fill(art, x, 0, width, title, theme->tint_head);
	for (size_t i = 0; i < lines.count; i++)
		line_draw(art, text, &lines.at[i],
		    x + (width - lines.at[i].width) / 2,
		    (int)i * (title - 4 * POINT) / (int)lines.count
		    + 2 * POINT + para_baseline(size,
		    (title - 4 * POINT) / (int)lines.count), theme->text,
		    approval);
	sketch_outline(art, x, 0, width, title + SEAL, RULE_MEDIUM,
	    theme->muted);
	sketch_line(art, x, title, width, 0, RULE_THIN, theme->muted);
}

/* The width of a box: a seal, or the longest title if that is little more. */
static int approval_width(struct flow *flow, const struct node *approvals) {
	int width = SEAL;
	for (const struct node *at = approvals->first; at != NULL;
	    at = at->next) {
		int title = inline_text(flow->fonts, flow->arena, at,
		    FONT_GOTHIC, 8 * POINT)->max + 6 * POINT;
		if (title > width)
			width = title;
	}
	return width < SEAL * 3 / 2 ? width : SEAL * 3 / 2;
}

/* The most lines that a title of the boxes takes. */
static size_t title_lines(struct flow *flow, const struct node *approvals,
    int width) {
	size_t most = 1;
	for (const struct node *at = approvals->first; at != NULL;
	    at = at->next) {
		const struct text *text = inline_text(flow->fonts, flow->arena,
		    at, FONT_GOTHIC, 8 * POINT);
		size_t lines = line_ragged(flow->arena, text,
		    width - 4 * POINT).count;
		if (lines > most)
			most = lines;
	}
	return most;
}

void form_approvals(struct flow *flow, const struct node *approvals) {
	int width = approval_width(flow, approvals);
	int count = 0, row = flow->width / width;
	int title = (int)title_lines(flow, approvals, width) * 11 * POINT
	    + 4 * POINT;
	for (const struct node *at = approvals->first; at != NULL;
	    at = at->next)
		count += at->type == ELEMENT_APPROVAL;
	flow_space(flow, AFTER);
	for (const struct node *at = approvals->first; at != NULL; ) {
		struct sketch art = sketch_in(flow->arena);
		int here = count < row ? count : row;
		int x = flow->x + flow->width - here * width;
		for (int i = 0; i < here && at != NULL; at = at->next) {
			if (at->type != ELEMENT_APPROVAL)
				continue;
			draw_approval(flow, &art, at, x + i++ * width, width,
			    title);
		}
		count -= here;
		flow_strip(flow, &art, title + SEAL, 0);
		if (here == 0)
			break;
	}
	flow_space(flow, AFTER);
}
