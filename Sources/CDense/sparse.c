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

#define INLINE static inline __attribute__((always_inline))

enum { AHEAD = 64 };

// The compiler turns these into the vectors of each set of instructions below. Buckets and rows are mostly not in the cache, so all
// are asked for before the first is read.
INLINE void add_rows(
    const struct sayso_sparse_rows *model, const uint64_t *features, intptr_t count, sums_t *total) {
    sums_t sums = *total;
    const weights_t *const rows = (const weights_t *)model->rows;
    for (intptr_t from = 0; from < count; from += AHEAD) {
        const intptr_t some = count - from < AHEAD ? count - from : AHEAD;
        uint32_t found[AHEAD];
        for (intptr_t i = 0; i < some; i++)
            __builtin_prefetch(model->slots + (features[from + i] & model->bucket_mask) * SAYSO_SPARSE_SLOTS);
        for (intptr_t i = 0; i < some; i++) {
            const uint64_t feature = features[from + i], first = (feature & model->bucket_mask) * SAYSO_SPARSE_SLOTS;
            const uint32_t tag = (uint32_t)(feature >> 32) & ~model->number_mask;
            const slots_t bucket = *(const slots_t *)(model->slots + first);
            const matches_t matches = __builtin_convertvector((bucket & ~model->number_mask) == tag, matches_t);
            uint16_t bits;
            memcpy(&bits, &matches, sizeof bits);
            // The last slot is empty, so that there is one to end at.
            const int place = __builtin_ctz(bits | 1u << (SAYSO_SPARSE_SLOTS - 1));
            found[i] = model->slots[first + (uint64_t)place] & model->number_mask;
            __builtin_prefetch(rows + found[i]);
        }
        for (intptr_t i = 0; i < some; i++) sums += __builtin_convertvector(rows[found[i]], sums_t);
    }
    *total = sums;
}

INLINE int32_t best_body(
    const struct sayso_sparse_rows *model, const uint64_t *features, intptr_t count, const int16_t *const *known,
    intptr_t known_count) {
    const sums_t number = *(const sums_t *)numbers;
    // Labels that there are not cannot win.
    sums_t sums = (sums_t)(number >= (int16_t)model->label_count) & (int16_t)-32000;
    for (intptr_t i = 0; i < known_count; i++) sums += *(const sums_t *)known[i];
    add_rows(model, features, count, &sums);
    const sums_t winners = (sums_t)(sums == __builtin_reduce_max(sums));
    return __builtin_reduce_min((winners & number) | (~winners & SAYSO_SPARSE_LABELS));
}

// The highest of the known sums alone, if no other comes near it.
INLINE int32_t clear_body(
    const struct sayso_sparse_rows *model, const int16_t *const *known, intptr_t known_count, int16_t margin) {
    const sums_t number = *(const sums_t *)numbers;
    sums_t sums = (sums_t)(number >= (int16_t)model->label_count) & (int16_t)-32000;
    for (intptr_t i = 0; i < known_count; i++) sums += *(const sums_t *)known[i];
    const int16_t highest = __builtin_reduce_max(sums);
    const sums_t near = (sums_t)(sums > (int16_t)(highest - margin)) & number;
    const sums_t none = (sums_t)(sums <= (int16_t)(highest - margin));
    // One label is near the highest, itself, when the least and the greatest number near it are the same.
    const int16_t greatest = __builtin_reduce_max(near | none);
    const int16_t least = __builtin_reduce_min(near | (none & (int16_t)SAYSO_SPARSE_LABELS));
    return least == greatest ? least : -1;
}

INLINE void sums_body(
    const struct sayso_sparse_rows *model, const uint64_t *features, intptr_t count, int16_t *sums) {
    sums_t total = {0};
    add_rows(model, features, count, &total);
    *(sums_t *)sums = total;
}

#define VARIANT(NAME, TARGET)                                                                                         \
    TARGET static int32_t NAME##_best(                                                                                \
        const struct sayso_sparse_rows *model, const uint64_t *features, intptr_t count, const int16_t *const *known, \
        intptr_t known_count) {                                                                                       \
        return best_body(model, features, count, known, known_count);                                                 \
    }                                                                                                                 \
    TARGET static int32_t NAME##_clear(                                                                               \
        const struct sayso_sparse_rows *model, const int16_t *const *known, intptr_t known_count, int16_t margin) {   \
        return clear_body(model, known, known_count, margin);                                                         \
    }                                                                                                                 \
    TARGET static void NAME##_sum(                                                                                    \
        const struct sayso_sparse_rows *model, const uint64_t *features, intptr_t count, int16_t *sums) {             \
        sums_body(model, features, count, sums);                                                                       \
    }

VARIANT(plain, )

#if defined(__x86_64__)
VARIANT(avx2, __attribute__((target("avx2"))))
VARIANT(avx512, __attribute__((target("avx512f,avx512bw,avx512vl"))))

#define CALL(VARIANT, NAME, ...)                                                                                      \
    ((VARIANT) > 1 ? avx512_##NAME(__VA_ARGS__) : (VARIANT) > 0 ? avx2_##NAME(__VA_ARGS__) : plain_##NAME(__VA_ARGS__))
#else
#define CALL(VARIANT, NAME, ...) ((void)(VARIANT), plain_##NAME(__VA_ARGS__))
#endif

int32_t sayso_sparse_best(
    int variant, const struct sayso_sparse_rows *model, const uint64_t *features, intptr_t count,
    const int16_t *const *known, intptr_t known_count) {
    return CALL(variant, best, model, features, count, known, known_count);
}

int32_t sayso_sparse_clear(
    int variant, const struct sayso_sparse_rows *model, const int16_t *const *known, intptr_t known_count,
    int16_t margin) {
    return CALL(variant, clear, model, known, known_count, margin);
}

void sayso_sparse_sum(
    int variant, const struct sayso_sparse_rows *model, const uint64_t *features, intptr_t count, int16_t *sums) {
    CALL(variant, sum, model, features, count, sums);
}
