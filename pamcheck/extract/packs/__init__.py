"""What the reports of one pack say of each other's matters: the agenda, and what is told in two of them."""
