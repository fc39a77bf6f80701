"""Pages for people, files and feeds for machines."""
