#include "word_lists.h"

static const unsigned char function_words[] = {
#embed "Lists/function-words.tsv"
};

const struct sayso_word_list sayso_word_lists[] = {
    {"function-words", function_words, sizeof function_words},
};
const size_t sayso_word_lists_count = sizeof sayso_word_lists / sizeof sayso_word_lists[0];
