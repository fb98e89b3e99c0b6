"""Letters: who gets one, what it says in which case, and how it looks on paper."""

import re
from datetime import date
from html.parser import HTMLParser
from typing import Any, get_args

import pytest
from attrs import evolve

from helpers.pupils import WILLING
from nastavnik import TARGET_MODEL, Cohort, Mentee, Mentor, Pupil, Student, Teacher, match
from nastavnik.basics.texts import LANGUAGES, Language
from nastavnik.programme.round import invented_town
from nastavnik.report import Letter, Letterhead, letter_files, letters, letters_page, letters_text
from nastavnik.report.letter_files import By

HEAD = Letterhead(school="Школа № 5", contact="Ольга, 555-01-02", on=date(2026, 9, 7))

NAMES = {
    "anna": "Ёлкина Анна Петровна",
    "oleg": "Орлов Олег Иванович",
    "vera": "Сойкина Вера Ильинична",
    "ivan": "Иванов Иван Кузьмич",
    "olga": "Маркова Ольга Игоревна",
}


def pupil(name: str, **more: Any) -> Pupil:
    """Return an invented pupil of one school."""
    return Pupil(name, organisation="school", data_consent=True, slots={"вт 15:00"}, **more)


def mentee(name: str, **more: Any) -> Mentee:
    """Return a pupil who wants help with physics."""
    consent = more.pop("consent", True)
    person = pupil(name, grade=6, letter="Б", age=12, marks={"physics": 2}, interests={"chess"})
    return Mentee(evolve(person, data_consent=consent), category="passive", **WILLING, **more)


def mentor(name: str = "oleg", **more: Any) -> Mentor:
    """Return an older pupil who can give it."""
    person = pupil(
        name, grade=10, age=16, marks={"physics": 5}, qualities={"volunteer"}, interests={"chess"}
    )
    return Mentor(person, **WILLING, **{"trained": True, **more})


def written(
    cohort: Cohort, language: Language = "ru", head: Letterhead = HEAD, **more: Any
) -> dict[tuple[str, str], Letter]:
    """Return the letters of the best plan by id and reader."""
    made = letters(match(cohort), cohort, TARGET_MODEL, language, letterhead=head, **more)
    return {(one.recipient, one.reader): one for one in made}


def test_a_family_reads_who_what_and_when() -> None:
    """The whole letter, as it is printed."""
    cohort = Cohort(mentees=[mentee("anna")], mentors=[mentor()])
    letter = written(cohort, names=NAMES)["anna", "family"]
    assert letter.text().split("\n\n") == [
        (
            "Школа № 5\n7 сентября 2026 г.\n"
            "Родителям (законным представителям). Ребёнок: Ёлкина Анна Петровна, 6Б класс"
        ),
        "Уважаемые родители!",
        (
            "Рады сообщить: по программе школьного наставничества Анна теперь будет встречаться с наставником. "
            "Наставника зовут Олег."
        ),
        "Цель встреч – помощь в учёбе. У ребёнка и наставника есть общие интересы: chess.",
        (
            "Время, удобное обоим: вторник 15:00. "
            "Это только предложение: если планы изменились, можно выбрать другое время."
        ),
        "О дне первой встречи куратор сообщит отдельно.",
        (
            "Участие добровольное. Если что-то не подходит или появились вопросы, пожалуйста, скажите нам: всё "
            "можно обсудить."
        ),
        "С уважением,\nкуратор программы наставничества\nОльга, 555-01-02",
    ]


def test_a_mentor_reads_who_comes_and_for_what() -> None:
    """By given names, a line for each."""
    cohort = Cohort(mentees=[mentee("anna"), mentee("vera")], mentors=[mentor(capacity=2)])
    letter = written(cohort, names=NAMES)["oleg", "mentor"]
    assert letter.greeting == "Здравствуйте, Олег!"
    about = "помощь в учёбе; общие интересы: chess; время, удобное обоим: вторник 15:00"
    assert [one.text for one in letter.body[0].below] == [f"Анна: {about}", f"Вера: {about}"]
    assert (
        written(cohort)["oleg", "mentor"]
        .body[0]
        .below[0]
        .text.startswith("новый наставляемый (вас")
    )


def test_who_has_nobody_yet_reads_what_can_be_done() -> None:
    """The consent that is missing; places that are taken; a training to be passed."""
    missing = Cohort(mentees=[mentee("anna", consent=None)], mentors=[mentor()])
    text = written(missing)["anna", "family"].text()
    assert "– Не хватает согласия на обработку персональных данных." in text
    assert "не оценка" in text
    wanting = [mentee(name) for name in ("anna", "vera", "maya", "zoya")]
    crowded = Cohort(mentees=wanting, mentors=[mentor(name) for name in ("oleg", "gleb", "yury")])
    plan = match(crowded)
    text = written(crowded)[plan.unmatched[0].mentee, "family"].text()
    assert "сейчас все места у них заняты" in text
    untrained = Cohort(mentees=[mentee("anna")], mentors=[mentor(trained=None)])
    both = written(untrained)
    assert "обучение наставников" in both["oleg", "mentor"].text()
    assert "обучение" not in both["anna", "family"].text()


def test_that_somebody_was_refused_or_ruled_out_is_in_no_letter() -> None:
    """Neither side learns it: the letters are the same whoever it was that did not want to."""
    rounds = (
        Cohort(mentees=[mentee("anna", bans={"oleg"})], mentors=[mentor()]),
        Cohort(mentees=[mentee("anna")], mentors=[mentor(refusals={"anna"})]),
        Cohort(mentees=[mentee("anna", refusals={"oleg"})], mentors=[mentor()]),
    )
    texts = {letters_text(written(one, names=NAMES).values()) for one in rounds}
    assert len(texts) == 1


def test_adults_are_addressed_as_adults() -> None:
    """A teacher by name and patronymic; a student by name; nobody is called a parent."""
    teachers = Cohort(
        mentees=[
            Mentee(
                Teacher("olga", organisation="s", experience=1, data_consent=True),
                category="novice",
                agreed=True,
            )
        ],
        mentors=[
            Mentor(
                Teacher("ivan", organisation="s", experience=20, data_consent=True),
                agreed=True,
                trained=True,
            )
        ],
    )
    found = written(teachers, names=NAMES)
    assert found["olga", "mentee"].greeting == "Уважаемая Ольга Игоревна!"
    assert found["ivan", "mentor"].greeting == "Уважаемый Иван Кузьмич!"
    assert "Наставника зовут Иван Кузьмич." in found["olga", "mentee"].text()
    assert "одител" not in letters_text(found.values())
    student = Cohort(mentees=[], mentors=[Mentor(Student("oleg"))])
    assert written(student, names=NAMES)["oleg", "mentor"].greeting == "Здравствуйте, Олег!"


def test_what_is_not_given_is_seen_to_be_missing() -> None:
    """In brackets, to be filled in by hand."""
    cohort = Cohort(mentees=[mentee("anna")], mentors=[mentor()])
    for language in LANGUAGES:
        text = written(cohort, language, Letterhead())["anna", "family"].text()
        assert len(re.findall(r"\[[^\]]+\]", text)) == 4
        assert "[" not in written(cohort, names=NAMES)["anna", "family"].text()
    assert Letterhead().missing == ("school", "contact", "on")
    head = evolve(HEAD, first_meeting="12 сентября, 15:00, кабинет 21")
    letter = written(cohort, head=head)["anna", "family"]
    assert "Первая встреча: 12 сентября, 15:00, кабинет 21." in letter.text()


@pytest.mark.parametrize("language", LANGUAGES)
def test_everybody_of_the_town_gets_a_letter(language: Language) -> None:
    """One for each role, in files by class that hold every letter once."""
    town = invented_town()
    made = letters(match(town), town, TARGET_MODEL, language, letterhead=HEAD)
    assert len(made) == len(town.mentees) + len(town.mentors)
    for by in get_args(By):
        files = letter_files(made, town, language=language, by=by)
        texts = "".join(data.decode() for name, data in files.items() if name.endswith(".txt"))
        pages = "".join(data.decode() for name, data in files.items() if name.endswith(".html"))
        assert pages.count('<section class="letter">') == len(made)
        assert sum(texts.count(one.text()) for one in set(made)) >= len(made)
        assert len({name.casefold() for name in files}) == len(files)


class Tags(HTMLParser):
    """Checks that every tag is closed, and gathers the text."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.said: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002 - of the base class
        """Open one."""
        if tag not in {"br", "hr", "meta"}:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Close the last one."""
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Keep what people read."""
        if self.open and self.open[-1] in {"p", "li"}:
            self.said.append(data)


def test_the_page_says_what_the_text_says() -> None:
    """Whatever a name or a school holds is text and no markup; the words are those of the text, in its order."""
    names = {**NAMES, "anna": "<b>Ёлкина & Анна"}
    cohort = Cohort(mentees=[mentee("anna"), mentee("vera")], mentors=[mentor(capacity=2)])
    made = written(cohort, names=names, head=evolve(HEAD, school="«5» & <i>6"))
    page = letters_page(made.values(), "a < b", "ru")
    assert "<b>" not in page
    assert "<i>" not in page
    tags = Tags()
    tags.feed(page)
    assert tags.open == []
    text = " ".join(one.text() for one in made.values()).replace("– ", "")
    assert " ".join(" ".join(tags.said).split()).replace("– ", "") == " ".join(text.split())
    assert "size:A4" in page
    assert "break-after:page" in page


def test_no_repr_tells_a_name_or_a_contact() -> None:
    """Neither of a letter nor of its head."""
    cohort = Cohort(mentees=[mentee("anna")], mentors=[mentor()])
    shown = repr((*written(cohort, names=NAMES).values(), HEAD))
    assert "Ольга" not in shown
    assert "Анна" not in shown
