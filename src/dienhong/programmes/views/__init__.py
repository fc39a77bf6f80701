"""Pages of programmes, a file per matter."""
