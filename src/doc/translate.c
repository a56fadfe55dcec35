/* translate - the words of a template in another language. */
#include "doc/translate.h"

#include "base/arena.h"
#include "base/buf.h"
#include "xml/xmlnode.h"

static void translate_attribute(const struct words *words,
    struct _xmlNode *node, const char *name) {
	struct str text = xmlnode_attr(node, name);
	if (text.n != 0)
		xmlnode_set(node, name, words_translate(words, text));
}

/* Lines and indents of the file are blanks. */
static void add_words(struct buf *buf, struct str text) {
	for (size_t i = 0; i < text.n; i++) {
		bool blank = strchr(" \t\r\n", text.p[i]) != NULL;
		bool twice = blank && buf->n != 0 && buf->p[buf->n - 1] == ' ';
		if (!twice)
			buf_char(buf, blank ? ' ' : text.p[i]);
	}
}

/* The text of the element with its places; empty where there is no text of its
 * own, or something that is no place. */
static struct str phrase_of(struct arena *arena, const struct _xmlNode *node) {
	struct buf buf = buf_in(arena);
	bool worded = false;
	for (const struct _xmlNode *at = xmlnode_content(node); at != NULL;
	    at = xmlnode_follow(at)) {
		bool ref = xmlnode_is(at, "ref");
		if (xmlnode_is_text(at)) {
			struct str text = xmlnode_text(arena, at);
			worded = worded || str_trim(text).n != 0;
			add_words(&buf, text);
		} else if (ref || xmlnode_is(at, "value")) {
			buf_text(&buf, ref ? "{#" : "{");
			buf_add(&buf, xmlnode_attr(at, ref ? "to" : "of"));
			buf_char(&buf, '}');
		} else {
			return (struct str){ NULL, 0 };
		}
	}
	return worded ? str_trim(buf_str(&buf)) : (struct str){ NULL, 0 };
}

static void add_place(struct _xmlNode *node, struct str name) {
	bool ref = str_take(&name, "#");
	xmlnode_set(xmlnode_add(node, ref ? "ref" : "value"), ref ? "to" : "of",
	    name);
}

/* Text and places by turns. */
static void put_phrase(struct _xmlNode *node, struct str phrase) {
	struct str text, name;
	xmlnode_clear(node);
	while (str_cut(&phrase, '{', &text)) {
		xmlnode_put(node, text);
		if (str_cut(&phrase, '}', &name))
			add_place(node, name);
	}
}

void translate_template(struct arena *arena, const struct words *words,
    struct _xmlNode *node) {
	if (words->phrases == NULL)
		return;
	translate_attribute(words, node, "title");
	translate_attribute(words, node, "label");
	translate_attribute(words, node, "whole");
	struct str from = phrase_of(arena, node);
	struct str to = words_translate(words, from);
	if (from.n != 0 && !str_equal(from, to))
		put_phrase(node, to);
	for (struct _xmlNode *child = xmlnode_first(node, NULL); child != NULL;
	    child = xmlnode_next(child, NULL))
		translate_template(arena, words, child);
}
