"""What can be done in a programme, a file per group of verbs."""
