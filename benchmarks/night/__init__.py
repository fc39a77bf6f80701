"""The closing night of three hundred villages: who asks for what, and the least a server can do for the same."""
