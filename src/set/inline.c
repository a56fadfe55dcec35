/* inline - the inline content of a node as one shaped text. */
#include "set/inline.h"

#include "base/arena.h"
#include "base/buf.h"
#include "doc/doc.h"

/* What surrounds a piece of text. */
struct look {
	enum font_role role;
	bool coloured;
	struct colour colour;
	struct str target;
	const struct node *node;
	const struct text *ruby;
	struct str mark;
};

struct inlines {
	struct fonts *fonts;
	struct arena *arena;
	struct buf buf;
	struct text_span *span;
	size_t spans;
	int size;
};

static void add_text(struct inlines *inlines, struct str text,
    const struct look *look) {
	size_t from = inlines->buf.n;
	text_add(&inlines->buf, text);
	if (inlines->buf.n == from)
		return;
	inlines->span = arena_room(inlines->arena, inlines->span,
	    inlines->spans, sizeof *inlines->span);
	inlines->span[inlines->spans++] = (struct text_span){ from,
	    inlines->buf.n, look->role, look->coloured, look->colour,
	    look->target, look->node, look->ruby, look->mark };
}

static void add_children(struct inlines *inlines, const struct node *node,
    struct look look);

static struct look colour_look(struct look look, struct colour colour) {
	look.coloured = true;
	look.colour = colour;
	return look;
}

static void add_ref(struct inlines *inlines, const struct node *ref,
    struct look look) {
	const struct node *to = ref->u.ref.target;
	if (to != NULL)
		look.target = str_of(arena_printf(inlines->arena, "#%.*s",
		    (int)to->id.n, to->id.p));
	look = colour_look(look, font_theme(inlines->fonts)->accent);
	if (ref->first != NULL)
		add_children(inlines, ref, look);
	else if (to != NULL)
		add_text(inlines, to->number, &look);
}

/* The base, with its reading above it in type of half the size. */
static void add_ruby(struct inlines *inlines, const struct node *ruby,
    struct look look) {
	look.ruby = text_plain(inlines->fonts, doc_text(inlines->arena, ruby),
	    look.role, inlines->size / 2);
	add_text(inlines, ruby->u.ruby.base, &look);
}

struct str inline_mark(struct arena *arena, const struct node *footnote) {
	return str_of(arena_printf(arena, "%.*s-mark", (int)footnote->id.n,
	    footnote->id.p));
}

/* Its mark, which leads to the text at the foot of the page. */
static void add_footnote(struct inlines *inlines, const struct node *footnote,
    struct look look) {
	look.mark = inline_mark(inlines->arena, footnote);
	look.target = str_of(arena_printf(inlines->arena, "#%.*s",
	    (int)footnote->id.n, footnote->id.p));
	add_text(inlines, footnote->number, &look);
}

static void add_node(struct inlines *inlines, const struct node *node,
    struct look look) {
	if (node->type != ELEMENT_TEXT)
		look.node = node;
	switch (node->type) {
	case ELEMENT_TEXT:
		add_text(inlines, node->text, &look);
		break;
	case ELEMENT_EM:
	case ELEMENT_STRONG:
		look.role = FONT_GOTHIC_BOLD;
		add_children(inlines, node, look);
		break;
	case ELEMENT_STATUS:
		add_children(inlines, node, colour_look(look,
		    font_theme(inlines->fonts)->tone[node->tone]));
		break;
	case ELEMENT_REF:
		add_ref(inlines, node, look);
		break;
	case ELEMENT_LINK:
		look.target = node->u.link.href;
		add_children(inlines, node, colour_look(look,
		    font_theme(inlines->fonts)->accent));
		break;
	case ELEMENT_RUBY:
		add_ruby(inlines, node, look);
		break;
	case ELEMENT_FOOTNOTE:
		add_footnote(inlines, node, look);
		break;
	default:
		add_children(inlines, node, look);
	}
}

static void add_children(struct inlines *inlines, const struct node *node,
    struct look look) {
	for (const struct node *at = node->first; at != NULL; at = at->next)
		add_node(inlines, at, look);
}

const struct text *inline_text(struct fonts *fonts, struct arena *arena,
    const struct node *node, enum font_role role, int size) {
	const struct node *only = node->first;
	if (only == NULL)
		return text_plain(fonts, (struct str){ NULL, 0 }, role, size);
	if (only->type == ELEMENT_TEXT && only->next == NULL)
		return text_plain(fonts, only->text, role, size);
	struct inlines inlines = { fonts, arena, buf_in(arena), NULL, 0, size };
	add_children(&inlines, node, (struct look){ .role = role });
	if (inlines.spans == 0)
		return text_plain(fonts, (struct str){ NULL, 0 }, role, size);
	return text_shape(fonts, arena, buf_str(&inlines.buf), inlines.span,
	    inlines.spans, size);
}

const struct node *inline_status(const struct node *node) {
	const struct node *only = node->first;
	return only != NULL && only->type == ELEMENT_STATUS
	    && only->next == NULL ? only : NULL;
}
