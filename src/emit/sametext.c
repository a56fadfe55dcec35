/* sametext - do a document's PDF and HTML say the same? */
#include "emit/sametext.h"

#include "base/arena.h"
#include "base/buf.h"
#include "emit/pdfscan.h"
#include "emit/pdftext.h"
#include "emit/pdftree.h"
#include "xml/xml.h"
#include "xml/xmlnode.h"

/* Bytes of a section that a message quotes. */
#define QUOTED 60

struct section {
	struct buf title, text;		/* just what is seen */
};

/* A document section by section; the first one has no heading. */
struct reading {
	struct arena *arena;
	struct section *section;
	size_t sections;
};

static void begin_section(struct reading *reading) {
	reading->section = arena_room(reading->arena, reading->section,
	    reading->sections, sizeof *reading->section);
	reading->section[reading->sections++] = (struct section){
	    buf_in(reading->arena), buf_in(reading->arena) };
}

/* White space, and what steers text without being seen, such as joiners and
 * directions: no font has it, so PDF cannot say it. */
static bool is_unseen(uint32_t code) {
	return code <= ' ' || (code >= 0x7F && code <= 0xA0) || code == 0xAD
	    || (code >= 0x200B && code <= 0x200F)
	    || (code >= 0x2028 && code <= 0x202F)
	    || (code >= 0x2060 && code <= 0x206F) || code == 0x3000
	    || code == 0xFEFF;
}

static void add_text(struct reading *reading, struct str text, bool title) {
	struct section *last = &reading->section[reading->sections - 1];
	uint32_t code = 0;
	for (size_t n; text.n > 0; text.p += n, text.n -= n) {
		n = str_utf8(text, &code);
		n = n == 0 ? 1 : n;
		if (n == 1 && (unsigned char)text.p[0] > 0x7F)
			code = 0xFFFD;
		if (!is_unseen(code))
			buf_utf8(title ? &last->title : &last->text, code);
	}
}

static bool is_heading(struct str type) {
	return type.n == 3 && str_starts(type, "/H");
}

/* The element itself or the nearest one around it that is a heading, or one
 * that is not compared. */
static size_t find_around(const struct pdftree *tree, size_t element) {
	for (; element != PDFTREE_NONE; element = tree->element[element].parent) {
		const struct pdftree_element *at = &tree->element[element];
		if (is_heading(at->type) || str_is(at->type, "/TOC")
		    || str_is(at->type, "/Figure") || (str_is(at->type, "/Lbl")
		    && str_is(tree->element[at->parent].type, "/LI")))
			break;
	}
	return element;
}

static void read_leaves(struct reading *reading, const struct pdftree *tree,
    const struct pdftext_page *page) {
	size_t heading = PDFTREE_NONE;
	for (size_t i = 0; i < tree->leaves; i++) {
		const struct pdftree_leaf *leaf = &tree->leaf[i];
		size_t around = find_around(tree, leaf->element), p = 0;
		bool title = around != PDFTREE_NONE
		    && is_heading(tree->element[around].type);
		if (around != PDFTREE_NONE && !title)
			continue;
		while (p < tree->pages && tree->page[p] != leaf->page)
			p++;
		if (p == tree->pages || leaf->id < 0
		    || (size_t)leaf->id >= page[p].ids)
			continue;
		if (title && around != heading) {
			begin_section(reading);
			heading = around;
		}
		add_text(reading, page[p].text[leaf->id], title);
	}
}

static void read_pdf(struct reading *reading, struct str bytes) {
	struct pdfread file = pdfread_open(reading->arena, bytes);
	if (file.fault != NULL)
		return;
	struct pdftree tree = pdftree_of(&file);
	struct pdftext text = { &file, NULL, 0 };
	struct pdftext_page *page = arena_array(reading->arena, tree.pages,
	    sizeof *page);
	for (size_t i = 0; i < tree.pages; i++)
		page[i] = pdftext_page(&text, tree.page[i]);
	read_leaves(reading, &tree, page);
}

static bool is_left_out(const struct _xmlNode *node) {
	static const char *const names[] = { "head", "script", "style", "svg",
	    "details", "footer", "rp" };
	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
		if (xmlnode_is(node, names[i]))
			return true;
	return str_is(xmlnode_attr(node, "class"), "skip");
}

static bool begins_section(const struct _xmlNode *node) {
	struct str name = xmlnode_name(node);
	return name.n == 2 && name.p[0] == 'h' && name.p[1] >= '2'
	    && name.p[1] <= '6';
}

/* The text below the node; the parser limits how deep that is. */
static void read_html(struct reading *reading, const struct _xmlNode *parent,
    bool title) {
	bool contents = xmlnode_is(parent, "nav");
	for (const struct _xmlNode *node = xmlnode_content(parent);
	    node != NULL; node = xmlnode_follow(node)) {
		if (xmlnode_is_text(node)) {
			add_text(reading, xmlnode_text(reading->arena, node),
			    title);
			continue;
		}
		bool begins = begins_section(node);
		if (is_left_out(node) || (contents && !begins))
			continue;
		if (begins)
			begin_section(reading);
		read_html(reading, node, title || begins);
	}
}

/* What stands in the text from `at` on, from the start of a character. */
static struct str quote(struct str text, size_t at) {
	while (at > 0 && at < text.n && (text.p[at] & 0xC0) == 0x80)
		at--;
	text.p += at;
	text.n -= at;
	if (text.n > QUOTED)
		text.n = QUOTED;
	while (text.n > 0 && text.n == QUOTED && (text.p[text.n] & 0xC0) == 0x80)
		text.n--;
	return text;
}

static size_t common(struct str a, struct str b) {
	size_t at = 0;
	while (at < a.n && at < b.n && a.p[at] == b.p[at])
		at++;
	return at;
}

/* Do the texts of two sections agree, or those of their headings? */
static bool agree(struct str section, struct str pdf, struct str html,
    struct sametext_difference *difference) {
	if (str_equal(pdf, html))
		return true;
	size_t at = common(pdf, html);
	*difference = (struct sametext_difference){ section, quote(pdf, at),
	    quote(html, at) };
	return false;
}

bool sametext_compare(struct arena *arena, struct str pdf, struct str html,
    struct sametext_difference *difference) {
	struct reading one = { arena, NULL, 0 }, two = one;
	struct _xmlDoc *doc = xml_parse_html(html);
	begin_section(&one);
	begin_section(&two);
	read_pdf(&one, pdf);
	if (doc != NULL)
		read_html(&two, xml_root(doc), false);
	xml_free(doc);
	for (size_t i = 0; i < one.sections || i < two.sections; i++) {
		static const struct section none;
		const struct section *p = i < one.sections ? &one.section[i]
		    : &none, *h = i < two.sections ? &two.section[i] : &none;
		struct str title = buf_str(i < one.sections ? &p->title
		    : &h->title);
		if (!agree(title, buf_str(&p->title), buf_str(&h->title),
		    difference) || !agree(title, buf_str(&p->text),
		    buf_str(&h->text), difference))
			return false;
	}
	return true;
}
