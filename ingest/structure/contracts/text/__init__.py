"""The sentences of a contract, and the days, lengths of time, towns and firms that are written in them."""
