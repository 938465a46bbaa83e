#ifndef SAYSO_CZSTD_SHIM_H
#define SAYSO_CZSTD_SHIM_H

// Debian's libzstd-dev.
#include <zstd.h>

#endif
