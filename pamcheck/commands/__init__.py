"""Commands that are registered in `cli`: their arguments, and what they do imported only when one runs."""
