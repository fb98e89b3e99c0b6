"""Letters to those concerned: to the family of each pupil who is a mentee, to other mentees, to each mentor.

A letter is a value that a platform may render in its own way, or as text and as HTML here. It is made of what a plan
tells participants (`ToldMentee`, `ToldMentor`) and of nothing else: no ids, points, marks, categories or role models,
and of names only the reader's own and how the other one of the pair is called.
"""

import html
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from types import MappingProxyType
from typing import Final, Literal

from attrs import field, frozen

from nastavnik.basics.texts import Language, Text
from nastavnik.methodology.model import Methodology
from nastavnik.people.records import Mentee, Mentor, Person, Position
from nastavnik.programme.evidence import Failed, Outcome, ToldMentee
from nastavnik.programme.plan import MatchingPlan
from nastavnik.programme.round.cohort import Cohort
from nastavnik.report.days import day_in_words
from nastavnik.report.for_participants import YOUNG, called, own_lines, shared_lines
from nastavnik.report.passage import Line
from nastavnik.report.voice import Voice

__all__ = ["Letter", "Letterhead", "Reader", "class_of", "letters", "letters_page", "letters_text"]

Reader = Literal["family", "mentee", "mentor"]
"""Who reads a letter: parents of a pupil who is a mentee, another mentee, a mentor."""

_STYLE: Final = (
    "@page{size:A4;margin:25mm 20mm}"
    "body{max-width:40em;margin:2em auto;padding:0 1em;font:12pt/1.5 serif}"
    ".letter{break-after:page}.letter:last-of-type{break-after:auto}"
    ".head{text-align:right}"
    "@media print{body{margin:0;padding:0;max-width:none}hr{display:none}}"
)
"""One letter on a page of A4; without it a rule stands between letters."""

_RULE: Final = "\n\n" + 60 * "-" + "\n\n"


@frozen(kw_only=True)
class Letterhead:
    """What is the same in all letters; whatever is None stands there in square brackets, to be filled in.

    Args:
        school: its name.
        contact: of the coordinator: name, telephone, e-mail.
        on: date of the letters.
        first_meeting: when and where; None where the coordinator will say so later.

    >>> Letterhead(school="School 5").missing
    ('contact', 'on')
    """

    school: str | None = None
    contact: str | None = field(default=None, repr=False)
    on: date | None = None
    first_meeting: str | None = None

    @property
    def missing(self) -> tuple[str, ...]:
        """What has to be filled in by hand."""
        return tuple(name for name in ("school", "contact", "on") if not getattr(self, name))


@frozen(kw_only=True, repr=False)
class Letter:
    """One letter.

    Args:
        recipient: id of the mentee or mentor it is about, to deliver it by; it stands nowhere in the letter.
        reader: who reads it.
        language: of the letter.
        head: school, date, and to whom it goes.
        greeting: the first line.
        body: paragraphs, with lists below them.
        end: the last lines, with the coordinator's contact.
    """

    recipient: str
    reader: Reader
    language: Language
    head: tuple[str, ...]
    greeting: str
    body: tuple[Line, ...]
    end: tuple[str, ...]

    def text(self) -> str:
        """Return plain text, without a line break at the end."""
        body = (
            "\n".join([line.text, *(f"– {one.text}" for one in line.below)]) for line in self.body
        )
        return "\n\n".join(["\n".join(self.head), self.greeting, *body, "\n".join(self.end)])

    def html(self) -> str:
        """Return a section of HTML in which everything is escaped."""
        parts = [_lines_in_html("head", self.head), f"<p>{html.escape(self.greeting)}</p>"]
        for line in self.body:
            parts.append(f"<p>{html.escape(line.text)}</p>")
            if line.below:
                items = "".join(f"<li>{html.escape(one.text)}</li>" for one in line.below)
                parts.append(f"<ul>{items}</ul>")
        parts.append(_lines_in_html("end", self.end))
        return '<section class="letter">\n' + "\n".join(parts) + "\n</section>"

    def __repr__(self) -> str:
        return f"Letter({self.recipient!r}, {self.reader!r})"


def _lines_in_html(name: str, lines: Iterable[str]) -> str:
    return f'<p class="{name}">' + "<br>".join(map(html.escape, lines)) + "</p>"


def letters(
    plan: MatchingPlan,
    cohort: Cohort,
    methodology: Methodology,
    language: Language,
    *,
    letterhead: Letterhead = Letterhead(),
    names: Mapping[str, str] = MappingProxyType({}),
) -> tuple[Letter, ...]:
    """Return a letter for each mentee and each mentor, mentees first, in the order of their ids.

    Args:
        plan: the plan, with its people.
        cohort: those people.
        methodology: the rules it was made under.
        language: of the letters.
        letterhead: what is the same in all of them.
        names: display names by id, as ``surname given-name patronymic``; without them nobody is named.

    Raises:
        NastavnikError: when the plan was read from a file and has no people.

    >>> from nastavnik import TARGET_MODEL, Mentee, Mentor, Pupil, match
    >>> cohort = Cohort(mentees=[Mentee(Pupil("b"))], mentors=[Mentor(Pupil("a"))])
    >>> told, other = letters(match(cohort), cohort, TARGET_MODEL, "ru", names={"a": "Ёлкина Анна"})
    >>> told.greeting, other.greeting
    ('Уважаемые родители!', 'Здравствуйте, Анна!')
    """
    writer = _Writer(plan, cohort, Voice(methodology, language, names=names), letterhead)
    return (
        *(writer.to_mentee(one) for one in cohort.mentees),
        *(writer.to_mentor(one) for one in cohort.mentors),
    )


class _Writer:
    """Writes the letters of one plan."""

    def __init__(
        self, plan: MatchingPlan, cohort: Cohort, voice: Voice, letterhead: Letterhead
    ) -> None:
        self._plan = plan
        self._cohort = cohort
        self._voice = voice
        self._given = letterhead

    def to_mentee(self, mentee: Mentee) -> Letter:
        """Return the letter to a mentee, or to the family of a pupil."""
        of_pupil = mentee.person.position is Position.PUPIL
        reader: Reader = "family" if of_pupil else "mentee"
        told = self._plan.explain(mentee.id, audience="participant")
        if told.outcome is Outcome.PAIRED:
            body = self._of_pair(told, mentee, reader)
        elif told.outcome is Outcome.CROWDED_OUT:
            body = iter([self._line(f"letter-{reader}-crowded-out"), self._line("letter-ask")])
        else:
            body = self._of_left_out(told, mentee, reader)
        return self._letter(mentee, reader, body)

    def to_mentor(self, mentor: Mentor) -> Letter:
        """Return the letter to a mentor."""
        told = self._plan.explain_mentor(mentor.id, audience="participant")
        if told.mentees:
            items = [Line(self._of_mentee(one)) for one in told.mentees]
            body: Iterable[Line] = [
                Line(self._say("letter-mentor-paired"), items),
                self._first_meeting(),
                self._line("letter-mentor-first"),
            ]
        else:
            body = [self._line("letter-mentor-free"), *self._to_do(told.own, told.unmet)]
        return self._letter(mentor, "mentor", body)

    def _of_pair(self, told: ToldMentee, mentee: Mentee, reader: Reader) -> Iterator[Line]:
        if reader == "family":
            child = called(mentee.id, Position.PUPIL, self._voice)
            child = child or self._say("letter-your-child")
            first = self._say("letter-family-paired", child=child)
        else:
            first = self._say("letter-mentee-paired")
        name = None
        if told.mentor is not None:
            position = self._cohort.mentor(told.mentor).person.position
            name = called(told.mentor, position, self._voice)
        second = (
            self._say("letter-mentor-later")
            if name is None
            else self._say("letter-mentor-is", name=name)
        )
        yield Line(f"{first} {second}")
        about = []
        if told.purpose is not None:
            about.append(self._say("letter-purpose", purpose=self._in(told.purpose)))
        if told.subjects:
            about.append(self._say("letter-subjects", list=", ".join(told.subjects)))
        if told.interests:
            about.append(self._say(f"letter-{reader}-interests", list=", ".join(told.interests)))
        if about:
            yield Line(" ".join(about))
        if told.times:
            yield self._line("letter-times", list=self._voice.times(told.times))
        else:
            yield self._line("letter-no-times")
        yield self._first_meeting()
        yield self._line("letter-family-ends")

    def _of_left_out(self, told: ToldMentee, mentee: Mentee, reader: Reader) -> Iterator[Line]:
        yield self._line(f"letter-{reader}-left-out")
        wanted = self._wanted(mentee)
        if wanted is not None:
            yield self._line("letter-looking-for", purpose=wanted)
        yield from self._to_do(told.own, told.unmet)

    def _wanted(self, mentee: Mentee) -> str | None:
        """Return what is looked for, in words that rank nobody; None where the methodology has none."""
        categories = self._voice.methodology.categories_for(mentee.person.position)
        found = (one.for_participants for one in categories if one.id == mentee.category)
        text = next(found, None)
        return None if text is None else self._in(text)

    def _of_mentee(self, ident: str) -> str:
        """Return who comes to a mentor, for what, and when it suits both."""
        told = self._plan.explain(ident, audience="participant")
        position = self._cohort.mentee(ident).person.position
        name = called(ident, position, self._voice) or self._say("letter-one-mentee")
        about = [] if told.purpose is None else [self._in(told.purpose)]
        if told.subjects:
            about.append(self._say("letter-with-subjects", list=", ".join(told.subjects)))
        if told.interests:
            about.append(self._say("letter-with-interests", list=", ".join(told.interests)))
        if told.times:
            times = self._voice.times(told.times)
            about.append(self._say("letter-with-times", list=times))
        return f"{name}: {'; '.join(about)}" if about else name

    def _to_do(self, own: Iterable[Failed], unmet: Iterable[str]) -> Iterator[Line]:
        missing = [Line(one) for one in own_lines(own, self._voice)]
        apart = [Line(one) for one in shared_lines(unmet, self._voice)]
        if missing:
            yield Line(self._say("letter-own"), missing)
        if apart:
            yield Line(self._say("letter-unmet"), apart)
        yield self._line("letter-mend" if missing or apart else "letter-ask")

    def _first_meeting(self) -> Line:
        when = self._given.first_meeting
        if when:
            return self._line("letter-first-meeting", when=when.rstrip("."))
        return self._line("letter-first-later")

    def _letter(self, role: Mentee | Mentor, reader: Reader, body: Iterable[Line]) -> Letter:
        person = role.person
        name = self._voice.name_of(person.id)
        if reader == "family":
            first = self._say("letter-parents")
        else:
            adult = person.position not in YOUNG
            first = self._voice.calling.greeting(name, self._voice.language, adult=adult)
        given = self._given
        on = None if given.on is None else day_in_words(given.on, self._voice.language)
        key = "letter-to-family" if reader == "family" else "letter-to"
        head = (
            given.school or self._say("letter-school"),
            on or self._say("letter-date"),
            self._say(key, who=self._who(person, name)),
        )
        end = (
            self._say("letter-ends"),
            self._say("letter-coordinator"),
            given.contact or self._say("letter-contact"),
        )
        return Letter(
            recipient=person.id,
            reader=reader,
            language=self._voice.language,
            head=tuple(Line(one).text for one in head),
            greeting=Line(first).text,
            body=tuple(body),
            end=tuple(Line(one).text for one in end),
        )

    def _who(self, person: Person, name: str | None) -> str:
        """Return the reader's own name, and the class, by which a letter is handed out."""
        who = name or self._say("letter-name")
        of_class = class_of(person)
        return self._say("letter-of-class", name=who, of_class=of_class) if of_class else who

    def _line(self, key: str, **values: object) -> Line:
        return Line(self._say(key, **values))

    def _say(self, key: str, **values: object) -> str:
        return self._voice.say(key, **values)

    def _in(self, text: Text) -> str:
        return text[self._voice.language]


def class_of(person: Person) -> str | None:
    """Return the class of a pupil as people write it, or None where there is none.

    >>> from nastavnik.people.records import Pupil
    >>> class_of(Pupil("a", grade=6, letter="б"))
    '6Б'
    """
    grade = getattr(person, "grade", None)
    return None if grade is None else f"{grade}{getattr(person, 'letter', None) or ''}"


def letters_text(many: Iterable[Letter]) -> str:
    """Return letters as plain text, with a rule between them.

    >>> letters_text([])
    ''
    """
    return _RULE.join(one.text() for one in many)


def letters_page(many: Iterable[Letter], title: str, language: Language) -> str:
    """Return letters as a whole page of HTML that prints each on a page of its own.

    Args:
        many: the letters, in their order.
        title: of the page, plain text.
        language: of the page.

    >>> letters_page([], "А < Б", "ru").splitlines()[0:2]
    ['<!doctype html>', '<html lang="ru">']
    """
    body = "\n<hr>\n".join(one.html() for one in many)
    return (
        f'<!doctype html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{html.escape(title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
        f"{body}\n</body>\n</html>\n"
    )
