/*
 * pack - the folder of one period.
 *
 * Documents first, since only they can be refused; then every table, the
 * portal that lists them, and last the manifest with the digest of all.
 */
#include "cmd/pack.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/file.h"
#include "cmd/evidence.h"
#include "cmd/pages.h"
#include "cmd/tables.h"
#include "doc/slot.h"
#include "emit/html.h"
#include "emit/ical.h"
#include "emit/manifest.h"
#include "emit/portal.h"
#include "emit/recordcsv.h"
#include "emit/tablecsv.h"
#include "emit/xlsx.h"

struct pack {
	struct arena *arena;
	const struct pack_order *order;
	struct pages *pages;
	struct portal_document *document;
	size_t documents;
	struct tables tables;
	struct portal_table *table;
	struct str *name;	/* every file, below the folder */
	size_t names;
};

static const char *pack_path(struct pack *pack, const char *name) {
	pack->name = arena_room(pack->arena, pack->name, pack->names,
	    sizeof *pack->name);
	pack->name[pack->names++] = str_of(name);
	if (pack->order->progress != NULL)
		pack->order->progress(pack->order->self, pack->names, 0, name);
	return file_path(pack->arena, pack->order->folder, name);
}

static bool is_asked(const struct pack *pack, enum pack_format format) {
	return (pack->order->formats & format) != 0;
}

/* List one more file; where it is to be written. */
static const char *list_file(struct pack *pack, struct portal_files *files,
    const char *name) {
	files->at = arena_room(pack->arena, files->at, files->count,
	    sizeof *files->at);
	files->at[files->count++] = str_of(name);
	return pack_path(pack, name);
}

/* Where the document is to be written in the format; NULL where that is not
 * asked for. */
static const char *list_format(struct pack *pack, struct portal_files *files,
    enum kind_id id, enum pack_format format, const char *ending) {
	return !is_asked(pack, format) ? NULL : list_file(pack, files,
	    arena_printf(pack->arena, "%s.%s", kind_at(id)->name, ending));
}

/* The tables that the document prints go into its PDF as CSV, and into one
 * workbook, if it prints any.  Its XML, which only HTML is made from, is freed
 * before the PDF is made, which ends beside the next document. */
static bool add_files(struct pack *pack, struct portal_files *files,
    struct doc *doc, enum kind_id id) {
	struct arena *job = pages_job(pack->pages);
	const struct facts *facts = pack->order->facts;
	const char *pdf = list_format(pack, files, id, PACK_PDF, "pdf");
	const char *html = list_format(pack, files, id, PACK_HTML, "html");
	struct xlsx_sheet *sheet;
	size_t sheets = tables_printed(&pack->tables, doc, &sheet);
	const char *xlsx = sheets == 0 ? NULL : list_format(pack, files, id,
	    PACK_XLSX, "xlsx");
	bool whole = html == NULL || pages_write_html(pack->pages, doc, html);
	doc_free(doc);
	if (whole && xlsx != NULL)
		whole = xlsx_write(job, facts, &(struct xlsx){ doc->title,
		    sheet, sheets }, xlsx);
	if (!whole || pdf == NULL)
		return whole;
	struct pdfattach attach = evidence_of(job, facts, id, sheet, sheets);
	return pages_write_pdf(pack->pages, doc, &attach, pdf);
}

static bool add_document(struct pack *pack, enum kind_id id) {
	if (id == KIND_inspection
	    && !pages_locate_answers(pack->pages, pack->order->facts))
		return false;
	const struct facts *facts = pack->order->facts;
	struct doc *doc = pages_compose(pack->pages, facts, id);
	if (doc == NULL)
		return false;
	if (kind_looks_ahead(kind_at(id))
	    && facts->rows->as_of > facts->rows->start)
		diag(DIAG_PLAN_BEGUN, NULL, diag_str(doc->title),
		    diag_str(facts->from_text), NULL);
	/* the portal is written when the document is gone */
	struct portal_document document = {
		.standing = kind_stands(kind_at(id)),
		.title = str_copy(pack->arena, doc->title),
		.number = str_copy(pack->arena, doc->document_number),
		.version = str_copy(pack->arena, doc->version)
	};
	bool whole = add_files(pack, &document.files, doc, id);
	if (is_asked(pack, PACK_HTML))
		document.sections = sections_of(pack->arena, doc, arena_printf(
		    pack->arena, "%s.html", kind_at(id)->name));
	pack->document = arena_room(pack->arena, pack->document,
	    pack->documents, sizeof *pack->document);
	pack->document[pack->documents++] = document;
	return whole;
}

static bool add_table(struct pack *pack, const struct tables_entry *entry,
    struct portal_files *files) {
	struct arena *arena = pack->arena, *job = pages_job(pack->pages);
	const struct facts *facts = pack->order->facts;
	const char *name = arena_printf(arena, "tables/%s", str_z(arena,
	    entry->name));
	arena_reset(job);
	if (is_asked(pack, PACK_CSV) && !tablecsv_write(tablecsv_text(job,
	    facts, entry->table), list_file(pack, files, arena_printf(arena,
	    "%s.csv", name))))
		return false;
	struct xlsx_sheet sheet = { entry->table, { NULL, 0 }, entry->where };
	return !is_asked(pack, PACK_XLSX) || xlsx_write(job, facts,
	    &(struct xlsx){ entry->table->title, &sheet, 1 }, list_file(pack,
	    files, arena_printf(arena, "%s.xlsx", name)));
}

static bool add_tables(struct pack *pack) {
	const struct tables *tables = &pack->tables;
	pack->table = arena_array(pack->arena, tables->count,
	    sizeof *pack->table);
	for (size_t i = 0; i < tables->count; i++) {
		pack->table[i].table = tables->at[i].table;
		if (!add_table(pack, &tables->at[i], &pack->table[i].files))
			return false;
	}
	return true;
}

/* The deadlines to come, listed beside the documents. */
static bool add_calendar(struct pack *pack) {
	const struct facts *facts = pack->order->facts;
	struct portal_document document = { .title = words_find(facts->words,
	    "table.duties-next") };
	if (facts->contract->duties == 0)
		return true;
	bool whole = ical_write(pack->arena, facts, list_file(pack,
	    &document.files, "deadlines.ics"));
	pack->document = arena_room(pack->arena, pack->document,
	    pack->documents, sizeof *pack->document);
	pack->document[pack->documents++] = document;
	return whole;
}

static bool is_wanted(const struct pack_order *order, enum kind_id id) {
	return order->kind[id]
	    || (order->all && kind_fits(kind_at(id), order->facts));
}

/* All records, one file a type: they go with the handover. */
static bool add_records(struct pack *pack) {
	const struct facts *facts = pack->order->facts;
	struct portal_document document = { .standing = true,
	    .title = words_find(facts->words, "portal.records") };
	if (!is_wanted(pack->order, KIND_handover)
	    || !is_asked(pack, PACK_CSV))
		return true;
	for (enum record_id id = 0; id < RECORD_TYPES; id++)
		if (facts->rows->table[id].count != 0
		    && !recordcsv_write(pack->arena, facts, id, list_file(pack,
		    &document.files, arena_printf(pack->arena,
		    "records/%s.csv", record_type(id)->name))))
			return false;
	pack->document = arena_room(pack->arena, pack->document,
	    pack->documents, sizeof *pack->document);
	pack->document[pack->documents++] = document;
	return true;
}

static bool add_portal(struct pack *pack) {
	const struct pack_order *order = pack->order;
	bool tables = is_asked(pack, PACK_CSV) || is_asked(pack, PACK_XLSX);
	struct portal portal = { pack->document, pack->documents, pack->table,
	    tables ? pack->tables.count : 0, html_parameters(pack->arena,
	    order->workspace) };
	pack_path(pack, "index.html");
	return portal.parameters != NULL && portal_write(pack->arena,
	    pages_xslt(pack->pages), order->facts, &portal, order->folder);
}

static struct str documents_of(const struct pack *pack) {
	struct buf names = buf_in(pack->arena);
	for (int id = 0; id < KINDS; id++) {
		if (!is_wanted(pack->order, (enum kind_id)id))
			continue;
		buf_text(&names, buf_str(&names).n == 0 ? "" : " ");
		buf_text(&names, kind_at((enum kind_id)id)->name);
	}
	return buf_str(&names);
}

static bool add_all(struct pack *pack) {
	for (int id = 0; id < KINDS; id++)
		if (is_wanted(pack->order, (enum kind_id)id)
		    && !add_document(pack, (enum kind_id)id))
			return false;
	slot_report_unused(pack->arena, pack->order->facts);
	return add_tables(pack) && add_records(pack) && add_calendar(pack)
	    && pages_finish(pack->pages) && add_portal(pack)
	    && manifest_write(pack->arena, pack->order->facts,
	    pack->order->folder, documents_of(pack), pack->name,
	    pack->names);
}

bool pack_write(struct arena *arena, const struct pack_order *order) {
	struct pack pack = { .arena = arena, .order = order,
	    .pages = pages_open(arena, order->workspace,
	    order->facts->contract->language),
	    .tables = tables_of(arena, order->facts) };
	bool whole = pack.pages != NULL && add_all(&pack);
	pages_close(pack.pages);
	return whole;
}
