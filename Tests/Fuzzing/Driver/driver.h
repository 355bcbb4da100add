/* What libFuzzer offers to a program with a `main` of its own. */
#ifndef DATELINE_FUZZER_DRIVER_H
#define DATELINE_FUZZER_DRIVER_H

#include <stddef.h>
#include <stdint.h>

/* Calls `input` again and again with bytes that it makes up, as the options say. Takes its own options out of the arguments.
 * Returns the status for `main`. */
int LLVMFuzzerRunDriver(int *argc, char ***argv, int (*input)(const uint8_t *data, size_t size));

#endif
