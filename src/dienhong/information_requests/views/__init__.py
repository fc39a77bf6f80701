"""Pages of who asks, of the village head, of who answers."""
