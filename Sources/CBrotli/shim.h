#ifndef SAYSO_CBROTLI_SHIM_H
#define SAYSO_CBROTLI_SHIM_H

// Debian's libbrotli-dev.
#include <brotli/decode.h>

#endif
