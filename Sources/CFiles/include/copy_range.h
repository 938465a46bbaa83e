#ifndef SAYSO_COPY_RANGE_H
#define SAYSO_COPY_RANGE_H

#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

/// copy_file_range(2), which the Swift overlay of the C library leaves out: copies to where `new_file` stands.
///
/// - Returns: how many bytes; -1 with errno, ENOSYS where the system has no such call.
ssize_t sayso_copy_range(int old_file, int64_t offset, int new_file, size_t count);

#endif
