/*
 * file - whole files in, whole files out.
 *
 * Open temporaries stand in one list, so that exit, signals and die can
 * remove them.  All that the handler calls are system calls: nothing of the
 * library's state is touched.
 */
#include "base/file.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <glob.h>
#include <limits.h>
#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/diag.h"

struct file_out {
	struct file_out *next;
	int fd;
	int error;		/* errno of the first failure, or 0 */
	char *path;
	char *temporary;
};

static struct file_out *open_files;
static char *volatile staging;

/* Read what is left of fd into bytes; the size may grow while we read. */
static bool read_all(int fd, char *bytes, size_t size, size_t *n) {
	*n = 0;
	while (*n < size) {
		ssize_t got = read(fd, bytes + *n, size - *n);
		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0)
			return false;
		if (got == 0)
			break;
		*n += (size_t)got;
	}
	return true;
}

bool file_read(struct arena *arena, const char *path, size_t limit,
    struct str *contents) {
	/* O_NONBLOCK: opening a FIFO nobody writes to must not hang */
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	if (fd < 0)
		return false;
	struct stat status;
	int error = 0;
	if (fstat(fd, &status) != 0)
		error = errno;
	else if (S_ISDIR(status.st_mode))
		error = EISDIR;
	else if (!S_ISREG(status.st_mode))
		error = EINVAL;
	else if ((uintmax_t)status.st_size > limit)
		error = EFBIG;
	if (error == 0) {
		size_t size = (size_t)status.st_size;
		char *bytes = arena_alloc(arena, size + 1);
		contents->p = bytes;
		if (!read_all(fd, bytes, size, &contents->n))
			error = errno;
	}
	close(fd);
	errno = error;
	return error == 0;
}

bool file_make_dirs(const char *path) {
	char parent[PATH_MAX];
	size_t n = strlen(path);
	if (n >= sizeof parent) {
		diag(DIAG_FILE_WRITE, NULL, path, strerror(ENAMETOOLONG), NULL);
		return false;
	}
	for (size_t i = 1; i <= n; i++) {
		if (path[i] != '/' && path[i] != '\0')
			continue;
		memcpy(parent, path, i);
		parent[i] = '\0';
		if (mkdir(parent, 0777) != 0 && errno != EEXIST) {
			diag(DIAG_FILE_WRITE, NULL, parent, strerror(errno),
			    NULL);
			return false;
		}
	}
	return true;
}

static bool make_parent(const char *path) {
	const char *slash = strrchr(path, '/');
	if (slash == NULL || slash == path)
		return true;
	char parent[PATH_MAX];
	size_t n = (size_t)(slash - path);
	if (n >= sizeof parent)
		return true;	/* open will say so */
	memcpy(parent, path, n);
	parent[n] = '\0';
	return file_make_dirs(parent);
}

static char *heap_printf(const char *format, const char *text) {
	int n = snprintf(NULL, 0, format, text, (long)getpid());
	char *copy = malloc((size_t)n + 1);
	if (copy == NULL)
		die("file: out of memory");
	snprintf(copy, (size_t)n + 1, format, text, (long)getpid());
	return copy;
}

static int open_new(const char *path) {
	return open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
}

struct file_out *file_create(const char *path) {
	char *temporary = heap_printf("%s.%ld.new", path);
	int fd = open_new(temporary);
	bool told = fd < 0 && errno == ENOENT && !make_parent(path);
	if (fd < 0 && !told)
		fd = open_new(temporary);
	if (fd < 0 && !told)
		diag(DIAG_FILE_WRITE, NULL, path, strerror(errno), NULL);
	if (fd < 0) {
		free(temporary);
		return NULL;
	}
	struct file_out *file = malloc(sizeof *file);
	if (file == NULL)
		die("file: out of memory");
	*file = (struct file_out){ open_files, fd, 0, heap_printf("%s", path),
	    temporary };
	open_files = file;
	return file;
}

void file_write(struct file_out *file, struct str bytes) {
	while (bytes.n > 0 && file->error == 0) {
		ssize_t put = write(file->fd, bytes.p, bytes.n);
		if (put < 0 && errno != EINTR)
			file->error = errno;
		if (put > 0) {
			bytes.p += put;
			bytes.n -= (size_t)put;
		}
	}
}

const char *file_temporary(const struct file_out *file) {
	return file->temporary;
}

static void forget(struct file_out *file) {
	for (struct file_out **at = &open_files; *at != NULL; at = &(*at)->next)
		if (*at == file) {
			*at = file->next;
			break;
		}
	free(file->path);
	free(file->temporary);
	free(file);
}

/* base/folder brings all that is staged to the disk at once. */
static bool is_staged(const struct file_out *file) {
	return staging != NULL
	    && strncmp(file->path, staging, strlen(staging)) == 0;
}

bool file_commit(struct file_out *file) {
	if (file->error == 0 && !is_staged(file) && fsync(file->fd) != 0)
		file->error = errno;
	if (close(file->fd) != 0 && file->error == 0)
		file->error = errno;
	if (file->error == 0 && rename(file->temporary, file->path) != 0)
		file->error = errno;
	bool whole = file->error == 0;
	if (!whole) {
		diag(DIAG_FILE_WRITE, NULL, file->path, strerror(file->error),
		    NULL);
		unlink(file->temporary);
	}
	forget(file);
	return whole;
}

void file_discard(struct file_out *file) {
	if (file == NULL)
		return;
	close(file->fd);
	unlink(file->temporary);
	forget(file);
}

static void remove_at(int above, const char *name);

/* What the directory holds. */
static void remove_below(int directory) {
	union {
		char bytes[4096];
		struct dirent64 aligned;
	} read;
	for (ssize_t n; (n = getdents64(directory, &read, sizeof read)) > 0;)
		for (ssize_t at = 0; at < n;) {
			const struct dirent64 *entry
			    = (const void *)(read.bytes + at);
			if (strcmp(entry->d_name, ".") != 0
			    && strcmp(entry->d_name, "..") != 0)
				remove_at(directory, entry->d_name);
			at += entry->d_reclen;
		}
}

static void remove_at(int above, const char *name) {
	if (unlinkat(above, name, 0) == 0)
		return;
	int directory = openat(above, name,
	    O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
	if (directory < 0)
		return;
	remove_below(directory);
	close(directory);
	unlinkat(above, name, AT_REMOVEDIR);
}

void file_remove(const char *path) {
	remove_at(AT_FDCWD, path);
}

void file_staging(const char *path) {
	char *old = staging;
	staging = path == NULL ? NULL : heap_printf("%s", path);
	free(old);
}

void file_cleanup(void) {
	for (struct file_out *file = open_files; file != NULL; file = file->next)
		unlink(file->temporary);
	if (staging != NULL)
		file_remove(staging);
}

static void on_signal(int number) {
	file_cleanup();
	signal(number, SIG_DFL);
	raise(number);
}

void file_guard(void) {
	static const int numbers[] = { SIGINT, SIGTERM, SIGHUP };
	atexit(file_cleanup);
	/* a file over the limit of its size is an error like a full disk */
	signal(SIGXFSZ, SIG_IGN);
	for (size_t i = 0; i < sizeof numbers / sizeof numbers[0]; i++) {
		struct sigaction action = { .sa_handler = on_signal }, old;
		sigaction(numbers[i], &action, &old);
		if (old.sa_handler == SIG_IGN)
			signal(numbers[i], SIG_IGN);
	}
}

bool file_exists(const char *path) {
	struct stat status;
	return stat(path, &status) == 0;
}

int64_t file_size(const char *path) {
	struct stat status;
	return stat(path, &status) == 0 && S_ISREG(status.st_mode)
	    ? status.st_size : -1;
}

const char *file_path(struct arena *arena, const char *directory,
    const char *name) {
	if (name[0] == '/' || directory == NULL || directory[0] == '\0')
		return arena_copy(arena, name, strlen(name));
	size_t n = strlen(directory);
	return arena_printf(arena, "%s%s%s", directory,
	    directory[n - 1] == '/' ? "" : "/", name);
}

static int name_order(const void *a, const void *b) {
	return str_compare(*(const struct str *)a, *(const struct str *)b);
}

/* The directory as a pattern that only its own name matches. */
static const char *literal(struct arena *arena, const char *directory) {
	char *pattern = arena_alloc(arena, 2 * strlen(directory) + 1);
	size_t n = 0;
	for (const char *p = directory; *p != '\0'; p++) {
		if (strchr("*?[\\", *p) != NULL)
			pattern[n++] = '\\';
		pattern[n++] = *p;
	}
	pattern[n] = '\0';
	return pattern;
}

size_t file_glob(struct arena *arena, const char *directory,
    const char *pattern, struct str **names) {
	glob_t found;
	size_t count = 0;
	const char *full = file_path(arena, literal(arena, directory),
	    pattern);
	size_t prefix = strlen(file_path(arena, directory, pattern))
	    - strlen(pattern);
	/* bytewise order of our own, not the locale's */
	int status = glob(full, GLOB_NOSORT, NULL, &found);
	for (size_t i = 0; status == 0 && i < found.gl_pathc; i++) {
		const char *name = found.gl_pathv[i] + prefix;
		*names = arena_room(arena, *names, count, sizeof **names);
		(*names)[count++] = str_copy(arena, str_of(name));
	}
	if (status == 0)
		globfree(&found);
	if (count != 0)
		qsort(*names, count, sizeof **names, name_order);
	return count;
}

/* directory/name when it exists, else NULL. */
static const char *share_in(struct arena *arena, const char *directory,
    const char *name) {
	if (directory == NULL || directory[0] == '\0')
		return NULL;
	const char *path = file_path(arena, directory, name);
	return file_exists(path) ? path : NULL;
}

/* The nearest directory above the program that has the name: TREE of a program
 * that runs as TREE/out/build/geppo, PREFIX/share/geppo of PREFIX/bin/geppo. */
static const char *share_beside(struct arena *arena, const char *name) {
	char program[PATH_MAX];
	ssize_t n = readlink("/proc/self/exe", program, sizeof program - 1);
	if (n <= 0)
		return NULL;
	program[n] = '\0';
	for (int up = 0; up < 4; up++) {
		char *slash = strrchr(program, '/');
		if (slash == NULL || slash == program)
			return NULL;
		*slash = '\0';
		const char *path = share_in(arena, program, name);
		if (path == NULL)
			path = share_in(arena, file_path(arena, program,
			    "share/geppo"), name);
		if (path != NULL)
			return path;
	}
	return NULL;
}

const char *file_share(struct arena *arena, const char *workspace,
    const char *name) {
	const char *path = share_in(arena, workspace, name);
	if (path == NULL)
		path = share_in(arena, getenv("GEPPO_SHARE"), name);
	if (path == NULL)
		path = share_beside(arena, name);
	return path;
}
