"""Records forged by an administrator of the database, and what finds them."""
