/* xmp - what a PDF file says about itself, as XMP (ISO 19005-3, 6.6). */
#include "emit/xmp.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/date.h"

/* PDF/A knows no pdfuaid, so its schema is described (6.6.2.3.3). */
static const char schema[] =
    "<rdf:Description rdf:about=\"\""
    " xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\""
    " xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\""
    " xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\n"
    "<pdfaExtension:schemas><rdf:Bag>"
    "<rdf:li rdf:parseType=\"Resource\">\n"
    "<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>\n"
    "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/"
    "</pdfaSchema:namespaceURI>\n"
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\n"
    "<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">\n"
    "<pdfaProperty:name>part</pdfaProperty:name>\n"
    "<pdfaProperty:valueType>Integer</pdfaProperty:valueType>\n"
    "<pdfaProperty:category>internal</pdfaProperty:category>\n"
    "<pdfaProperty:description>part of ISO 14289 that is conformed to"
    "</pdfaProperty:description>\n"
    "</rdf:li></rdf:Seq></pdfaSchema:property>\n"
    "</rdf:li></rdf:Bag></pdfaExtension:schemas>\n"
    "</rdf:Description>\n";

static void add_escaped(struct buf *buf, struct str text) {
	for (size_t i = 0; i < text.n; i++)
		switch (text.p[i]) {
		case '&':
			buf_text(buf, "&amp;");
			break;
		case '<':
			buf_text(buf, "&lt;");
			break;
		case '>':
			buf_text(buf, "&gt;");
			break;
		default:
			buf_char(buf, text.p[i]);
		}
}

/* One property; nothing when it has no text.  around: elements of the list
 * that it stands in. */
static void add(struct buf *buf, const char *name, const char *open,
    struct str text, const char *close) {
	if (text.n == 0)
		return;
	buf_text(buf, "<");
	buf_text(buf, name);
	buf_text(buf, ">");
	buf_text(buf, open);
	add_escaped(buf, text);
	buf_text(buf, close);
	buf_text(buf, "</");
	buf_text(buf, name);
	buf_text(buf, ">\n");
}

struct str xmp_subject(const struct doc *doc) {
	return doc->subtitle.n > 0 ? doc->subtitle : doc->period_title;
}

struct str xmp_packet(struct arena *arena, const struct doc *doc,
    struct str producer) {
	static const char alternative[] =
	    "<rdf:Alt><rdf:li xml:lang=\"x-default\">";
	static const char alternative_end[] = "</rdf:li></rdf:Alt>";
	struct buf buf = buf_in(arena), date = buf_in(arena);
	date_write_iso(&date, doc->modified, 0);
	buf_text(&buf, "<?xpacket begin=\"\xEF\xBB\xBF\""
	    " id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
	    "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
	    "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">"
	    "\n<rdf:Description rdf:about=\"\""
	    " xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
	    " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\""
	    " xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\""
	    " xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\""
	    " xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">\n"
	    "<pdfaid:part>3</pdfaid:part>\n"
	    "<pdfaid:conformance>A</pdfaid:conformance>\n"
	    "<pdfuaid:part>1</pdfuaid:part>\n");
	add(&buf, "dc:title", alternative, doc->title, alternative_end);
	add(&buf, "dc:creator", "<rdf:Seq><rdf:li>", doc->vendor,
	    "</rdf:li></rdf:Seq>");
	add(&buf, "dc:description", alternative, xmp_subject(doc),
	    alternative_end);
	add(&buf, "dc:language", "<rdf:Bag><rdf:li>", doc->language,
	    "</rdf:li></rdf:Bag>");
	add(&buf, "xmp:CreatorTool", "", str_of("geppo"), "");
	add(&buf, "xmp:CreateDate", "", buf_str(&date), "");
	add(&buf, "xmp:ModifyDate", "", buf_str(&date), "");
	add(&buf, "pdf:Producer", "", producer, "");
	buf_text(&buf, "</rdf:Description>\n");
	buf_text(&buf, schema);
	buf_text(&buf, "</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>\n");
	return buf_str(&buf);
}
