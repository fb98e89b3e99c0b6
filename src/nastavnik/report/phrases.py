"""Every phrase of the reports, in both languages.

A number in a sentence names its noun behind a colon, ``{places:place}``, and takes the form that goes with it; see
``plurals``. In headings and labels numbers stand apart.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from nastavnik.basics.texts import Text
from nastavnik.report.phrases_for_participants import FOR_PARTICIPANTS
from nastavnik.report.phrases_of_evidence import OF_EVIDENCE
from nastavnik.report.phrases_of_letters import OF_LETTERS
from nastavnik.report.phrases_of_rules import OF_RULES_IN_FORCE
from nastavnik.report.phrases_of_sheets import OF_SHEETS
from nastavnik.report.phrases_of_statements import OF_STATEMENTS

__all__ = ["EVERY_PHRASE", "PHRASES"]

PHRASES: Final[Mapping[str, Text]] = MappingProxyType(
    {
        # Sheets and headings.
        "pairs": Text(en="Pairs", ru="Пары"),
        "groups": Text(en="Groups", ru="Группы"),
        "demands": Text(en="Locks and bans", ru="Закрепления и запреты"),
        "demand": Text(en="Demand", ru="Требование"),
        "lock": Text(en="lock", ru="закрепление"),
        "ban": Text(en="ban", ru="запрет"),
        "by": Text(en="Asked for by", ru="Кто потребовал"),
        "why": Text(en="Why", ru="Почему"),
        "overridden": Text(en="Rules not kept", ru="Отступления от правил"),
        "unmatched": Text(en="Unmatched", ru="Без наставника"),
        "summary": Text(en="Summary", ru="Итоги"),
        "mentor": Text(en="Mentor", ru="Наставник"),
        "mentor-name": Text(en="Mentor's name", ru="ФИО наставника"),
        "mentee": Text(en="Mentee", ru="Наставляемый"),
        "mentee-name": Text(en="Mentee's name", ru="ФИО наставляемого"),
        "form": Text(en="Form", ru="Форма"),
        "role-model": Text(en="Role model", ru="Ролевая модель"),
        "score": Text(en="Score", ru="Сумма баллов"),
        "size": Text(en="Size", ru="Размер"),
        "reason": Text(en="Reason", ru="Причина"),
        "what": Text(en="What", ru="Показатель"),
        "value": Text(en="Value", ru="Значение"),
        # The summary.
        "count-mentees": Text(en="Mentees", ru="Наставляемых"),
        "count-matched": Text(en="with a mentor", ru="с наставником"),
        "count-unmatched": Text(en="without a mentor", ru="без наставника"),
        "count-inadmissible": Text(en="no mentor may be paired with them", ru="никто не подходит"),
        "count-crowded": Text(en="places ran out", ru="не хватило мест"),
        "count-mentors": Text(en="Mentors", ru="Наставников"),
        "count-idle": Text(en="with all places free", ru="никого не получили"),
        "count-places": Text(en="Places", ru="Мест"),
        "count-free": Text(en="free", ru="свободно"),
        "count-locked": Text(en="locked by the coordinator", ru="закреплены куратором"),
        "count-groups": Text(en="Groups of two or more", ru="Групп от двух наставляемых"),
        "total": Text(en="Total score", ru="Общая сумма баллов"),
        "methodology": Text(en="Methodology", ru="Методология"),
        "seed": Text(en="Seed of the lottery", ru="Номер жеребьёвки"),
        "version": Text(en="Version of nastavnik", ru="Версия nastavnik"),
        "people-digest": Text(en="Digest of the people", ru="Отпечаток данных участников"),
        "rules-digest": Text(en="Digest of the rules", ru="Отпечаток правил"),
        "proven": Text(
            en="Proven: no plan under these rules gives more mentees a mentor, and none that gives as many "
            "has a higher total score.",
            ru="Доказано: никакой план по этим правилам не даёт наставника большему числу наставляемых, а среди "
            "дающих столько же ни у одного нет большей суммы баллов.",
        ),
        # One person.
        "paired-with": Text(
            en="{mentee} is paired with mentor {mentor}.", ru="{mentee}: наставник – {mentor}."
        ),
        "is-form": Text(
            en="Form: {form}. Role model: {role_model}.",
            ru="Форма: {form}. Ролевая модель: {role_model}.",
        ),
        "score-is": Text(en="Score: {score:point}, from", ru="Сумма баллов: {score:point}, из них"),
        "points-line": Text(
            en="{sum:point} ({points} × weight {weight}). {sentence}",
            ru="{sum:point} ({points} × вес {weight}). {sentence}",
        ),
        "no-points": Text(en="no preference gave points", ru="ни одно предпочтение баллов не дало"),
        "is-locked": Text(en="The coordinator has locked this pair.", ru="Пару закрепил куратор."),
        "overrides": Text(en="In spite of: {sentence}", ru="С отступлением от правила: {sentence}"),
        "has-no-mentor": Text(en="{mentee} has no mentor.", ru="{mentee}: наставника нет."),
        "no-position": Text(
            en="No form joins a mentor of this round with a mentee of this position.",
            ru="Ни одна форма не связывает наставников этого набора с такой позицией наставляемого.",
        ),
        "none-admissible": Text(
            en="No mentor may be paired with this mentee. Looked at: {considered:mentor}. What stood in the way:",
            ru="Ни одного наставника назначить нельзя. Рассмотрено: {considered:mentor}. Что помешало:",
        ),
        "decisive": Text(
            en="{sentence} Not so, whoever the mentor is.",
            ru="{sentence} Не выполнено, кто бы ни был наставником.",
        ),
        "were-it-so": Text(
            en="Were it so, {alone:mentor-will-suit}.",
            ru="Если это исправить, {alone:mentor-will-suit}.",
        ),
        "not-enough": Text(
            en="Mending this alone would not be enough.",
            ru="Исправить только это будет недостаточно.",
        ),
        "obstacle": Text(
            en="{sentence} Not so with: {failed:mentor}; the only obstacle with: {alone:mentor}.",
            ru="{sentence} Не выполнено для {failed:mentor-of}; для {alone:mentor-of} это единственное препятствие.",
        ),
        "unknown-too": Text(
            en="Not known with: {unknown:mentor}.", ru="Нет сведений для {unknown:mentor-of}."
        ),
        "unknown-mentee": Text(en="The fact is not known.", ru="Сведений об этом нет."),
        "obstacles-besides": Text(
            en="Besides, never alone: {list}.", ru="Кроме того, не выполнено: {list}."
        ),
        "besides": Text(en="{sentence} ({failed:mentor})", ru="{sentence} ({failed:mentor})"),
        "elsewhere": Text(
            en="{sentences} This alone stands in the way, besides:",
            ru="{sentences} Только это мешает, помимо названных:",
        ),
        "elsewhere-crowd": Text(
            en="{sentences} But for this, some of them could be placed elsewhere:",
            ru="{sentences} Если бы не это, кому-то из них подошли бы и другие:",
        ),
        "elsewhere-one": Text(
            en="{count:mentor} with «{value}».", ru="у {count:mentor-of} указано «{value}»."
        ),
        "elsewhere-unstated": Text(
            en="{count:mentor} who have not stated it: ask, and fill it in.",
            ru="у {count:mentor-of} это не указано: уточните и впишите.",
        ),
        "elsewhere-alike": Text(
            en="That is probably another spelling of the same; if so, write it in one way.",
            ru="Похоже, это то же самое, написанное иначе; если так, пишите одинаково.",
        ),
        "elsewhere-besides": Text(
            en="{count:mentor} with other values.", ru="у {count:mentor-of} указано другое."
        ),
        "places-ran-out": Text(
            en="The places ran out. Only mentors named below can be given to this mentee, and all their places "
            "are taken.",
            ru="Не хватило мест. Подходят только наставники из названных ниже, и все места у них заняты.",
        ),
        "only-mentors": Text(
            en="{count:mentor} ({places:place}): {ids}.",
            ru="{count:mentor} ({places:place}): {ids}.",
        ),
        "held-by": Text(
            en="Mentees on these places, who can be given no other mentor either ({count}): {ids}.",
            ru="Наставляемые на этих местах, которым другие наставники тоже не подходят ({count}): {ids}.",
        ),
        "one-fewer": Text(
            en="If any one of them needed no place, there would be one for this mentee.",
            ru="Если хотя бы одному из них место не понадобится, найдётся место и для этого наставляемого.",
        ),
        "locked-places": Text(
            en="Taken by locked pairs: {locked:place}.",
            ru="Занято закреплёнными парами: {locked:place}.",
        ),
        "and-more": Text(en="and more: {count}", ru="и ещё: {count}"),
        "mentor-places": Text(
            en="Mentor {mentor}: {places:place}, free: {free}.",
            ru="Наставник {mentor}: {places:place}, свободно: {free}.",
        ),
        "mentor-mentee": Text(
            en="{mentee}: {form}, {role_model}, {score:point}.",
            ru="{mentee}: {form}, {role_model}, {score:point}.",
        ),
    }
)
"""Headings, labels, and what is said of one person; placeholders in braces."""

EVERY_PHRASE: Final[Mapping[str, Text]] = MappingProxyType(
    {
        **PHRASES,
        **OF_EVIDENCE,
        **OF_SHEETS,
        **OF_STATEMENTS,
        **FOR_PARTICIPANTS,
        **OF_LETTERS,
        **OF_RULES_IN_FORCE,
    }
)
"""All phrases by key."""
