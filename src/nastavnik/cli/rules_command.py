"""What ``nastavnik rules`` does; ``app`` gives it its name, options and help."""

from pathlib import Path

from nastavnik.basics.texts import Language
from nastavnik.cli.answers import Manner
from nastavnik.cli.given_rules import given_rules
from nastavnik.cli.inputs import load_folder
from nastavnik.report import rules_in_words

__all__ = ["rules"]


def rules(
    *,
    folder: Path | None,
    reading: str | None,
    methodology: str | None,
    rules_file: Path | None,
    lang: Language,
    manner: Manner,
) -> None:
    """Show every rule in force: of a plan, or of the methodology with the changes that are asked for."""
    given = given_rules(methodology, reading=reading, file=rules_file, language=lang)
    shown = given.methodology
    if folder is not None:
        plan, _ = load_folder(folder, manner)
        shown = given.of_plan(plan)
    manner.answer(rules_in_words(shown, lang))
