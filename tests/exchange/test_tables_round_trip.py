"""What is written reads back as it was, or is not written at all."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nastavnik import Cohort, InvalidInputError, Mentee, Mentor, Pupil, Teacher
from nastavnik.basics.texts import LANGUAGES, Language
from nastavnik.exchange.tables import read_cohort, write_people
from nastavnik.exchange.tables.writer import TableFormat
from nastavnik.testing.strategies import cohorts

FORMATS: st.SearchStrategy[TableFormat] = st.sampled_from(("csv", "xlsx"))
ANY_TEXT = st.text(
    st.characters(codec="utf-8") | st.sampled_from("=+-@'\"#;,\t\r\n_x0041_"), max_size=9
)


def there_and_back(cohort: Cohort, language: Language, file_format: TableFormat) -> Cohort:
    """Write a cohort and read it."""
    with tempfile.TemporaryDirectory() as folder:
        paths = write_people(cohort, Path(folder), language=language, format=file_format)
        return read_cohort(*paths)


class TestWhatIsWrittenReadsBack:
    """«Reading them gives an equal cohort» (``write_people``)."""

    @settings(deadline=None)  # files take the time they take
    @given(
        cohorts(min_mentees=1, min_mentors=1, minimums=True, priorities=True),
        st.sampled_from(LANGUAGES),
        FORMATS,
    )
    def test_generated_cohorts(
        self, cohort: Cohort, language: Language, file_format: TableFormat
    ) -> None:
        """Any cohort of the target model comes back equal, in either language and format."""
        assert there_and_back(cohort, language, file_format) == cohort

    @settings(deadline=None)  # files take the time they take
    @given(
        name=ANY_TEXT,
        words=st.frozensets(ANY_TEXT, max_size=3),
        ids=st.lists(ANY_TEXT, min_size=2, max_size=2, unique=True),
        file_format=FORMATS,
    )
    def test_any_text(
        self, name: str, words: frozenset[str], ids: list[str], file_format: TableFormat
    ) -> None:
        """Any text whatever comes back as it was, or is refused when it is written."""
        try:
            cohort = Cohort(
                mentees=[
                    Mentee(Pupil(ids[0], name=name, slots=words, marks=dict.fromkeys(words, 5)))
                ],
                mentors=[
                    Mentor(Teacher(ids[1], place=name, interests=words), choices={ids[0]}, tasks=())
                ],
            )
        except InvalidInputError:
            return  # a blank id
        try:
            read: Cohort | set[str] = there_and_back(cohort, "ru", file_format)
        except InvalidInputError as error:
            read = {fault.code for fault in error.faults}
        assert read in (cohort, {"cannot-be-written"})


@pytest.mark.parametrize("file_format", ["csv", "xlsx"])
def test_known_to_be_none_is_not_unknown(file_format: TableFormat) -> None:
    """An empty list that is known and one that is not come back as what they were."""
    cohort = Cohort(
        mentees=[
            Mentee(Pupil("a", slots=(), languages=(), marks={})),
            Mentee(Pupil("b", slots=None, languages=None, marks=None)),
        ],
        mentors=[Mentor(Pupil("c"))],
    )
    assert there_and_back(cohort, "ru", file_format) == cohort


@pytest.mark.parametrize(
    "ident", ["no", "нет", "None", "=1+1", "'=1", "007", "+7", "1e5", "_x0041_"]
)
@pytest.mark.parametrize("file_format", ["csv", "xlsx"])
def test_odd_ids_survive(ident: str, file_format: TableFormat) -> None:
    """Ids that look like a formula, a number or a no stay what they are wherever they stand."""
    cohort = Cohort(
        mentees=[Mentee(Pupil(ident, name=ident))],
        mentors=[Mentor(Pupil("m1"), choices={ident})],
    )
    assert there_and_back(cohort, "en", file_format) == cohort


@pytest.mark.parametrize("ident", ["tBd", "Н/Д", "?", "не знаю"])
def test_an_id_that_says_nothing_is_not_written(ident: str) -> None:
    """A cell of such a word is read as empty, so the writer names the person's id instead."""
    with pytest.raises(InvalidInputError) as caught:
        there_and_back(Cohort(mentees=[Mentee(Pupil(ident))], mentors=[]), "ru", "csv")
    assert {(fault.code, fault.details["value"]) for fault in caught.value.faults} == {
        ("cannot-be-written", ident)
    }
