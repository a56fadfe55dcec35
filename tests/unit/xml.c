/*
 * xml - documents in and out: closed door, exact places, clear words for what
 * a grammar refuses, hostile text made harmless, stylesheets in a closed room.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/digest.h"
#include "xml/xml.h"
#include "xml/xmlnode.h"
#include "xml/xslt.h"

static struct arena *arena;

/* Standard error while a call runs, as text. */
struct capture {
	int saved;
	FILE *file;
};

static struct capture capture_begin(void) {
	struct capture capture = { dup(2), tmpfile() };
	assert_non_null(capture.file);
	fflush(stderr);
	dup2(fileno(capture.file), 2);
	return capture;
}

static const char *capture_end(struct capture capture) {
	fflush(stderr);
	dup2(capture.saved, 2);
	close(capture.saved);
	static char text[8192];
	rewind(capture.file);
	size_t n = fread(text, 1, sizeof text - 1, capture.file);
	text[n] = '\0';
	fclose(capture.file);
	return text;
}

static void put_file(const char *directory, const char *name,
    const char *text) {
	char path[256];
	snprintf(path, sizeof path, "%s/%s", directory, name);
	FILE *file = fopen(path, "w");
	assert_non_null(file);
	fputs(text, file);
	assert_int_equal(fclose(file), 0);
}

/* A workspace whose own xsl/ holds the files of these tests. */
static const char *workspace(void) {
	static char directory[] = "/tmp/geppo-xml-XXXXXX";
	static bool made;
	if (made)
		return directory;
	assert_non_null(mkdtemp(directory));
	char path[256];
	snprintf(path, sizeof path, "%s/xsl", directory);
	assert_int_equal(mkdir(path, 0700), 0);
	snprintf(path, sizeof path, "%s/xsl/part", directory);
	assert_int_equal(mkdir(path, 0700), 0);
	made = true;
	return directory;
}

static void parse_refuses(const char *text, const char *message) {
	struct capture capture = capture_begin();
	struct _xmlDoc *doc = xml_parse(str_of(text), "in.xml");
	assert_string_equal(capture_end(capture), message);
	assert_null(doc);
}

static void test_refused(void **state) {
	(void)state;
	parse_refuses("<a>\n  <b></a>", "in.xml:2:10: refused: not well-formed "
	    "XML: Opening and ending tag mismatch: b line 2 and a "
	    "[xml-syntax]\n");
	parse_refuses("", "in.xml:1:1: refused: not well-formed XML: Document is "
	    "empty [xml-syntax]\n");
	const char *dtd = "in.xml:2: refused: not well-formed XML: a document "
	    "type declaration is not accepted here [xml-syntax]\n";
	parse_refuses("<?xml version='1.0'?>\n<!DOCTYPE a [<!ENTITY e SYSTEM "
	    "'file:///etc/passwd'>]>\n<a>&e;</a>", dtd);
	parse_refuses("<?xml version='1.0'?>\n<!DOCTYPE a SYSTEM "
	    "'http://example.invalid/a.dtd'>\n<a/>", dtd);
	parse_refuses("<?xml version='1.0'?>\n<!DOCTYPE a [<!ENTITY a 'aa'>"
	    "<!ENTITY b '&a;&a;'>]>\n<a>&b;</a>", dtd);
}

static void test_places(void **state) {
	(void)state;
	struct _xmlDoc *doc = xml_parse(str_of("<a\n  x='1>2'\n>あ<b/><!-- <c> "
	    "-->\n<![CDATA[<d>]]>\t<?pi <e>?><f\n y=\"'\"><g/></f>\n<h/></a>"),
	    "in.xml");
	assert_non_null(doc);
	const struct _xmlNode *root = xml_root(doc);
	struct place place = xmlnode_place(root);
	assert_int_equal(place.line, 1);
	assert_int_equal(place.column, 1);
	const struct _xmlNode *b = xmlnode_first(root, NULL);
	place = xmlnode_place(b);
	assert_int_equal(place.line, 3);
	assert_int_equal(place.column, 3);
	const struct _xmlNode *f = xmlnode_next(b, "f");
	place = xmlnode_place(f);
	assert_int_equal(place.line, 4);
	assert_int_equal(place.column, 27);
	place = xmlnode_place(xmlnode_first(f, "g"));
	assert_int_equal(place.line, 5);
	assert_int_equal(place.column, 8);
	place = xmlnode_place(xmlnode_next(f, "h"));
	assert_int_equal(place.line, 6);
	assert_int_equal(place.column, 1);
	xml_free(doc);
}

static void test_build(void **state) {
	(void)state;
	struct _xmlDoc *doc = xml_new("urn:x", "a");
	struct _xmlNode *b = xmlnode_add(xml_root(doc), "b");
	xmlnode_set(b, "k", str_of("old"));
	xmlnode_set(b, "k", (struct str){ "\"<&\0\x01\xff\ufffe\n]]>", 13 });
	xmlnode_set(b, "xml:lang", str_of("ja"));
	xmlnode_put(b, str_of("1 < 2 & \x1b[31m"));
	xmlnode_put(b, str_of("]]> あ"));
	struct _xmlNode *svg = xmlnode_add_in(b, "urn:svg", "svg");
	xmlnode_add(svg, "g");
	struct str text = xml_write(arena, doc, false);
	const char *want = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
	    "<a xmlns=\"urn:x\"><b k=\"&quot;&lt;&amp;\ufffd\ufffd\ufffd\ufffd"
	    "&#10;]]&gt;\" xml:lang=\"ja\">1 &lt; 2 &amp; \ufffd[31m]]&gt; あ"
	    "<svg xmlns=\"urn:svg\"><g/></svg></b></a>\n";
	assert_string_equal(text.p, want);
	xml_free(doc);

	doc = xml_parse(text, "again.xml");
	assert_non_null(doc);
	b = xmlnode_first(xml_root(doc), "b");
	assert_true(str_is(xmlnode_attr(b, "xml:lang"), "ja"));
	assert_null(xmlnode_attr(b, "lang").p);
	assert_true(str_is(xmlnode_text(arena, b),
	    "1 < 2 & \ufffd[31m]]> あ"));
	assert_true(str_is(xmlnode_space(xmlnode_first(b, NULL)), "urn:svg"));
	struct _xmlDoc *other = xml_new(NULL, "r");
	xmlnode_add_copy(xml_root(other), b);
	assert_true(str_starts(xml_write(arena, other, true),
	    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<r>\n  <b xmlns="
	    "\"urn:x\""));
	xml_free(other);
	xml_free(doc);
}

static void test_decode(void **state) {
	(void)state;
	struct str text;
	assert_true(xml_decode(arena, "CP932",
	    str_of("\x8c\xb3\x93\xfa\x87\x40"), &text));
	assert_string_equal(text.p, "元日①");
	assert_false(xml_decode(arena, "CP932", str_of("a\x81"), &text));
	assert_false(xml_decode(arena, "no-such-code", str_of("a"), &text));
	assert_true(xml_decode(arena, "CP932", str_of(""), &text));
	assert_int_equal(text.n, 0);
}

static const char grammar[] =
    "<grammar xmlns='http://relaxng.org/ns/structure/1.0' ns='urn:x'"
    " datatypeLibrary='http://www.w3.org/2001/XMLSchema-datatypes'>\n"
    "<start><element name='a'><interleave>"
    "<element name='title'><text/></element>"
    "<zeroOrMore><ref name='b'/></zeroOrMore>"
    "<optional><element name='n'><optional><attribute name='m'><choice>"
    "<value>no</value><data type='integer'/><data type='token'><param "
    "name='pattern'>x[0-9]</param></data></choice></attribute></optional>"
    "<data type='integer'/></element></optional>"
    "</interleave></element></start>\n"
    "<define name='b'><element name='b'><attribute name='id'/>"
    "<optional><attribute name='how'><choice><value>big</value>"
    "<value>small</value></choice></attribute></optional>"
    "<zeroOrMore><ref name='b'/></zeroOrMore></element></define></grammar>";

static void valid_says(const char *text, const char *message) {
	put_file(workspace(), "xsl/t.rng", grammar);
	struct _xmlDoc *doc = xml_parse(str_of(text), "in.xml");
	assert_non_null(doc);
	struct capture capture = capture_begin();
	bool valid = xml_valid(doc, workspace(), "xsl/t.rng");
	assert_string_equal(capture_end(capture), message);
	assert_int_equal(valid, message[0] == '\0');
	xml_free(doc);
}

static void test_grammar(void **state) {
	(void)state;
	valid_says("<a xmlns='urn:x'><b id='1'><b id='2' how='big'/></b><title>t"
	    "</title><b id='3'/><n>4</n></a>", "");
	valid_says("<a xmlns='urn:x'><title/>\n<b id='1'>\n<c/></b></a>",
	    "in.xml:3:1: refused: <c> is not expected in <b>; expected: b "
	    "[xml-element]\n");
	valid_says("<a xmlns='urn:x'><title/>\n <b id='1' id2=''/></a>",
	    "in.xml:2:2: refused: <b> has no attribute id2; it knows: id how "
	    "[xml-attribute]\n");
	valid_says("<a xmlns='urn:x'><title/><b/></a>",
	    "in.xml:1:26: refused: <b> lacks id=\"\"; it knows: id how "
	    "[xml-lacks]\n");
	valid_says("<a xmlns='urn:x'><b id='1'/></a>",
	    "in.xml:1:1: refused: <a> lacks <title>; it knows: title b n "
	    "[xml-lacks]\n");
	valid_says("<a xmlns='urn:x'><title/>\n<title/></a>",
	    "in.xml:2:1: refused: <title> stands more than once in <a>, where it "
	    "may stand once (of: title b n) [xml-twice]\n");
	valid_says("<a xmlns='urn:x'><title/><b id='1' how='huge'/></a>",
	    "in.xml:1:26: refused: <b> has how=\"huge\"; expected: big | "
	    "small [xml-word]\n");
	valid_says("<a xmlns='urn:x'><title/><n m='x7'>4</n></a>", "");
	valid_says("<a xmlns='urn:x'><title/><n m='x77'>4</n></a>",
	    "in.xml:1:26: refused: <n> has m=\"x77\"; expected: no | integer | "
	    "x[0-9] [xml-word]\n");
	valid_says("<a xmlns='urn:x'><title/>hm<b id='1'/></a>",
	    "in.xml:1:1: refused: <a> holds the text `hm`; expected only "
	    "elements: title b n [xml-text]\n");
	valid_says("<a xmlns='urn:y'/>", "in.xml:1:1: refused: <a> is in the "
	    "namespace \"urn:y\"; expected \"urn:x\" [xml-space]\n");
	valid_says("<c/>", "in.xml:1:1: refused: the document begins with <c>; "
	    "expected <a> in the namespace \"urn:x\" [xml-root]\n");
	valid_says("<a xmlns='urn:x'><title/>\n<n>x</n></a>",
	    "in.xml:2:1: refused: not as the grammar has it: Type integer "
	    "doesn't allow value 'x' [xml-content]\n");
}

static const char sheet[] =
    "<xsl:stylesheet version='1.0' xmlns:set='http://exslt.org/sets'"
    " xmlns:xsl='http://www.w3.org/1999/XSL/Transform'"
    " exclude-result-prefixes='set'>\n"
    "<xsl:import href='part/p.xsl'/><xsl:param name='who'/>"
    "<xsl:output method='html' encoding='UTF-8'/>\n"
    "<xsl:template match='/'><p><xsl:apply-templates select='a'/>"
    "<xsl:value-of select='count(set:distinct(a/b))'/>"
    "<br/><xsl:value-of select='$who'/></p></xsl:template>\n"
    "</xsl:stylesheet>";

static void test_xslt(void **state) {
	(void)state;
	put_file(workspace(), "xsl/s.xsl", sheet);
	put_file(workspace(), "xsl/part/p.xsl", "<xsl:stylesheet version='1.0' "
	    "xmlns:xsl='http://www.w3.org/1999/XSL/Transform'><xsl:template "
	    "match='a'>part </xsl:template></xsl:stylesheet>");
	struct xslt *xslt = xslt_new(workspace());
	struct _xmlDoc *in = xml_parse(str_of("<a><b>1</b><b>1</b></a>"), "in");
	const char *parameters[] = { "who", "\"quoted\" 'both' <&", NULL };
	for (int i = 0; i < 2; i++) {
		struct str text;
		assert_true(xslt_text(xslt, arena, "xsl/s.xsl", in, parameters,
		    &text));
		assert_string_equal(text.p, "<p>part 1<br>\"quoted\" 'both' "
		    "&lt;&amp;</p>\n");
	}
	struct _xmlDoc *out = xslt_run(xslt, "xsl/s.xsl", in, NULL);
	assert_true(str_is(xmlnode_name(xml_root(out)), "p"));
	xml_free(out);
	xml_free(in);
	xslt_free(xslt);
}

/* The body of a stylesheet, and the message that must come of it; places are
 * given without the workspace's path. */
static void sheet_says(const char *body, const char *message) {
	char text[2048], found[8192];
	snprintf(text, sizeof text, "<xsl:stylesheet version='1.0' xmlns:xsl="
	    "'http://www.w3.org/1999/XSL/Transform'>\n%s</xsl:stylesheet>",
	    body);
	put_file(workspace(), "xsl/bad.xsl", text);
	struct xslt *xslt = xslt_new(workspace());
	struct _xmlDoc *in = xml_parse(str_of("<a><b/></a>"), "in.xml");
	struct capture capture = capture_begin();
	struct _xmlDoc *out = xslt_run(xslt, "xsl/bad.xsl", in, NULL);
	const char *said = capture_end(capture);
	if (str_starts(str_of(said), workspace()))
		said += strlen(workspace()) + 1;
	snprintf(found, sizeof found, "%s", said);
	assert_string_equal(found, message);
	xml_free(out);
	xml_free(in);
	xslt_free(xslt);
}

static void test_xslt_faults(void **state) {
	(void)state;
	sheet_says("<xsl:template match='/'>\n<xsl:value-of select='1 +'/>"
	    "</xsl:template>", "xsl/bad.xsl:3: refused: stylesheet: xsl:value-of "
	    ": could not compile select expression '1 +' [xslt-fault]\n");
	sheet_says("<xsl:template match='/'>\n\n<xsl:call-template name='none'/>"
	    "</xsl:template>", "xsl/bad.xsl:4: refused: stylesheet: The "
	    "called template 'none' was not found. [xslt-fault]\n");
	sheet_says("<xsl:template match='/'>\n <xsl:message terminate='yes'>no "
	    "<xsl:value-of select='name(*)'/></xsl:message></xsl:template>",
	    "xsl/bad.xsl:3:2: refused: no a [xslt-stop]\n");
	sheet_says("<xsl:template match='/'>\n<xsl:message>by the way"
	    "</xsl:message></xsl:template>",
	    "xsl/bad.xsl:3:1: note: by the way [xslt-message]\n");
	sheet_says("<xsl:template match='/'>\n<x/>", "xsl/bad.xsl:3:22: refused: "
	    "not well-formed XML: Opening and ending tag mismatch: template line "
	    "2 and stylesheet [xml-syntax]\n");
}

static void test_xslt_closed(void **state) {
	(void)state;
	sheet_says("<xsl:template match='/'><r><xsl:copy-of select=\"document("
	    "'/etc/passwd')\"/></r></xsl:template>", "refused: /etc/passwd is not "
	    "among the program's files; is geppo installed whole? "
	    "[share-missing]\n");
	sheet_says("<xsl:template match='/'>\n<r><xsl:copy-of select=\"document("
	    "'http://example.invalid/a')\"/></r></xsl:template>",
	    "xsl/bad.xsl:3: refused: stylesheet: Network file read for "
	    "http://example.invalid/a refused [xslt-fault]\n");
	sheet_says("<xsl:include href='../../secret.xsl'/>", "refused: "
	    "../secret.xsl is not among the program's files; is geppo installed "
	    "whole? [share-missing]\n");
}

static void test_digest(void **state) {
	(void)state;
	/* FIPS 180-2, appendix B.1 */
	assert_string_equal(digest_hex(arena, str_of("abc")).p, "ba7816bf8f01cfea"
	    "414140de5dae2223b00361a396177a9cb410ff61f20015ad");
	struct digest *digest = digest_begin(arena);
	digest_add(digest, str_of("a"));
	digest_add(digest, str_of(""));
	digest_add(digest, str_of("bc"));
	assert_true(str_equal(digest_end(arena, digest),
	    digest_hex(arena, str_of("abc"))));
}

static int setup(void **state) {
	(void)state;
	arena = arena_new();
	diag_language("en");
	return 0;
}

static int teardown(void **state) {
	(void)state;
	static const char *const made[] = { "xsl/part/p.xsl", "xsl/part",
		"xsl/t.rng", "xsl/s.xsl", "xsl/bad.xsl", "xsl", "" };
	for (size_t i = 0; i < sizeof made / sizeof *made; i++)
		remove(arena_printf(arena, "%s/%s", workspace(), made[i]));
	arena_free(arena);
	return 0;
}

int main(void) {
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_refused),
		cmocka_unit_test(test_places),
		cmocka_unit_test(test_build),
		cmocka_unit_test(test_decode),
		cmocka_unit_test(test_grammar),
		cmocka_unit_test(test_xslt),
		cmocka_unit_test(test_xslt_faults),
		cmocka_unit_test(test_xslt_closed),
		cmocka_unit_test(test_digest),
	};
	return cmocka_run_group_tests(tests, setup, teardown);
}
