#include "planted.h"
#include <stdlib.h>

void planted_overflow(void) {
    volatile char *block = malloc(16);
    block[16] = 1;
    free((void *)block);
}

int planted_sum(int number) { return number + 1; }
