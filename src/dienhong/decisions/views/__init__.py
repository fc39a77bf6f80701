"""Pages of who prepares, holds, counts, signs, sends and recognises what a village decides."""
