/* target - what every fuzz target needs: a workspace, and a main that replays
 * the seeds (`make fuzz`).  With -DFUZZER libFuzzer brings its own. */
#ifndef GEPPO_TARGET_H
#define GEPPO_TARGET_H

#include <unistd.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);

/* An empty folder, made once. */
static inline const char *target_workspace(void) {
	static char workspace[] = "/tmp/geppo-fuzz-XXXXXX";
	static bool made;
	if (!made && mkdtemp(workspace) == NULL)
		die("no workspace");
	made = true;
	return workspace;
}

/* Make the bytes the contents of the file. */
static inline void target_write(const char *path, struct str bytes) {
	FILE *file = fopen(path, "wb");
	if (file == NULL)
		die("no file %s", path);
	fwrite(bytes.p, 1, bytes.n, file);
	fclose(file);
}

#ifdef FUZZER
/* die() ends with this: libFuzzer keeps what aborts. */
_Noreturn void _Exit(int status) {
	(void)status;
	abort();
}
#else
int main(int argc, char **argv) {
	/* what is wrong with the seeds is not the question here */
	if (freopen("/dev/null", "w", stderr) == NULL)
		return 1;
	for (int i = 1; i < argc; i++) {
		struct arena *arena = arena_new();
		struct str text;
		if (!file_read(arena, argv[i], (size_t)1 << 20, &text)
		    || LLVMFuzzerTestOneInput((const uint8_t *)text.p, text.n))
			return 1;
		arena_free(arena);
	}
	return 0;
}
#endif

#endif
