#pragma once
// Faults on purpose, for PlantedFaultTests: `make check` must find them, or it sees nothing.

/// Writes one byte behind a block of the heap.
void planted_overflow(void);

/// Adds one, where the sum of the largest int is undefined.
int planted_sum(int number);
