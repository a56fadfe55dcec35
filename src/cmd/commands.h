/* commands - the commands; each is in the file of its name. */
#ifndef GEPPO_COMMANDS_H
#define GEPPO_COMMANDS_H

#include "cmd/cmd.h"

enum cmd_status cmd_init(struct run *run);
enum cmd_status cmd_load(struct run *run);
enum cmd_status cmd_check(struct run *run);
enum cmd_status cmd_sla(struct run *run);
enum cmd_status cmd_report(struct run *run);
enum cmd_status cmd_publish(struct run *run);
enum cmd_status cmd_verify(struct run *run);
enum cmd_status cmd_list(struct run *run);
enum cmd_status cmd_dump(struct run *run);

#endif
