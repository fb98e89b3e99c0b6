"""What is said of a call as a whole: its help page, how it ended, what else went wrong, in both languages."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from nastavnik.basics.texts import Text

__all__ = ["OF_RUNNING"]

OF_RUNNING: Final[Mapping[str, Text]] = MappingProxyType(
    {
        # Help pages.
        "help-usage": Text(en="Usage:", ru="Вызов:"),
        "help-any-options": Text(en="[OPTIONS]", ru="[ПАРАМЕТРЫ]"),
        "help-any-command": Text(en="COMMAND ...", ru="КОМАНДА ..."),
        "help-arguments": Text(en="Arguments", ru="Аргументы"),
        "help-options": Text(en="Options", ru="Параметры"),
        "help-commands": Text(en="Commands", ru="Команды"),
        "help-default": Text(en="default: {}", ru="по умолчанию: {}"),
        "help-required": Text(en="required", ru="нужно указать"),
        "help-repeated": Text(en="may be repeated", ru="можно указать несколько раз"),
        # What stands for a value on a help page.
        "value-MENTEES": Text(en="MENTEES", ru="НАСТАВЛЯЕМЫЕ"),
        "value-MENTORS": Text(en="MENTORS", ru="НАСТАВНИКИ"),
        "value-DAY": Text(en="DAY", ru="ДАТА"),
        "value-DIR": Text(en="DIR", ru="ПАПКА"),
        "value-FILE": Text(en="FILE", ru="ФАЙЛ"),
        "value-ID": Text(en="ID", ru="КОД"),
        "value-MENTOR": Text(en="MENTOR", ru="НАСТАВНИК"),
        "value-MENTEE": Text(en="MENTEE", ru="НАСТАВЛЯЕМЫЙ"),
        "value-VALUE": Text(en="VALUE", ru="ЗНАЧЕНИЕ"),
        "value-N": Text(en="N", ru="ЧИСЛО"),
        "value-POINTS": Text(en="POINTS", ru="БАЛЛЫ"),
        "value-PAIRS": Text(en="PAIRS", ru="ПАРЫ"),
        "value-RULE": Text(en="RULE", ru="ПРАВИЛО"),
        "value-ID=N": Text(en="ID=N", ru="КОД=ЧИСЛО"),
        "value-MENTOR=MENTEE": Text(en="MENTOR=MENTEE", ru="НАСТАВНИК=НАСТАВЛЯЕМЫЙ"),
        "value-RULE.PARAMETER=N": Text(en="RULE.PARAMETER=N", ru="ПРАВИЛО.ПАРАМЕТР=ЧИСЛО"),
        "value-FILE.py:NAME|NAME": Text(en="FILE.py:NAME|NAME", ru="ФАЙЛ.py:ИМЯ|ИМЯ"),
        # Arguments.
        "argument-mentees": Text(
            en="Table (.csv or .xlsx) of those who want a mentor; «-» for standard input.",
            ru="Таблица (.csv или .xlsx) тех, кому нужен наставник; «-» – стандартный ввод.",
        ),
        "argument-mentors": Text(
            en="Table (.csv or .xlsx) of those ready to be mentors; «-» for standard input.",
            ru="Таблица (.csv или .xlsx) тех, кто готов быть наставником; «-» – стандартный ввод.",
        ),
        "argument-folder": Text(
            en="Folder into which the command match has written a plan.",
            ru="Папка, в которую команда match записала план.",
        ),
        "argument-template-folder": Text(
            en="Folder for the empty tables.", ru="Папка для пустых таблиц."
        ),
        "argument-person": Text(
            en="Id of a mentee or a mentor; with --names a name, or a part of it, too.",
            ru="Код наставляемого или наставника; с --names – также ФИО или его часть.",
        ),
        "argument-mentor": Text(
            en="Id of a mentor: why this one, or why not.",
            ru="Код наставника – если нужно узнать, почему назначен именно он или почему не он.",
        ),
        # Options of most commands.
        "option-json": Text(
            en="Answer in JSON, for programs; nothing else is on standard output.",
            ru="Ответ в JSON, для программ; на стандартный вывод больше ничего не попадает.",
        ),
        "option-output": Text(
            en="File for the answer, in UTF-8; .html and .md say in what; «-» for standard output.",
            ru="Файл для ответа, в UTF-8; вид ответа зависит от расширения (.html или .md); «-» – стандартный вывод.",
        ),
        "option-replace-answer": Text(
            en="Overwrite the file of --output.", ru="Перезаписать файл из --output."
        ),
        "option-replace-both": Text(
            en="Overwrite an earlier plan in the folder of --out, and the file of --output.",
            ru="Перезаписать прежний план в папке из --out и файл из --output.",
        ),
        "option-quiet": Text(
            en="Say nothing but what was asked for and what is wrong.",
            ru="Не выводить ничего, кроме ответа и ошибок.",
        ),
        "option-names": Text(
            en="Show names beside the ids, read from this table of people, plan.xlsx or folder. A participant is told "
            "only how those of the own pair are called.",
            ru="Показывать рядом с кодами ФИО из этой таблицы участников, plan.xlsx или папки. В "
            "ответе для участника – только имена из его пары.",
        ),
        "option-full": Text(
            en="All columns, and not only those that most schools need.",
            ru="Все столбцы, а не только те, что нужны большинству школ.",
        ),
        "option-show-values": Text(
            en="Show every value that is wrong. Without it only what is known to be harmless is shown, since messages "
            "stay in logs.",
            ru="Показывать все значения, с которыми что-то не так. Без этого параметра показываются только заведомо "
            "безобидные, потому что сообщения остаются в журналах.",
        ),
        "option-debug": Text(
            en="Show the traceback of an error of the program itself.",
            ru="При ошибке в самой программе показать, где она возникла.",
        ),
        # How a call ends.
        "interrupted": Text(
            en="Stopped. No file is left half-written.",
            ru="Прервано. Недописанных файлов не осталось.",
        ),
        "output-lost": Text(
            en="The answer could not be written: {}", ru="Ответ не удалось вывести: {}"
        ),
        "refused": Text(en="Error: {}", ru="Ошибка. Техническая подробность, на английском: {}"),
        "not-verified-for": Text(
            en="The plan does not hold: it was changed or damaged after matching. Technical detail: {}",
            ru="План не подтверждён: после подбора он изменён или повреждён. Техническая подробность, на "
            "английском: {}",
        ),
        "not-there": Text(
            en="This needs {0}, which is not installed. Install it: pip install 'nastavnik[cli]'",
            ru="Для этого нужен пакет {0}, а он не установлен. Установите: pip install "
            "'nastavnik[cli]'",
        ),
        "no-memory": Text(
            en="There is not enough memory for this. Close other programs, or try smaller tables.",
            ru="Не хватает памяти. Закройте другие программы или возьмите таблицы поменьше.",
        ),
        "unexpected": Text(
            en="An error in nastavnik itself ({kind}, {place}, version {version}). It is not your mistake, and no file "
            "is left half-written.",
            ru="Ошибка в самой программе nastavnik ({kind}, {place}, версия {version}). Вы ни в чём не ошиблись; "
            "недописанных файлов не осталось.",
        ),
        "unexpected-hidden": Text(
            en="Please send this line to whoever gave you nastavnik, or to its authors; it holds nothing of your "
            "tables. With --debug more is shown.",
            ru="Перешлите эту строку тому, кто дал вам nastavnik, или авторам программы: данных из "
            "ваших таблиц в ней нет. С --debug будут показаны подробности.",
        ),
        "unexpected-shown": Text(
            en="What stands above may quote your tables: take names and other data out before you send it.",
            ru="Выше могут быть данные из ваших таблиц: прежде чем переслать, уберите ФИО и другие личные данные.",
        ),
        "nul-in-path": Text(
            en="no path has a character of number 0 in it; type it again",
            ru="в имени файла или папки не бывает знака с номером 0; наберите имя заново",
        ),
        "broken-path": Text(
            en="a path has a broken character in it; type it again",
            ru="в имени файла или папки есть повреждённый знак; наберите имя заново",
        ),
        "misused-no-command": Text(
            en="a command is needed, such as match or check",
            ru="нужна команда, например match или check",
        ),
        "stage-reading": Text(en="Reading the tables", ru="Читаем таблицы"),
        "stage-checking": Text(
            en="Looking at the round as a whole", ru="Проверяем таблицы в целом"
        ),
        "stage-verifying": Text(en="Checking the plan", ru="Проверяем план"),
        "stage-read": Text(en="Reading the tables", ru="Читаем таблицы"),
        "stage-writing": Text(en="Writing the files", ru="Записываем файлы"),
    }
)
"""Texts by key."""
