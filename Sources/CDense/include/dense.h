#ifndef SAYSO_DENSE_H
#define SAYSO_DENSE_H

#include <stdint.h>

// Products of small matrices: with the sums of sparse.h the hot loops that need instructions which the compiler may not
// assume of every processor. Which variant runs is decided at run time; each gives the same bytes on every machine.

/// y[t][j] = Σ_i x[t][i] · w(i, j) in wrapping 32-bit sums, for t < rows, i < depth, j < width.
///
/// w is packed as [depth / 2][width][2]: the weights of inputs 2p and 2p + 1 side by side.
/// depth is even, width a multiple of 16.
void sayso_dense_product(
    const int16_t *_Nonnull x, const int16_t *_Nonnull w, int32_t *_Nonnull y, intptr_t rows, intptr_t depth,
    intptr_t width);

/// out[i] = y[i] / 2^shift to the nearest, between -limit and limit, for i < count. shift is at least 1.
void sayso_dense_narrow(
    const int32_t *_Nonnull y, int16_t *_Nonnull out, intptr_t count, int shift, int16_t limit);

/// One layer of gated recurrences over a sentence, in place; see RecurrentLayer for what it computes.
///
/// x: rows × width numbers of which one is worth 1 / scale. u: rows × (3 · width) products of which one is worth unit.
/// gates: 4 × width. carry: room for width numbers.
void sayso_dense_recur(
    int16_t *_Nonnull x, const int32_t *_Nonnull u, const float *_Nonnull gates, float *_Nonnull carry, intptr_t rows,
    intptr_t width, float unit, float scale);

/// c[i · width + j] += Σ_p a[i · row + p · column] · b[p · width + j] for i < rows, p < depth, j < width: the product
/// that training needs, without fused multiplications. width is a multiple of 16.
void sayso_dense_add_product(
    float *_Nonnull c, const float *_Nonnull a, intptr_t row, intptr_t column, const float *_Nonnull b, intptr_t rows,
    intptr_t depth, intptr_t width);

/// The variants this processor can run: 0 is plain, higher ones are faster. For tests, which compare them.
int sayso_dense_best_variant(void);

/// As sayso_dense_product, by the variant given, which must not be above the best.
void sayso_dense_product_variant(
    int variant, const int16_t *_Nonnull x, const int16_t *_Nonnull w, int32_t *_Nonnull y, intptr_t rows,
    intptr_t depth, intptr_t width);

#endif
