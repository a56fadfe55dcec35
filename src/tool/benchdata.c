/*
 * benchdata - inputs of tests/bench on standard output, the same every time.
 *
 *     benchdata metric SERIES MINUTES [ja]   a sample a minute of each series
 *     benchdata status TARGETS MONTH         a sample in 5 minutes, MONTH of
 *                                            FY2026 (0: April 2026)
 *     benchdata tickets ROWS [lines]         a ledger over October 2026; each
 *                                            with a text of some lines
 *     benchdata wide COLUMNS ROWS            a sample in 10 seconds of a
 *                                            server's metric in each column
 *     benchdata unpivot                      a contract over wide.csv
 *     benchdata contract TARGETS RECORDS     20 indicators over all targets,
 *                                            one source: RECORDS*.csv
 *     benchdata works                        5,000 works of 20 categories
 *     benchdata daily                        20 metrics of a server, hourly
 *     benchdata tables                       a contract with a table of each
 *                                            category, a chart of each metric
 *     benchdata template                     the monthly report of just those
 *     benchdata typst                        the like report for Typst
 *
 * A tenth of the targets tell response times too.  A program for tests, apart
 * from geppo.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { METRICS = 10, GROUPS = 20, DAY_MINUTES = 1440, STEP = 5 };
enum { TABLES = 20, TABLE_ROWS = 250, PERSONS = 6 };

static const int month_days[12] = {
	30, 31, 30, 31, 31, 30, 31, 30, 31, 31, 28, 31
};

/* Knuth's MMIX generator: its upper bits are random enough for loads. */
static uint64_t state = 20261001;

static unsigned below(unsigned n) {
	state = state * 6364136223846793005u + 1442695040888963407u;
	return (unsigned)((state >> 33) % n);
}

static void print_metric(int series, int minutes, const char *host) {
	printf("at,host,metric,value,unit\n");
	for (int m = 0; m < minutes; m++)
		for (int s = 0; s < series; s++) {
			unsigned value = 2000 + (unsigned)s % 60 * 100
			    + below(2000);
			printf("2026-10-%02d %02d:%02d,%s%03d,metric%d,"
			    "%u.%02u,%%\n", 1 + m / DAY_MINUTES,
			    m / 60 % 24, m % 60, host, s / METRICS,
			    s % METRICS, value / 100, value % 100);
		}
}

/* Once down, a target stays so for some samples. */
static int next_down(int down) {
	return down > 0 ? down - 1 : below(4000) == 0 ? 1 + (int)below(12) : 0;
}

static void print_status(int targets, int month) {
	int *down = calloc((size_t)targets, sizeof *down);
	if (down == NULL)
		exit(1);
	state += (uint64_t)month;
	printf("at,target,state,response_ms\n");
	for (int m = 0; m < month_days[month] * DAY_MINUTES; m += STEP)
		for (int t = 0; t < targets; t++) {
			down[t] = next_down(down[t]);
			printf("%d-%02d-%02d %02d:%02d,host%03d,%s,",
			    month < 9 ? 2026 : 2027, 1 + (month + 3) % 12,
			    1 + m / DAY_MINUTES, m / 60 % 24, m % 60, t,
			    down[t] > 0 ? "down" : "up");
			if (t % 10 == 0 && down[t] == 0)
				printf("%u", 80 + below(400));
			putchar('\n');
		}
	free(down);
}

static void print_description(void) {
	printf(",\"");
	for (unsigned lines = 2 + below(3); lines > 0; lines--)
		printf("手順%uを行うと「応答なし」と出る, 再起動では直らない\n",
		    below(100));
	printf("端末: \"\"PC-%04u\"\"\"", below(10000));
}

static void print_tickets(int rows, int lines) {
	static const char *const types[] = { "incident", "inquiry", "request" };
	printf("ticket_id,type,title,received_at,detected_at,severity,system,"
	    "status,answered_at,resolved_at%s\n", lines ? ",description" : "");
	for (int i = 0; i < rows; i++) {
		unsigned day = 1 + below(28), hour = 8 + below(9);
		printf("T%06d,%s,画面%uの表示が遅く、一覧を開くまでに時間がかかる,"
		    "2026-10-%02u %02u:%02u,2026-10-%02u %02u:00,%u,system,"
		    "closed,2026-10-%02u %02u:59,2026-10-%02u 17:00", i,
		    types[below(3)], below(400), day, hour, below(60), day,
		    hour, 1 + below(4), day, hour, day + 1);
		if (lines)
			print_description();
		putchar('\n');
	}
}

static void print_wide(int columns, int rows) {
	enum { STEP_SECONDS = 10, HOUR = 3600, DAY = 24 * HOUR };
	printf("at");
	for (int c = 0; c < columns; c++)
		printf(",server%02d/cpu", c);
	for (int row = 0; row < rows; row++) {
		int at = row * STEP_SECONDS;
		printf("\n2026-10-%02d %02d:%02d:%02d", 1 + at / DAY,
		    at / HOUR % 24, at / 60 % 60, at % 60);
		for (int c = 0; c < columns; c++)
			printf(",%u.%02u", 20 + below(70), below(100));
	}
	putchar('\n');
}

/* Each category has TABLE_ROWS works, by PERSONS in turn. */
static void print_works(void) {
	printf("work_id,kind,category,title,assignee,occurred_at,status,action,hours\n");
	for (int i = 0; i < TABLES * TABLE_ROWS; i++)
		printf("W%06d,operation,区分%02d,帳票%03dの印刷結果と住民記録の"
		    "突合確認,担当%c,2026-10-%02u %02u:00,done,突合,%u.%u\n", i,
		    i / TABLE_ROWS, i % TABLE_ROWS, 'A' + i % PERSONS,
		    1 + below(28), 8 + below(9), 1 + below(9), below(10));
}

static void print_daily(void) {
	printf("at,host,metric,value,unit\n");
	for (int hour = 0; hour < 31 * 24; hour++)
		for (int metric = 0; metric < TABLES; metric++)
			printf("2026-10-%02d %02d:00,server,metric%02d,%u.%u,"
			    "%%\n", 1 + hour / 24, hour % 24, metric,
			    20 + below(60), below(10));
}

static void print_head(void) {
	printf("<contract xmlns=\"urn:geppo:contract:1\" id=\"bench\" "
	    "utc-offset=\"+09:00\" lang=\"ja\">\n"
	    "  <title>計測</title>\n"
	    "  <term from=\"2026-04-01\" to=\"2031-03-31\"/>\n"
	    "  <party role=\"city\" name=\"見本市\"/>\n"
	    "  <party role=\"vendor\" name=\"見本システム株式会社\"/>\n");
}

static void print_tables(void) {
	print_head();
	printf("  <source records=\"work\" files=\"work.csv\"/>\n"
	    "  <source records=\"metric\" files=\"metric.csv\"/>\n");
	for (int i = 0; i < TABLES; i++)
		printf("  <cross id=\"k%02d\" name=\"区分%02dの作業時間\" "
		    "records=\"work\" where=\"category='区分%02d'\" "
		    "rows=\"title\" columns=\"assignee\" "
		    "at=\"occurred_at\" sum=\"hours\"/>\n", i, i, i);
	printf("</contract>\n");
}

static void print_unpivot(void) {
	print_head();
	printf("  <source records=\"metric\" files=\"wide.csv\">\n"
	    "    <unpivot from=\"2\" name=\"{host}/{metric}\" "
	    "value=\"value\"/>\n  </source>\n</contract>\n");
}

static void print_template(void) {
	printf("<template xmlns=\"urn:geppo:template:1\" kind=\"monthly\" "
	    "title=\"計測\">\n  <cover/>\n  <contents/>\n");
	for (int i = 0; i < TABLES; i++)
		printf("  <section id=\"s%02d\" title=\"区分%02d\">"
		    "<chart ref=\"capacity-metric%02d\"/>"
		    "<table ref=\"cross-k%02d\"/></section>\n", i, i, i, i);
	printf("</template>\n");
}

static void print_typst_chart(void) {
	printf("#figure(box(width: 460pt, height: 110pt, {\n");
	for (int y = 0; y <= 100; y += 25)
		printf("place(dy: %dpt, line(length: 440pt, stroke: 0.4pt + "
		    "gray))\nplace(dx: 445pt, dy: %dpt, text(7pt)[%d])\n", y,
		    y - 3, 100 - y);
	printf("place(path(stroke: 1pt + navy");
	for (int day = 0; day < 31; day++)
		printf(", (%dpt, %upt)", day * 14, 20 + below(60));
	printf("))\n");
	for (int day = 0; day < 31; day++)
		printf("place(dx: %dpt, dy: 102pt, text(7pt)[%d])\n", day * 14,
		    day + 1);
	printf("}), caption: [推移])\n");
}

/* Tables and charts of the shape of those that geppo makes of the works. */
static void print_typst(void) {
	printf("#set document(title: \"計測\")\n"
	    "#set text(font: \"BIZ UDGothic\", lang: \"ja\", size: 8pt)\n"
	    "#set page(margin: 22mm, numbering: \"1\", header: [計測])\n"
	    "#set heading(numbering: \"1.\")\n"
	    "#set figure(placement: none)\n"
	    "#show figure: set block(breakable: true)\n#outline()\n");
	for (int i = 0; i < TABLES; i++) {
		printf("#pagebreak()\n= 区分%02d\n", i);
		print_typst_chart();
		printf("#figure(table(columns: (1fr,) + (34pt,) * 7, "
		    "stroke: 0.4pt, align: (left,) + (right,) * 7,\n"
		    "table.header([件名], [担当A], [担当B], [担当C], [担当D], "
		    "[担当E], [担当F], [合計]),\n");
		for (int row = 0; row < TABLE_ROWS; row++) {
			printf("[帳票%03dの印刷結果と住民記録の突合確認]", row);
			for (int k = 0; k <= PERSONS; k++)
				printf(", [%u.%u]", below(40), below(10));
			printf(",\n");
		}
		printf("), caption: [区分%02dの作業時間])\n", i);
	}
}

static void print_targets(int targets) {
	printf("  <system id=\"system\" name=\"計測\">\n");
	for (int t = 0; t < targets; t++)
		printf("    <target id=\"host%03d\" name=\"サーバ%d\"/>\n", t, t);
	for (int g = 0; g < GROUPS; g++) {
		printf("    <group id=\"group%d\" rule=\"%s\">\n", g,
		    g % 2 == 0 ? "all" : "any");
		for (int t = g; t < targets; t += GROUPS)
			printf("      <member ref=\"host%03d\"/>\n", t);
		printf("    </group>\n");
	}
	printf("  </system>\n");
}

static void print_contract(int targets, const char *records) {
	print_head();
	printf("  <calendar id=\"always\" holidays=\"as-weekday\">\n"
	    "    <hours days=\"mon tue wed thu fri sat sun\">00:00-24:00"
	    "</hours>\n  </calendar>\n");
	print_targets(targets);
	printf("  <source records=\"%s\" files=\"%s*.csv\" encoding=\"auto\""
	    "%s/>\n", records, records, strcmp(records, "status") == 0
	    ? " interval=\"300\"" : "");
	for (int g = 0; g < GROUPS; g++)
		printf("  <availability id=\"A%d\" name=\"稼働率%d\" "
		    "object=\"group%d\" calendar=\"always\" target=\">= 99.5\" "
		    "digits=\"2\"><from records=\"status\"/></availability>\n",
		    g, g, g);
	printf("</contract>\n");
}

/* The n-th argument as a number; 0 when it is missing. */
static int number(int argc, char **argv, int n) {
	return n < argc ? atoi(argv[n]) : 0;
}

int main(int argc, char **argv) {
	const char *what = argc > 1 ? argv[1] : "";
	int n = number(argc, argv, 2), m = number(argc, argv, 3);
	if (strcmp(what, "metric") == 0)
		print_metric(n, m, argc > 4 ? "監視サーバ" : "monitored-server");
	else if (strcmp(what, "status") == 0 && m >= 0 && m < 12)
		print_status(n, m);
	else if (strcmp(what, "tickets") == 0)
		print_tickets(n, argc > 3);
	else if (strcmp(what, "wide") == 0)
		print_wide(n, m);
	else if (strcmp(what, "unpivot") == 0)
		print_unpivot();
	else if (strcmp(what, "contract") == 0)
		print_contract(n, argc > 3 ? argv[3] : "status");
	else if (strcmp(what, "works") == 0)
		print_works();
	else if (strcmp(what, "daily") == 0)
		print_daily();
	else if (strcmp(what, "tables") == 0)
		print_tables();
	else if (strcmp(what, "template") == 0)
		print_template();
	else if (strcmp(what, "typst") == 0)
		print_typst();
	else
		return 2;
	return fflush(stdout) == 0 ? 0 : 1;
}
