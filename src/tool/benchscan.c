/*
 * benchscan - the scanner alone: rows, faulty rows, fields, bytes of fields.
 *
 *     benchscan FILE
 *
 * A program for tests/bench, which `make bench` links with geppo's own objects.
 */
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>

#include "base/arena.h"
#include "read/csv.h"

int main(int argc, char **argv) {
	struct stat status;
	int fd = argc == 2 ? open(argv[1], O_RDONLY) : -1;
	if (fd < 0 || fstat(fd, &status) != 0)
		return 2;
	size_t n = (size_t)status.st_size;
	const char *p = mmap(NULL, n, PROT_READ, MAP_PRIVATE, fd, 0);
	if (p == MAP_FAILED)
		return 1;
	struct arena *arena = arena_new(), *scratch = arena_new();
	struct csv *csv = csv_new(arena, scratch, (struct str){ p, n }, ',');
	struct csv_row row;
	size_t rows = 0, faults = 0, fields = 0, bytes = 0;
	for (; csv_next(csv, &row); rows++) {
		faults += row.fault != CSV_GOOD;
		fields += row.fields;
		for (size_t i = 0; i < row.fields; i++)
			bytes += row.field[i].n;
		arena_reset(scratch);
	}
	printf("%zu %zu %zu %zu\n", rows, faults, fields, bytes);
	arena_free(scratch);
	arena_free(arena);
	return 0;
}
