"""Forms check shape, never law."""
