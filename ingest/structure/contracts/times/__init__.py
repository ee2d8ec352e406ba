"""When a contract holds: signed, from, until, for how long, renewed, and how it may be ended."""
