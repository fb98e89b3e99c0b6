"""Every phrase of the reports, in both languages.

A number in a sentence names its noun behind a colon, ``{places:place}``, and takes the form that goes with it; see
``plurals``. In headings and labels numbers stand apart.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from nastavnik.basics.texts import Text
from nastavnik.report.phrases_for_participants import FOR_PARTICIPANTS
from nastavnik.report.phrases_of_cases import OF_CASES
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
        "by": Text(en="Asked for by", ru="По чьей просьбе"),
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
        "count-inadmissible": Text(en="no mentor suits", ru="никто не подходит"),
        "count-crowded": Text(en="places ran out", ru="не хватило мест"),
        "count-mentors": Text(en="Mentors", ru="Наставников"),
        "count-idle": Text(en="with all places free", ru="без наставляемых"),
        "count-places": Text(en="Places", ru="Мест"),
        "count-free": Text(en="free", ru="свободно"),
        "count-locked": Text(en="locked by the coordinator", ru="закреплены куратором"),
        "count-groups": Text(en="Groups of two or more", ru="Групп из двух и более наставляемых"),
        "total": Text(en="Total score", ru="Общая сумма баллов"),
        "methodology": Text(en="Methodology", ru="Методология"),
        "seed": Text(en="Seed of the lottery", ru="Номер жеребьёвки"),
        "version": Text(en="Version of nastavnik", ru="Версия nastavnik"),
        "people-digest": Text(en="Digest of the people", ru="Контрольный код участников"),
        "rules-digest": Text(en="Digest of the rules", ru="Контрольный код правил"),
        "proven": Text(
            en="Proven: no plan under these rules gives more mentees a mentor, and none that gives as many has a "
            "higher total score.",
            ru="Доказано: по этим правилам дать наставника большему числу наставляемых нельзя, а при таком же "
            "числе нельзя набрать больше баллов.",
        ),
        # One person.
        "paired-with": Text(
            en="{mentee} is paired with mentor {mentor}.", ru="{mentee}: наставник – {mentor}."
        ),
        "is-form": Text(
            en="Form: {form}. Role model: {role_model}.",
            ru="Форма: {form}. Ролевая модель: {role_model}.",
        ),
        "score-is": Text(
            en="Score: {score:point}, for",
            ru="Всего {score:point}. За что:",
        ),
        "points-line": Text(
            en="{giving} – {sum:point} ({points} × {weight})",
            ru="{giving} – {sum:point} ({points} × {weight})",
        ),
        "no-points": Text(
            en="no preference gave points",
            ru="ни одно из желательных условий баллов не дало",
        ),
        "is-locked": Text(en="The coordinator has locked this pair.", ru="Пару закрепил куратор."),
        "overrides": Text(
            en="Allowed in spite of this: {failing}",
            ru="Допущено, хотя {failing}.",
        ),
        "has-no-mentor": Text(en="{mentee} has no mentor.", ru="{mentee}: наставника нет."),
        "no-position": Text(
            en="No form of mentoring is meant for a mentee of this position and the mentors of this round.",
            ru="Среди участников нет наставников, которые могут заниматься с наставляемыми этой позиции.",
        ),
        "none-admissible": Text(
            en="Looked at: {considered:mentor}. Nobody suits, and this is why:",
            ru="Рассмотрено: {considered:mentor}. Никто не подходит, и вот почему:",
        ),
        "decisive": Text(
            en="{failing}. So nobody suits.",
            ru="{failing}. Поэтому не подходит никто.",
        ),
        "were-it-so": Text(
            en="If this is mended, {alone:mentor-will-suit}.",
            ru="Если это перестанет мешать, {alone:mentor-will-suit}.",
        ),
        "not-enough": Text(
            en="But it is not all that is in the way.",
            ru="Но мешает не только это.",
        ),
        "obstacle": Text(
            en="{failing} – {failed:mentor} in all; nothing else is in the way with {alone} of them.",
            ru="{failing} – всего {failed:mentor}; {alone} из них больше ничего не мешает.",
        ),
        "obstacle-all": Text(
            en="{failing} – {failed:mentor} in all; nothing else is in the way.",
            ru="{failing} – всего {failed:mentor}; больше ничего не мешает.",
        ),
        "unknown-too": Text(
            en="Not known with {unknown} of them.",
            ru="У {unknown} из этих наставников просто нет сведений об этом.",
        ),
        "obstacles-besides": Text(
            en="Besides, together with other causes: {list}.",
            ru="Вместе с другими причинами мешает и это: {list}.",
        ),
        "obstacles-together": Text(
            en="Several things at once are in the way with each mentor: {list}.",
            ru="Каждый из наставников не подходит сразу по нескольким причинам: {list}.",
        ),
        "besides": Text(
            en="{failing} ({failed:mentor})",
            ru="{failing} – {failed:mentor}",
        ),
        "elsewhere": Text(
            en="{failing}; nothing else is in the way. What is stated for such mentors:",
            ru="{failing}; больше ничего не мешает. Что указано у таких наставников:",
        ),
        "elsewhere-crowd": Text(
            en="{failing}; but for this, other mentors could take some of these mentees. What is stated for them:",
            ru="{failing}; если бы не это, кого-то из этих наставляемых могли бы взять и другие наставники. Что "
            "указано у таких наставников:",
        ),
        "elsewhere-one": Text(
            en="{count:mentor} with «{value}».",
            ru="У {count:mentor-of} указано «{value}».",
        ),
        "elsewhere-unstated": Text(
            en="{count:mentor} who have not stated it: ask, and fill it in.",
            ru="У {count:mentor-of} это не указано: уточните и впишите.",
        ),
        "elsewhere-alike": Text(
            en="That is probably another spelling of the same; if so, write it in one way.",
            ru="Похоже, это то же самое, написанное иначе; если так, пишите одинаково.",
        ),
        "elsewhere-besides": Text(
            en="{count:mentor} with other values.",
            ru="У {count:mentor-of} указано другое.",
        ),
        "places-ran-out": Text(
            en="The places ran out. Only the mentors named below suit this mentee, and all their places are taken.",
            ru="Не хватило мест. Подходят только наставники, названные ниже, и все места у них заняты.",
        ),
        "only-mentors": Text(
            en="{count:mentor} ({places:place}): {ids}.",
            ru="{count:mentor} ({places:place}): {ids}.",
        ),
        "held-by": Text(
            en="These mentees have the places, and no other mentor suits them either ({count}): {ids}.",
            ru="На этих местах – наставляемые, которым другие наставники тоже не подходят ({count}): {ids}.",
        ),
        "one-fewer": Text(
            en="If any one of them needed no place, there would be one for this mentee.",
            ru="Если хотя бы одному из них место не понадобится, его сможет занять этот наставляемый.",
        ),
        "locked-places": Text(
            en="Taken by locked pairs: {locked:place}.",
            ru="Закреплёнными парами занято: {locked:place}.",
        ),
        "and-more": Text(en="and more: {count}", ru="ещё {count}"),
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
        **OF_CASES,
    }
)
"""All phrases by key."""
