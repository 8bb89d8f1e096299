"""Builders of the example report: one Markdown source in, the formats that authors use out."""
