"""Diên Hồng: a council's resolution on grassroots democracy, carried out.

Packages are domains and stand in layers; `.importlinter` draws them. Law and arithmetic are in `lawcore`.
"""
