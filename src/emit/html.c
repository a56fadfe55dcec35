/*
 * html - a document as one self-contained HTML file.
 *
 * xsl/html turns the document XML, into which the pictures are put first as
 * SVG, into HTML; this file only brings together what the stylesheet needs.
 */
#include "emit/html.h"

#include <errno.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/digest.h"
#include "base/file.h"
#include "base/limits.h"
#include "base/words.h"
#include "emit/svg.h"
#include "xml/xml.h"
#include "xml/xmlnode.h"
#include "xml/xslt.h"

/* Only what can stand in a declaration: a theme is somebody's file. */
static bool is_plain(struct str value) {
	for (size_t i = 0; i < value.n; i++)
		if (strchr("{}<>;\"\\", value.p[i]) != NULL)
			return false;
	return true;
}

/* `--colour-accent: #1f4e79;` of each key that begins with the prefix; dots
 * become hyphens. */
static void add_properties(struct buf *css, const struct words *theme,
    const char *prefix, const char *name) {
	size_t skip = strlen(prefix);
	for (size_t i = 0; i < theme->count; i++) {
		struct str key = theme->at[i].key;
		if (!str_starts(key, prefix) || !is_plain(key)
		    || !is_plain(theme->at[i].text))
			continue;
		buf_text(css, "--");
		buf_text(css, name);
		for (size_t c = skip; c < key.n; c++)
			buf_char(css, key.p[c] == '.' ? '-' : key.p[c]);
		buf_text(css, ":");
		buf_add(css, theme->at[i].text);
		buf_text(css, ";");
	}
}

static struct str read_shared(struct arena *arena, const char *workspace,
    const char *name) {
	struct str text, none = { NULL, 0 };
	const char *path = file_share(arena, workspace, name);
	if (path == NULL)
		diag(DIAG_SHARE_MISSING, NULL, name, NULL);
	else if (file_read(arena, path, LIMIT_TEMPLATE_BYTES, &text))
		return text;
	else
		diag(DIAG_FILE_READ, NULL, path, strerror(errno), NULL);
	return none;
}

/* Colours of the theme, then the rules. */
static const char *style_of(struct arena *arena, const struct words *theme,
    struct str rules) {
	struct buf css = buf_in(arena);
	buf_text(&css, "\n:root{");
	add_properties(&css, theme, "colour.", "colour-");
	add_properties(&css, theme, "font.", "font-");
	buf_text(&css, "}\n@media screen and (prefers-color-scheme:dark){:root{");
	add_properties(&css, theme, "dark.", "colour-");
	buf_text(&css, "}}\n");
	buf_add(&css, rules);
	return str_z(arena, buf_str(&css));
}

/* Nothing is asked for; of all scripts that a text might bring, only ours is
 * run. */
static const char *policy_of(struct arena *arena, struct str script) {
	return arena_printf(arena, "default-src 'none'; style-src"
	    " 'unsafe-inline'; script-src 'sha256-%s'; base-uri 'none';"
	    " form-action 'none'", str_z(arena, digest_base64(arena, script)));
}

const char *const *html_parameters(struct arena *arena, const char *workspace) {
	const struct words *theme = words_read_file(arena, workspace,
	    "templates/theme.txt");
	struct str rules = read_shared(arena, workspace, "xsl/html/style.css");
	struct str script = read_shared(arena, workspace, "xsl/html/page.js");
	if (theme == NULL || rules.p == NULL || script.p == NULL)
		return NULL;
	const char **parameters = arena_array(arena, 7, sizeof *parameters);
	parameters[0] = "style";
	parameters[1] = style_of(arena, theme, rules);
	parameters[2] = "script";
	parameters[3] = str_z(arena, script);
	parameters[4] = "policy";
	parameters[5] = policy_of(arena, script);
	return parameters;
}

/* The picture below the element of a chart or diagram, once; a sparkline has
 * no caption, what it says is its title. */
static void add_picture(struct arena *arena, const struct node *node,
    const struct html_drawing *drawing, size_t number) {
	if (xmlnode_first(node->xml, "svg") != NULL)
		return;
	const struct fragment *fragment = drawing->draw(drawing->self, node);
	if (fragment == NULL)
		return;
	bool spark = node->type == ELEMENT_SPARK;
	const struct node *figure = node->parent;
	struct str title = spark ? node->u.chart.line[0].label
	    : doc_text(arena, doc_child(figure, ELEMENT_CAPTION));
	struct str alt = spark ? (struct str){ NULL, 0 }
	    : doc_text(arena, doc_child(figure, ELEMENT_ALT));
	svg_add(arena, node->xml, fragment,
	    str_of(arena_printf(arena, "picture-%zu", number)), title, alt);
}

bool html_write(struct arena *arena, struct xslt *xslt, const char *workspace,
    const struct doc *doc, const struct html_drawing *drawing,
    const char *path) {
	size_t pictures = 0;
	for (const struct node *node = doc->root; drawing != NULL
	    && node != NULL; node = doc_next(doc->root, node, false))
		if (node->type == ELEMENT_CHART
		    || node->type == ELEMENT_DIAGRAM
		    || node->type == ELEMENT_SPARK)
			add_picture(arena, node, drawing, ++pictures);
	const char *const *parameters = html_parameters(arena, workspace);
	struct str html;
	if (parameters == NULL || !xslt_text(xslt, arena, "xsl/html/page.xsl", doc->xml, parameters,
	    &html))
		return false;
	struct file_out *file = file_create(path);
	if (file == NULL)
		return false;
	file_write(file, html);
	return file_commit(file);
}
