/*
 * benchdata - inputs of tests/bench on standard output, the same every time.
 *
 *     benchdata metric SERIES MINUTES [ja]   a sample a minute of each series
 *     benchdata status TARGETS MONTH         a sample in 5 minutes, MONTH of
 *                                            FY2026 (0: April 2026)
 *     benchdata tickets ROWS                 a ledger over October 2026
 *     benchdata contract TARGETS RECORDS     20 indicators over all targets,
 *                                            one source: RECORDS*.csv
 *
 * A tenth of the targets tell response times too.  A program for tests, apart
 * from geppo.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { METRICS = 10, GROUPS = 20, DAY_MINUTES = 1440, STEP = 5 };

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

static void print_tickets(int rows) {
	static const char *const types[] = { "incident", "inquiry", "request" };
	printf("ticket_id,type,title,received_at,detected_at,severity,system,"
	    "status,answered_at,resolved_at\n");
	for (int i = 0; i < rows; i++) {
		unsigned day = 1 + below(28), hour = 8 + below(9);
		printf("T%06d,%s,画面%uの表示が遅く、一覧を開くまでに時間がかかる,"
		    "2026-10-%02u %02u:%02u,2026-10-%02u %02u:00,%u,system,"
		    "closed,2026-10-%02u %02u:59,2026-10-%02u 17:00\n", i,
		    types[below(3)], below(400), day, hour, below(60), day,
		    hour, 1 + below(4), day, hour, day + 1);
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
	printf("<contract xmlns=\"urn:geppo:contract:1\" id=\"bench\" "
	    "utc-offset=\"+09:00\" lang=\"ja\">\n"
	    "  <title>計測</title>\n"
	    "  <term from=\"2026-04-01\" to=\"2031-03-31\"/>\n"
	    "  <party role=\"city\" name=\"見本市\"/>\n"
	    "  <party role=\"vendor\" name=\"見本システム株式会社\"/>\n"
	    "  <calendar id=\"always\" holidays=\"as-weekday\">\n"
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
		print_tickets(n);
	else if (strcmp(what, "contract") == 0)
		print_contract(n, argc > 3 ? argv[3] : "status");
	else
		return 2;
	return fflush(stdout) == 0 ? 0 : 1;
}
