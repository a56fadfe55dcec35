/*
 * pdf - pages as a PDF file, through cairo.
 *
 * Paints items in order and decides nothing.  cairo 1.16 writes a local time
 * unless told another, ignores what its tags say, and unites the extents of
 * all it paints (pages.md 1.2, 4): so a date is set, tags only number the
 * marks for pdfpass, and a page begins with one white rectangle.
 */
#include "emit/pdf.h"

#include <cairo-pdf.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "doc/doc.h"
#include "emit/mark.h"
#include "emit/pdfpass.h"

/* In radians. */
#define RIGHT_ANGLE 1.57079632679489661923

struct pdf {
	struct arena *arena;
	const struct frame *frame;
	cairo_surface_t *surface;
	cairo_t *cairo;
	struct marks marks;
	struct buf bytes;		/* what cairo wrote */
	const struct face *face;	/* set in cairo now */
};

static double points(int units) {
	return units / (double)FRAME_POINT;
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

/* Where a glyph stands: a run that is turned is painted at the origin. */
static cairo_glyph_t place_glyph(const struct item *run, size_t i) {
	const struct frame_glyph *glyph = &run->glyph[i];
	bool turned = run->way == RUN_TURNED;
	return (cairo_glyph_t){ glyph->glyph,
	    points((turned ? 0 : run->x) + glyph->x),
	    points((turned ? 0 : run->y) + glyph->y) };
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
		glyph[i] = place_glyph(run, i);
	int clusters = fill_clusters(run, cluster);
	set_source(pdf, run->colour);
	if (run->face != pdf->face)
		cairo_set_scaled_font(pdf->cairo, run->face->scaled_font);
	pdf->face = run->face;
	if (run->way == RUN_TURNED) {
		cairo_save(pdf->cairo);
		cairo_translate(pdf->cairo, points(run->x), points(run->y));
		cairo_rotate(pdf->cairo, RIGHT_ANGLE);
	}
	cairo_show_text_glyphs(pdf->cairo, run->text.p, (int)run->text.n,
	    glyph, (int)run->glyphs, cluster, clusters, 0);
	if (run->way == RUN_TURNED)
		cairo_restore(pdf->cairo);
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
	case ITEM_ANCHOR:
		/* no ink: pdfpass makes annotations of them */
		break;
	}
}

/* A page begins with its paper. */
static void paint_paper(struct pdf *pdf, const struct fragment *page) {
	set_source(pdf, (struct colour){ 255, 255, 255 });
	cairo_rectangle(pdf->cairo, 0, 0, points(page->w), points(page->h));
	cairo_fill(pdf->cairo);
}

/* Two tags only, one in another never: all else is ours (pages.md 1.2). */
static void paint_mark(struct pdf *pdf, const struct fragment *page,
    const struct mark *mark, bool paper) {
	const char *tag = mark->block == NULL ? "Private" : "Span";
	cairo_tag_begin(pdf->cairo, tag, NULL);
	if (paper)
		paint_paper(pdf, page);
	for (size_t i = mark->from; i < mark->to; i++)
		paint_item(pdf, &page->item[i]);
	cairo_tag_end(pdf->cairo, tag);
}

static void paint_page(struct pdf *pdf, size_t n) {
	const struct fragment *page = &pdf->frame->page[n];
	cairo_pdf_surface_set_size(pdf->surface, points(page->w),
	    points(page->h));
	for (size_t i = pdf->marks.first[n]; i < pdf->marks.first[n + 1]; i++)
		paint_mark(pdf, page, &pdf->marks.at[i], i
		    == pdf->marks.first[n]);
	cairo_show_page(pdf->cairo);
	/* cairo forgets the state of a page */
	pdf->face = NULL;
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

static cairo_status_t take_bytes(void *self, const unsigned char *bytes,
    unsigned length) {
	struct pdf *pdf = self;
	buf_add(&pdf->bytes, (struct str){ (const char *)bytes, length });
	return CAIRO_STATUS_SUCCESS;
}

/* NULL, or cairo's reason why not. */
static const char *paint(struct pdf *pdf) {
	pdf->surface = cairo_pdf_surface_create_for_stream(take_bytes, pdf, 1,
	    1);
	pdf->cairo = cairo_create(pdf->surface);
	/* else cairo asks the clock; pdfpass writes the document's own date */
	cairo_pdf_surface_set_metadata(pdf->surface,
	    CAIRO_PDF_METADATA_CREATE_DATE, "2026-01-01T00:00:00Z");
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

const char *pdf_write(const struct frame *frame,
    const struct pdfattach *attach, struct file_out *out) {
	struct arena *arena = arena_new();
	struct pdf pdf = { .arena = arena, .frame = frame,
	    .marks = mark_frame(arena, frame), .bytes = buf_in(arena) };
	const char *fault = paint(&pdf);
	if (fault == NULL)
		fault = pdfpass_write(arena, buf_str(&pdf.bytes), &pdf.marks,
		    attach, out);
	arena_free(arena);
	return fault;
}
