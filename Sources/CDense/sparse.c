#include "sparse.h"

#include <string.h>

#include "dense.h"

typedef uint32_t slots_t __attribute__((vector_size(4 * SAYSO_SPARSE_SLOTS)));
typedef _Bool matches_t __attribute__((ext_vector_type(SAYSO_SPARSE_SLOTS)));
typedef int8_t weights_t __attribute__((vector_size(SAYSO_SPARSE_LABELS)));
typedef int16_t sums_t __attribute__((vector_size(2 * SAYSO_SPARSE_LABELS)));

static const int16_t numbers[SAYSO_SPARSE_LABELS] __attribute__((aligned(128))) = {
    0,  1,  2,  3,  4,  5,  6,  7,  8,  9,  10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31,
    32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63};

// The compiler turns this into the vectors of each set of instructions below.
static inline __attribute__((always_inline)) int32_t best_body(
    const struct sayso_sparse_rows *model, const uint64_t *features, intptr_t count) {
    const weights_t *const rows = (const weights_t *)model->rows;
    const sums_t number = *(const sums_t *)numbers;
    // Labels that there are not cannot win.
    sums_t sums = (sums_t)(number >= (int16_t)model->label_count) & (int16_t)-32000;
    for (intptr_t i = 0; i < count; i++) {
        const uint64_t first = (features[i] & model->bucket_mask) * SAYSO_SPARSE_SLOTS;
        const uint32_t tag = (uint32_t)(features[i] >> 32) & ~model->number_mask;
        const slots_t bucket = *(const slots_t *)(model->slots + first);
        const matches_t matches = __builtin_convertvector((bucket & ~model->number_mask) == tag, matches_t);
        uint16_t bits;
        memcpy(&bits, &matches, sizeof bits);
        // The last slot is empty, so that there is one to end at.
        const int place = __builtin_ctz(bits | 1u << (SAYSO_SPARSE_SLOTS - 1));
        const uint32_t row = model->slots[first + (uint64_t)place] & model->number_mask;
        sums += __builtin_convertvector(rows[row], sums_t);
    }
    const sums_t winners = (sums_t)(sums == __builtin_reduce_max(sums));
    return __builtin_reduce_min((winners & number) | (~winners & SAYSO_SPARSE_LABELS));
}

int32_t sayso_sparse_best_plain(
    const struct sayso_sparse_rows *model, const uint64_t *features, intptr_t count) {
    return best_body(model, features, count);
}

#if defined(__x86_64__)
__attribute__((target("avx512f,avx512bw,avx512vl"))) static int32_t best_avx512(
    const struct sayso_sparse_rows *model, const uint64_t *features, intptr_t count) {
    return best_body(model, features, count);
}

__attribute__((target("avx2"))) static int32_t best_avx2(
    const struct sayso_sparse_rows *model, const uint64_t *features, intptr_t count) {
    return best_body(model, features, count);
}
#endif

int32_t sayso_sparse_best(const struct sayso_sparse_rows *model, const uint64_t *features, intptr_t count) {
#if defined(__x86_64__)
    const int variant = sayso_dense_best_variant();
    if (variant > 1) return best_avx512(model, features, count);
    if (variant > 0) return best_avx2(model, features, count);
#endif
    return best_body(model, features, count);
}
