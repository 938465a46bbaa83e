#ifndef SAYSO_SPARSE_H
#define SAYSO_SPARSE_H

#include <stdint.h>

// Sums of rows of weights that hashed features find: no branch depends on whether a feature has a row. As with
// dense.h, which variant runs is decided at run time, and every variant gives the same answer.

enum { SAYSO_SPARSE_LABELS = 64, SAYSO_SPARSE_SLOTS = 16 };

/// Rows of one byte a weight, and the table that finds them.
///
/// A feature's bucket is given by the low bits of its hash. A slot holds the high half of the hash, but for the bits
/// of number_mask: those hold the number of the row. Row 0 is all zeros, empty slots hold 0 and the last slot of each
/// bucket is empty, so what is not found adds nothing.
struct sayso_sparse_rows {
    const uint32_t *_Nonnull slots;
    const int8_t *_Nonnull rows;
    uint64_t bucket_mask;
    uint32_t number_mask;
    int32_t label_count;
};

/// Asks for the cache line at an address that will be read soon; any address will do.
static inline void sayso_prefetch(const void *_Nullable address) { __builtin_prefetch(address); }

/// The label with the highest sum over the features' rows, the first of equals.
///
/// Sums are of 16 bits: at most 256 features.
/// @param variant see `sayso_dense_best_variant`.
/// @param known sums of further features' rows that are known already, each as `sayso_sparse_sum` gives them.
int32_t sayso_sparse_best(
    int variant, const struct sayso_sparse_rows *_Nonnull model, const uint64_t *_Nonnull features, intptr_t count,
    const int16_t *_Nonnull const *_Nonnull known, intptr_t known_count);

/// The label with the highest of some known sums, where it is higher than each other by `margin` at least, which is from 1 to 500; -1
/// where none is.
int32_t sayso_sparse_clear(
    int variant, const struct sayso_sparse_rows *_Nonnull model, const int16_t *_Nonnull const *_Nonnull known,
    intptr_t known_count, int16_t margin);

/// The sums over the features' rows, one for each of SAYSO_SPARSE_LABELS, into `sums`, which is aligned to 128 bytes.
void sayso_sparse_sum(
    int variant, const struct sayso_sparse_rows *_Nonnull model, const uint64_t *_Nonnull features, intptr_t count,
    int16_t *_Nonnull sums);

#endif
