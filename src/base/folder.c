/*
 * folder - a folder of outputs that appears whole or not at all.
 *
 * The two folders change places by renameat2(RENAME_EXCHANGE), so there is no
 * moment without a pack.  A signal removes the staging folder.  It has a fixed
 * name, so that one which a killed run left behind is removed by the next; two
 * runs at once wait for each other at a lock on the folder above, which ends
 * with its process.
 */
#include "base/folder.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"

struct folder {
	const char *path;
	const char *staging;
	int lock;	/* the folder above, open */
};

/* The folder above path, locked; waits for another run.  -1 when it cannot be
 * opened. */
static int lock_above(struct arena *arena, const char *path) {
	const char *slash = strrchr(path, '/');
	const char *above = slash == NULL ? "."
	    : arena_copy(arena, path, (size_t)(slash - path) + 1);
	int fd = open(above, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (fd >= 0 && flock(fd, LOCK_EX) != 0) {
		close(fd);
		return -1;
	}
	return fd;
}

struct folder *folder_begin(struct arena *arena, const char *path) {
	struct folder *folder = arena_alloc(arena, sizeof *folder);
	folder->path = path;
	folder->staging = arena_printf(arena, "%s.new", path);
	if (!file_make_dirs(folder->staging))
		return NULL;
	folder->lock = lock_above(arena, path);
	if (folder->lock < 0) {
		diag(DIAG_FILE_WRITE, NULL, path, strerror(errno), NULL);
		return NULL;
	}
	/* now alone: what stands there is left over */
	file_staging(folder->staging);
	file_remove(folder->staging);
	return file_make_dirs(folder->staging) ? folder : NULL;
}

const char *folder_path(const struct folder *folder) {
	return folder->staging;
}

/* Stand in the place, by exchange where a folder with files is there; a file
 * or a link of the name is nothing of ours, and stays. */
static bool take_place(const struct folder *folder) {
	return rename(folder->staging, folder->path) == 0
	    || ((errno == ENOTEMPTY || errno == EEXIST)
	    && renameat2(AT_FDCWD, folder->staging, AT_FDCWD, folder->path,
	    RENAME_EXCHANGE) == 0);
}

/* Hundreds of files that wait for the disk one by one would take as long as to
 * make them. */
static bool sync_staging(const struct folder *folder) {
	int fd = open(folder->staging, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	bool synced = fd >= 0 && syncfs(fd) == 0;
	int error = errno;
	if (fd >= 0)
		close(fd);
	errno = error;
	return synced;
}

bool folder_commit(struct folder *folder) {
	bool placed = sync_staging(folder) && take_place(folder);
	if (!placed)
		diag(DIAG_FILE_WRITE, NULL, folder->path, strerror(errno), NULL);
	/* after the exchange the old pack stands in the staging place */
	folder_discard(folder);
	return placed;
}

void folder_discard(struct folder *folder) {
	if (folder == NULL)
		return;
	file_remove(folder->staging);
	file_staging(NULL);
	close(folder->lock);
}

/* What is below the folder, whose files get the prefix before their names. */
static void add_files(struct arena *arena, const char *path,
    const char *prefix, struct str **names, size_t *count) {
	DIR *folder = opendir(path);
	struct dirent *entry;
	while (folder != NULL && (entry = readdir(folder)) != NULL) {
		const char *name = entry->d_name;
		if (strcmp(name, ".") == 0 || strcmp(name, "..") == 0)
			continue;
		const char *full = file_path(arena, path, name);
		const char *below = arena_printf(arena, "%s%s", prefix, name);
		struct stat status;
		if (lstat(full, &status) == 0 && S_ISDIR(status.st_mode)) {
			add_files(arena, full, arena_printf(arena, "%s/",
			    below), names, count);
			continue;
		}
		*names = arena_room(arena, *names, *count, sizeof **names);
		(*names)[(*count)++] = str_of(below);
	}
	if (folder != NULL)
		closedir(folder);
}

static int name_order(const void *a, const void *b) {
	return str_compare(*(const struct str *)a, *(const struct str *)b);
}

size_t folder_files(struct arena *arena, const char *path,
    struct str **names) {
	size_t count = 0;
	add_files(arena, path, "", names, &count);
	if (count != 0)
		qsort(*names, count, sizeof **names, name_order);
	return count;
}
