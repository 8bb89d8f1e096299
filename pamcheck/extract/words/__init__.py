"""Names, acronyms, spellings, and what is left over from drafting."""
