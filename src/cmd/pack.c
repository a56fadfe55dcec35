/*
 * pack - the folder of one period.
 *
 * Documents first, since only they can be refused; then every table, the
 * portal that lists them, and last the manifest with the digest of all.
 */
#include "cmd/pack.h"

#include "base/arena.h"
#include "base/file.h"
#include "cmd/pages.h"
#include "doc/slot.h"
#include "emit/html.h"
#include "emit/manifest.h"
#include "emit/portal.h"
#include "emit/tablecsv.h"

struct pack {
	struct arena *arena;
	const struct pack_order *order;
	struct pages *pages;
	struct portal_document *document;
	size_t documents;
	struct portal_table *table;
	size_t tables;
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

typedef bool pack_writer(struct pages *, const struct doc *, const char *);

/* Write one file of the document and list it. */
static bool add_file(struct pack *pack, struct portal_document *document,
    const struct doc *doc, const char *name,
    bool (*write)(struct pages *, const struct doc *, const char *)) {
	if (!write(pack->pages, doc, pack_path(pack, name)))
		return false;
	document->file = arena_room(pack->arena, document->file,
	    document->files, sizeof *document->file);
	document->file[document->files++] = str_of(name);
	return true;
}

/* The kinds that answer clauses, so that the inspection can name their pages. */
static bool locate_answers(struct pack *pack) {
	const struct facts *facts = pack->order->facts;
	for (size_t i = 0; i < facts->contract->clauses; i++) {
		const struct clause *clause = &facts->contract->clause[i];
		for (size_t a = 0; a < clause->answers; a++) {
			enum kind_id id = kind_find(str_z(pack->arena,
			    clause->answer[a].kind));
			if (id < KINDS && id != KIND_inspection
			    && kind_fits(kind_at(id), facts)
			    && !pages_locate(pack->pages, facts, id))
				return false;
		}
	}
	return true;
}

static bool add_document(struct pack *pack, enum kind_id id) {
	const char *name = kind_at(id)->name;
	if (id == KIND_inspection && !locate_answers(pack))
		return false;
	struct doc *doc = pages_compose(pack->pages, pack->order->facts, id);
	if (doc == NULL)
		return false;
	/* the portal is written when the document is gone */
	struct portal_document document = {
		str_copy(pack->arena, doc->title),
		str_copy(pack->arena, doc->document_number),
		str_copy(pack->arena, doc->version), NULL, 0
	};
	bool whole = true;
	if ((pack->order->formats & PACK_PDF) != 0)
		whole = add_file(pack, &document, doc, arena_printf(pack->arena,
		    "%s.pdf", name), pages_write_pdf);
	if (whole && (pack->order->formats & PACK_HTML) != 0)
		whole = add_file(pack, &document, doc, arena_printf(pack->arena,
		    "%s.html", name), pages_write_html);
	doc_free(doc);
	pack->document = arena_room(pack->arena, pack->document,
	    pack->documents, sizeof *pack->document);
	pack->document[pack->documents++] = document;
	return whole;
}

static bool add_tables(struct pack *pack) {
	const struct facts *facts = pack->order->facts;
	for (size_t i = 0; i < facts->tables; i++) {
		const struct fact_table *table = &facts->table[i];
		const char *name = arena_printf(pack->arena, "tables/%.*s.csv",
		    (int)table->id.n, table->id.p);
		if (!tablecsv_write(pack->arena, facts, table,
		    pack_path(pack, name)))
			return false;
		pack->table = arena_room(pack->arena, pack->table, pack->tables,
		    sizeof *pack->table);
		pack->table[pack->tables++] = (struct portal_table){ table,
		    str_of(name) };
	}
	return true;
}

static bool add_portal(struct pack *pack) {
	const struct pack_order *order = pack->order;
	struct portal portal = { pack->document, pack->documents, pack->table,
	    pack->tables, html_style(pack->arena, order->workspace) };
	pack_path(pack, "index.html");
	return portal.style.p != NULL && portal_write(pack->arena,
	    pages_xslt(pack->pages), order->facts, &portal, order->folder);
}

static bool is_wanted(const struct pack_order *order, enum kind_id id) {
	return order->kind[id]
	    || (order->all && kind_fits(kind_at(id), order->facts));
}

static bool add_all(struct pack *pack) {
	for (int id = 0; id < KINDS; id++)
		if (is_wanted(pack->order, (enum kind_id)id)
		    && !add_document(pack, (enum kind_id)id))
			return false;
	slot_report_unused(pack->arena, pack->order->facts);
	if ((pack->order->formats & PACK_CSV) != 0 && !add_tables(pack))
		return false;
	return add_portal(pack) && manifest_write(pack->arena,
	    pack->order->facts, pack->order->folder, pack->name, pack->names);
}

bool pack_write(struct arena *arena, const struct pack_order *order) {
	struct pack pack = { .arena = arena, .order = order,
	    .pages = pages_open(arena, order->workspace) };
	bool whole = pack.pages != NULL && add_all(&pack);
	pages_close(pack.pages);
	return whole;
}
