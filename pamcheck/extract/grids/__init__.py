"""Tables as they are meant, and what their lines assert."""
