"""The screens of registers: contracts and one of them, the matrix, who has experience."""
