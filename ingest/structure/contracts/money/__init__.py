"""What a contract costs and what it may cost at most."""
