"""What a person makes of what was found: registers and what is taken along from them. Knows no screen and no SQL."""
