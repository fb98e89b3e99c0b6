"""What can be said of an input that is over one of the limits of what is read; the code names the limit."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from nastavnik.basics.texts import Text

__all__ = ["OF_LIMITS"]

OF_LIMITS: Final[Mapping[str, Text]] = MappingProxyType(
    {
        "over-file-bytes": Text(
            en="the file is larger than {high}, the most that is read; leave out what is not needed, or make "
            "several files of it",
            ru="файл больше {high}, а такие большие файлы программа не читает; уберите из него лишнее или "
            "разделите на несколько файлов",
        ),
        "over-toml-bytes": Text(
            en="the file is larger than {high}, the most that is read of such a file; make several files of it",
            ru="файл больше {high}, а такие большие файлы программа не читает; разделите его на несколько",
        ),
        "over-unpacked-bytes": Text(
            en="the workbook is larger than {high} when it is unpacked, the most that is read; copy the table "
            "into a new workbook, or save it as .csv",
            ru="в распакованном виде файл больше {high}, а такие большие файлы программа не читает; "
            "скопируйте таблицу в новую книгу или сохраните как .csv",
        ),
        "over-parts": Text(
            en="the workbook consists of more than {high} parts, the most that are read; copy the table into a "
            "new workbook and save it as .xlsx",
            ru="внутри файла больше {high} частей (листов, рисунков и прочего): столько программа не "
            "читает; скопируйте таблицу в новую книгу и сохраните как .xlsx",
        ),
        "over-sheets": Text(
            en="the workbook has more than {high} sheets, the most that are read; copy the table into a "
            "workbook of its own",
            ru="в файле больше {high} листов: столько программа не читает; скопируйте таблицу в отдельный файл",
        ),
        "over-rows": Text(
            en="there are more than {high} rows, the most that are read; make several tables of it",
            ru="строк больше {high}: столько программа не читает; разделите таблицу на несколько",
        ),
        "over-columns": Text(
            en="there are more than {high} columns, the most that are read; remove the others",
            ru="столбцов больше {high}: столько программа не читает; уберите лишние",
        ),
        "over-cells": Text(
            en="there are more than {high} cells, empty ones among them, the most that are read; copy the "
            "table alone into a new workbook, or make several tables of it",
            ru="ячеек вместе с пустыми больше {high}: столько программа не читает; скопируйте одну таблицу в "
            "новую книгу или разделите её на несколько",
        ),
        "over-merged": Text(
            en="the sheet has more than {high} areas of merged cells, the most that are read; unmerge them",
            ru="на листе больше {high} объединённых областей: столько программа не читает; отмените "
            "объединение ячеек",
        ),
        "over-formulas": Text(
            en="more than {high} cells hold formulas or errors, the most that are read; copy the table into a "
            "new workbook, as values only",
            ru="ячеек с формулами и ошибками больше {high}: столько программа не читает; скопируйте таблицу в "
            "новую книгу, вставив только значения",
        ),
        "over-cell-characters": Text(
            en="a text is longer than {high} characters, the most that is read; shorten it",
            ru="текст длиннее {high} знаков, а такие длинные тексты программа не читает; сократите его",
        ),
        "over-characters": Text(
            en="all cells together have more than {high} characters, the most that are read; shorten the long "
            "texts that stand in many cells",
            ru="во всех ячейках вместе больше {high} знаков: столько программа не читает; сократите длинные "
            "тексты, которые стоят во многих ячейках",
        ),
        "over-depth": Text(
            en="brackets or names stand more than {high} deep within one another, the most that is read; was "
            "the file made by another program?",
            ru="скобки или имена вложены друг в друга больше {high} раз: так глубоко программа не читает; "
            "не из другой ли программы этот файл?",
        ),
        "over-values": Text(
            en="there are more than {high} values, the most that are read; make several files of it",
            ru="значений больше {high}: столько программа не читает; разделите файл на несколько",
        ),
        "over-keys": Text(
            en="one object has more than {high} keys, the most that are read; make several files of it",
            ru="в одном объекте больше {high} ключей: столько программа не читает; разделите файл на несколько",
        ),
        "further-faults": Text(
            en="further faults, counted and not listed: {high}; mend the listed ones first",
            ru="ошибок, которые здесь не перечислены: {high}; сначала исправьте перечисленные",
        ),
    }
)
