"""What can be read of a programme, a file per matter."""
