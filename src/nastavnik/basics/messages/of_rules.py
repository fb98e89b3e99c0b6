"""What can be wrong with changes of the rules, wherever they are said: in a file, in options, in a plan."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from nastavnik.basics.texts import Text

__all__ = ["OF_RULES"]

OF_RULES: Final[Mapping[str, Text]] = MappingProxyType(
    {
        "set-and-taken-out": Text(
            en="{value} is taken out and given other values as well; keep one of the two",
            ru="правило {value} и убирается, и получает другие значения; оставьте что-то одно",
        ),
        "no-such-parameter": Text(
            en="{value} is nothing that can be set; what can: {known}",
            ru="{value} у этого правила изменить нельзя; можно изменить: {known}",
        ),
        "parameter-of-kind": Text(
            en="{value} does not fit here; needed: {kind}", ru="{value} не подходит; нужно: {kind}"
        ),
        "value-not-taken": Text(
            en="{value}: the rule does not take this; give another value",
            ru="{value}: такого значения правило не принимает; укажите другое",
        ),
        "no-such-form": Text(
            en="the methodology has no form {value}; known: {known}",
            ru="в методологии нет формы {value}; есть такие: {known}",
        ),
        "no-such-role-model": Text(
            en="the form has no role model {value}; known: {known}",
            ru="в этой форме нет ролевой модели {value}; есть такие: {known}",
        ),
        "no-such-reading": Text(
            en="the methodology has no reading {value}; known: {known}",
            ru="прочтения {value} у методологии нет; есть такие: {known}",
        ),
        "no-such-category": Text(
            en="the form has no mentee category {value}; known: {known}",
            ru="в этой форме нет категории наставляемых {value}; есть такие: {known}",
        ),
        "role-model-without-form": Text(
            en="{value} is named without its form; add the form",
            ru="ролевая модель {value} названа без формы; укажите и форму",
        ),
        "no-ready-rule": Text(
            en="there is no ready rule {value}; known: {known}",
            ru="готового правила {value} нет; есть такие: {known}",
        ),
        "parameter-needed": Text(
            en="{rule} needs {value} as well; add it",
            ru="правилу {rule} не хватает параметра {value}; добавьте его",
        ),
        "parameters-needed": Text(
            en="{value} needs one of these at least: {known}",
            ru="правилу {value} нужен хотя бы один из параметров: {known}",
        ),
        "not-a-rule-id": Text(
            en="{value} is no id of a rule; write small Latin letters, digits and hyphens, such as same-gender",
            ru="{value} – не код правила; в нём могут быть только строчные латинские буквы, цифры и дефисы, "
            "например same-gender",
        ),
        "not-a-sentence": Text(
            en="in {value} something stands in braces that the rule does not have; it has: {known}",
            ru="в тексте {value} в фигурных скобках назван параметр, которого у правила нет; есть такие: {known}",
        ),
        "rule-there": Text(
            en="there is a rule {value} already; give the new one an id of its own, or take the other one out",
            ru="правило {value} уже есть; дайте новому другой код (id) или уберите прежнее",
        ),
        "no-such-extra": Text(
            en="the rule {rule} looks at the field {value}, and no {role} of this round has it; the fields there are: "
            "{known}; add the column, correct its name in the rules, or take the rule out",
            ru="правилу {rule} нужно поле {value}, а его нет ни у одного {role}; есть поля: {known}; добавьте "
            "столбец, исправьте название в правилах или уберите правило",
        ),
        # The file of rules.
        "unknown-part": Text(
            en="{value} is not known here; what can stand here: {known}",
            ru="{value} здесь не подходит; можно указать: {known}",
        ),
        "not-a-parameter": Text(
            en="{value} is set without its rule or without its parameter; write both, such as {known}",
            ru="у {value} не указано правило или его параметр; пишите и то и другое, например {known}",
        ),
        "part-needed": Text(
            en="{value} is missing; add it", ru="здесь нужно указать ещё и {value}"
        ),
        "part-of-kind": Text(
            en="what stands here does not fit; needed: {kind}",
            ru="то, что здесь стоит, не подходит; нужно: {kind}",
        ),
        # Cases: two people, and what is expected of them.
        "no-such-requirement": Text(
            en="no requirement of the methodology has the id {value}; «nastavnik rules» shows all of them",
            ru="в методологии нет требования с кодом {value}; все требования покажет команда «nastavnik rules»",
        ),
        "no-form-so-called": Text(
            en="no form of the methodology is called {value}; correct or remove it",
            ru="в методологии нет формы {value}; исправьте название или уберите его",
        ),
        "no-role-model-so-called": Text(
            en="no role model of the methodology is called {value}; correct or remove it",
            ru="в методологии нет ролевой модели {value}; исправьте название или уберите его",
        ),
        "fails-and-pairs": Text(
            en="a pair is expected, and requirements that fail; leave one of the two out",
            ru="ожидается и пара, и невыполненные требования; оставьте что-то одно",
        ),
        "points-of-no-pair": Text(
            en="points are expected where no pair is; leave them out",
            ru="пары не ожидается, а баллы указаны; уберите их",
        ),
        # Rules that a plan was made by.
        "rules-of-the-plan": Text(
            en="the plan was made by other rules than this asks for, and keeps them itself; leave the option out",
            ru="план составлен по другим правилам и сам их хранит; уберите этот параметр",
        ),
    }
)
"""One sentence per code of ``Fault``."""
