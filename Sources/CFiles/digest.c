#include "digest.h"

#include <string.h>

#if defined(__x86_64__)
#include <cpuid.h>
#include <immintrin.h>
#endif

static const uint32_t round_constants[64] __attribute__((aligned(16))) = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
};

static uint32_t big_endian(const uint8_t *bytes) {
    return (uint32_t)bytes[0] << 24 | (uint32_t)bytes[1] << 16 | (uint32_t)bytes[2] << 8 | bytes[3];
}

static void put_big_endian(uint8_t *bytes, uint32_t word) {
    for (int index = 0; index < 4; index++) bytes[index] = (uint8_t)(word >> (24 - 8 * index));
}

static uint32_t turned(uint32_t word, int count) { return word >> count | word << (32 - count); }

/// As the standard writes it, for any processor.
static void add_blocks_anywhere(uint32_t state[8], const uint8_t *bytes, size_t count) {
    for (; count > 0; count--, bytes += 64) {
        uint32_t words[64];
        for (int index = 0; index < 16; index++) words[index] = big_endian(bytes + 4 * index);
        for (int index = 16; index < 64; index++) {
            uint32_t far = words[index - 15], near = words[index - 2];
            uint32_t first = turned(far, 7) ^ turned(far, 18) ^ far >> 3;
            uint32_t second = turned(near, 17) ^ turned(near, 19) ^ near >> 10;
            words[index] = words[index - 16] + first + words[index - 7] + second;
        }
        uint32_t a = state[0], b = state[1], c = state[2], d = state[3];
        uint32_t e = state[4], f = state[5], g = state[6], h = state[7];
        for (int index = 0; index < 64; index++) {
            uint32_t sum = turned(e, 6) ^ turned(e, 11) ^ turned(e, 25);
            uint32_t one = h + sum + ((e & f) ^ (~e & g)) + round_constants[index] + words[index];
            uint32_t other = (turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
            h = g, g = f, f = e, e = d + one, d = c, c = b, b = a, a = one + other;
        }
        state[0] += a, state[1] += b, state[2] += c, state[3] += d;
        state[4] += e, state[5] += f, state[6] += g, state[7] += h;
    }
}

#if defined(__x86_64__)
static int has_instructions(void) {
    unsigned a, b, c, d;
    if (!__get_cpuid_count(7, 0, &a, &b, &c, &d) || !(b & 1u << 29)) return 0; // SHA
    return __get_cpuid(1, &a, &b, &c, &d) && (c & 1u << 9) && (c & 1u << 19);  // SSSE3, SSE4.1
}

/// Four rounds at a time, by the processor's own instructions: they hold the state as ABEF and CDGH.
__attribute__((target("sha,ssse3,sse4.1"))) static void add_blocks_by_instructions(
    uint32_t state[8], const uint8_t *bytes, size_t count) {
    const __m128i swap = _mm_set_epi64x(0x0c0d0e0f08090a0b, 0x0405060700010203);
    __m128i low = _mm_shuffle_epi32(_mm_loadu_si128((const __m128i *)state), 0xB1);
    __m128i high = _mm_shuffle_epi32(_mm_loadu_si128((const __m128i *)(state + 4)), 0x1B);
    __m128i abef = _mm_alignr_epi8(low, high, 8);
    __m128i cdgh = _mm_blend_epi16(high, low, 0xF0);
    for (; count > 0; count--, bytes += 64) {
        const __m128i abef_before = abef, cdgh_before = cdgh;
        __m128i words[4];
#pragma clang loop unroll(full)
        for (int index = 0; index < 16; index++) {
            __m128i *next = words + index % 4;
            if (index < 4) {
                *next = _mm_shuffle_epi8(_mm_loadu_si128((const __m128i *)(bytes + 16 * index)), swap);
            } else {
                const __m128i near = words[(index + 3) % 4];
                __m128i sum = _mm_sha256msg1_epu32(*next, words[(index + 1) % 4]);
                sum = _mm_add_epi32(sum, _mm_alignr_epi8(near, words[(index + 2) % 4], 4));
                *next = _mm_sha256msg2_epu32(sum, near);
            }
            __m128i input = _mm_add_epi32(*next, _mm_load_si128((const __m128i *)(round_constants + 4 * index)));
            cdgh = _mm_sha256rnds2_epu32(cdgh, abef, input);
            abef = _mm_sha256rnds2_epu32(abef, cdgh, _mm_shuffle_epi32(input, 0x0E));
        }
        abef = _mm_add_epi32(abef, abef_before);
        cdgh = _mm_add_epi32(cdgh, cdgh_before);
    }
    low = _mm_shuffle_epi32(abef, 0x1B);
    high = _mm_shuffle_epi32(cdgh, 0xB1);
    _mm_storeu_si128((__m128i *)state, _mm_blend_epi16(low, high, 0xF0));
    _mm_storeu_si128((__m128i *)(state + 4), _mm_alignr_epi8(high, low, 8));
}
#else
static int has_instructions(void) { return 0; }
#endif

static void add_blocks(sayso_sha256 *hash, const uint8_t *bytes, size_t count) {
#if defined(__x86_64__)
    if (hash->has_instructions) {
        add_blocks_by_instructions(hash->state, bytes, count);
        return;
    }
#endif
    add_blocks_anywhere(hash->state, bytes, count);
}

void sayso_sha256_begin(sayso_sha256 *hash) {
    static const uint32_t start[8] = {
        0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19,
    };
    sayso_sha256_resume(hash, start, 0);
}

void sayso_sha256_resume(sayso_sha256 *hash, const uint32_t state[8], uint64_t length) {
    memset(hash, 0, sizeof *hash);
    memcpy(hash->state, state, sizeof hash->state);
    hash->length = length;
    hash->has_instructions = has_instructions();
}

void sayso_sha256_do_without_instructions(sayso_sha256 *hash) { hash->has_instructions = 0; }

void sayso_sha256_add(sayso_sha256 *hash, const void *bytes, size_t count) {
    const uint8_t *next = bytes;
    size_t filled = hash->length % 64;
    hash->length += count;
    if (filled > 0) {
        size_t taken = count < 64 - filled ? count : 64 - filled;
        memcpy(hash->rest + filled, next, taken);
        next += taken, count -= taken;
        if (filled + taken < 64) return;
        add_blocks(hash, hash->rest, 1);
    }
    add_blocks(hash, next, count / 64);
    if (count % 64 > 0) memcpy(hash->rest, next + count / 64 * 64, count % 64);
}

void sayso_sha256_digest(const sayso_sha256 *hash, uint8_t digest[32]) {
    sayso_sha256 copy = *hash;
    const uint64_t bits = hash->length * 8;
    uint8_t end[72] = {0x80};
    // One bit, zeros up to eight bytes before the end of a block, and the length in bits.
    const size_t zeros = (119 - hash->length % 64) % 64;
    put_big_endian(end + 1 + zeros, (uint32_t)(bits >> 32));
    put_big_endian(end + 5 + zeros, (uint32_t)bits);
    sayso_sha256_add(&copy, end, 9 + zeros);
    for (int index = 0; index < 8; index++) put_big_endian(digest + 4 * index, copy.state[index]);
}
