"""Who may join a contract and until when, who takes part, and who joined by a decision or a form."""
