/*
 * pdf - pages as a PDF file, through cairo.
 *
 * Paints items in order and decides nothing.  cairo 1.16 writes a local time
 * unless told another, loses link names that are not ASCII, and unites the
 * extents of all it paints (pages.md 1.2, 4): so dates are set, links lead to
 * pages and places, and a page begins with one white rectangle.
 */
#include "emit/pdf.h"

#include <cairo-pdf.h>
#include <pango/pangocairo.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/date.h"
#include "base/diag.h"
#include "base/file.h"
#include "doc/doc.h"

/* Where an anchor stands. */
struct spot {
	struct str id;
	size_t page;
	int x, y;
};

struct pdf {
	struct arena *arena;
	const struct frame *frame;
	cairo_surface_t *surface;
	cairo_t *cairo;
	struct spot *spot;
	size_t spots;
	const struct face *face;	/* set in cairo now */
};

static double points(int units) {
	return units / (double)FRAME_POINT;
}

static int spot_order(const void *a, const void *b) {
	const struct spot *left = a, *right = b;
	return str_compare(left->id, right->id);
}

static void collect_spots(struct pdf *pdf) {
	for (size_t p = 0; p < pdf->frame->pages; p++)
		for (size_t i = 0; i < pdf->frame->page[p].items; i++) {
			const struct item *item = &pdf->frame->page[p].item[i];
			if (item->kind != ITEM_ANCHOR)
				continue;
			pdf->spot = arena_room(pdf->arena, pdf->spot,
			    pdf->spots, sizeof *pdf->spot);
			pdf->spot[pdf->spots++] = (struct spot){ item->target,
			    p, item->x, item->y };
		}
	if (pdf->spots > 0)
		qsort(pdf->spot, pdf->spots, sizeof *pdf->spot, spot_order);
}

static const struct spot *find_spot(const struct pdf *pdf, struct str id) {
	struct spot sought = { .id = id };
	return pdf->spots == 0 ? NULL : bsearch(&sought, pdf->spot, pdf->spots,
	    sizeof sought, spot_order);
}

static void set_source(struct pdf *pdf, struct colour colour) {
	cairo_set_source_rgb(pdf->cairo, colour.r / 255.0, colour.g / 255.0,
	    colour.b / 255.0);
}

/* Glyphs of one place in the text make one cluster. */
static int fill_clusters(const struct item *run,
    cairo_text_cluster_t *cluster) {
	int clusters = 0;
	for (size_t g = 0; g < run->glyphs; ) {
		size_t end = g + 1;
		while (end < run->glyphs
		    && run->glyph[end].cluster == run->glyph[g].cluster)
			end++;
		int from = g == 0 ? 0 : run->glyph[g].cluster;
		int to = end < run->glyphs ? run->glyph[end].cluster
		    : (int)run->text.n;
		cluster[clusters++] = (cairo_text_cluster_t){ to - from,
		    (int)(end - g) };
		g = end;
	}
	return clusters;
}

static void paint_run(struct pdf *pdf, const struct item *run) {
	if (run->glyphs == 0)
		return;
	cairo_glyph_t *glyph = cairo_glyph_allocate((int)run->glyphs);
	cairo_text_cluster_t *cluster =
	    cairo_text_cluster_allocate((int)run->glyphs);
	if (glyph == NULL || cluster == NULL)
		die("cairo: out of memory");
	for (size_t i = 0; i < run->glyphs; i++)
		glyph[i] = (cairo_glyph_t){ run->glyph[i].glyph,
		    points(run->x + run->glyph[i].x),
		    points(run->y + run->glyph[i].y) };
	int clusters = fill_clusters(run, cluster);
	set_source(pdf, run->colour);
	if (run->face != pdf->face)
		cairo_set_scaled_font(pdf->cairo,
		    pango_cairo_font_get_scaled_font(
		    (PangoCairoFont *)run->face->pango_font));
	pdf->face = run->face;
	cairo_show_text_glyphs(pdf->cairo, run->text.p, (int)run->text.n,
	    glyph, (int)run->glyphs, cluster, clusters, 0);
	cairo_glyph_free(glyph);
	cairo_text_cluster_free(cluster);
}

static void paint_path(struct pdf *pdf, const struct item *item) {
	if (item->filled) {
		set_source(pdf, item->fill);
		if (item->stroked)
			cairo_fill_preserve(pdf->cairo);
		else
			cairo_fill(pdf->cairo);
	}
	if (!item->stroked)
		return;
	double width = points(item->width);
	const double dash[] = { 3 * width, 2.5 * width };
	set_source(pdf, item->colour);
	cairo_set_line_width(pdf->cairo, width);
	cairo_set_dash(pdf->cairo, dash, item->dashed ? 2 : 0, 0);
	cairo_stroke(pdf->cairo);
}

/* An address as cairo takes it: ASCII, quotes and backslashes escaped. */
static const char *address(struct pdf *pdf, struct str target) {
	struct buf buf = buf_in(pdf->arena);
	for (size_t i = 0; i < target.n; i++) {
		unsigned char c = (unsigned char)target.p[i];
		if (c > ' ' && c < 0x7F && c != '\'' && c != '\\')
			buf_char(&buf, (char)c);
		else
			buf_text(&buf, arena_printf(pdf->arena, "%%%02X", c));
	}
	return buf_z(&buf);
}

/* Points with thousandths: cairo reads numbers by the rules of the C locale. */
static const char *place(struct pdf *pdf, int units) {
	int64_t thousandths = (int64_t)units * 1000 / FRAME_POINT;
	return arena_printf(pdf->arena, "%lld.%03lld",
	    (long long)(thousandths / 1000), (long long)(thousandths % 1000));
}

static const char *leads_to(struct pdf *pdf, size_t page, int x, int y) {
	return arena_printf(pdf->arena, "page=%zu pos=[%s %s]", page + 1,
	    place(pdf, x), place(pdf, y));
}

static void paint_link(struct pdf *pdf, const struct item *link) {
	const char *to = NULL;
	if (link->target.n > 1 && link->target.p[0] == '#') {
		const struct spot *spot = find_spot(pdf,
		    (struct str){ link->target.p + 1, link->target.n - 1 });
		if (spot != NULL)
			to = leads_to(pdf, spot->page, spot->x, spot->y);
	} else if (link->target.n > 0) {
		to = arena_printf(pdf->arena, "uri='%s'",
		    address(pdf, link->target));
	}
	if (to == NULL)
		return;
	const char *attributes = arena_printf(pdf->arena,
	    "rect=[%s %s %s %s] %s", place(pdf, link->x), place(pdf, link->y),
	    place(pdf, link->w), place(pdf, link->h), to);
	cairo_tag_begin(pdf->cairo, CAIRO_TAG_LINK, attributes);
	cairo_tag_end(pdf->cairo, CAIRO_TAG_LINK);
}

static void paint_item(struct pdf *pdf, const struct item *item) {
	switch (item->kind) {
	case ITEM_RUN:
		paint_run(pdf, item);
		break;
	case ITEM_LINE:
		cairo_move_to(pdf->cairo, points(item->x), points(item->y));
		cairo_rel_line_to(pdf->cairo, points(item->w), points(item->h));
		paint_path(pdf, item);
		break;
	case ITEM_BOX:
		cairo_rectangle(pdf->cairo, points(item->x), points(item->y),
		    points(item->w), points(item->h));
		paint_path(pdf, item);
		break;
	case ITEM_PATH:
		for (size_t i = 0; i < item->points; i++)
			cairo_line_to(pdf->cairo,
			    points(item->x + item->point[2 * i]),
			    points(item->y + item->point[2 * i + 1]));
		if (item->closed)
			cairo_close_path(pdf->cairo);
		paint_path(pdf, item);
		break;
	case ITEM_LINK:
		paint_link(pdf, item);
		break;
	case ITEM_ANCHOR:
		break;
	}
}

static void paint_page(struct pdf *pdf, size_t n) {
	const struct fragment *page = &pdf->frame->page[n];
	cairo_pdf_surface_set_size(pdf->surface, points(page->w),
	    points(page->h));
	cairo_pdf_surface_set_page_label(pdf->surface,
	    str_z(pdf->arena, pdf->frame->label[n]));
	/* cairo 1.16 writes a damaged file when links are its only tags */
	cairo_tag_begin(pdf->cairo, "Private", NULL);
	set_source(pdf, (struct colour){ 255, 255, 255 });
	cairo_rectangle(pdf->cairo, 0, 0, points(page->w), points(page->h));
	cairo_fill(pdf->cairo);
	cairo_tag_end(pdf->cairo, "Private");
	for (size_t i = 0; i < page->items; i++)
		paint_item(pdf, &page->item[i]);
	cairo_show_page(pdf->cairo);
	/* cairo forgets the state of a page */
	pdf->face = NULL;
}

static void set_metadata(struct pdf *pdf, cairo_pdf_metadata_t what,
    struct str text) {
	if (text.n > 0)
		cairo_pdf_surface_set_metadata(pdf->surface, what,
		    str_z(pdf->arena, text));
}

static void describe(struct pdf *pdf) {
	const struct doc *doc = pdf->frame->doc;
	struct buf date = buf_in(pdf->arena);
	date_write_iso(&date, doc->modified, 0);
	set_metadata(pdf, CAIRO_PDF_METADATA_TITLE, doc->title);
	set_metadata(pdf, CAIRO_PDF_METADATA_AUTHOR, doc->vendor);
	set_metadata(pdf, CAIRO_PDF_METADATA_SUBJECT, doc->subtitle.n > 0
	    ? doc->subtitle : doc->period_title);
	set_metadata(pdf, CAIRO_PDF_METADATA_CREATOR, str_of("geppo"));
	set_metadata(pdf, CAIRO_PDF_METADATA_CREATE_DATE, buf_str(&date));
	set_metadata(pdf, CAIRO_PDF_METADATA_MOD_DATE, buf_str(&date));
}

/* The outline: an entry's parent is the last one of a lesser level. */
static void write_outline(struct pdf *pdf) {
	const struct frame *frame = pdf->frame;
	int *id = arena_array(pdf->arena, frame->outlines, sizeof *id);
	for (size_t i = 0; i < frame->outlines; i++) {
		const struct outline *entry = &frame->outline[i];
		size_t up = i;
		while (up > 0 && frame->outline[up - 1].level >= entry->level)
			up--;
		id[i] = cairo_pdf_surface_add_outline(pdf->surface,
		    up == 0 ? CAIRO_PDF_OUTLINE_ROOT : id[up - 1],
		    str_z(pdf->arena, entry->title),
		    leads_to(pdf, (size_t)entry->page, 0, entry->y),
		    CAIRO_PDF_OUTLINE_FLAG_OPEN);
	}
}

/* NULL, or cairo's reason why not. */
static const char *paint(struct pdf *pdf, const char *path) {
	pdf->surface = cairo_pdf_surface_create(path, 1, 1);
	pdf->cairo = cairo_create(pdf->surface);
	describe(pdf);
	collect_spots(pdf);
	for (size_t i = 0; i < pdf->frame->pages; i++)
		paint_page(pdf, i);
	write_outline(pdf);
	cairo_status_t status = cairo_status(pdf->cairo);
	cairo_destroy(pdf->cairo);
	cairo_surface_finish(pdf->surface);
	if (status == CAIRO_STATUS_SUCCESS)
		status = cairo_surface_status(pdf->surface);
	cairo_surface_destroy(pdf->surface);
	return status == CAIRO_STATUS_SUCCESS ? NULL
	    : cairo_status_to_string(status);
}

bool pdf_write(const struct frame *frame, const char *path) {
	struct file_out *out = file_create(path);
	if (out == NULL)
		return false;
	struct arena *arena = arena_new();
	struct pdf pdf = { .arena = arena, .frame = frame };
	const char *fault = paint(&pdf, file_temporary(out));
	arena_free(arena);
	if (fault == NULL)
		return file_commit(out);
	diag(DIAG_PDF_WRITE, NULL, path, fault, NULL);
	file_discard(out);
	return false;
}
