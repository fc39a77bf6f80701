"""Pages: what an officer makes of a disclosure, what a village head and everybody see of it."""
