"""Pages: the villages of who looks, one conference, what is done on it, its papers."""
