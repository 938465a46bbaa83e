#include "models.h"

// #embed is C23; clang has it in every mode.
#pragma clang diagnostic ignored "-Wc23-extensions"

_Alignas(64) static const unsigned char tagger[] = {
#embed "Models/tagger.bin"
};

_Alignas(64) static const unsigned char parser[] = {
#embed "Models/parser.bin"
};

const void *sayso_model_tagger(void) { return tagger; }
size_t sayso_model_tagger_count(void) { return sizeof tagger; }

const void *sayso_model_parser(void) { return parser; }
size_t sayso_model_parser_count(void) { return sizeof parser; }
