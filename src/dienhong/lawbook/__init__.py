"""The law as a book to consult: rules to ask, days to count, holidays, lists, procedures; public, without any table.

Words    question, calculator, catalogue, procedure, why
Promise  every page is made from the rules of `lawcore`; nothing here decides; no page asks the database
Rules    lawcore.asking
"""
