"""Pages of the registers: lists, changes, imports, codes handed over."""
