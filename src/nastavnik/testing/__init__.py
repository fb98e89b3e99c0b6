"""For the tests of what is built on the library: ``strategies`` of its values, and checks for rules of one's own.

The whole property test of a rule of one's own, with the extra ``hypothesis``:

    from hypothesis import given
    from nastavnik.testing import check_rule
    from nastavnik.testing.strategies import cohorts
    from our_school.rules import SharedInterest

    @given(cohort=cohorts())
    def test_shared_interest_is_a_sound_rule(cohort):
        check_rule(SharedInterest(), cohort)

``registration`` tells Hypothesis of the strategies, so that ``st.from_type(Mentee)`` works without naming any.
``check_rule`` is loaded when it is first asked for, since NumPy comes with it.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from nastavnik.testing.rule_checks import check_rule

__all__ = ["check_rule"]


def __getattr__(name: str) -> Any:
    """Load the checks when they are first asked for."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from nastavnik.testing.rule_checks import check_rule  # noqa: PLC0415 - loads NumPy

    return check_rule
