#ifndef SAYSO_WORD_LISTS_H
#define SAYSO_WORD_LISTS_H

#include <stddef.h>

// A word list of Lists/, embedded so that the program is one file: UTF-8, tab-separated, one entry a line; lines that
// begin with '#' say what it is, where it comes from and under which licence.
struct sayso_word_list {
    const char *_Nonnull name;
    const unsigned char *_Nonnull bytes;
    size_t count;
};

/// The list whose file is called NAME.tsv; NULL when there is none.
const struct sayso_word_list *_Nullable sayso_word_list_named(const char *_Nonnull name);

/// All lists, and in *count how many they are.
const struct sayso_word_list *_Nullable sayso_word_lists(size_t *_Nonnull count);

#endif
