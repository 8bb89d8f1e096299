"""Runs pamcheck as `python -m pamcheck`."""

from pamcheck.cli import main

main()
