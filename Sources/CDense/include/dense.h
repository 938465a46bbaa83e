#ifndef SAYSO_DENSE_H
#define SAYSO_DENSE_H

#include <stdint.h>

// The parser's small matrix products and what lies between them: hot loops that need instructions which the compiler
// may not assume of every processor. Each has a variant for 8-bit products of 512 bits, one for AVX2 and a plain one,
// which give the same bytes on every machine.
//
// Inputs are bytes from 0 to 255, weights from -64 to 64, sums whole numbers of 32 bits. Weights are packed as
// [width / 16][depth / 4][16][4]: panels of 16 columns, the weights of four inputs side by side. Depths are multiples of
// 4, widths of 16.

/// The variants this processor can run: 0 is plain, higher ones are faster.
int sayso_dense_best_variant(void);

/// y[t][j] = scales[j] · (start[j] + Σ_i x[t][i] · w(i, j)) to the nearest, between -limit and limit, for t < rows,
/// i < depth, j < width.
void sayso_dense_product(
    int variant, const uint8_t *_Nonnull x, const int8_t *_Nonnull w, const int32_t *_Nonnull start,
    const float *_Nonnull scales, int16_t *_Nonnull y, intptr_t rows, intptr_t depth, intptr_t width, int16_t limit);

/// The first of the columns from ..< to whose scales[j] · Σ_i x[i] · w(i, j) + biases[j], to the nearest and between
/// -2^22 and 2^22, is highest. Both bounds are multiples of 16 and at most 128.
int sayso_dense_best(
    int variant, const uint8_t *_Nonnull x, const int8_t *_Nonnull w, const float *_Nonnull scales,
    const float *_Nonnull biases, intptr_t depth, intptr_t from, intptr_t to);

/// Adds up rows of width numbers in wrapping 16 bits: sums, unless null, and bytes[j] = sum / 2^shift + zero to the
/// nearest, between 0 and 255. There is at least one row.
void sayso_dense_sum_rows(
    int variant, const int16_t *_Nonnull const *_Nonnull rows, intptr_t count, intptr_t width, int16_t *_Nullable sums,
    uint8_t *_Nonnull bytes, int shift, int zero);

/// One layer of gated recurrences over a sentence, in place; see RecurrentLayer for what it computes.
///
/// x: rows × width numbers and u: rows × (3 · width), of which one is worth 1 / scale. bytes: what becomes of x, as
/// sayso_dense_sum_rows has it, with a zero of 128. gates: 4 × width. carry: room for width numbers.
void sayso_dense_recur(
    int variant, int16_t *_Nonnull x, uint8_t *_Nonnull bytes, const int16_t *_Nonnull u, const float *_Nonnull gates,
    float *_Nonnull carry, intptr_t rows, intptr_t width, float half, int shift);

/// c[i · width + j] += Σ_p a[i · row + p · column] · b[p · width + j] for i < rows, p < depth, j < width: the product
/// that training needs, without fused multiplications. width is a multiple of 16.
void sayso_dense_add_product(
    float *_Nonnull c, const float *_Nonnull a, intptr_t row, intptr_t column, const float *_Nonnull b, intptr_t rows,
    intptr_t depth, intptr_t width);

#endif
