"""Sentences, and what they assert about figures."""
