// Tagging
