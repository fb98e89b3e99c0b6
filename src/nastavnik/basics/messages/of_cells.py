"""What can be wrong with the cells of a table of people, with its headings, and with the map of its headings."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from nastavnik.basics.texts import Text

__all__ = ["OF_CELLS"]

OF_CELLS: Final[Mapping[str, Text]] = MappingProxyType(
    {
        # Cells.
        "not-class": Text(
            en="{value} is not a class: a grade from {low} to {high}, with a letter if there is one (7, 7B)",
            ru="класс – число от {low} до {high}, можно с буквой (7, 7Б), а указано {value}",
        ),
        "letters-disagree": Text(
            en="the class letter here is {value}, and {other} in the column of classes; correct one of the two",
            ru="буква класса здесь {value}, а в столбце с классом – {other}; исправьте одно из двух",
        ),
        "several-marks": Text(
            en="{value}: one whole mark belongs to a subject, and a comma or semicolon between subjects: "
            "physics 4, art 5",
            ru="{value}: у каждого предмета должна быть одна целая оценка; разделяйте предметы запятой или "
            "точкой с запятой, например: физика 4, ИЗО 5",
        ),
        "part-of-mark": Text(
            en="{value} has no whole mark; write a whole mark from 1 to 5: physics 4, art 5",
            ru="{value}: оценка не целая; напишите целую от 1 до 5, например: физика 4, ИЗО 5",
        ),
        "open-bracket": Text(
            en="{value}: a bracket is not closed, or not opened, and where the item ends cannot be "
            "told; mend the brackets",
            ru="{value}: у скобки нет пары, и непонятно, где кончается значение; исправьте скобки",
        ),
        "mixed-latin": Text(
            en="{value} looks like another word: these of its letters are Latin: {letters}; type Russian ones "
            "instead",
            ru="{value}: вместо русских букв стоят латинские ({letters}); наберите русские",
        ),
        "mixed-russian": Text(
            en="{value} looks like another word: these of its letters are Russian: {letters}; type Latin ones "
            "instead",
            ru="{value}: вместо латинских букв стоят русские ({letters}); наберите латинские",
        ),
        "unclear-answer": Text(
            en="{value} is neither yes nor no; understood are: yes, no, +, –, ✓, agreed, refused",
            ru="{value} – не «да» и не «нет»; можно написать: да, нет, +, –, ✓, согласен, не согласна, "
            "есть, пройдено, не пройдено, отказ",
        ),
        "not-birth-date": Text(
            en="{value} is not a birth date; write it as 13.05.2012 or 2012-05-13",
            ru="{value} – не дата рождения; пишите так: 13.05.2012 или 2012-05-13",
        ),
        "ages-disagree": Text(
            en="by the birth date the age on {day} is {other}, and the column of ages says {value}; correct one of "
            "the two, or leave one of the columns out",
            ru="полных лет на {day} по дате рождения – {other}, а в столбце с возрастом – {value}; "
            "исправьте одно из двух или оставьте один из этих столбцов",
        ),
        # Ids that are made.
        "same-person": Text(
            en="the same person stands in rows {other} and {value}; keep one row",
            ru="один и тот же человек в строках {other} и {value}; оставьте одну строку",
        ),
        "no-identity": Text(
            en="no id can be made here: nothing in the row says who it is; fill in: {known}",
            ru="код для этой строки не составить: в ней не указано, кто это; заполните: {known}",
        ),
        # Nothing wrong, but to be known.
        "note-wishes-unranked": Text(
            en="all wishes are read as equal; in which order they were made is not used yet",
            ru="все пожелания прочитаны как равные: порядок (1-й выбор, 2-й выбор) пока не учитывается",
        ),
        "note-own-headings": Text(
            en="a table with headings of its own can stay as it is: «nastavnik columns TABLE --out headings.toml» "
            "writes down what they mean, and --columns headings.toml reads it so",
            ru="таблицу со своими заголовками можно не переделывать: команда «nastavnik columns "
            "ТАБЛИЦА --out заголовки.toml» запишет, что означают заголовки, а с --columns "
            "заголовки.toml таблица прочитается как есть",
        ),
        "note-ages-told": Text(
            en="ages are told from the birth dates as of {day}",
            ru="возраст на {day} посчитан по дате рождения",
        ),
        # Headings.
        "heading-latin": Text(
            en="unknown heading {value}; these of its letters are Latin: {letters}; type Russian ones instead",
            ru="неизвестный заголовок {value}; в нём латинские буквы: {letters}; наберите вместо них русские",
        ),
        "heading-russian": Text(
            en="unknown heading {value}; these of its letters are Russian: {letters}; type Latin ones instead",
            ru="неизвестный заголовок {value}; в нём русские буквы: {letters}; наберите вместо них латинские",
        ),
        # The map of headings.
        "not-two-tables": Text(
            en="tables given: {value}; give one, or that of the mentees and that of the mentors",
            ru="указано таблиц: {value}; укажите одну таблицу или две – наставляемых и наставников",
        ),
        "not-a-map": Text(
            en="ends in {value}; a map of headings ends in .toml, or is a table of two columns in .csv or .xlsx",
            ru="файл {value} сюда не подходит; что означают заголовки, записывают в файл .toml или в таблицу "
            "из двух столбцов (.csv или .xlsx)",
        ),
        "unknown-section": Text(
            en="unknown name {value}; known here: {known}",
            ru="неизвестное название {value}; здесь можно указать: {known}",
        ),
        "not-a-section": Text(
            en="a section with lines «name» = «value» is expected here",
            ru="здесь нужен раздел со строками «название» = «значение»",
        ),
        "unknown-target": Text(
            en="there is no column {value}; write the name of a column of the tables, or «not needed»",
            ru="столбца {value} в таблицах нет; напишите название столбца из шаблона или «не нужен»",
        ),
        "mapped-twice": Text(
            en="{value} stands here twice, with different meanings: {known}; keep one",
            ru="{value} записано здесь дважды и по-разному: {known}; оставьте одну запись",
        ),
        "not-a-secret": Text(
            en="the secret must be a text of at least {low} characters; write another one",
            ru="секретом может быть только текст не короче {low} знаков; впишите другой",
        ),
        "not-a-day": Text(
            en="{value} is not a day; write it as 2026-09-01 (in a file .toml without quotation "
            "marks)",
            ru="{value} – не дата; пишите так: 2026-09-01 (в файле .toml – без кавычек)",
        ),
        "row-of-map": Text(
            en="two cells are expected in this row: a heading of your table, and the name of a column of the "
            "template (or «not needed»)",
            ru="в этой строке должны быть две ячейки: заголовок из вашей таблицы и название столбца из шаблона "
            "(или «не нужен»)",
        ),
        "no-carried-column": Text(
            en="no table has the column {value}, which is to be carried along into plan.xlsx; correct its "
            "name, or take it off the list",
            ru="столбца {value}, который нужно перенести в plan.xlsx, нет ни в одной таблице; исправьте его "
            "название или уберите его из списка",
        ),
    }
)
"""One sentence per code of ``Fault``."""
