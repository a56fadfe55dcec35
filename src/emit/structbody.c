/* structbody - the structure tree as objects of a PDF file. */
#include "emit/structbody.h"

#include "base/arena.h"
#include "base/buf.h"
#include "emit/pdfbody.h"

/* The page that most of an element's content begins on, or -1 for none. */
static int64_t element_page(const struct structure_element *element) {
	for (const struct structure_kid *kid = element->first; kid != NULL;
	    kid = kid->next)
		if (kid->mark != NULL)
			return (int64_t)kid->mark->page;
	return -1;
}

static void write_kid(struct buf *buf, const struct structure_kid *kid,
    int64_t page, const struct marks *marks,
    const struct structure_numbers *numbers) {
	if (kid->element != NULL) {
		pdfbody_reference(buf, kid->element->number);
	} else if (kid->area != NULL) {
		buf_text(buf, "<</Type/OBJR/Obj ");
		pdfbody_reference(buf, numbers->area[kid->area
		    - marks->area]);
		buf_text(buf, "/Pg ");
		pdfbody_reference(buf, numbers->page[kid->area->page]);
		buf_text(buf, ">>");
	} else {
		int64_t id = kid->mark - marks->at
		    - (int64_t)marks->first[kid->mark->page];
		bool here = (int64_t)kid->mark->page == page;
		if (!here) {
			buf_text(buf, "<</Type/MCR/Pg ");
			pdfbody_reference(buf, numbers->page[kid->mark->page]);
			buf_text(buf, "/MCID ");
		}
		buf_int(buf, id);
		if (!here)
			buf_text(buf, ">>");
	}
	if (kid->next != NULL)
		buf_char(buf, ' ');
}

static void write_element(struct buf *buf,
    const struct structure_element *element, size_t root,
    const struct marks *marks, const struct structure_numbers *numbers) {
	int64_t page = element_page(element);
	buf_text(buf, "<</Type/StructElem/S/");
	buf_text(buf, element->type);
	buf_text(buf, "/P ");
	pdfbody_reference(buf, element->parent == NULL ? root
	    : element->parent->number);
	if (page >= 0) {
		buf_text(buf, "/Pg ");
		pdfbody_reference(buf, numbers->page[page]);
	}
	buf_add(buf, element->entries);
	if (element->first != NULL)
		buf_text(buf, "/K[");
	for (const struct structure_kid *kid = element->first; kid != NULL;
	    kid = kid->next)
		write_kid(buf, kid, page, marks, numbers);
	buf_text(buf, element->first != NULL ? "]>>" : ">>");
}

/* From marked-content ids and annotations back to their elements (14.7.4.4). */
static size_t write_parents(const struct structure *structure,
    const struct marks *marks, struct pdfbody *body) {
	struct buf nums = buf_in(body->arena), buf = buf_in(body->arena);
	size_t pages = marks->frame->pages;
	buf_text(&nums, "<</Nums[");
	for (size_t p = 0; p < pages; p++) {
		size_t number = pdfbody_number(body);
		buf_reset(&buf);
		buf_char(&buf, '[');
		for (size_t i = marks->first[p]; i < marks->first[p + 1]; i++) {
			if (i > marks->first[p])
				buf_char(&buf, ' ');
			if (structure->of_mark[i] == NULL)
				buf_text(&buf, "null");
			else
				pdfbody_reference(&buf,
				    structure->of_mark[i]->number);
		}
		buf_char(&buf, ']');
		pdfbody_set(body, number, buf_str(&buf));
		buf_int(&nums, (int64_t)p);
		buf_char(&nums, ' ');
		pdfbody_reference(&nums, number);
		buf_char(&nums, '\n');
	}
	for (size_t i = 0; i < marks->areas; i++) {
		if (structure->of_area[i] == NULL)
			continue;
		buf_int(&nums, (int64_t)(pages + i));
		buf_char(&nums, ' ');
		pdfbody_reference(&nums, structure->of_area[i]->number);
		buf_char(&nums, '\n');
	}
	buf_text(&nums, "]>>");
	size_t number = pdfbody_number(body);
	pdfbody_set(body, number, buf_str(&nums));
	return number;
}

size_t structbody_write(struct structure *structure, const struct marks *marks,
    const struct structure_numbers *numbers, struct pdfbody *body) {
	size_t root = pdfbody_number(body);
	for (size_t i = 0; i < structure->elements; i++)
		structure->element[i]->number = pdfbody_number(body);
	struct buf buf = buf_in(body->arena);
	for (size_t i = 0; i < structure->elements; i++) {
		buf_reset(&buf);
		write_element(&buf, structure->element[i], root, marks,
		    numbers);
		pdfbody_set(body, structure->element[i]->number,
		    buf_str(&buf));
	}
	buf_reset(&buf);
	buf_text(&buf, "<</Type/StructTreeRoot/K ");
	pdfbody_reference(&buf, structure->element[0]->number);
	buf_text(&buf, "/ParentTree ");
	pdfbody_reference(&buf, write_parents(structure, marks, body));
	buf_text(&buf, arena_printf(body->arena, "/ParentTreeNextKey %zu>>",
	    marks->frame->pages + marks->areas));
	pdfbody_set(body, root, buf_str(&buf));
	return root;
}
