#ifndef SAYSO_CLIBXML2_SHIM_H
#define SAYSO_CLIBXML2_SHIM_H

// Debian's libxml2-dev; its pkg-config file says where the headers are.
#include <libxml/xmlversion.h>
// Debian builds it with ICU, and its headers then take in ICU's, which clash with the ICU inside Foundation. Only two
// fields at the end of a struct that is never touched here depend on it.
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>

#endif
