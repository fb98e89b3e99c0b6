"""Hostile tables and command lines, made by chance from true ones, and what must hold of every call on them."""
