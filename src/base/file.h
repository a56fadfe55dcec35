/*
 * file - whole files in, whole files out.
 *
 * Outputs are whole or absent: written beside their place, synced, renamed;
 * those of a folder that is staged are synced with it.
 * Leftovers are removed at exit, on a signal and by die().
 */
#ifndef GEPPO_FILE_H
#define GEPPO_FILE_H

#include "base/str.h"

struct arena;
struct place;

/* The whole file, with a NUL behind it; refuses more than limit bytes.  On
 * failure false, and errno tells why (EFBIG for the limit, EISDIR for a
 * directory, EINVAL for what is not a regular file). */
bool file_read(struct arena *arena, const char *path, size_t limit,
    struct str *contents);

/* An output file that appears under its name only on file_commit. */
struct file_out;

/* Open a temporary beside path; makes missing directories.  NULL on failure,
 * after a diag. */
struct file_out *file_create(const char *path);

/* Append; the first failure is remembered and reported by file_commit. */
void file_write(struct file_out *file, struct str bytes);

/* The temporary's own path, for libraries that write files themselves. */
const char *file_temporary(const struct file_out *file);

/* Sync unless the folder is staged, rename, forget.  False after a diag
 * when any step failed; then the old file, if there was one, stands as it
 * was. */
bool file_commit(struct file_out *file);

/* Remove the temporary and forget.  NULL is allowed. */
void file_discard(struct file_out *file);

/* Remove a file, or a directory and all below it.  Safe in a signal. */
void file_remove(const char *path);

/* The one folder that file_cleanup removes too, until NULL. */
void file_staging(const char *path);

/* Remove all temporaries that are still open; called at exit, by die and from
 * signals. */
void file_cleanup(void);

/* Arrange for file_cleanup at exit and on those of SIGINT, SIGTERM and SIGHUP
 * that are not ignored, as nohup has it; they end the program after it. */
void file_guard(void);

/* Make the directory and its parents; false after a diag. */
bool file_make_dirs(const char *path);

/* The files below directory whose relative path matches a shell pattern (`*`
 * `?` `[ ]`, no `**`), sorted by bytes: relative paths in *names. */
size_t file_glob(struct arena *arena, const char *directory,
    const char *pattern, struct str **names);

bool file_exists(const char *path);

/* Bytes of a regular file, or -1. */
int64_t file_size(const char *path);

/* directory/name, as one NUL-terminated path; an absolute name stands alone. */
const char *file_path(struct arena *arena, const char *directory,
    const char *name);

/*
 * The path of a file that belongs to the program (templates/, xsl/, fonts/):
 * first below workspace (may be NULL), then below $GEPPO_SHARE, then above the
 * running program: the source tree that it was built in, or share/geppo of the
 * prefix that it was installed under.  NULL when none has it.
 */
const char *file_share(struct arena *arena, const char *workspace,
    const char *name);

#endif
