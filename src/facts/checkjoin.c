/* checkjoin - data checks of what names something that is not there. */
#include "facts/checkjoin.h"

#include "base/arena.h"
#include "facts/cell.h"
#include "facts/finding.h"
#include "facts/lookup.h"

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

/* Exports say names: the name, and what its <word> would say. */
static struct str with_id(struct findings *findings, struct str name) {
	const struct contract *contract = findings->rows->contract;
	for (size_t i = 0; i < contract->systems; i++)
		if (str_equal(contract->system[i].name, name))
			return words_fill(findings->arena,
			    findings->facts->words, "check.named", "name",
			    str_z(findings->arena, name), "id",
			    str_z(findings->arena, contract->system[i].id),
			    NULL);
	return name;
}

static void check_systems(struct findings *findings, enum record_id records,
    int field) {
	const struct rows_table *table = &findings->rows->table[records];
	for (size_t i = 0; i < table->count; i++) {
		struct str name = cell_text(&table->row[i], field);
		if (name.n != 0 && contract_system(findings->rows->contract,
		    name) == NULL)
			add_dangling(findings, records, &table->row[i], field,
			    with_id(findings, name));
	}
}

/* What a contract has no source of cannot be looked up. */
static void check_references(struct findings *findings,
    enum record_id records, int field, enum record_id to) {
	const struct rows_table *table = &findings->rows->table[records];
	if (table->count == 0 || !is_sourced(findings->rows->contract, to))
		return;
	struct lookup names = lookup_rows(findings->arena,
	    &findings->rows->table[to], 0);
	for (size_t i = 0; i < table->count; i++) {
		struct str name = cell_text(&table->row[i], field);
		if (name.n != 0 && lookup_find(names, name).count == 0)
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
			if (to != RECORD_TYPES)
				check_references(findings, id, (int)f, to);
			else if (strcmp(field->words, "system") == 0)
				check_systems(findings, id, (int)f);
		}
	}
	check_indicators(findings, RECORD_exclusion);
	check_indicators(findings, RECORD_improvement);
}

/* Does any name stand more than once? */
static bool is_joined(struct lookup lookup) {
	for (size_t i = 1; i < lookup.count; i++)
		if (str_equal(lookup.at[i - 1].name, lookup.at[i].name))
			return true;
	return false;
}

/* Seeds K-IV-1.2-27: both sides keep a ledger, joined by a unique key.  Where
 * no number stands twice, only one side's ledger was loaded, and nothing can
 * be said. */
void checkjoin_changes(struct findings *findings) {
	const struct rows_table *table = &findings->rows->table[RECORD_change];
	int link = cell_index(RECORD_change, "link_id");
	struct lookup numbers = lookup_rows(findings->arena, table, link);
	bool joined = is_joined(numbers);
	for (size_t i = 0; joined && i < table->count; i++) {
		struct str number = cell_text(&table->row[i], link);
		if (number.n == 0 ? finding_in_period(findings, RECORD_change,
		    &table->row[i], "implemented_at")
		    : lookup_find(numbers, number).count == 1)
			finding_row(findings, RECORD_change, &table->row[i],
			    finding_label(findings, RECORD_change, "link_id"),
			    str_z(findings->arena, number));
	}
}
