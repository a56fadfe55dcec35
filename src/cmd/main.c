/* main - options before the command, and the exit status. */
#include <getopt.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"
#include "cmd/cmd.h"
#include "cmd/help.h"

static const struct option long_options[] = {
	{ "workspace", required_argument, NULL, 'w' },
	{ "output", required_argument, NULL, 'o' },
	{ "as-of", required_argument, NULL, 'a' },
	{ "quiet", no_argument, NULL, 'q' },
	{ "verbose", no_argument, NULL, 'v' },
	{ "help", no_argument, NULL, 'h' },
	{ "version", no_argument, NULL, 'V' },
	{ NULL, 0, NULL, 0 },
};

/* Options up to the command; -1 to go on, else the exit status. */
static int take_options(struct run *run, int argc, char **argv) {
	for (int c; (c = getopt_long(argc, argv, "+w:o:qvh", long_options,
	    NULL)) != -1;)
		switch (c) {
		case 'w':
			run->workspace = optarg;
			run->has_workspace = true;
			break;
		case 'o': run->out = optarg; break;
		case 'a': run->as_of = optarg; break;
		case 'q': run->quiet = true; break;
		case 'v': run->verbose = true; break;
		case 'h': help_write(stdout); return CMD_DONE;
		case 'V': help_version(stdout); return CMD_DONE;
		default: help_write(stderr); return CMD_USAGE;
		}
	return -1;
}

int main(int argc, char **argv) {
	struct run run = { .arena = arena_new(), .workspace = "inputs",
	    .out = "out" };
	diag_language(help_language());
	file_guard();
	int status = take_options(&run, argc, argv);
	if (status < 0) {
		diag_threshold(run.quiet ? DIAG_ERROR
		    : run.verbose ? DIAG_NOTE : DIAG_WARNING);
		run.argc = argc - optind;
		run.argv = argv + optind;
		status = help_run(&run);
	}
	if (fflush(stdout) != 0 && status == CMD_DONE)
		status = CMD_REFUSED;
	arena_free(run.arena);
	return status;
}
