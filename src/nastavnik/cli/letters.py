"""What the command ``letters`` does: letters to families, mentees and mentors of a written plan, in files."""

from datetime import date
from pathlib import Path

from nastavnik.basics.texts import Language
from nastavnik.cli.answers import Manner
from nastavnik.cli.given_rules import given_rules
from nastavnik.cli.inputs import load_explaining
from nastavnik.cli.names import read_names
from nastavnik.cli.output import tell
from nastavnik.cli.terminal import shown_waiting
from nastavnik.cli.texts import TEXTS
from nastavnik.exchange.folder import check_free, write_files
from nastavnik.report.letter import Letterhead
from nastavnik.report.letter import letters as letters_of
from nastavnik.report.letter_files import By, letter_files

__all__ = ["letters"]

_CODE = "letters-there"


def letters(  # noqa: PLR0913 - click hands over every option by its name
    *,
    folder: Path,
    out: Path,
    by: By,
    school: str | None,
    contact: str | None,
    first_meeting: str | None,
    names: tuple[Path, ...],
    replace: bool,
    reading: str | None,
    methodology: str | None,
    rules_file: Path | None,
    lang: Language,
    manner: Manner,
) -> None:
    """Write letters to everybody of a plan, and say what has to be filled in by hand."""
    given = given_rules(methodology, reading=reading, file=rules_file, language=lang)
    check_free(out, ())
    plan, cohort, rules = load_explaining(folder, given, manner)
    known = read_names(names, rules).by_id
    head = Letterhead(
        school=school,
        contact=contact,
        first_meeting=first_meeting,
        on=date.today(),  # noqa: DTZ011 - the day where the letters are written
    )
    with shown_waiting(lang, doing="stage-letters", quiet=manner.quiet):
        written = letters_of(plan, cohort, rules, lang, letterhead=head, names=known)
        files = letter_files(written, cohort, language=lang, by=by, names=known)
        paths = write_files(out, files, overwrite=replace, code=_CODE, private=True)
    manner.by_the_way(TEXTS["letters-written"][lang].format(len(written), len(files) // 2))
    manner.written(paths)
    for name in head.missing:
        tell(TEXTS[f"letters-no-{name}"][lang])
    nameless = sum(one.recipient not in known for one in written)
    if nameless:
        tell(TEXTS["letters-no-names"][lang].format(nameless))
