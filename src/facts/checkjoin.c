/* checkjoin - data checks of what names something that is not there. */
#include "facts/checkjoin.h"

#include "base/arena.h"
#include "facts/cell.h"
#include "facts/finding.h"

void checkjoin_targets(struct findings *findings) {
	static const enum record_id tables[] = {
		RECORD_alert, RECORD_maintenance, RECORD_exclusion
	};
	const struct rows *rows = findings->rows;
	for (size_t t = 0; t < sizeof tables / sizeof tables[0]; t++) {
		const struct rows_table *table = &rows->table[tables[t]];
		int index = cell_index(tables[t], "target");
		for (size_t i = 0; i < table->count; i++) {
			struct str target = cell_text(&table->row[i], index);
			if (target.n == 0 || contract_target(rows->contract,
			    target) != NULL)
				continue;
			finding_row(findings, tables[t], &table->row[i],
			    str_z(findings->arena, target), "");
		}
	}
}

/* The texts of one field of a table, sorted. */
struct names {
	struct str *at;
	size_t count;
};

static int name_order(const void *a, const void *b) {
	return str_compare(*(const struct str *)a, *(const struct str *)b);
}

static struct names names_of(struct arena *arena,
    const struct rows_table *table, int index) {
	struct names names = { arena_array(arena, table->count + 1,
	    sizeof(struct str)), 0 };
	for (size_t i = 0; i < table->count; i++) {
		struct str text = cell_text(&table->row[i], index);
		if (text.n != 0)
			names.at[names.count++] = text;
	}
	qsort(names.at, names.count, sizeof *names.at, name_order);
	return names;
}

static bool names_have(const struct names *names, struct str name) {
	return bsearch(&name, names->at, names->count, sizeof name, name_order)
	    != NULL;
}

static bool is_sourced(const struct contract *contract,
    enum record_id records) {
	for (size_t i = 0; i < contract->sources; i++)
		if (contract->source[i].records == records)
			return true;
	return false;
}

static void add_dangling(struct findings *findings, enum record_id records,
    const struct row *row, int field, struct str name) {
	finding_row(findings, records, row, finding_label(findings, records,
	    record_type(records)->field[field].name), str_z(findings->arena,
	    name));
}

static void check_systems(struct findings *findings, enum record_id records,
    int field) {
	const struct rows_table *table = &findings->rows->table[records];
	for (size_t i = 0; i < table->count; i++) {
		struct str name = cell_text(&table->row[i], field);
		if (name.n != 0 && contract_system(findings->rows->contract,
		    name) == NULL)
			add_dangling(findings, records, &table->row[i], field,
			    name);
	}
}

/* What a contract has no source of cannot be looked up. */
static void check_references(struct findings *findings,
    enum record_id records, int field, enum record_id to) {
	const struct rows_table *table = &findings->rows->table[records];
	if (table->count == 0 || !is_sourced(findings->rows->contract, to))
		return;
	struct names names = names_of(findings->arena,
	    &findings->rows->table[to], 0);
	for (size_t i = 0; i < table->count; i++) {
		struct str name = cell_text(&table->row[i], field);
		if (name.n != 0 && !names_have(&names, name))
			add_dangling(findings, records, &table->row[i], field,
			    name);
	}
}

static void check_indicators(struct findings *findings,
    enum record_id records) {
	const struct rows_table *table = &findings->rows->table[records];
	int field = cell_index(records, "indicator");
	for (size_t i = 0; i < table->count; i++) {
		struct str name = cell_text(&table->row[i], field);
		if (name.n != 0 && contract_indicator(findings->rows->contract,
		    name) == NULL)
			add_dangling(findings, records, &table->row[i], field,
			    name);
	}
}

void checkjoin_links(struct findings *findings) {
	for (int id = 0; id < RECORD_TYPES; id++) {
		const struct record_type *type = record_type(id);
		for (size_t f = 0; f < type->fields; f++) {
			const struct record_field *field = &type->field[f];
			if (field->kind != FIELD_REF)
				continue;
			enum record_id to = record_find(str_of(field->words));
			if (to == RECORD_TYPES)
				check_systems(findings, id, (int)f);
			else
				check_references(findings, id, (int)f, to);
		}
	}
	check_indicators(findings, RECORD_exclusion);
	check_indicators(findings, RECORD_improvement);
}

static size_t times_in(const struct names *names, size_t i) {
	size_t n = 1;
	while (i + n < names->count
	    && str_equal(names->at[i], names->at[i + n]))
		n++;
	return n;
}

/* The numbers that stand once, and whether any stands more often. */
static struct names single(struct arena *arena, const struct names *names,
    bool *joined) {
	struct names once = { arena_array(arena, names->count + 1,
	    sizeof(struct str)), 0 };
	*joined = false;
	for (size_t i = 0, n; i < names->count; i += n) {
		n = times_in(names, i);
		*joined = *joined || n > 1;
		if (n == 1)
			once.at[once.count++] = names->at[i];
	}
	return once;
}

/* Seeds K-IV-1.2-27: both sides keep a ledger, joined by a unique key.  Where
 * no number stands twice, only one side's ledger was loaded, and nothing can
 * be said. */
void checkjoin_changes(struct findings *findings) {
	const struct rows_table *table = &findings->rows->table[RECORD_change];
	int link = cell_index(RECORD_change, "link_id");
	struct names names = names_of(findings->arena, table, link);
	bool joined;
	struct names once = single(findings->arena, &names, &joined);
	for (size_t i = 0; joined && i < table->count; i++) {
		struct str number = cell_text(&table->row[i], link);
		if (number.n == 0 ? finding_in_period(findings, RECORD_change,
		    &table->row[i], "implemented_at")
		    : names_have(&once, number))
			finding_row(findings, RECORD_change, &table->row[i],
			    finding_label(findings, RECORD_change, "link_id"),
			    str_z(findings->arena, number));
	}
}
