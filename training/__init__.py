"""Makes our own embedding model out of the base model. Not needed to use the program: the weights are shipped."""
