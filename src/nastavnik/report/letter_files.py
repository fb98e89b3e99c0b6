"""Letters as files to be printed and handed out: one for each class, or one for the whole school, as text and as HTML.

Where people of several schools or enterprises are in one round, each has files of its own.
"""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final, Literal

from nastavnik.basics.texts import Language, Text
from nastavnik.people.records import Person, Position
from nastavnik.programme.round.cohort import Cohort
from nastavnik.report.letter import Letter, class_of, letters_page, letters_text
from nastavnik.report.phrases import EVERY_PHRASE

__all__ = ["By", "letter_files"]

By = Literal["class", "school"]
"""What has a file of its own."""

_LETTERS: Final = Text(en="letters", ru="письма")
_NO_CLASS: Final = Text(en="no-class", ru="без-класса")
_ADULTS: Final = Text(en="adults", ru="взрослым")
_LONGEST: Final = 40
"""Characters of a name of a school in the name of a file, at most."""


def letter_files(
    letters: Iterable[Letter],
    cohort: Cohort,
    *,
    language: Language,
    by: By = "class",
    names: Mapping[str, str] = MappingProxyType({}),
) -> dict[str, bytes]:
    """Return what each file holds, by its name.

    Args:
        letters: of one plan.
        cohort: its people.
        language: of the names of the files and of the title.
        by: what has a file of its own; letters to adults and students have one beside the classes.
        names: display names by id, in whose order the letters of a file lie; by ids without them.

    >>> from nastavnik import TARGET_MODEL, Mentee, Pupil, match
    >>> from nastavnik.report.letter import letters
    >>> cohort = Cohort(mentees=[Mentee(Pupil("b", grade=6, letter="Б"))], mentors=[])
    >>> written = letters(match(cohort), cohort, TARGET_MODEL, "ru")
    >>> sorted(letter_files(written, cohort, language="ru"))
    ['письма-6Б.html', 'письма-6Б.txt']
    """
    people = {one.id: one.person for one in (*cohort.mentees, *cohort.mentors)}
    several = len({person.organisation for person in people.values()}) > 1
    heaps: dict[str, list[Letter]] = {}
    ordered = sorted(letters, key=lambda one: _place(one, people[one.recipient], names))
    taken: dict[tuple[str | None, str], str] = {}
    for letter in ordered:
        person = people[letter.recipient]
        of_class = _heap_of(person, language) if by == "class" else ""
        key = (person.organisation if several else None), of_class
        if key not in taken:
            taken[key] = _free([_LETTERS[language], _plain(key[0] or ""), of_class], taken.values())
        heaps.setdefault(taken[key], []).append(letter)
    title = EVERY_PHRASE["letters-title"][language]
    files = {}
    for name, heap in heaps.items():
        files[f"{name}.html"] = letters_page(heap, title, language).encode()
        files[f"{name}.txt"] = (letters_text(heap) + "\n").encode()
    return files


def _place(letter: Letter, person: Person, names: Mapping[str, str]) -> tuple[object, ...]:
    """Return where a letter lies: by class, by name, that of the family before that of the mentor."""
    grade = getattr(person, "grade", None) or 0
    in_class = getattr(person, "letter", None) or ""
    name = names.get(letter.recipient, "")
    return grade, in_class, name.casefold(), letter.recipient, letter.reader


def _heap_of(person: Person, language: Language) -> str:
    if person.position is not Position.PUPIL:
        return _ADULTS[language]
    return class_of(person) or _NO_CLASS[language]


def _plain(text: str) -> str:
    """Return a text that every system takes in the name of a file."""
    words = "".join(letter if letter.isalnum() else " " for letter in text).split()
    return "-".join(words)[:_LONGEST].strip("-")


def _free(parts: list[str], taken: Iterable[str]) -> str:
    """Return a name that no other file has, whatever systems make of capitals."""
    name = "-".join(filter(None, parts))
    known = {one.casefold() for one in taken}
    number = 1
    free = name
    while free.casefold() in known:
        number += 1
        free = f"{name}-{number}"
    return free
