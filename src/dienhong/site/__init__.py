"""The composition root: settings, addresses, middleware, navigation, wiring, command line. Imports all, imported by none."""
