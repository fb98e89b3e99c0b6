"""Rules on fields of one's own, which a school takes in by name: the columns of its tables decide, no Python is needed.

None of them is part of the target model. Each rests on the decision of the organisation that takes it in, which says in
its parameters which columns it looks at; see ``docs/own-rules.md``.
"""

from typing import Any, Final

import attrs
from attrs import Attribute, frozen

from nastavnik.basics.errors import RuleError
from nastavnik.basics.sources import Source, local
from nastavnik.basics.texts import Text
from nastavnik.basics.validators import as_frozenset
from nastavnik.basics.words import compared
from nastavnik.rules.base import Requirement, Unknown, some_ids
from nastavnik.rules.catalogue import failures
from nastavnik.rules.sayings import Failure
from nastavnik.rules.vocabulary import extra, extra_ids, implies, known, names, no, one_of

__all__ = ["AskedValue", "DifferentValue", "NotLastYear", "SameValue"]

_YES: Final = frozenset({"да", "yes", "+", "есть", "✓", "✔", "true", "1"})
"""What is put into a column by which somebody asks for something."""


def _a_field(rule: Any, attribute: "Attribute[str]", value: object) -> None:
    """Check the name of a field of one's own; validator of an attrs field."""
    if not isinstance(value, str) or not compared(value):
        raise RuleError(f"rule {rule.id!r}: {attribute.name} is {value!r}, not the name of a field")


def _a_field_or_none(rule: Any, attribute: "Attribute[str]", value: object) -> None:
    if value != "":
        _a_field(rule, attribute, value)


@frozen(kw_only=True)
class SameValue(Requirement):
    """Both have the same in a field of one's own, where the mentee asks for it. Source: own decision.

    A mentor of the same gender, of the same native language, from the same street. Where the mentee asks and one of
    the two has nothing in the field, the rule does not know.

    Args:
        field: name of the field that is to be the same.
        asked_by: name of the field by which the mentee asks for it; empty asks for it of every pair.
        asked_as: what in that field means that it is asked for.

    >>> from nastavnik.people.records import Mentee, Mentor, Pupil
    >>> from nastavnik.rules.evaluation import judge
    >>> rule = SameValue(field="gender", asked_by="same gender")
    >>> ada, ben = (Mentor(Pupil("ada", extra={"gender": "f"})), Mentor(Pupil("ben", extra={"gender": "m"})))
    >>> vera = Mentee(Pupil("vera", extra={"gender": "f", "same gender": "yes"}))
    >>> judge(rule, ada, vera).holds, judge(rule, ben, vera).holds
    (True, False)
    """

    id: str = "same-value"
    sentence: Text = Text(
        en="Both have the same in «{field}», where the mentee asks for that.",
        ru="В поле «{field}» у обоих одно и то же, если наставляемый об этом просит.",
    )
    failure: Failure | None = failures.SAME_VALUE
    source: Source = local("a field of the organisation's own tables")
    field: str = attrs.field(validator=_a_field)
    asked_by: str = attrs.field(default="", validator=_a_field_or_none)
    asked_as: frozenset[str] = attrs.field(default=_YES, converter=as_frozenset, validator=some_ids)

    def holds(self, mentor: Any, mentee: Any) -> Any:
        same = extra(mentor.person, self.field) == extra(mentee.person, self.field)
        if self.asked_by == "":
            return same
        answer = extra(mentee.person, self.asked_by)
        asks = known(answer) & one_of(answer, frozenset(map(compared, self.asked_as)))
        return implies(asks, same)


@frozen(kw_only=True)
class AskedValue(Requirement):
    """The mentor has in a field of one's own what the mentee asks for. Source: own decision.

    The mentee's table has a column in which stands what is wished for, such as «м» under «Пол наставника». Who wishes
    for nothing is content with everybody.

    Args:
        field: name of the field of the mentor.
        asked_by: name of the field of the mentee in which the wish stands.

    >>> from nastavnik.people.records import Mentee, Mentor, Pupil
    >>> from nastavnik.rules.evaluation import judge
    >>> rule = AskedValue(field="gender", asked_by="gender of the mentor")
    >>> ada = Mentor(Pupil("ada", extra={"gender": "f"}))
    >>> judge(rule, ada, Mentee(Pupil("vera", extra={"gender of the mentor": "m"}))).holds
    False
    """

    id: str = "asked-value"
    sentence: Text = Text(
        en="The mentor has in «{field}» what the mentee asks for in «{asked_by}».",
        ru="В поле «{field}» у наставника указано то, о чём наставляемый просит в поле «{asked_by}».",
    )
    failure: Failure | None = failures.ASKED_VALUE
    source: Source = local("a field of the organisation's own tables")
    field: str = attrs.field(validator=_a_field)
    asked_by: str = attrs.field(validator=_a_field)

    def holds(self, mentor: Any, mentee: Any) -> Any:
        wish = extra(mentee.person, self.asked_by)
        return implies(known(wish), extra(mentor.person, self.field) == wish)


@frozen(kw_only=True)
class DifferentValue(Requirement):
    """The two differ in a field of one's own: not of one class, not of one team. Source: own decision.

    Who has nothing in the field belongs to no class or team, so the pair passes unless ``unknown`` says otherwise.

    Args:
        field: name of the field that is to differ.

    >>> from nastavnik.people.records import Mentee, Mentor, Pupil
    >>> from nastavnik.rules.evaluation import judge
    >>> rule = DifferentValue(field="team")
    >>> ada, vera = Mentor(Pupil("ada", extra={"team": "Red"})), Mentee(Pupil("vera", extra={"team": "red"}))
    >>> judge(rule, ada, vera).holds
    False
    """

    id: str = "different-value"
    sentence: Text = Text(
        en="The two differ in «{field}».",
        ru="В поле «{field}» у наставника и наставляемого указано разное.",
    )
    failure: Failure | None = failures.DIFFERENT_VALUE
    source: Source = local("a field of the organisation's own tables")
    unknown: Unknown = Unknown.PASSES
    field: str = attrs.field(validator=_a_field)

    def holds(self, mentor: Any, mentee: Any) -> Any:
        return extra(mentor.person, self.field) != extra(mentee.person, self.field)


@frozen(kw_only=True)
class NotLastYear(Requirement):
    """The two were no pair last year. Source: own decision.

    A column of the mentees' table holds the ids of the mentors whom they had, or one of the mentors' table the ids of
    their mentees, or both; several ids stand between commas. An empty cell means that there was nobody.

    Args:
        mentors_in: name of the field of the mentee that holds ids of mentors; empty where there is none.
        mentees_in: name of the field of the mentor that holds ids of mentees; empty where there is none.

    Raises:
        RuleError: when neither is named.

    >>> from nastavnik.people.records import Mentee, Mentor, Pupil
    >>> from nastavnik.rules.evaluation import judge
    >>> rule = NotLastYear(mentors_in="last mentor")
    >>> judge(rule, Mentor(Pupil("t03")), Mentee(Pupil("vera", extra={"last mentor": "t03, t05"}))).holds
    False
    """

    id: str = "not-last-year"
    sentence: Text = Text(
        en="The two were no pair last year.",
        ru="В прошлом году эти двое не были парой.",
    )
    failure: Failure | None = failures.NOT_LAST_YEAR
    source: Source = local("a field of the organisation's own tables")
    mentors_in: str = attrs.field(default="", validator=_a_field_or_none)
    mentees_in: str = attrs.field(default="", validator=_a_field_or_none)

    def __attrs_post_init__(self) -> None:
        """Check that there is a field to look at."""
        super().__attrs_post_init__()
        if self.mentors_in == self.mentees_in == "":
            raise RuleError(f"rule {self.id!r}: name the field in mentors_in or in mentees_in")

    def holds(self, mentor: Any, mentee: Any) -> Any:
        kept = True
        if self.mentors_in != "":
            had = extra_ids(mentee.person, self.mentors_in)
            kept = kept & no(known(had) & names(had, mentor))
        if self.mentees_in != "":
            had = extra_ids(mentor.person, self.mentees_in)
            kept = kept & no(known(had) & names(had, mentee))
        return kept
