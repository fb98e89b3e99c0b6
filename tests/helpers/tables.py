"""Tables of mentees and mentors as texts of CSV, written to two files and read."""

from pathlib import Path

import pytest

from nastavnik import Cohort, InvalidInputError
from nastavnik.basics.errors import Fault
from nastavnik.exchange.tables import read_cohort

MENTEES = "Код;ФИО;Позиция;Класс\np1;Выдуманный Иван;ученик;7\n"
MENTORS = "Код;ФИО;Позиция;Класс;Мест\nm1;Выдуманная Анна;ученик;10;2\n"


class Tables:
    """The files of two tables in a folder, in which nobody is wrong unless said otherwise."""

    def __init__(self, folder: Path) -> None:
        self.mentees, self.mentors = folder / "mentees.csv", folder / "mentors.csv"

    def read(self, mentees: str = MENTEES, mentors: str = MENTORS) -> Cohort:
        """Write two tables and read them."""
        self.mentees.write_text(mentees, encoding="utf-8")
        self.mentors.write_text(mentors, encoding="utf-8")
        return read_cohort(self.mentees, self.mentors)

    def faults(self, mentees: str = MENTEES, mentors: str = MENTORS) -> tuple[Fault, ...]:
        """Return what is wrong with two tables."""
        with pytest.raises(InvalidInputError) as caught:
            self.read(mentees, mentors)
        return caught.value.faults

    def codes(self, mentees: str = MENTEES, mentors: str = MENTORS) -> list[str]:
        """Return the codes of what is wrong with two tables."""
        return [fault.code for fault in self.faults(mentees, mentors)]

    def only(self, mentees: str = MENTEES, mentors: str = MENTORS) -> str:
        """Return the Russian text of the only fault."""
        (fault,) = self.faults(mentees, mentors)
        return fault.text("ru")


@pytest.fixture
def tables(tmp_path: Path) -> Tables:
    """Two tables in an empty folder."""
    return Tables(tmp_path)


def mentees(*rows: str, headings: str = "Код;Позиция;Класс;Возраст;Категория;Выбрал(а)") -> str:
    """Return a table of mentees."""
    return "\n".join((headings, *rows))


def mentors(*rows: str, headings: str = "Код;Позиция;Класс;Мест;Выбрал(а)") -> str:
    """Return a table of mentors."""
    return "\n".join((headings, *rows))
