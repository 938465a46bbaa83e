#include "dense.h"

#include <string.h>

// No fused multiply-add: a sum must not depend on the processor.
#pragma STDC FP_CONTRACT OFF

#define INLINE static inline __attribute__((always_inline))

// Weights come in panels of this many columns.
enum { LANES = 16 };

// Bodies that the compiler turns into vectors, once for each set of instructions below.

// To the nearest whole number, the even one of two: at 1.5 · 2^23 the last bit of a float is worth 1.
INLINE int32_t nearest(float value, float limit) {
    const float capped = value > limit ? limit : value;
    const float bounded = capped < -limit ? -limit : capped;
    const float shifted = bounded + 12582912.0f;
    int32_t bits;
    memcpy(&bits, &shifted, sizeof bits);
    return bits - 0x4B400000;
}

INLINE uint8_t byte_of(int32_t value, int shift, int32_t zero) {
    const int32_t byte = ((value + (1 << shift >> 1)) >> shift) + zero;
    return (uint8_t)(byte > 255 ? 255 : byte < 0 ? 0 : byte);
}

INLINE void scale_body(
    const int32_t *restrict sums, const float *restrict scales, int16_t *restrict y, intptr_t count, float limit) {
    for (intptr_t j = 0; j < count; j++) y[j] = (int16_t)nearest((float)sums[j] * scales[j], limit);
}

INLINE void sum_rows_body(
    const int16_t *const *rows, intptr_t count, intptr_t width, int16_t *sums, uint8_t *bytes, int shift, int zero) {
    for (intptr_t j = 0; j < width; j += LANES) {
        int16_t block[LANES];
        memcpy(block, rows[0] + j, sizeof block);
        for (intptr_t r = 1; r < count; r++)
            for (int i = 0; i < LANES; i++) block[i] = (int16_t)(block[i] + rows[r][j + i]);
        if (sums) memcpy(sums + j, block, sizeof block);
        for (int i = 0; i < LANES; i++) bytes[j + i] = byte_of(block[i], shift, zero);
    }
}

// A score's last seven bits make room for the decision's number, so that the greatest number holds the answer.
INLINE int best_body(const int32_t *sums, const float *scales, const float *biases, intptr_t from, intptr_t to) {
    int32_t highest[LANES];
    for (int i = 0; i < LANES; i++) highest[i] = INT32_MIN;
    for (intptr_t j = from; j < to; j += LANES)
        for (int i = 0; i < LANES; i++) {
            const int32_t score = nearest((float)sums[j - from + i] * scales[j + i] + biases[j + i], 4194303);
            const int32_t numbered = (int32_t)((uint32_t)score << 7) | (127 - (int32_t)j - i);
            highest[i] = numbered > highest[i] ? numbered : highest[i];
        }
    int32_t greatest = INT32_MIN;
    for (int i = 0; i < LANES; i++) greatest = highest[i] > greatest ? highest[i] : greatest;
    return 127 - (greatest & 127);
}

INLINE float bounded(float value) {
    const float below = value > 3 ? 3 : value;
    return below < -3 ? -3 : below;
}

INLINE void recur_channels(
    int16_t *restrict x, uint8_t *restrict bytes, const int16_t *restrict u, const float *restrict gates,
    float *restrict carry, intptr_t width, intptr_t from, intptr_t to, float half, int shift) {
    for (intptr_t i = from; i < to; i++) {
        const float candidate = (float)u[i];
        const float f = bounded((float)u[width + i] * half + (gates[i] * carry[i] + gates[2 * width + i]));
        const float r = bounded((float)u[2 * width + i] * half + (gates[width + i] * carry[i] + gates[3 * width + i]));
        // Squashing's quotient, z(27 + z²) / (54 + 18z²) = z/18 + 4/3 · z/(3 + z²), of both by one division.
        const float below_f = 3 + f * f, below_r = 3 + r * r;
        const float inverse = (4.0f / 3) / (below_f * below_r);
        const float forget = (0.5f + f * (1.0f / 18)) + (f * below_r) * inverse;
        const float reset = (0.5f + r * (1.0f / 18)) + (r * below_f) * inverse;
        const float next = candidate + forget * (carry[i] - candidate);
        carry[i] = next;
        const float input = (float)x[i];
        const int32_t output = nearest(input + reset * (next - input), 32767);
        x[i] = (int16_t)output;
        bytes[i] = byte_of(output, shift, 128);
    }
}

INLINE void recur_body(
    int16_t *x, uint8_t *bytes, const int16_t *u, const float *gates, float *carry, intptr_t rows, intptr_t width,
    float half, int shift) {
    memset(carry, 0, (size_t)width * sizeof *carry);
    for (intptr_t t = 0; t < rows; t++) {
        const intptr_t ahead = t * width, back = (rows - 1 - t) * width;
        recur_channels(
            x + ahead, bytes + ahead, u + 3 * ahead, gates, carry, width, 0, width / 2, half, shift);
        recur_channels(
            x + back, bytes + back, u + 3 * back, gates, carry, width, width / 2, width, half, shift);
    }
}

// What is made of the bodies for one set of instructions, around BLOCK, which fills sums[ROWS][PANELS * LANES] for rows
// of x and panels of w.
#define VARIANT(NAME, TARGET, ROWS, PANELS)                                                                           \
    TARGET static void NAME##_product(                                                                                \
        const uint8_t *x, const int8_t *w, const int32_t *start, const float *scales, int16_t *y, intptr_t rows,      \
        intptr_t depth, intptr_t width, int16_t limit) {                                                              \
        int32_t sums[ROWS * PANELS * LANES] __attribute__((aligned(64)));                                             \
        for (intptr_t j = 0; j < width;) {                                                                            \
            const intptr_t panels = width - j >= PANELS * LANES ? PANELS : 1, columns = panels * LANES;               \
            for (intptr_t t = 0; t < rows;) {                                                                         \
                const intptr_t block = rows - t >= ROWS ? ROWS : 1;                                                   \
                const uint8_t *from = x + t * depth;                                                                  \
                if (block == ROWS && panels == PANELS)                                                                \
                    NAME##_block(from, w + j * depth, start + j, sums, depth, ROWS, PANELS);                          \
                else if (block == ROWS)                                                                               \
                    NAME##_block(from, w + j * depth, start + j, sums, depth, ROWS, 1);                               \
                else if (panels == PANELS)                                                                            \
                    NAME##_block(from, w + j * depth, start + j, sums, depth, 1, PANELS);                             \
                else                                                                                                  \
                    NAME##_block(from, w + j * depth, start + j, sums, depth, 1, 1);                                  \
                for (intptr_t r = 0; r < block; r++)                                                                  \
                    scale_body(sums + r * columns, scales + j, y + (t + r) * width + j, columns, limit);              \
                t += block;                                                                                           \
            }                                                                                                         \
            j += columns;                                                                                             \
        }                                                                                                             \
    }                                                                                                                 \
    TARGET static int NAME##_best(                                                                                    \
        const uint8_t *x, const int8_t *w, const float *scales, const float *biases, intptr_t depth, intptr_t from,   \
        intptr_t to) {                                                                                                \
        static const int32_t zeros[8 * LANES];                                                                        \
        int32_t sums[8 * LANES] __attribute__((aligned(64)));                                                         \
        if (to - from == 7 * LANES)                                                                                   \
            NAME##_block(x, w + from * depth, zeros, sums, depth, 1, 7);                                              \
        else if (to - from == 4 * LANES)                                                                              \
            NAME##_block(x, w + from * depth, zeros, sums, depth, 1, 4);                                              \
        else                                                                                                          \
            for (intptr_t j = from; j < to; j += LANES)                                                               \
                NAME##_block(x, w + j * depth, zeros, sums + j - from, depth, 1, 1);                                  \
        return best_body(sums, scales, biases, from, to);                                                             \
    }                                                                                                                 \
    TARGET static void NAME##_sum_rows(                                                                               \
        const int16_t *const *rows, intptr_t count, intptr_t width, int16_t *sums, uint8_t *bytes, int shift,         \
        int zero) {                                                                                                   \
        sum_rows_body(rows, count, width, sums, bytes, shift, zero);                                                  \
    }                                                                                                                 \
    TARGET static void NAME##_recur(                                                                                  \
        int16_t *x, uint8_t *bytes, const int16_t *u, const float *gates, float *carry, intptr_t rows,                \
        intptr_t width, float half, int shift) {                                                                     \
        recur_body(x, bytes, u, gates, carry, rows, width, half, shift);                                             \
    }

// Lanes side by side, which the compiler takes apart as it must.
typedef uint32_t Words __attribute__((vector_size(64)));
typedef int32_t Sums __attribute__((vector_size(64)));
typedef uint16_t Pairs __attribute__((vector_size(64)));
typedef int16_t Products __attribute__((vector_size(64)));

// Adds the products of two inputs, which 16 bits hold; their sum may need more.
INLINE void add_pair(Sums *total, uint32_t inputs, const Products *weights) {
    const Sums both = (Sums)(*weights * (Products)((Words){0} + inputs));
    *total += ((Sums)((Words)both << 16) >> 16) + (both >> 16);
}

INLINE void plain_block(
    const uint8_t *x, const int8_t *w, const int32_t *start, int32_t *sums, intptr_t depth, const int rows,
    const int panels) {
    for (int r = 0; r < rows; r++)
        for (int c = 0; c < panels; c++) {
            Sums total;
            memcpy(&total, start + c * LANES, sizeof total);
            for (intptr_t i = 0; i < depth; i += 4) {
                const uint8_t *four = x + r * depth + i;
                Products weights;
                memcpy(&weights, w + (c * depth + i) * LANES, sizeof weights);
                const Products even = (Products)((Pairs)weights << 8) >> 8, odd = weights >> 8;
                add_pair(&total, four[0] | (uint32_t)four[2] << 16, &even);
                add_pair(&total, four[1] | (uint32_t)four[3] << 16, &odd);
            }
            memcpy(sums + (r * panels + c) * LANES, &total, sizeof total);
        }
}

VARIANT(plain, , 1, 1)

#if defined(__x86_64__)
#include <immintrin.h>

#define AVX2 __attribute__((target("avx2")))
#define VNNI __attribute__((target("avx512f,avx512bw,avx512dq,avx512vl,avx512vnni")))

// No sum of two products is beyond 16 bits: 2 · 255 · 64 is below 2^15.
AVX2 INLINE void avx2_block(
    const uint8_t *x, const int8_t *w, const int32_t *start, int32_t *sums, intptr_t depth, const int rows,
    const int panels) {
    const __m256i ones = _mm256_set1_epi16(1);
    for (int c = 0; c < panels; c++, w += depth * LANES, start += LANES, sums += LANES) {
        __m256i total[4][2];
        for (int r = 0; r < rows; r++)
            for (int h = 0; h < 2; h++) total[r][h] = _mm256_loadu_si256((const void *)(start + 8 * h));
        for (intptr_t i = 0; i < depth; i += 4) {
            __m256i weights[2];
            for (int h = 0; h < 2; h++) weights[h] = _mm256_loadu_si256((const void *)(w + i * LANES + 32 * h));
            for (int r = 0; r < rows; r++) {
                int32_t four;
                memcpy(&four, x + r * depth + i, 4);
                const __m256i bytes = _mm256_set1_epi32(four);
                for (int h = 0; h < 2; h++)
                    total[r][h] = _mm256_add_epi32(
                        total[r][h], _mm256_madd_epi16(_mm256_maddubs_epi16(bytes, weights[h]), ones));
            }
        }
        for (int r = 0; r < rows; r++)
            for (int h = 0; h < 2; h++)
                _mm256_storeu_si256((void *)(sums + r * panels * LANES + 8 * h), total[r][h]);
    }
}

VNNI INLINE void vnni_block(
    const uint8_t *x, const int8_t *w, const int32_t *start, int32_t *sums, intptr_t depth, const int rows,
    const int panels) {
    __m512i total[4][8];
    for (int r = 0; r < rows; r++)
        for (int c = 0; c < panels; c++) total[r][c] = _mm512_loadu_si512(start + LANES * c);
    for (intptr_t i = 0; i < depth; i += 4) {
        __m512i weights[8];
        for (int c = 0; c < panels; c++) weights[c] = _mm512_loadu_si512(w + (c * depth + i) * LANES);
        for (int r = 0; r < rows; r++) {
            int32_t four;
            memcpy(&four, x + r * depth + i, 4);
            const __m512i bytes = _mm512_set1_epi32(four);
            for (int c = 0; c < panels; c++) total[r][c] = _mm512_dpbusd_epi32(total[r][c], bytes, weights[c]);
        }
    }
    for (int r = 0; r < rows; r++)
        for (int c = 0; c < panels; c++) _mm512_storeu_si512(sums + (r * panels + c) * LANES, total[r][c]);
}

VARIANT(avx2, AVX2, 4, 1)
VARIANT(vnni, VNNI, 4, 4)

// The product that training needs, for vectors V of LANES floats. A block of 4 rows and COLS vectors stays in registers
// while it goes down the depth.
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

ADD_PRODUCT(add_product_sse2, "sse2", __m128, 4, 2, _mm_loadu_ps, _mm_storeu_ps, _mm_set1_ps, _mm_mul_ps, _mm_add_ps)
ADD_PRODUCT(add_product_avx2, "avx2", __m256, 8, 2, _mm256_loadu_ps, _mm256_storeu_ps, _mm256_set1_ps, _mm256_mul_ps,
            _mm256_add_ps)

int sayso_dense_best_variant(void) {
    static int best = -1;
    int known = __atomic_load_n(&best, __ATOMIC_RELAXED);
    if (known < 0) {
        __builtin_cpu_init();
        const int wide = __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512dq")
            && __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512vnni");
        known = wide ? 2 : __builtin_cpu_supports("avx2") ? 1 : 0;
        __atomic_store_n(&best, known, __ATOMIC_RELAXED);
    }
    return known;
}

#define CALL(VARIANT, NAME, ...)                                                                                      \
    ((VARIANT) == 2 ? vnni_##NAME(__VA_ARGS__) : (VARIANT) == 1 ? avx2_##NAME(__VA_ARGS__) : plain_##NAME(__VA_ARGS__))

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

#define CALL(VARIANT, NAME, ...) ((void)(VARIANT), plain_##NAME(__VA_ARGS__))

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
    int variant, const uint8_t *x, const int8_t *w, const int32_t *start, const float *scales, int16_t *y,
    intptr_t rows, intptr_t depth, intptr_t width, int16_t limit) {
    CALL(variant, product, x, w, start, scales, y, rows, depth, width, limit);
}

int sayso_dense_best(
    int variant, const uint8_t *x, const int8_t *w, const float *scales, const float *biases, intptr_t depth,
    intptr_t from, intptr_t to) {
    return CALL(variant, best, x, w, scales, biases, depth, from, to);
}

void sayso_dense_sum_rows(
    int variant, const int16_t *const *rows, intptr_t count, intptr_t width, int16_t *sums, uint8_t *bytes, int shift,
    int zero) {
    CALL(variant, sum_rows, rows, count, width, sums, bytes, shift, zero);
}

void sayso_dense_recur(
    int variant, int16_t *x, uint8_t *bytes, const int16_t *u, const float *gates, float *carry, intptr_t rows,
    intptr_t width, float half, int shift) {
    CALL(variant, recur, x, bytes, u, gates, carry, rows, width, half, shift);
}
