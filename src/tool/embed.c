/*
 * embed - print SQL files as rows of a C table: { "query/incidents", "..." },
 *
 * A build tool, apart from the program.  The name is the path below src/store
 * without `.sql`; the Makefile gives the files, here they are put in order by
 * name, so that the program can look them up by halving.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The path below src/store. */
static const char *name_of(const char *path) {
	const char *below = strstr(path, "store/");
	return below == NULL ? path : below + strlen("store/");
}

static int compare(const void *a, const void *b) {
	return strcmp(name_of(*(char *const *)a), name_of(*(char *const *)b));
}

/* One character of a C string literal.  Bytes above 0x7e are octal escapes of
 * three digits, which a digit behind them cannot lengthen. */
static void put_char(int c) {
	if (c == '\n')
		printf("\\n\"\n\t\"");
	else if (c == '"' || c == '\\')
		printf("\\%c", c);
	else if (c < 0x20 || c > 0x7e)
		printf("\\%03o", (unsigned)c);
	else
		putchar(c);
}

static void put_file(const char *path) {
	FILE *file = fopen(path, "r");
	if (file == NULL) {
		perror(path);
		exit(1);
	}
	const char *name = name_of(path);
	const char *end = strstr(name, ".sql");
	printf("{ \"%.*s\",\n\t\"", (int)(end == NULL ? (int)strlen(name)
	    : (int)(end - name)), name);
	for (int c; (c = getc(file)) != EOF;)
		put_char(c);
	printf("\" },\n");
	fclose(file);
}

int main(int argc, char **argv) {
	qsort(argv + 1, (size_t)argc - 1, sizeof *argv, compare);
	for (int i = 1; i < argc; i++)
		put_file(argv[i]);
	return fflush(stdout) == 0 ? 0 : 1;
}
