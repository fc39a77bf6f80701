"""The verbs of the registers, a file for each noun."""
