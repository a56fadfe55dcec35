/* readiness - how complete a checklist is, by group, and what it lacks. */
#include "facts/readiness.h"

#include "base/arena.h"
#include "facts/sheet.h"
#include "facts/survey.h"

static const struct {
	const char *state;
	enum tone tone;
} tones[] = {
	{ "fresh", TONE_GOOD }, { "good", TONE_GOOD }, { "none", TONE_MUTED },
	{ "old", TONE_WARN }, { "behind", TONE_WARN },
	{ "missing", TONE_BAD }, { "lacking", TONE_BAD },
};

/* The entries of list counted by the column by, for each of its values. */
static const struct {
	const char *list, *by, *summary, *values;
} groups[] = {
	{ "handover-checklist", "part", "handover-parts",
	    "book system work configuration migration goods" },
	{ "handover-checklist", "letter", "handover-letters",
	    "flow progress basics ledger annex other" },
	{ "completion-items", "viewpoint", "completion-views",
	    "requirements checks schedule open" },
};

static const struct {
	const char *list, *gaps;
} lists[] = {
	{ "handover-checklist", "handover-gaps" },
	{ "completion-items", "completion-gaps" },
	{ "handover-documents", NULL },
};

static enum tone tone_of(struct str state) {
	for (size_t i = 0; i < sizeof tones / sizeof *tones; i++)
		if (str_is(state, tones[i].state))
			return tones[i].tone;
	return TONE_NONE;
}

static struct fact_table *list_of(struct facts *facts, const char *id) {
	const struct fact_table *list = facts_table(facts, id);
	return list == NULL ? NULL : &facts->table[list - facts->table];
}

/* Index of the column; every list here has it. */
static size_t column_of(const struct fact_table *list, const char *id) {
	size_t c = 0;
	while (!str_is(list->column[c].id, id))
		c++;
	return c;
}

static enum tone row_tone(const struct fact_table *list, size_t row) {
	return list->row[row].cell[column_of(list, "state")].tone;
}

static void colour(struct fact_table *list) {
	size_t state = column_of(list, "state");
	list->column[state].type = COLUMN_STATUS;
	for (size_t r = 0; r < list->rows; r++)
		list->row[r].cell[state].tone
		    = tone_of(list->row[r].cell[state].value);
}

/* The rows of which something is wanting, in a table of their own. */
static void add_gaps(struct arena *arena, struct facts *facts,
    struct fact_table list, const char *id) {
	struct sheet sheet = sheet_new(arena, facts, id);
	sheet.table.column = list.column;
	sheet.table.columns = list.columns;
	for (size_t r = 0; r < list.rows; r++) {
		enum tone tone = row_tone(&list, r);
		if (tone != TONE_WARN && tone != TONE_BAD)
			continue;
		sheet_row(&sheet, list.row[r].origin);
		for (size_t c = 0; c < list.columns; c++)
			sheet_cell(&sheet, list.row[r].cell[c].text,
			    list.row[r].cell[c].value,
			    list.row[r].cell[c].tone);
	}
	survey_table(arena, facts, sheet_close(&sheet));
}

static int64_t count(const struct fact_table *list, size_t by, struct str group,
    enum tone tone) {
	int64_t n = 0;
	for (size_t r = 0; r < list->rows; r++)
		n += str_equal(list->row[r].cell[by].value, group)
		    && row_tone(list, r) == tone;
	return n;
}

static void add_group(struct sheet *sheet, const struct fact_table *list,
    const char *by, struct str group) {
	static const struct {
		enum tone tone;
		const char *word;
	} order[] = {
		{ TONE_GOOD, "readiness.whole" },
		{ TONE_WARN, "readiness.attention" },
		{ TONE_BAD, "readiness.lacking" },
	};
	const char *word = "readiness.none";
	enum tone tone = TONE_MUTED;
	size_t column = column_of(list, by);
	sheet_sum(sheet, ROW_BODY);
	sheet_cell(sheet, words_find(sheet->words, arena_printf(sheet->arena,
	    "word.%s.%.*s", by, (int)group.n, group.p)), group, TONE_NONE);
	for (size_t i = 0; i < sizeof order / sizeof *order; i++) {
		int64_t n = count(list, column, group, order[i].tone);
		sheet_int(sheet, n);
		if (n != 0) {
			word = order[i].word;
			tone = order[i].tone;
		}
	}
	sheet_int(sheet, count(list, column, group, TONE_MUTED));
	sheet_word(sheet, word, tone);
}

static void add_summary(struct arena *arena, struct facts *facts, size_t i) {
	struct sheet sheet = sheet_new(arena, facts, groups[i].summary);
	const struct fact_table list = *facts_table(facts, groups[i].list);
	struct str rest = str_of(groups[i].values), group;
	sheet_column(&sheet, groups[i].by, COLUMN_TEXT, NULL);
	sheet_columns(&sheet, "whole:int attention:int lacking:int none:int "
	    "readiness:status");
	while (str_word(&rest, &group))
		add_group(&sheet, &list, groups[i].by, group);
	survey_table(arena, facts, sheet_close(&sheet));
}

void readiness_add(struct arena *arena, struct facts *facts) {
	for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
		struct fact_table *list = list_of(facts, lists[i].list);
		if (list == NULL)
			return;	/* facts without the queries */
		colour(list);
		if (lists[i].gaps != NULL)
			add_gaps(arena, facts, *list, lists[i].gaps);
	}
	for (size_t i = 0; i < sizeof groups / sizeof *groups; i++)
		add_summary(arena, facts, i);
}
