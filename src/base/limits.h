/* limits - every hard limit of the program, with its reason. */
#ifndef GEPPO_LIMITS_H
#define GEPPO_LIMITS_H

/* A contract is written by hand; more than this is no contract. */
#define LIMIT_CONTRACT_BYTES (16u << 20)
/* Templates, stylesheets, words, slots of text. */
#define LIMIT_TEMPLATE_BYTES (16u << 20)
/* One export: it is scanned where it lies, in pages that the kernel takes back. */
#define LIMIT_INPUT_BYTES ((size_t)4 << 30)
/* One export, unpacked: it takes memory.  A month of ten million samples has
 * less than half of this; what is larger can be unpacked beforehand. */
#define LIMIT_UNPACKED_BYTES ((size_t)1 << 30)
/* How often its packed size an export may unpack to, once it is larger than
 * LIMIT_PACKED_FREE.  Of exports that say the same a hundred thousand times
 * gzip makes 70, xz and zstd 1500; of zeros 230 and 7000. */
#define LIMIT_GZIP_TIMES 200
#define LIMIT_PACKED_TIMES 2000
#define LIMIT_PACKED_FREE ((size_t)64 << 20)
/* What unpacking may look back on, as a power of two: 128 MiB, which xz and zstd
 * need at their highest levels. */
#define LIMIT_WINDOW_LOG 27
/* One field of one row: longer is a lost quote, not a text. */
#define LIMIT_FIELD_BYTES (1u << 20)
/* Hours of one record, a hundred years: what is more is a typing error, and
 * sums of such would not be exact. */
#define LIMIT_HOURS 876000
/* Columns of one table. */
#define LIMIT_COLUMNS 4096
/* Nesting of a JSON text. */
#define LIMIT_JSON_DEPTH 64
/* Values, and objects, of one row of a JSON text. */
#define LIMIT_JSON_VALUES (1u << 20)
/* Bytes of a name in a JSON text. */
#define LIMIT_JSON_NAME 1024
/* A part of a workbook that is held in memory: texts, styles. */
#define LIMIT_BOOK_BYTES ((size_t)512 << 20)
/* How often its packed size a part of a workbook may unpack to, once it is
 * larger than LIMIT_BOOK_FREE: sheets of real offices stay below 50. */
#define LIMIT_BOOK_RATIO 256
#define LIMIT_BOOK_FREE (64u << 20)
/* Shared texts, and merged cells, of a workbook. */
#define LIMIT_BOOK_ENTRIES (4 << 20)
/* Sheets of a workbook, and its number formats. */
#define LIMIT_BOOK_SHEETS 4096
/* Styles of cells: spreadsheets allow 64,000. */
#define LIMIT_BOOK_STYLES 65536
/* Cells of one sheet. */
#define LIMIT_SHEET_CELLS (128 << 20)
/* All cells of one row of a sheet, and all that is merged into it. */
#define LIMIT_ROW_BYTES (16u << 20)
/* Messages printed per id and file before the rest is only counted. */
#define LIMIT_MESSAGES 20
/* Nesting of groups of targets. */
#define LIMIT_GROUP_DEPTH 32
/* Steps of SQLite's virtual machine for one user expression. */
#define LIMIT_SQL_STEPS 200000000
/* Memory of SQLite while it runs a user expression. */
#define LIMIT_SQL_BYTES ((int64_t)1 << 30)
/* Nesting of lists, quotations and emphasis in a text of CommonMark. */
#define LIMIT_TEXT_DEPTH 32
/* Steps of a stylesheet, and those beyond for each node of what it works on;
 * ours take some 50 a node. */
#define LIMIT_XSLT_STEPS 20000000ul
#define LIMIT_XSLT_NODE_STEPS 200ul
/* How often the bytes of a file its rows may say, once they say more than
 * LIMIT_SAID_FREE: what stands once around many rows is stored with each. */
#define LIMIT_SAID_TIMES 64
#define LIMIT_SAID_FREE ((size_t)64 << 20)
/* What is kept of a rejected row: enough to find it again. */
#define LIMIT_REJECT_BYTES 4096
/* Forms of the rows of one ledger, where its template names no other number:
 * a binder holds some 500 sheets of paper. */
#define LIMIT_SHEETS 500
/* Rows of one table of a document, where its template names no other number:
 * some 60 pages, beyond which nobody looks a row up on paper. */
#define LIMIT_ROWS 2000
/* Pages of one document. */
#define LIMIT_PAGES 20000
/* One font file: the largest Mincho faces have some 50 MB. */
#define LIMIT_FONT_BYTES ((size_t)256 << 20)
/* Findings listed by one data check before the rest is only counted. */
#define LIMIT_FINDINGS 1000
/* Days that a deadline or a business day is searched for: a calendar that
 * opens so little in two hundred years never reaches it. */
#define LIMIT_CALENDAR_DAYS 73050
/* One stream of a PDF file, inflated. */
#define LIMIT_PDF_STREAM ((size_t)1 << 28)

#endif
