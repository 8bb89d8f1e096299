"""The report and its parts: front matter, sections, numbers, references, questions, what is announced."""
