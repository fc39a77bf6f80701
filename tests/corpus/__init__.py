"""Good and bad files made by seeded scripts; nothing large is stored."""
