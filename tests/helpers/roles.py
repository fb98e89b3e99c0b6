"""Two people in the roles in which rules look at them."""

from nastavnik.people import Mentee, Mentor, Person


def in_roles(mentor: Mentor | Person, mentee: Mentee | Person) -> tuple[Mentor, Mentee]:
    """Return the two in their roles; of who is only a person nothing further is known."""
    return (
        Mentor(mentor) if isinstance(mentor, Person) else mentor,
        Mentee(mentee) if isinstance(mentee, Person) else mentee,
    )
