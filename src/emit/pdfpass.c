/*
 * pdfpass - cairo's PDF made into PDF/A-3a and PDF/UA-1.
 *
 * What pages and outline refer to is swept into a new body, renumbered in the
 * order in which it is found, so nothing else of cairo's file is kept.
 */
#include "emit/pdfpass.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/date.h"
#include "base/file.h"
#include "base/version.h"
#include "emit/icc.h"
#include "emit/pdfattach.h"
#include "emit/pdfbody.h"
#include "emit/pdfread.h"
#include "emit/pdfscan.h"
#include "emit/structbody.h"
#include "emit/xmp.h"

struct pass {
	struct arena *arena;
	struct pdfread file;
	const struct marks *marks;
	const struct pdfattach *attach;
	struct structure structure;
	struct pdfbody body;
	size_t *number;			/* of cairo's objects, new; 0: not yet */
	size_t *queue;			/* found, still to be copied */
	size_t queued;
	size_t pages;			/* object of the page tree */
	size_t *old;			/* cairo's numbers of the pages */
	size_t *page, *area;		/* new numbers */
	const char *fault;
};

static void fail(struct pass *pass, const char *fault) {
	if (pass->fault == NULL)
		pass->fault = fault;
}

/* The new number of one of cairo's objects. */
static size_t keep(struct pass *pass, size_t old) {
	if (old >= pass->file.objects || pass->file.object[old].text.n == 0) {
		fail(pass, "cairo refers to an object that is not there");
		return 0;
	}
	if (pass->number[old] == 0) {
		pass->number[old] = pdfbody_number(&pass->body);
		pass->queue[pass->queued++] = old;
	}
	return pass->number[old];
}

/* Copy a value token by token, its references renumbered. */
static void copy_value(struct pass *pass, struct buf *buf, struct str text) {
	struct str before = text, token;
	while (pdfscan_token(&text, &token)) {
		size_t old = pdfscan_reference(before);
		if (old != 0) {
			pdfscan_token(&text, &token);
			pdfscan_token(&text, &token);
			pdfbody_reference(buf, keep(pass, old));
		} else {
			buf_add(buf, token);
		}
		buf_char(buf, ' ');
		before = text;
	}
}

/* A dictionary's entries without its brackets. */
static struct str copy_entries(struct pass *pass, struct str dictionary,
    const char *less) {
	struct buf buf = buf_in(pass->arena);
	struct str name, value;
	pdfscan_token(&dictionary, &name);
	while (pdfscan_token(&dictionary, &name)
	    && pdfscan_value(&dictionary, &value)) {
		if (str_is(name, less))
			continue;
		buf_add(&buf, name);
		buf_char(&buf, ' ');
		copy_value(pass, &buf, value);
	}
	return buf_str(&buf);
}

/* An object as it is, but that a CIDFontType2 needs a map (ISO 19005-3,
 * 6.2.11.3.2). */
static void copy_object(struct pass *pass, size_t old) {
	const struct pdfread_object *object = &pass->file.object[old];
	size_t number = pass->number[old];
	if (object->streams) {
		pdfbody_stream(&pass->body, number, str_z(pass->arena,
		    copy_entries(pass, object->text, "/Length")),
		    object->stream);
		return;
	}
	struct buf buf = buf_in(pass->arena);
	copy_value(pass, &buf, object->text);
	if (str_is(pdfscan_entry(object->text, "/Subtype"), "/CIDFontType2")
	    && pdfscan_entry(object->text, "/CIDToGIDMap").n == 0) {
		buf.n -= 3;
		buf_text(&buf, "/CIDToGIDMap/Identity>>");
	}
	pdfbody_set(&pass->body, number, buf_str(&buf));
}

/* The marks of a page's content while it is copied. */
struct content {
	const struct mark *mark;	/* the next one */
	size_t id, count;
	int depth;			/* marks that are open */
};

/* `/Span << /MCID n >> BDC`, the next of the list, opens a mark; cairo puts
 * `/Span << /ActualText <FEFF...> >> BDC` inside of it around sequences of
 * characters that its fonts cannot map.  The line as it is to stand. */
static struct str open_mark(struct pass *pass, struct content *content,
    struct str line) {
	char wanted[64];
	if (str_starts(line, "/Span << /ActualText <")) {
		if (content->depth++ != 1)
			fail(pass, "cairo gives a text outside of a mark");
		return line;
	}
	bool artifact = content->id < content->count
	    && content->mark->block == NULL;
	snprintf(wanted, sizeof wanted, "/%s << /MCID %zu >> BDC",
	    artifact ? "Private" : "Span", content->id);
	if (content->depth++ != 0 || content->id >= content->count
	    || !str_is(line, wanted))
		fail(pass, "cairo's marks are not the document's");
	content->id++;
	content->mark++;
	return artifact ? str_of("/Artifact BMC") : line;
}

/* A page's content with its artifacts named so, checked against the list. */
static struct str mark_content(struct pass *pass, size_t page,
    struct str bytes) {
	const struct marks *marks = pass->marks;
	struct content content = { .mark = &marks->at[marks->first[page]],
	    .count = marks->first[page + 1] - marks->first[page] };
	struct buf buf = buf_in(pass->body.scratch);
	bool within = false;
	struct str line;
	while (str_cut(&bytes, '\n', &line)) {
		/* a long string of text is cut into lines by a backslash */
		bool text = within;
		within = line.n > 0 && line.p[line.n - 1] == '\\';
		if (!text && line.n > 4
		    && memcmp(line.p + line.n - 4, " BDC", 4) == 0)
			line = open_mark(pass, &content, line);
		else if (!text && str_is(line, "EMC") && content.depth-- < 1)
			fail(pass, "cairo ends a mark that is not open");
		buf_add(&buf, line);
		buf_char(&buf, '\n');
	}
	if (content.id != content.count || content.depth != 0)
		fail(pass, "cairo lost a mark of the document");
	return buf_str(&buf);
}

static void write_content(struct pass *pass, size_t page, size_t number) {
	size_t old = pdfscan_reference(pdfscan_entry(
	    pass->file.object[pass->old[page]].text, "/Contents"));
	struct pdfread file = pass->file;
	file.arena = pass->body.scratch;
	struct str content = pdfread_stream(&file, old);
	if (content.p == NULL) {
		fail(pass, "cairo's pages cannot be read");
		return;
	}
	pdfbody_deflate(&pass->body, number, "", mark_content(pass, page,
	    content));
}

/* The numbers of the page's annotations; nothing when it has none. */
static void add_annotations(struct pass *pass, struct buf *buf, size_t page) {
	size_t from = buf->n;
	for (size_t i = 0; i < pass->marks->areas; i++) {
		if (pass->marks->area[i].page != page || pass->area[i] == 0)
			continue;
		buf_text(buf, buf->n == from ? "/Annots[" : " ");
		pdfbody_reference(buf, pass->area[i]);
	}
	if (buf->n > from)
		buf_text(buf, "]");
}

static void write_page(struct pass *pass, size_t page) {
	struct str old = pass->file.object[pass->old[page]].text;
	size_t content = pdfbody_number(&pass->body);
	struct buf buf = buf_in(pass->arena);
	buf_text(&buf, "<</Type/Page/Parent ");
	pdfbody_reference(&buf, pass->pages);
	buf_text(&buf, "/MediaBox");
	copy_value(pass, &buf, pdfscan_entry(old, "/MediaBox"));
	buf_text(&buf, "/Group");
	copy_value(pass, &buf, pdfscan_entry(old, "/Group"));
	buf_text(&buf, "/Resources ");
	copy_value(pass, &buf, pdfscan_entry(old, "/Resources"));
	buf_text(&buf, "/Contents ");
	pdfbody_reference(&buf, content);
	buf_text(&buf, "/Tabs/S/StructParents ");
	buf_int(&buf, (int64_t)page);
	add_annotations(pass, &buf, page);
	buf_text(&buf, ">>");
	pdfbody_set(&pass->body, pass->page[page], buf_str(&buf));
	write_content(pass, page, content);
}

/* Cairo's pages in their order, which are those of the frame. */
static void find_pages(struct pass *pass, struct str catalog) {
	size_t count = pass->marks->frame->pages, n = 0;
	struct str kids = pdfscan_inside(pdfread_entry(&pass->file,
	    pdfscan_entry(catalog, "/Pages"), "/Kids")), value;
	while (pdfscan_value(&kids, &value) && n < count) {
		pass->old[n] = pdfscan_reference(value);
		struct str page = pdfread_resolve(&pass->file, value);
		if (!str_is(pdfscan_entry(page, "/Type"), "/Page")
		    || pdfscan_reference(pdfscan_entry(page, "/Contents")) == 0) {
			fail(pass, "cairo's page tree has another form");
			return;
		}
		pass->page[n] = pdfbody_number(&pass->body);
		pass->number[pass->old[n]] = pass->page[n];
		n++;
	}
	if (n != count || kids.n > 1)
		fail(pass, "cairo's pages are not the document's");
}

static void write_pages(struct pass *pass) {
	struct buf buf = buf_in(pass->arena);
	size_t pages = pass->marks->frame->pages;
	buf_text(&buf, "<</Type/Pages/Kids[");
	for (size_t i = 0; i < pages; i++) {
		pdfbody_reference(&buf, pass->page[i]);
		buf_char(&buf, '\n');
	}
	buf_text(&buf, arena_printf(pass->arena, "]/Count %zu>>", pages));
	pdfbody_set(&pass->body, pass->pages, buf_str(&buf));
	for (size_t i = 0; i < pages; i++)
		write_page(pass, i);
}

/* What the link says, for those who only hear it. */
static struct str link_text(struct pass *pass, const struct mark_area *area) {
	const struct node *node = area->link;
	struct str text = { NULL, 0 };
	if (node->type == ELEMENT_SECTION) {
		const struct node *title = doc_child(node, ELEMENT_TITLE);
		if (title != NULL)
			text = doc_text(pass->arena, title);
	} else {
		text = doc_text(pass->arena, node);
	}
	if (area->part == PART_LABEL)
		text = node->number;
	if (text.n == 0 && node->type == ELEMENT_REF)
		text = node->u.ref.target->number;
	return text.n > 0 ? text : area->address.n > 0 ? area->address
	    : str_of("link");
}

static void add_address(struct buf *buf, struct str address) {
	buf_text(buf, "/A<</S/URI/URI(");
	for (size_t i = 0; i < address.n; i++) {
		unsigned char c = (unsigned char)address.p[i];
		if (c > ' ' && c < 0x7F && strchr("()\\", c) == NULL) {
			buf_char(buf, (char)c);
			continue;
		}
		buf_char(buf, '%');
		buf_char(buf, "0123456789ABCDEF"[c >> 4]);
		buf_char(buf, "0123456789ABCDEF"[c & 15]);
	}
	buf_text(buf, ")>>");
}

static void write_area(struct pass *pass, size_t n) {
	const struct mark_area *area = &pass->marks->area[n];
	const struct fragment *page = pass->marks->frame->page;
	int height = page[area->page].h;
	int corner[] = { area->box.left, height - area->box.foot,
	    area->box.right, height - area->box.top };
	struct buf buf = buf_in(pass->arena);
	buf_text(&buf, "<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect[");
	for (size_t i = 0; i < 4; i++) {
		if (i > 0)
			buf_char(&buf, ' ');
		pdfbody_points(&buf, corner[i]);
	}
	buf_text(&buf, "]/StructParent ");
	buf_int(&buf, (int64_t)(pass->marks->frame->pages + n));
	buf_text(&buf, "/Contents");
	pdfbody_text(&buf, link_text(pass, area));
	if (area->spot != NULL) {
		buf_text(&buf, "/Dest[");
		pdfbody_reference(&buf, pass->page[area->spot->page]);
		buf_text(&buf, "/XYZ ");
		pdfbody_points(&buf, area->spot->x);
		buf_char(&buf, ' ');
		pdfbody_points(&buf, page[area->spot->page].h - area->spot->y);
		buf_text(&buf, " 0]");
	} else {
		add_address(&buf, area->address);
	}
	buf_text(&buf, ">>");
	pdfbody_set(&pass->body, pass->area[n], buf_str(&buf));
}

static void write_areas(struct pass *pass) {
	for (size_t i = 0; i < pass->marks->areas; i++)
		if (pass->structure.of_area[i] != NULL)
			pass->area[i] = pdfbody_number(&pass->body);
	for (size_t i = 0; i < pass->marks->areas; i++)
		if (pass->area[i] != 0)
			write_area(pass, i);
}

/* Every piece that is no artifact must be in the tree. */
static void check_tree(struct pass *pass) {
	for (size_t i = 0; i < pass->marks->count; i++)
		if (pass->marks->at[i].block != NULL
		    && pass->structure.of_mark[i] == NULL)
			fail(pass, "a piece of a page is not in the structure tree");
}

static void add_entry(struct buf *buf, const char *key, struct str text) {
	if (text.n == 0)
		return;
	buf_text(buf, key);
	pdfbody_text(buf, text);
}

/* The document's own date: (D:20261031150000+00'00') */
static struct str date_of(const struct pass *pass) {
	struct buf iso = buf_in(pass->arena), buf = buf_in(pass->arena);
	date_write_iso(&iso, pass->marks->frame->doc->modified, 0);
	buf_text(&buf, "(D:");
	for (size_t i = 0; i < 19 && i < iso.n; i++)
		if (iso.p[i] >= '0' && iso.p[i] <= '9')
			buf_char(&buf, iso.p[i]);
	buf_text(&buf, "+00'00')");
	return buf_str(&buf);
}

static size_t write_info(struct pass *pass, struct str producer) {
	const struct doc *doc = pass->marks->frame->doc;
	struct buf buf = buf_in(pass->arena);
	size_t number = pdfbody_number(&pass->body);
	buf_text(&buf, "<<");
	add_entry(&buf, "/Title", doc->title);
	add_entry(&buf, "/Author", doc->vendor);
	add_entry(&buf, "/Subject", xmp_subject(doc));
	add_entry(&buf, "/Creator", str_of("geppo"));
	add_entry(&buf, "/Producer", producer);
	buf_text(&buf, "/CreationDate");
	buf_add(&buf, date_of(pass));
	buf_text(&buf, "/ModDate");
	buf_add(&buf, date_of(pass));
	buf_text(&buf, ">>");
	pdfbody_set(&pass->body, number, buf_str(&buf));
	return number;
}

/* A label for each page whose label is not its number. */
static void add_labels(struct pass *pass, struct buf *buf) {
	const struct frame *frame = pass->marks->frame;
	bool plain = true;
	for (size_t i = 0; i < frame->pages; i++)
		plain = plain && str_is(frame->label[i],
		    arena_printf(pass->arena, "%zu", i + 1));
	if (plain)
		return;
	buf_text(buf, "/PageLabels<</Nums[");
	for (size_t i = 0; i < frame->pages; i++) {
		buf_int(buf, (int64_t)i);
		buf_text(buf, "<</P");
		pdfbody_text(buf, frame->label[i]);
		buf_text(buf, ">>");
	}
	buf_text(buf, "]>>");
}

static void add_colours(struct pass *pass, struct buf *buf) {
	size_t profile = pdfbody_number(&pass->body);
	pdfbody_deflate(&pass->body, profile, "/N 3", icc_srgb(pass->arena));
	buf_text(buf, "/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1"
	    "/OutputConditionIdentifier(sRGB)/Info(sRGB IEC61966-2.1)"
	    "/DestOutputProfile ");
	pdfbody_reference(buf, profile);
	buf_text(buf, ">>]");
}

static size_t write_catalog(struct pass *pass, size_t outlines,
    struct str producer) {
	const struct doc *doc = pass->marks->frame->doc;
	size_t number = pdfbody_number(&pass->body);
	size_t metadata = pdfbody_number(&pass->body);
	const struct structure_numbers numbers = { pass->page, pass->area };
	struct buf buf = buf_in(pass->arena);
	pdfbody_stream(&pass->body, metadata, "/Type/Metadata/Subtype/XML",
	    xmp_packet(pass->arena, doc, producer));
	buf_text(&buf, "<</Type/Catalog/Pages ");
	pdfbody_reference(&buf, pass->pages);
	if (outlines != 0) {
		buf_text(&buf, "/PageMode/UseOutlines/Outlines ");
		pdfbody_reference(&buf, outlines);
	}
	buf_text(&buf, "/Metadata ");
	pdfbody_reference(&buf, metadata);
	buf_text(&buf, "/StructTreeRoot ");
	pdfbody_reference(&buf, structbody_write(&pass->structure, pass->marks,
	    &numbers, &pass->body));
	buf_text(&buf, "/MarkInfo<</Marked true>>"
	    "/ViewerPreferences<</DisplayDocTitle true>>/Lang");
	pdfbody_text(&buf, doc->language);
	add_labels(pass, &buf);
	add_colours(pass, &buf);
	pdfattach_write(&pass->body, pass->attach, date_of(pass), &buf);
	buf_text(&buf, ">>");
	pdfbody_set(&pass->body, number, buf_str(&buf));
	return number;
}

/* Everything of cairo's that is kept, then all that is ours. */
static void rewrite(struct pass *pass) {
	struct str catalog = pdfread_entry(&pass->file, pass->file.trailer,
	    "/Root");
	struct str producer = pdfread_entry(&pass->file, pdfread_entry(
	    &pass->file, pass->file.trailer, "/Info"), "/Producer");
	size_t outlines = pdfscan_reference(pdfscan_entry(catalog,
	    "/Outlines"));
	find_pages(pass, catalog);
	check_tree(pass);
	if (pass->fault != NULL)
		return;
	producer = str_of(arena_printf(pass->arena, "geppo %s; %.*s", VERSION,
	    producer.n < 2 ? 0 : (int)producer.n - 2, producer.p + 1));
	write_areas(pass);
	write_pages(pass);
	if (outlines != 0)
		outlines = keep(pass, outlines);
	size_t root = write_catalog(pass, outlines, producer);
	size_t info = write_info(pass, producer);
	for (size_t i = 0; i < pass->queued; i++)
		copy_object(pass, pass->queue[i]);
	pdfbody_end(&pass->body, root, info);
}

const char *pdfpass_write(struct arena *arena, struct str cairo,
    const struct marks *marks, const struct pdfattach *attach,
    struct file_out *file) {
	struct pass pass = { .arena = arena, .marks = marks, .attach = attach,
	    .file = pdfread_open(arena, cairo) };
	if (pass.file.fault != NULL)
		return pass.file.fault;
	struct arena *scratch = arena_new();
	pass.body = pdfbody_begin(arena, scratch, file);
	pass.structure = structure_build(arena, marks->frame->doc, marks);
	pass.number = arena_array(arena, pass.file.objects,
	    sizeof *pass.number);
	pass.queue = arena_array(arena, pass.file.objects,
	    sizeof *pass.queue);
	pass.old = arena_array(arena, marks->frame->pages, sizeof *pass.old);
	pass.page = arena_array(arena, marks->frame->pages,
	    sizeof *pass.page);
	pass.area = arena_array(arena, marks->areas, sizeof *pass.area);
	pass.pages = pdfbody_number(&pass.body);
	rewrite(&pass);
	arena_free(scratch);
	return pass.fault;
}
