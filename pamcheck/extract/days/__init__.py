"""Days, stretches of time, and what is said of past and future."""
