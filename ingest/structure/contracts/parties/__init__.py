"""Who makes a contract: who buys, for whom, who delivers, who takes part as an equal."""
