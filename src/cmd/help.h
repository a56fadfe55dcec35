/* help - the table of commands as text, and finding the one that is meant. */
#ifndef GEPPO_HELP_H
#define GEPPO_HELP_H

#include "cmd/cmd.h"

/* "ja" or "en", by LC_ALL, LC_MESSAGES, LANG. */
const char *help_language(void);

/* What `geppo --help` prints. */
void help_write(FILE *out);

/* What `geppo --version` prints: the program and its libraries' versions are
 * part of the evidence. */
void help_version(FILE *out);

/* Run the command that run->argv[0] names, or print its --help. */
enum cmd_status help_run(struct run *run);

#endif
