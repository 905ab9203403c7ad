"""Drop-in replacements for other packages: the same names, arguments and numbers."""
