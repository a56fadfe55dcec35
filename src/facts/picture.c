/* picture - a fact_chart being made. */
#include "facts/picture.h"

#include "base/arena.h"
#include "facts/phrase.h"
#include "facts/survey.h"

/* Lines of a chart that stand on one page, which may be a landscape one. */
#define LINES_MOST 14

struct picture picture_new(struct arena *arena, struct facts *facts,
    const char *id, enum chart_kind kind, const char *title,
    struct str name) {
	struct picture picture = { .arena = arena, .facts = facts };
	picture.chart.id = str_of(id);
	picture.chart.kind = kind;
	picture.chart.title = words_fill(arena, facts->words,
	    arena_printf(arena, "chart.%s", title), "name",
	    str_z(arena, name), NULL);
	return picture;
}

void picture_class_text(struct picture *picture, enum chart_fill fill,
    struct str label) {
	struct fact_chart *chart = &picture->chart;
	chart->class = arena_room(picture->arena, chart->class, chart->classes,
	    sizeof *chart->class);
	chart->class[chart->classes++] = (struct fact_class){ fill, label };
}

void picture_class(struct picture *picture, enum chart_fill fill,
    const char *key) {
	picture_class_text(picture, fill, words_find(picture->facts->words,
	    key));
}

struct fact_line *picture_line(struct picture *picture, struct str label) {
	struct fact_chart *chart = &picture->chart;
	chart->line = arena_room(picture->arena, chart->line, chart->lines,
	    sizeof *chart->line);
	struct fact_line *line = &chart->line[chart->lines++];
	*line = (struct fact_line){ .label = label };
	if (chart->kind != CHART_TIMELINE && chart->kind != CHART_GANTT)
		line->point = arena_array(picture->arena, chart->categories,
		    sizeof *line->point);
	return line;
}

void picture_bar(struct picture *picture, struct fact_line *line,
    struct fact_bar bar) {
	line->bar = arena_room(picture->arena, line->bar, line->bars,
	    sizeof *line->bar);
	line->bar[line->bars++] = bar;
}

void picture_mark(struct picture *picture, struct decimal at,
    struct str label) {
	struct fact_chart *chart = &picture->chart;
	chart->mark = arena_room(picture->arena, chart->mark, chart->marks,
	    sizeof *chart->mark);
	chart->mark[chart->marks++] = (struct fact_mark){ at, label };
}

void picture_add(struct picture *picture) {
	survey_chart(picture->arena, picture->facts, picture->chart);
}

void picture_add_parts(struct picture *picture) {
	struct arena *arena = picture->arena;
	const struct fact_chart *whole = &picture->chart;
	size_t parts = (whole->lines + LINES_MOST - 1) / LINES_MOST;
	for (size_t i = 0; i < parts; i++) {
		struct fact_chart part = *whole;
		size_t from = whole->lines * i / parts;
		part.line = whole->line + from;
		part.lines = whole->lines * (i + 1) / parts - from;
		part.id = str_of(arena_printf(arena, "%.*s-%zu",
		    (int)whole->id.n, whole->id.p, i + 1));
		if (parts > 1)
			part.title = words_fill(arena, picture->facts->words,
			    "chart.part", "title", str_z(arena, whole->title),
			    "n", arena_printf(arena, "%zu", i + 1), "of",
			    arena_printf(arena, "%zu", parts), NULL);
		if (i > 0)
			part.sentence = words_fill(arena,
			    picture->facts->words, "chart.part.text", "title",
			    str_z(arena, part.title), NULL);
		survey_chart(arena, picture->facts, part);
	}
}
