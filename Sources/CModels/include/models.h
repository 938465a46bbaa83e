#ifndef SAYSO_MODELS_H
#define SAYSO_MODELS_H

#include <stddef.h>

// A trained model of Models/, embedded so that the program is one file. Its bytes are aligned to 64.
struct sayso_model {
    const char *_Nonnull name;
    const unsigned char *_Nonnull bytes;
    size_t count;
};

/// The model whose file is called NAME.bin; NULL when there is none.
const struct sayso_model *_Nullable sayso_model_named(const char *_Nonnull name);

#endif
