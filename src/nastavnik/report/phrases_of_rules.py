"""Phrases of the list of rules, in both languages."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from nastavnik.basics.texts import Text

__all__ = ["OF_RULES_IN_FORCE"]

OF_RULES_IN_FORCE: Final[Mapping[str, Text]] = MappingProxyType(
    {
        "rules-of": Text(
            en="Rules in force: {methodology}", ru="Действующие правила: {methodology}"
        ),
        "rules-unknown": Text(
            en="Where a rule needs a fact that nobody knows, the pair is refused, unless the rule says otherwise.",
            ru="Если для правила не хватает сведений, пара не допускается (кроме правил, где сказано иное).",
        ),
        "rules-everywhere": Text(en="In every form", ru="Во всех формах"),
        "rules-of-form": Text(en="Form «{form}»", ru="Форма «{form}»"),
        "rules-of-role-model": Text(
            en="Role model «{role_model}» ({id})", ru="Ролевая модель «{role_model}» ({id})"
        ),
        "rules-required": Text(en="Required of every pair:", ru="Обязательно для каждой пары:"),
        "rules-preferred": Text(
            en="Preferred; gives points:", ru="Желательно; за это начисляются баллы:"
        ),
        "rules-as-in-form": Text(
            en="No rules besides those of the form.", ru="Других правил, кроме правил формы, нет."
        ),
        "rule-sets": Text(en="{name} = {value}", ru="{name} = {value}"),
        "rule-weight": Text(
            en="weight = {weight}: up to {most:point}",
            ru="вес (weight) = {weight}: до {most:point}",
        ),
        "rule-passes": Text(
            en="passes where nothing is known", ru="если сведений нет, пара допускается"
        ),
        "rule-binding": Text(
            en="nobody can set it aside, not even by a lock",
            ru="отступить нельзя, даже если пара закреплена",
        ),
        "rule-source": Text(en="source: {source}", ru="основание: {source}"),
        "rule-changed": Text(en="changed by you", ru="изменено вами"),
        "rule-taken-in": Text(en="taken in by you", ru="добавлено вами"),
        "rules-taken-out": Text(en="Taken out by you: {rules}.", ru="Вы убрали: {rules}."),
        "rules-reading": Text(
            en="Reading: {title}. {purpose}", ru="Толкование: {title}. {purpose}"
        ),
        "rules-categories-or-newcomers": Text(
            en="Mentees: {categories}, and newcomers of any category; source: {source}.",
            ru="Наставляемые: {categories} и новенькие любой категории; основание: {source}.",
        ),
        "rules-categories": Text(
            en="Mentees: {categories}; source: {source}.",
            ru="Наставляемые: {categories}; основание: {source}.",
        ),
        "rules-every-category": Text(
            en="Mentees of every category.", ru="Наставляемые любой категории."
        ),
    }
)
"""Phrases by key."""
