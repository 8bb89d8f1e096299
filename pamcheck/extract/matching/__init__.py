"""What two reports both speak of, found by meaning: tables line by line, figures in text, passages."""
