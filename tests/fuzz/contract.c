/*
 * contract - any bytes as contract.xml: a contract or messages, never a crash.
 *
 * `make fuzz` replays the seeds.  To search: clang -fsanitize=fuzzer -DFUZZER,
 * cwd at the root of the repository.
 */
#include "contract/contract.h"
#include "target.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n) {
	const char *workspace = target_workspace();
	setenv("GEPPO_SHARE", ".", 0);
	struct arena *arena = arena_new();
	const char *path = file_path(arena, workspace, "contract.xml");
	target_write(path, (struct str){ (const char *)bytes, n });
	const struct contract *contract = contract_read(arena, workspace);
	if ((contract == NULL) != (diag_worst() == DIAG_REFUSE))
		die("a contract was refused without a word, or taken after one");
	diag_reset();
	arena_free(arena);
	remove(path);
	return 0;
}
