"""The version of the library, in one place for the package, its plans and its packaging."""

__all__ = ["__version__"]

__version__ = "0.1.0"
