"""Pages: what everybody reads, what the village head, the Front and the commune do."""
