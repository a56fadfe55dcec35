/*
 * ban - what must not be called, force-included into every file.
 *
 * Unbounded or locale-bound functions of the C library do not compile: text
 * goes through str and buf, time through date, memory through arena.
 */
#ifndef GEPPO_BAN_H
#define GEPPO_BAN_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#pragma GCC poison strcpy strcat sprintf vsprintf strncpy strncat strtok gets
#pragma GCC poison atof atoi strtod strtof localtime gmtime ctime asctime mktime

#endif
