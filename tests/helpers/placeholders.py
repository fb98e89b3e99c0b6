"""Names in the braces of a sentence that is still to be filled in."""

import string


def placeholders(text: str) -> list[str]:
    """Return the names in braces in alphabetical order, each as often as it stands there."""
    return sorted(name for _, name, _, _ in string.Formatter().parse(text) if name is not None)
