#ifndef SAYSO_CLIBCSV_SHIM_H
#define SAYSO_CLIBCSV_SHIM_H

// Debian's libcsv-dev: strict RFC 4180 parsing and quoting. It has no pkg-config file, hence this map.
#include <csv.h>

#endif
