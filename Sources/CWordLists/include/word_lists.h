#ifndef SAYSO_WORD_LISTS_H
#define SAYSO_WORD_LISTS_H

#include <stddef.h>

// The word lists of Lists/, embedded so that the program is one file. Each is UTF-8, tab-separated, one entry a line;
// lines that begin with '#' say what it is, where it comes from and under which licence.
struct sayso_word_list {
    const char *name;
    const unsigned char *bytes;
    size_t count;
};

extern const struct sayso_word_list sayso_word_lists[];
extern const size_t sayso_word_lists_count;

#endif
