"""What contracts, accessions, addenda and positions say: facts, each with its place."""
