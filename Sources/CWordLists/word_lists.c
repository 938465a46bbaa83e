#include "word_lists.h"

#include <string.h>

// #embed is C23; clang has it in every mode.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char abbreviations[] = {
#embed "Lists/abbreviations.tsv"
};

static const unsigned char attitude_adjectives[] = {
#embed "Lists/attitude-adjectives.tsv"
};

static const unsigned char attitude_frames[] = {
#embed "Lists/attitude-frames.tsv"
};

static const unsigned char bounds[] = {
#embed "Lists/bounds.tsv"
};

static const unsigned char changes[] = {
#embed "Lists/changes.tsv"
};

static const unsigned char common_words[] = {
#embed "Lists/common-words.tsv"
};

static const unsigned char control_verbs[] = {
#embed "Lists/control-verbs.tsv"
};
static const unsigned char currencies[] = {
#embed "Lists/currencies.tsv"
};

static const unsigned char dimensions[] = {
#embed "Lists/dimensions.tsv"
};

static const unsigned char documents[] = {
#embed "Lists/documents.tsv"
};

static const unsigned char dollars[] = {
#embed "Lists/dollars.tsv"
};

static const unsigned char domains[] = {
#embed "Lists/domains.tsv"
};

static const unsigned char elisions[] = {
#embed "Lists/elisions.tsv"
};

static const unsigned char function_words[] = {
#embed "Lists/function-words.tsv"
};

static const unsigned char genre_labels[] = {
#embed "Lists/genre-labels.tsv"
};

static const unsigned char given_names[] = {
#embed "Lists/given-names.tsv"
};

static const unsigned char groups[] = {
#embed "Lists/groups.tsv"
};

static const unsigned char layout_phrases[] = {
#embed "Lists/layout-phrases.tsv"
};

static const unsigned char lemma_exceptions[] = {
#embed "Lists/lemma-exceptions.tsv"
};

static const unsigned char letter_trigrams[] = {
#embed "Lists/letter-trigrams.tsv"
};

static const unsigned char negating_verbs[] = {
#embed "Lists/negating-verbs.tsv"
};

static const unsigned char number_words[] = {
#embed "Lists/number-words.tsv"
};

static const unsigned char ordinal_phrases[] = {
#embed "Lists/ordinal-phrases.tsv"
};

static const unsigned char organizations[] = {
#embed "Lists/organizations.tsv"
};

static const unsigned char page_names[] = {
#embed "Lists/page-names.tsv"
};

static const unsigned char page_phrases[] = {
#embed "Lists/page-phrases.tsv"
};

static const unsigned char persons[] = {
#embed "Lists/persons.tsv"
};

static const unsigned char phrase_cues[] = {
#embed "Lists/phrase-cues.tsv"
};

static const unsigned char places[] = {
#embed "Lists/places.tsv"
};

static const unsigned char predicate_verbs[] = {
#embed "Lists/predicate-verbs.tsv"
};

static const unsigned char quantity_words[] = {
#embed "Lists/quantity-words.tsv"
};

static const unsigned char reporting_frames[] = {
#embed "Lists/reporting-frames.tsv"
};

static const unsigned char reporting_nouns[] = {
#embed "Lists/reporting-nouns.tsv"
};

static const unsigned char role_words[] = {
#embed "Lists/role-words.tsv"
};

static const unsigned char saying_verbs[] = {
#embed "Lists/saying-verbs.tsv"
};

static const unsigned char time_leads[] = {
#embed "Lists/time-leads.tsv"
};

static const unsigned char time_zones[] = {
#embed "Lists/time-zones.tsv"
};

static const unsigned char times[] = {
#embed "Lists/times.tsv"
};

static const unsigned char title_verbs[] = {
#embed "Lists/title-verbs.tsv"
};

static const unsigned char titles[] = {
#embed "Lists/titles.tsv"
};

static const unsigned char units[] = {
#embed "Lists/units.tsv"
};

static const unsigned char verbs[] = {
#embed "Lists/verbs.tsv"
};

static const struct sayso_word_list lists[] = {
    {"abbreviations", abbreviations, sizeof abbreviations},
    {"attitude-adjectives", attitude_adjectives, sizeof attitude_adjectives},
    {"attitude-frames", attitude_frames, sizeof attitude_frames},
    {"bounds", bounds, sizeof bounds},
    {"changes", changes, sizeof changes},
    {"common-words", common_words, sizeof common_words},
    {"control-verbs", control_verbs, sizeof control_verbs},
    {"currencies", currencies, sizeof currencies},
    {"dimensions", dimensions, sizeof dimensions},
    {"documents", documents, sizeof documents},
    {"dollars", dollars, sizeof dollars},
    {"domains", domains, sizeof domains},
    {"elisions", elisions, sizeof elisions},
    {"function-words", function_words, sizeof function_words},
    {"genre-labels", genre_labels, sizeof genre_labels},
    {"given-names", given_names, sizeof given_names},
    {"groups", groups, sizeof groups},
    {"layout-phrases", layout_phrases, sizeof layout_phrases},
    {"lemma-exceptions", lemma_exceptions, sizeof lemma_exceptions},
    {"letter-trigrams", letter_trigrams, sizeof letter_trigrams},
    {"negating-verbs", negating_verbs, sizeof negating_verbs},
    {"number-words", number_words, sizeof number_words},
    {"ordinal-phrases", ordinal_phrases, sizeof ordinal_phrases},
    {"organizations", organizations, sizeof organizations},
    {"page-names", page_names, sizeof page_names},
    {"page-phrases", page_phrases, sizeof page_phrases},
    {"persons", persons, sizeof persons},
    {"phrase-cues", phrase_cues, sizeof phrase_cues},
    {"places", places, sizeof places},
    {"predicate-verbs", predicate_verbs, sizeof predicate_verbs},
    {"quantity-words", quantity_words, sizeof quantity_words},
    {"reporting-frames", reporting_frames, sizeof reporting_frames},
    {"reporting-nouns", reporting_nouns, sizeof reporting_nouns},
    {"role-words", role_words, sizeof role_words},
    {"saying-verbs", saying_verbs, sizeof saying_verbs},
    {"time-leads", time_leads, sizeof time_leads},
    {"time-zones", time_zones, sizeof time_zones},
    {"times", times, sizeof times},
    {"title-verbs", title_verbs, sizeof title_verbs},
    {"titles", titles, sizeof titles},
    {"units", units, sizeof units},
    {"verbs", verbs, sizeof verbs},
};

const struct sayso_word_list *sayso_word_list_named(const char *name) {
    for (size_t i = 0; i < sizeof lists / sizeof lists[0]; i++) {
        if (strcmp(lists[i].name, name) == 0) return &lists[i];
    }
    return NULL;
}

const struct sayso_word_list *sayso_word_lists(size_t *count) {
    *count = sizeof lists / sizeof lists[0];
    return lists;
}
