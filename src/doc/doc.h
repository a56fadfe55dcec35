/*
 * doc - PRODUCT of doc: a validated document tree.
 *
 * One node struct for every element of the document vocabulary
 * (xsl/schema/document.rng).  Built once from the document XML, validated,
 * read-only after.  What a later stage needs to decide on is an enum or a
 * number here; no stage after this one compares element names.
 */
#ifndef GEPPO_DOC_H
#define GEPPO_DOC_H

#include "base/ratio.h"
#include "base/str.h"

struct arena;
struct _xmlDoc;
struct _xmlNode;

enum element {
#define ELEMENT(id, name, content) ELEMENT_##id,
#include "doc/element.def"
#undef ELEMENT
	ELEMENTS
};

enum align { ALIGN_START, ALIGN_CENTER, ALIGN_END, ALIGN_DECIMAL };
enum doc_tone { DOC_TONE_NONE, DOC_TONE_GOOD, DOC_TONE_BAD, DOC_TONE_WARN,
	DOC_TONE_MUTED };
enum row_kind { DOC_ROW_BODY, DOC_ROW_HEAD, DOC_ROW_SUBTOTAL, DOC_ROW_TOTAL };
enum doc_chart { DOC_CHART_LINE, DOC_CHART_BAR, DOC_CHART_STACKED,
	DOC_CHART_PARETO, DOC_CHART_BURN, DOC_CHART_HEAT, DOC_CHART_MATRIX,
	DOC_CHART_TIMELINE, DOC_CHART_GANTT, DOC_CHART_HISTOGRAM,
	DOC_CHART_BOX, DOC_CHART_SPARK };
/* How a class of a chart is filled (facts.h). */
enum doc_fill { DOC_FILL_BLANK, DOC_FILL_STEP_1, DOC_FILL_STEP_2,
	DOC_FILL_STEP_3, DOC_FILL_STEP_4, DOC_FILL_BAD, DOC_FILL_HATCH,
	DOC_FILL_LINES, DOC_FILL_PLAN, DOC_FILL_DONE };
/* A3: landscape, for wide ledgers.  SLIDE: landscape in large type, a page for
 * each section. */
enum page_style { PAGE_PORTRAIT, PAGE_LANDSCAPE, PAGE_A3, PAGE_SLIDE };

struct doc_point {
	bool has;
	struct decimal value;
	struct str text;
	size_t class;			/* index, below the classes */
};

/* A stretch of the axis, on which a category is 1 wide. */
struct doc_bar {
	struct decimal from, to;
	size_t class;
	struct str text;
};

struct doc_line {
	struct str label;
	struct doc_point *point;
	struct doc_bar *bar;
	size_t bars;
};

struct doc_class {
	enum doc_fill fill;
	struct str label;
};

struct doc_mark {
	struct decimal at;
	struct str label;
};

struct doc_graph_node {
	struct str id;
	struct str lane;
	struct str *text;
	size_t texts;
};

struct doc_graph_edge {
	size_t from, to;		/* indexes of nodes */
	struct str label;
};

struct node {
	struct node *parent, *first, *last, *next, *prev;
	enum element type;
	enum doc_tone tone;
	struct str text;		/* of ELEMENT_TEXT */
	struct str id;			/* unique, or empty */
	struct str file;		/* that its text comes from, or empty */
	int64_t line;
	struct _xmlNode *xml;		/* its element, for html; NULL of text */
	/* not of ELEMENT_TEXT, of which there are most: */
	struct str number;		/* 第1章, 1.1, 表3, 図2 of numbered ones */
	struct str clause;		/* the clause it answers, or empty */
	union {
		struct { int level; enum page_style page; } section;
		struct { bool ordered; } list;
		struct { bool wide; size_t columns; struct str note; } table;
		struct { enum align align; int weight; /* share of the width, 0:
			by content */ bool nowrap; } col;
		struct { enum row_kind kind; } row;
		struct { int colspan, rowspan; bool header; enum align align;
			bool blank; /* a box to write in by hand */
			bool vertical; /* its lines run downwards */ } cell;
		struct { int columns; } form;	/* label/value pairs a row */
		struct { struct str label; int span; /* pairs it takes, from 1 */
			int lines; /* to write in by hand; 0: by its text */
			} field;
		struct { struct node *target; } ref;	/* resolved */
		struct { struct str href; } link;
		struct { struct str base; } ruby;
		struct {
			enum doc_chart kind;
			struct str unit;
			struct str across, down;
			struct str *category;
			size_t categories;
			struct doc_line *line;
			size_t lines;
			struct doc_class *class;
			size_t classes;
			struct doc_mark *mark;
			size_t marks;
			bool has_threshold;
			struct decimal threshold;
			struct str threshold_label;
		} chart;
		struct {
			bool flow;	/* lanes beside each other */
			struct doc_graph_node *node;
			size_t nodes;
			struct doc_graph_edge *edge;
			size_t edges;
		} diagram;
	} u;
};

struct doc {
	struct str kind;		/* "monthly" */
	struct str language;
	struct str title, subtitle;
	struct str mark;		/* 速報, or empty: on the cover */
	struct str document_number;
	struct str version;
	struct str period_title;
	struct str date;		/* as shown */
	int64_t modified;		/* instant for the PDF's dates */
	struct str city, vendor;	/* as shown on the cover */
	struct str head, foot;		/* running texts */
	struct str page_word;		/* "{page} / {pages}" */
	struct str contents_title;
	struct str continued;		/* （続き） */
	struct str empty;		/* for a value that there is none of */
	struct str bullet;		/* before an item of a list */
	struct node *root;		/* ELEMENT_DOCUMENT */
	struct _xmlDoc *xml;		/* the document XML that html reads */
	struct str *source;		/* files whose own words it shows */
	size_t sources;
};

/* The next node in document order below root, or NULL; skip: not into the
 * children of node. */
const struct node *doc_next(const struct node *root, const struct node *node,
    bool skip);

/* The first child of the type, or NULL. */
const struct node *doc_child(const struct node *node, enum element type);

/* All text below the node but footnotes and readings in it, white space
 * folded. */
struct str doc_text(struct arena *arena, const struct node *node);

/* Free the document XML; the tree lives in its arena.  NULL is allowed, and a
 * second time changes nothing. */
void doc_free(struct doc *doc);

/* The name of an element, as in the XML. */
const char *doc_element_name(enum element type);

/* Stable text of the tree on standard output. */
void doc_dump(const struct doc *doc);

#endif
