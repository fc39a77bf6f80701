"""Pages of who keeps, agrees with and inspects a village's money; pages of everybody."""
