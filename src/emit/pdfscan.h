/*
 * pdfscan - the tokens and values of PDF's text.
 *
 * Works on borrowed text and copies nothing.  Nesting is counted, not
 * recursed into, so hostile depth costs no stack.
 */
#ifndef GEPPO_PDFSCAN_H
#define GEPPO_PDFSCAN_H

#include "base/str.h"

/* Take the next token off the text: a name with its slash, a number or word,
 * a string with its brackets, one of [ ] << >>.  Comments are skipped; false
 * at the end. */
bool pdfscan_token(struct str *rest, struct str *token);

/* Take the next value: a token, a reference `n 0 R`, or a whole array or
 * dictionary.  False at the end or when a bracket is left open. */
bool pdfscan_value(struct str *rest, struct str *value);

/* The value of a key ("/Type") of a dictionary, not of one inside it; empty
 * when it has none. */
struct str pdfscan_entry(struct str dictionary, const char *key);

/* The number of `n 0 R`; 0 for anything else. */
size_t pdfscan_reference(struct str value);

/* The elements of an array `[...]` one after another: give the array first,
 * then the rest. */
struct str pdfscan_inside(struct str array);

/* A non-negative integer, or -1. */
int64_t pdfscan_integer(struct str value);

#endif
