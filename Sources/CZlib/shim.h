#ifndef SAYSO_CZLIB_SHIM_H
#define SAYSO_CZLIB_SHIM_H

// Debian's zlib1g-dev.
#include <zlib.h>

#endif
