"""Figures and periods as printed, and labels compared by their words."""
