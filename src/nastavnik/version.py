"""The version of the library, in one place for the package, its plans and its packaging."""

__version__ = "0.1.0"
