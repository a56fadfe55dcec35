/* version - what `geppo --version` and every document's last section say. */
#ifndef GEPPO_VERSION_H
#define GEPPO_VERSION_H

#define VERSION "0.1"

/* Of the rules that figures follow (sla.md); printed beside every figure's
 * basis and raised whenever a figure may change. */
#define VERSION_RULES "1"

#endif
