"""Three ways to understand which mentee categories a role model serves.

The founding text binds the role models of pupil–pupil to categories (S9, S11); what is recalled of the official
recommendations does not. S11 says what the active may get, and not that the passive may not. Which reading holds is
for a school to choose; what each of them does is told in ``docs/explanation/readings.md``.
"""

from collections.abc import Iterable
from typing import Final

from nastavnik.basics.sources import founding, inferred, recalled
from nastavnik.basics.texts import Text
from nastavnik.methodology.changes import Binding, Reading, RuleChanges
from nastavnik.methodology.forms import MentoringForm
from nastavnik.methodology.target_model.pupil_pupil import LEADER_PASSIVE, PASSIVE, PUPIL_PUPIL

__all__ = ["readings_of"]

_WIDENED: Final = inferred(
    "S8", "S11", note="S11 says what the active may get, not that the passive may not"
)


def readings_of(forms: Iterable[MentoringForm]) -> tuple[Reading, ...]:
    """Return the three readings of some forms as they are bound by the text, the default first.

    Args:
        forms: among them pupil–pupil.

    >>> founding, widened, unbound = readings_of([PUPIL_PUPIL])
    >>> [sorted(one.categories) for one in widened.changes.bindings]
    [['passive'], ['active'], ['active', 'passive']]
    """
    bound = [
        Binding(
            form=form.id,
            role_model=one.id,
            categories=one.categories,
            source=one.binding_source or one.source,
        )
        for form in forms
        for one in form.role_models
        if one.categories
    ]
    wider = Binding(
        form=PUPIL_PUPIL.id,
        role_model=LEADER_PASSIVE.id,
        categories=LEADER_PASSIVE.categories | {PASSIVE.id},
        source=_WIDENED,
    )
    widened = [wider if one.role_model == wider.role_model else one for one in bound]
    free = [Binding(form=one.form, role_model=one.role_model, categories=()) for one in bound]
    return (
        Reading(
            "founding",
            title=Text(en="as the founding text binds", ru="по исходному тексту"),
            purpose=Text(
                en="Each category gets only the role models that the founding text names for it.",
                ru="Каждой категории подходят только те ролевые модели, которые названы для неё в исходном тексте.",
            ),
            source=founding("S9", "S11"),
            changes=RuleChanges(bindings=bound),
        ),
        Reading(
            "widened",
            title=Text(en="widened", ru="расширенно"),
            purpose=Text(
                en='The role model "leader – passive" is for passive pupils too, as its name says.',
                ru="Ролевая модель «лидер – пассивный» подходит и пассивным ученикам, как следует из её названия.",
            ),
            source=_WIDENED,
            changes=RuleChanges(bindings=widened),
        ),
        Reading(
            "unbound",
            title=Text(en="without binding", ru="без привязки к категориям"),
            purpose=Text(
                en="Every role model serves every category: it is chosen by need and by who is there to help.",
                ru="Любая ролевая модель подходит наставляемым любой категории: "
                "выбирают по тому, какая помощь нужна и кто может её оказать.",
            ),
            source=recalled("«МР-42/02» ties no role model to a category"),
            changes=RuleChanges(bindings=free),
        ),
    )
