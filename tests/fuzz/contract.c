/*
 * contract - any bytes as contract.xml: a contract or messages, never a crash.
 *
 * `make fuzz` replays the seeds.  To search: clang -fsanitize=fuzzer with
 * -DFUZZER instead of the main below, cwd at the root of the repository.
 */
#include <unistd.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"
#include "contract/contract.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n) {
	static char workspace[] = "/tmp/geppo-fuzz-XXXXXX";
	static bool made;
	if (!made && mkdtemp(workspace) == NULL)
		return 1;
	made = true;
	setenv("GEPPO_SHARE", ".", 0);
	struct arena *arena = arena_new();
	const char *path = file_path(arena, workspace, "contract.xml");
	FILE *file = fopen(path, "wb");
	if (file == NULL)
		return 1;
	fwrite(bytes, 1, n, file);
	fclose(file);
	const struct contract *contract = contract_read(arena, workspace);
	if ((contract == NULL) != (diag_worst() == DIAG_REFUSE))
		die("a contract was refused without a word, or taken after one");
	diag_reset();
	arena_free(arena);
	remove(path);
	return 0;
}

#ifndef FUZZER
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
