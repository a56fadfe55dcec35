/* evidence - what a document rests on, to be attached to its PDF. */
#include "cmd/evidence.h"

#include "base/arena.h"
#include "doc/compose.h"
#include "doc/factxml.h"
#include "emit/tablecsv.h"
#include "xml/xml.h"

static int name_order(const void *a, const void *b) {
	const struct pdfattach_file *left = a, *right = b;
	return str_compare(left->name, right->name);
}

static struct pdfattach_file facts_file(struct arena *arena,
    const struct facts *facts, enum kind_id kind) {
	struct _xmlDoc *xml = compose_facts(arena, facts, kind);
	struct pdfattach_file file = { str_of("facts.xml"),
	    words_find(facts->words, "evidence.facts"), "application/xml",
	    "Source", xml_write(arena, xml, false) };
	xml_free(xml);
	return file;
}

static bool is_listed(const struct pdfattach_file *file, size_t files,
    struct str name) {
	for (size_t i = 0; i < files; i++)
		if (str_equal(file[i].name, name))
			return true;
	return false;
}

struct pdfattach evidence_of(struct arena *arena, const struct facts *facts,
    enum kind_id kind, const struct xlsx_sheet *sheet, size_t sheets) {
	struct pdfattach_file *file = arena_array(arena, sheets + 1,
	    sizeof *file);
	size_t files = 0;
	if (kind == KIND_monthly || kind == KIND_annual)
		file[files++] = facts_file(arena, facts, kind);
	for (size_t i = 0; i < sheets; i++) {
		const struct fact_table *table = sheet[i].table;
		struct str name = str_of(arena_printf(arena, "%s.csv",
		    str_z(arena, factxml_anchor(arena, table->id))));
		if (!is_listed(file, files, name))
			file[files++] = (struct pdfattach_file){ name,
			    table->title, "text/csv", "Data",
			    tablecsv_text(arena, facts, table) };
	}
	if (files > 0)
		qsort(file, files, sizeof *file, name_order);
	return (struct pdfattach){ file, files };
}
