"""Registers as people ask for them: contracts on a board, the matrix, who has experience. Knows no screen, no file."""
