"""What a contract is about, its number, and the contract that it changes or takes the place of."""
