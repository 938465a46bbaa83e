#ifndef SAYSO_MODELS_H
#define SAYSO_MODELS_H

#include <stddef.h>

// Trained models of Models/, embedded so that the program is one file. Each begins at an address that is a multiple
// of 64. MODEL_CARD.md says what each was trained on.

/// Parts of speech; see PartOfSpeechTagger.
const void *_Nonnull sayso_model_tagger(void);
size_t sayso_model_tagger_count(void);

/// Dependencies; see Parser.
const void *_Nonnull sayso_model_parser(void);
size_t sayso_model_parser_count(void);

#endif
