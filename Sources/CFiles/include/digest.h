#ifndef SAYSO_DIGEST_H
#define SAYSO_DIGEST_H

#include <stddef.h>
#include <stdint.h>

/// SHA-256 (FIPS 180-4) whose state can be put away after any whole number of blocks and taken up again in another process.
///
/// Libraries of cryptography keep that state to themselves. Here it saves hashing the unchanged beginning of a file anew.
typedef struct {
    uint32_t state[8];
    uint64_t length;
    /// Bytes that do not fill a block yet: the last `length % 64`.
    uint8_t rest[64];
    int has_instructions;
} sayso_sha256;

/// A value, not a secret: for files of our own only.
void sayso_sha256_begin(sayso_sha256 *hash);

/// Goes on from `state` after `length` bytes, a multiple of 64.
void sayso_sha256_resume(sayso_sha256 *hash, const uint32_t state[8], uint64_t length);

void sayso_sha256_add(sayso_sha256 *hash, const void *bytes, size_t count);

/// Leaves the hash as it is, so that more may be added.
void sayso_sha256_digest(const sayso_sha256 *hash, uint8_t digest[32]);

/// For tests: as on a processor without instructions for SHA-256.
/// From now on as on a processor without instructions for SHA-256.
void sayso_sha256_do_without_instructions(sayso_sha256 *hash);

#endif
