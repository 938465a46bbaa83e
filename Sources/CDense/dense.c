#include "dense.h"

#include <string.h>

// No fused multiply-add: a sum must not depend on the processor.
#pragma STDC FP_CONTRACT OFF

#if defined(__x86_64__)
#include <immintrin.h>

// The integer product, for vectors V of LANES sums. A block of 4 rows and COLS vectors stays in registers while it goes
// down the depth; a row that is left over takes 8 vectors, so that no sum has to wait for the one before.
#define PRODUCT(NAME, TARGET, V, LANES, COLS, LOAD, STORE, SET1, ZERO, ADD_PAIRS)                                     \
    __attribute__((target(TARGET))) static inline void NAME##_row(                                                    \
        const int16_t *x, const int16_t *w, int32_t *y, intptr_t depth, intptr_t width, const int vectors) {          \
        V sums[8];                                                                                                    \
        for (int c = 0; c < vectors; c++) sums[c] = ZERO();                                                           \
        for (intptr_t i = 0; i < depth; i += 2, w += 2 * width) {                                                     \
            int32_t pair;                                                                                             \
            memcpy(&pair, x + i, 4);                                                                                  \
            const V both = SET1(pair);                                                                                \
            for (int c = 0; c < vectors; c++)                                                                         \
                sums[c] = ADD_PAIRS(sums[c], both, LOAD((const void *)(w + 2 * LANES * c)));                          \
        }                                                                                                             \
        for (int c = 0; c < vectors; c++) STORE((void *)(y + LANES * c), sums[c]);                                    \
    }                                                                                                                 \
    __attribute__((target(TARGET))) static void NAME(                                                                 \
        const int16_t *x, const int16_t *w, int32_t *y, intptr_t rows, intptr_t depth, intptr_t width) {              \
        intptr_t t = 0;                                                                                               \
        for (; t + 4 <= rows; t += 4) {                                                                               \
            intptr_t j = 0;                                                                                           \
            for (; j + LANES * COLS <= width; j += LANES * COLS) {                                                    \
                V sums[4][COLS];                                                                                      \
                for (int r = 0; r < 4; r++)                                                                           \
                    for (int c = 0; c < COLS; c++) sums[r][c] = ZERO();                                               \
                const int16_t *from = w + 2 * j;                                                                      \
                for (intptr_t i = 0; i < depth; i += 2, from += 2 * width) {                                          \
                    V weights[COLS];                                                                                  \
                    for (int c = 0; c < COLS; c++) weights[c] = LOAD((const void *)(from + 2 * LANES * c));           \
                    for (int r = 0; r < 4; r++) {                                                                     \
                        int32_t pair;                                                                                 \
                        memcpy(&pair, x + (t + r) * depth + i, 4);                                                    \
                        const V both = SET1(pair);                                                                    \
                        for (int c = 0; c < COLS; c++) sums[r][c] = ADD_PAIRS(sums[r][c], both, weights[c]);          \
                    }                                                                                                 \
                }                                                                                                     \
                for (int r = 0; r < 4; r++)                                                                           \
                    for (int c = 0; c < COLS; c++)                                                                    \
                        STORE((void *)(y + (t + r) * width + j + LANES * c), sums[r][c]);                             \
            }                                                                                                         \
            for (; j < width; j += LANES)                                                                             \
                for (int r = 0; r < 4; r++)                                                                           \
                    NAME##_row(x + (t + r) * depth, w + 2 * j, y + (t + r) * width + j, depth, width, 1);             \
        }                                                                                                             \
        for (; t < rows; t++) {                                                                                       \
            intptr_t j = 0;                                                                                           \
            for (; j + 8 * LANES <= width; j += 8 * LANES)                                                            \
                NAME##_row(x + t * depth, w + 2 * j, y + t * width + j, depth, width, 8);                             \
            for (; j < width; j += LANES) NAME##_row(x + t * depth, w + 2 * j, y + t * width + j, depth, width, 1);   \
        }                                                                                                             \
    }

// The same for floats, row and column strides of a given.
#define ADD_PRODUCT(NAME, TARGET, V, LANES, COLS, LOAD, STORE, SET1, MUL, ADD)                                        \
    __attribute__((target(TARGET))) static void NAME(                                                                 \
        float *c, const float *a, intptr_t row, intptr_t column, const float *b, intptr_t rows, intptr_t depth,       \
        intptr_t width) {                                                                                             \
        for (intptr_t j = 0; j < width; j += LANES * COLS) {                                                          \
            intptr_t i = 0;                                                                                           \
            for (; i + 4 <= rows; i += 4) {                                                                           \
                V sums[4][COLS];                                                                                      \
                for (int r = 0; r < 4; r++)                                                                           \
                    for (int k = 0; k < COLS; k++) sums[r][k] = LOAD(c + (i + r) * width + j + LANES * k);            \
                for (intptr_t p = 0; p < depth; p++) {                                                                \
                    V values[COLS];                                                                                   \
                    for (int k = 0; k < COLS; k++) values[k] = LOAD(b + p * width + j + LANES * k);                   \
                    for (int r = 0; r < 4; r++) {                                                                     \
                        const V factor = SET1(a[(i + r) * row + p * column]);                                         \
                        for (int k = 0; k < COLS; k++) sums[r][k] = ADD(sums[r][k], MUL(factor, values[k]));          \
                    }                                                                                                 \
                }                                                                                                     \
                for (int r = 0; r < 4; r++)                                                                           \
                    for (int k = 0; k < COLS; k++) STORE(c + (i + r) * width + j + LANES * k, sums[r][k]);            \
            }                                                                                                         \
            for (; i < rows; i++) {                                                                                   \
                V sums[COLS];                                                                                         \
                for (int k = 0; k < COLS; k++) sums[k] = LOAD(c + i * width + j + LANES * k);                         \
                for (intptr_t p = 0; p < depth; p++) {                                                                \
                    const V factor = SET1(a[i * row + p * column]);                                                   \
                    for (int k = 0; k < COLS; k++)                                                                    \
                        sums[k] = ADD(sums[k], MUL(factor, LOAD(b + p * width + j + LANES * k)));                     \
                }                                                                                                     \
                for (int k = 0; k < COLS; k++) STORE(c + i * width + j + LANES * k, sums[k]);                         \
            }                                                                                                         \
        }                                                                                                             \
    }

#define ADD_PAIRS_128(s, a, b) _mm_add_epi32(s, _mm_madd_epi16(a, b))
#define ADD_PAIRS_256(s, a, b) _mm256_add_epi32(s, _mm256_madd_epi16(a, b))
#define ADD_PAIRS_512(s, a, b) _mm512_add_epi32(s, _mm512_madd_epi16(a, b))

PRODUCT(product_sse2, "sse2", __m128i, 4, 2, _mm_loadu_si128, _mm_storeu_si128, _mm_set1_epi32, _mm_setzero_si128,
        ADD_PAIRS_128)
PRODUCT(product_avx2, "avx2", __m256i, 8, 2, _mm256_loadu_si256, _mm256_storeu_si256, _mm256_set1_epi32,
        _mm256_setzero_si256, ADD_PAIRS_256)
PRODUCT(product_avx512, "avx512f,avx512bw", __m512i, 16, 4, _mm512_loadu_si512, _mm512_storeu_si512,
        _mm512_set1_epi32, _mm512_setzero_si512, ADD_PAIRS_512)
PRODUCT(product_vnni, "avx512f,avx512bw,avx512vnni", __m512i, 16, 4, _mm512_loadu_si512, _mm512_storeu_si512,
        _mm512_set1_epi32, _mm512_setzero_si512, _mm512_dpwssd_epi32)

ADD_PRODUCT(add_product_sse2, "sse2", __m128, 4, 2, _mm_loadu_ps, _mm_storeu_ps, _mm_set1_ps, _mm_mul_ps, _mm_add_ps)
ADD_PRODUCT(add_product_avx2, "avx2", __m256, 8, 2, _mm256_loadu_ps, _mm256_storeu_ps, _mm256_set1_ps, _mm256_mul_ps,
            _mm256_add_ps)

int sayso_dense_best_variant(void) {
    static int best = -1;
    int known = __atomic_load_n(&best, __ATOMIC_RELAXED);
    if (known < 0) {
        __builtin_cpu_init();
        known = __builtin_cpu_supports("avx512bw") ? (__builtin_cpu_supports("avx512vnni") ? 3 : 2)
            : __builtin_cpu_supports("avx2") ? 1 : 0;
        __atomic_store_n(&best, known, __ATOMIC_RELAXED);
    }
    return known;
}

void sayso_dense_product_variant(
    int variant, const int16_t *x, const int16_t *w, int32_t *y, intptr_t rows, intptr_t depth, intptr_t width) {
    switch (variant) {
        case 3: product_vnni(x, w, y, rows, depth, width); break;
        case 2: product_avx512(x, w, y, rows, depth, width); break;
        case 1: product_avx2(x, w, y, rows, depth, width); break;
        default: product_sse2(x, w, y, rows, depth, width);
    }
}

void sayso_dense_add_product(
    float *c, const float *a, intptr_t row, intptr_t column, const float *b, intptr_t rows, intptr_t depth,
    intptr_t width) {
    if (sayso_dense_best_variant() > 0) {
        add_product_avx2(c, a, row, column, b, rows, depth, width);
    } else {
        add_product_sse2(c, a, row, column, b, rows, depth, width);
    }
}
#else

// Plain loops, which the compiler turns into what the processor has.
int sayso_dense_best_variant(void) { return 0; }

void sayso_dense_product_variant(
    int variant, const int16_t *x, const int16_t *w, int32_t *y, intptr_t rows, intptr_t depth, intptr_t width) {
    (void)variant;
    for (intptr_t t = 0; t < rows; t++) {
        uint32_t *sums = (uint32_t *)(y + t * width);
        memset(sums, 0, (size_t)width * sizeof *sums);
        for (intptr_t i = 0; i < depth; i += 2) {
            const int32_t first = x[t * depth + i], second = x[t * depth + i + 1];
            const int16_t *from = w + i * width;
            for (intptr_t j = 0; j < width; j++)
                sums[j] += (uint32_t)(first * from[2 * j]) + (uint32_t)(second * from[2 * j + 1]);
        }
    }
}

void sayso_dense_add_product(
    float *c, const float *a, intptr_t row, intptr_t column, const float *b, intptr_t rows, intptr_t depth,
    intptr_t width) {
    for (intptr_t i = 0; i < rows; i++)
        for (intptr_t p = 0; p < depth; p++) {
            const float factor = a[i * row + p * column];
            for (intptr_t j = 0; j < width; j++) c[i * width + j] += factor * b[p * width + j];
        }
}
#endif

void sayso_dense_product(
    const int16_t *x, const int16_t *w, int32_t *y, intptr_t rows, intptr_t depth, intptr_t width) {
    sayso_dense_product_variant(sayso_dense_best_variant(), x, w, y, rows, depth, width);
}
