#include "models.h"

#include <string.h>

// #embed is C23; clang has it in every mode.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const _Alignas(64) unsigned char attributions[] = {
#embed "Models/attributions.bin"
};

static const _Alignas(64) unsigned char claims[] = {
#embed "Models/claims.bin"
};

static const _Alignas(64) unsigned char names[] = {
#embed "Models/names.bin"
};

static const _Alignas(64) unsigned char parser[] = {
#embed "Models/parser.bin"
};

static const _Alignas(64) unsigned char sentences[] = {
#embed "Models/sentences.bin"
};

static const _Alignas(64) unsigned char tagger[] = {
#embed "Models/tagger.bin"
};

static const struct sayso_model models[] = {
    {"attributions", attributions, sizeof attributions},
    {"claims", claims, sizeof claims},
    {"names", names, sizeof names},
    {"parser", parser, sizeof parser},
    {"sentences", sentences, sizeof sentences},
    {"tagger", tagger, sizeof tagger},
};

const struct sayso_model *sayso_model_named(const char *name) {
    for (size_t i = 0; i < sizeof models / sizeof models[0]; i++) {
        if (strcmp(models[i].name, name) == 0) return &models[i];
    }
    return NULL;
}
