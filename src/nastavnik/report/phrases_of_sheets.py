"""What stands on the printed sheets of ``plan.xlsx``, in both languages: headings, short causes and remedies."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from nastavnik.basics.texts import Text

__all__ = ["OF_SHEETS"]

OF_SHEETS: Final[Mapping[str, Text]] = MappingProxyType(
    {
        # Names of the sheets.
        "sheet-plan": Text(en="Plan", ru="План"),
        "sheet-classes": Text(en="By class", ru="По классам"),
        "sheet-free": Text(en="Free places", ru="Свободные места"),
        "sheet-scores": Text(en="Scores", ru="Баллы"),
        "sheet-reasons": Text(en="Reasons in detail", ru="Причины подробно"),
        "sheet-people": Text(en="People", ru="Участники"),
        # What each is for.
        "for-pairs": Text(en="who works with whom, and when", ru="кто с кем занимается и когда"),
        "for-classes": Text(
            en="lists by class: cut the sheet apart, and hand it to class teachers",
            ru="списки по классам: лист можно разрезать и раздать классным руководителям",
        ),
        "for-groups": Text(
            en="mentors with two mentees or more", ru="наставники с двумя и более наставляемыми"
        ),
        "for-unmatched": Text(
            en="why somebody has no mentor yet, and what would help",
            ru="почему наставника пока нет и что поможет",
        ),
        "for-free": Text(
            en="mentors who can take more, and why nobody came", ru="у кого остались места и почему"
        ),
        "for-demands": Text(
            en="what the coordinator asked for", ru="что закрепил и что запретил куратор"
        ),
        "for-scores": Text(en="what speaks for each pair", ru="что говорит в пользу каждой пары"),
        "for-reasons": Text(
            en="all causes, each with the number of mentors",
            ru="все причины и число наставников по каждой",
        ),
        "for-people": Text(
            en="everybody with the id, for questions to nastavnik",
            ru="участники и их коды – для команды nastavnik explain",
        ),
        # The first sheet and what is printed on every page.
        "title": Text(en="Mentoring plan", ru="План наставничества"),
        "and-others": Text(en="{list} and {more} more", ru="{list} и ещё {more}"),
        "page": Text(en="Page {page} of {pages}", ru="Страница {page} из {pages}"),
        "counts": Text(en="In figures", ru="Итоги"),
        "made": Text(en="How it was made", ru="Как составлен план"),
        "sheets": Text(en="On the sheets", ru="Что на листах"),
        "proof": Text(en="Proven", ru="Доказано"),
        "proof-is": Text(
            en="No plan under these rules gives more mentees a mentor, and none that gives as many has a higher "
            "total score. Anybody can check it: nastavnik verify.",
            ru="По этим правилам дать наставника большему числу наставляемых нельзя, а при таком же числе нельзя "
            "набрать больше баллов. Проверить может каждый: nastavnik verify.",
        ),
        # Headings.
        "class": Text(en="Class", ru="Класс"),
        "mentor-class": Text(en="Mentor's class", ru="Класс наставника"),
        "mentee-class": Text(en="Mentee's class", ru="Класс наставляемого"),
        "subjects": Text(en="Subjects", ru="Предметы"),
        "time-column": Text(en="Common time", ru="Общее время"),
        "about-mentor": Text(en="About the mentor", ru="О наставнике"),
        "about-mentee": Text(en="About the mentee", ru="О наставляемом"),
        "ids": Text(en="IDs", ru="Коды"),
        "id": Text(en="ID", ru="Код"),
        "name": Text(en="Name", ru="ФИО"),
        "organisation": Text(en="School", ru="Организация"),
        "role": Text(en="Role", ru="Роль"),
        "with-whom": Text(en="With whom", ru="С кем"),
        "when": Text(en="When", ru="Когда"),
        "notes": Text(en="Notes", ru="Заметки"),
        "mentees": Text(en="Mentees", ru="Наставляемые"),
        "cause": Text(en="Why", ru="Почему"),
        "cure": Text(en="What would help", ru="Что поможет"),
        "why-free": Text(en="Why places are free", ru="Почему есть свободные места"),
        "places": Text(en="Places", ru="Мест"),
        "taken": Text(en="Taken", ru="Занято"),
        "free": Text(en="Free", ru="Свободно"),
        "made-of": Text(en="What the score is made of", ru="Из чего складываются баллы"),
        # Cells.
        "points-short": Text(
            en="{giving} – {sum:point}",
            ru="{giving} – {sum:point}",
        ),
        "grade": Text(en="Grade {grade}", ru="{grade} класс"),
        "no-class": Text(en="Class not stated", ru="Класс не указан"),
        "several-student": Text(en="Students", ru="Студенты"),
        "several-teacher": Text(en="Teachers", ru="Педагоги"),
        "several-professional": Text(
            en="Employers",
            ru="Представители работодателей",
        ),
        "is-mentor": Text(en="mentor", ru="наставник"),
        "is-mentee": Text(en="mentee", ru="наставляемый"),
        "no-mentor-yet": Text(en="no mentor yet", ru="наставника пока нет"),
        "no-mentee-yet": Text(en="no mentee yet", ru="наставляемого пока нет"),
        "time-unknown": Text(en="not stated", ru="время не указано"),
        "no-common-time": Text(en="none in common", ru="общего времени нет"),
        "nobody-here": Text(en="nobody", ru="ни с кем"),
        # Short causes and remedies.
        "and-causes": Text(
            en="{cause}; other causes: {more}",
            ru="{cause}; других причин: {more}",
        ),
        "several-causes": Text(
            en="Several causes; mostly: {cause}", ru="Причин несколько, чаще всего: {cause}"
        ),
        "with-mentors": Text(
            en="{cause} – {count:mentor} in all",
            ru="{cause} – всего {count:mentor}",
        ),
        "then-mentors": Text(
            en="{cure} ({alone:mentor-will-suit})", ru="{cure} – {alone:mentor-will-suit}"
        ),
        "begin-with": Text(en="To begin with: {cure}", ru="Для начала: {cure}"),
        "mend-or-ask": Text(
            en="Complete what is stated, or ask whether the rule must hold",
            ru="Дополнить сведения или решить, нужно ли это правило",
        ),
        "spelt-otherwise": Text(
            en="Probably the same, written otherwise: «{value}» ({count:mentor})",
            ru="Возможно, одно и то же записано по-разному: «{value}» у {count:mentor-of}",
        ),
        "spell-alike": Text(
            en="If it is, write it alike ({alone:mentor-will-suit})",
            ru="Если это так, записать одинаково ({alone:mentor-will-suit})",
        ),
        "no-form": Text(
            en="This round has no mentor for the position «{position}»",
            ru="Нет ни одного наставника для наставляемого с позицией «{position}»",
        ),
        "find-form": Text(
            en="Find a mentor: {positions}", ru="Найти наставника (кто подойдёт: {positions})"
        ),
        "change-forms": Text(
            en="No form is meant for this; ask the methodologist",
            ru="Такой формы наставничества нет; спросите методиста",
        ),
        "all-taken": Text(
            en="All places with suitable mentors are taken ({places:place})",
            ru="Все места у подходящих наставников заняты ({places:place})",
        ),
        "place-more": Text(
            en="One more place with {mentor}",
            ru="Ещё одно место у наставника: {mentor}",
        ),
        "place-more-any": Text(
            en="One more place with any of {count:mentor}",
            ru="Ещё одно место у любого из {count:mentor-of}",
        ),
        "more-details": Text(
            en="See the sheet «Reasons in detail»", ru="Смотрите лист «Причины подробно»"
        ),
        "all-have-mentor": Text(
            en="All who suit have a mentor already ({count:mentee})",
            ru="У всех, кто подходит, наставник уже есть ({count:mentee})",
        ),
        "no-form-mentor": Text(
            en="This round has no mentee for a mentor of the position «{position}»",
            ru="Среди участников нет наставляемых для наставника с позицией «{position}»",
        ),
        "ask-explain": Text(
            en="Ask for each: nastavnik explain FOLDER ID",
            ru="Спросить о каждом: nastavnik explain ПАПКА КОД",
        ),
        "keeps-mentees": Text(
            en="{cause} – {count:mentee} in all",
            ru="{cause} – всего {count:mentee}",
        ),
        "then-mentees": Text(
            en="{cure} ({count:mentee-suits-then})", ru="{cure} – {count:mentee-suits-then}"
        ),
    }
)
"""Phrases by key; placeholders in braces."""
