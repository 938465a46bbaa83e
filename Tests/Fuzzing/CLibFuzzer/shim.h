// libFuzzer's own entry, for programs that have a main function (LLVM documentation, "Using libFuzzer as a library").
#ifndef CLIBFUZZER_SHIM_H
#define CLIBFUZZER_SHIM_H
#include <stddef.h>
#include <stdint.h>

int LLVMFuzzerRunDriver(int *argc, char ***argv, int (*read)(const uint8_t *start, size_t count));

#endif
