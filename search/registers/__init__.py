"""What papers tell, kept and put together: items, decisions, sittings, dossiers, contracts, and what people decided."""
