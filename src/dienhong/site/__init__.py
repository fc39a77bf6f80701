"""The composition root: settings, addresses, middleware, navigation, wiring, command line.

It imports everything and is imported by nothing.
"""
