"""Pages of coverage, lateness and spot checks."""
