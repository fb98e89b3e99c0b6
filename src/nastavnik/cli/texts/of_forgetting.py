"""What the command line says when somebody is taken out of a plan, in both languages."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from nastavnik.basics.texts import Text

__all__ = ["OF_FORGETTING"]

OF_FORGETTING: Final[Mapping[str, Text]] = MappingProxyType(
    {
        "forget": Text(
            en="""Take a person out of a plan and of all its files, as when a family withdraws its consent.

Without --replace nothing is written: it says what would change, and where the person stands. With it the plan in DIR is made
anew without the person. All other pairs stay; a place that is free may go to somebody who was left out, and the mentees of a
mentor who goes get free places with others where there are any.

Then DIR and every file or folder named after the id are searched for the id and the name. Tables, letters and copies are yours
to clean: they are named, never changed. Exit status 3 while the person still stands somewhere.

\b
Examples:
  nastavnik forget autumn p12
  nastavnik forget autumn p12 tables letters --replace""",
            ru="""Удалить человека из плана и из всех файлов этого плана – например, когда семья отозвала согласие.

Без --replace ничего не записывается: будет только сказано, что изменится и где человек упомянут. С --replace план в ПАПКЕ
составляется заново без этого человека. Остальные пары сохраняются. Освободившееся место может достаться кому-то из оставшихся без наставника,
а наставляемые удалённого наставника получат свободные места у других, если такие места есть.

Потом код и ФИО ищутся в ПАПКЕ и во всех файлах и папках, которые указаны после кода. Таблицы, письма и копии команда не меняет,
а только называет: удалите из них этого человека сами. Пока человек где-то упомянут, код завершения 3.

\b
Примеры:
  nastavnik forget осень p12
  nastavnik forget осень p12 таблицы письма --replace""",
        ),
        "argument-forgotten": Text(
            en="Id of the person; who has both roles is taken out of both.",
            ru="Код участника, которого нужно удалить; если у него обе роли, он удаляется из обеих.",
        ),
        "argument-searched": Text(
            en="Other files and folders to be searched, such as tables and letters.",
            ru="Другие файлы и папки, в которых нужно искать: таблицы, письма.",
        ),
        "option-replace-forgetting": Text(
            en="Do it: write the files in DIR anew.", ru="Выполнить: записать файлы в ПАПКЕ заново."
        ),
        "option-forgetting-names": Text(
            en="Where to learn the name that is looked for: a table of people, plan.xlsx or a folder with it. "
            "plan.xlsx in DIR is asked anyway.",
            ru="Откуда взять ФИО для поиска: таблица участников, plan.xlsx или папка с ним. plan.xlsx из ПАПКИ "
            "читается и так.",
        ),
        "forget-reason": Text(
            en="the pair stays as it was when a person was taken out",
            ru="пара сохранена при удалении участника",
        ),
        "forget-by": Text(en="coordinator", ru="куратор"),
        "forgotten": Text(
            en="The plan is made anew without {}. All other pairs have stayed.",
            ru="План составлен заново, участника с кодом {} в нём нет. Остальные пары сохранены.",
        ),
        "would-forget": Text(
            en="Nothing is written yet. Without {} the plan would be as follows; all other pairs would stay. "
            "With --replace it is done.",
            ru="Пока ничего не записано. Ниже показано, каким станет план без участника с кодом {}; остальные пары "
            "сохранятся. Чтобы выполнить, добавьте --replace.",
        ),
        "not-in-the-plan": Text(
            en="Nobody in the plan has the id {}; the files were only searched.",
            ru="Участника с кодом {} в плане нет; поиск по файлам выполнен.",
        ),
        "no-trace": Text(
            en="Files searched: {}. Neither the id nor the name stands in any of them.",
            ru="Проверено файлов: {}. Ни кода, ни ФИО в них нет.",
        ),
        "no-trace-of-id": Text(
            en="Files searched: {}. The id stands in none of them. No name is known, so none was looked for.",
            ru="Проверено файлов: {}. Кода в них нет. ФИО неизвестно, поэтому его не искали.",
        ),
        "traces": Text(
            en="Files searched: {}. The person still stands in:",
            ru="Проверено файлов: {}. Человек ещё упомянут здесь:",
        ),
        "trace": Text(
            en="{} – id: {}, name (or a namesake's): {}",
            ru="{} – упоминаний кода: {}, упоминаний ФИО (возможно, полного тёзки): {}",
        ),
        "traces-remedy": Text(
            en="Delete the rows in tables by hand, and write letters anew. Copies, backups and what was sent or "
            "printed are not searched.",
            ru="Удалите строки в таблицах вручную, письма составьте заново. Копии, архивы, отправленное и "
            "напечатанное здесь не проверяются.",
        ),
        "stage-forgetting": Text(
            en="Making the plan without the person", ru="Составляем план без участника"
        ),
    }
)
"""Texts by key."""
