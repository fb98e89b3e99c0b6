"""How a locked pair can be formed: in every form and role model that joins the two, and what that breaks."""

from collections.abc import Iterator, Mapping

from attrs import frozen

from nastavnik.matching.candidates import Option
from nastavnik.methodology.model import Methodology
from nastavnik.people.records import Mentee, Mentor
from nastavnik.rules.verdict import judge, points_of

__all__ = ["Way", "ways_of"]


@frozen
class Way:
    """How a locked pair is formed.

    Args:
        option: form and role model.
        broken: ids of the requirements that the pair breaks, ascending.
        points: of each preference, by id.
        score: sum of the weighted points.
    """

    option: Option
    broken: tuple[str, ...]
    points: Mapping[str, int]
    score: int


def ways_of(methodology: Methodology, mentor: Mentor, mentee: Mentee) -> Iterator[Way]:
    """Yield every way in which the two can be paired, among equal ones the one with more requirements first.

    Args:
        methodology: the rules.
        mentor: the one.
        mentee: the other; a pair whose positions no form joins has no way.
    """
    options = [
        Option(form, role_model)
        for form, role_model in methodology.ways
        if form.mentor_position is mentor.person.position
        and form.mentee_position is mentee.person.position
    ]
    asked = {
        option: methodology.requirements_of(option.form, option.role_model) for option in options
    }
    for option in sorted(options, key=lambda option: -len(asked[option])):
        broken = {rule.id for rule in asked[option] if not judge(rule, mentor, mentee).holds}
        preferences = methodology.preferences_of(option.form, option.role_model)
        points = {rule.id: points_of(rule, mentor, mentee) for rule in preferences}
        score = sum(rule.weight * points[rule.id] for rule in preferences)
        yield Way(option, tuple(sorted(broken)), points, score)
