"""The screens of dossiers and themes, and the pieces that show what belongs together."""
