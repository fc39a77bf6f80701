"""The law as plain Python: rules, arithmetic and text. No framework, no input or output, no clock."""
