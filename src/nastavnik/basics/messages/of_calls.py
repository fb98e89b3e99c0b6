"""What can be wrong with how the command line is called and settled: settings, names beside ids, files of answers."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from nastavnik.basics.texts import Text

__all__ = ["OF_CALLS"]

OF_CALLS: Final[Mapping[str, Text]] = MappingProxyType(
    {
        # The file of settings, and the variables beside it.
        "no-such-setting": Text(
            en="there is no such setting; there are: {known}",
            ru="такой настройки нет; есть такие: {known}",
        ),
        "setting-value": Text(
            en="{value} is not understood; give one of these: {expected}",
            ru="значение {value} не подходит; можно указать: {expected}",
        ),
        "not-toml": Text(
            en="does not read as TOML: {value}; each line is: name = value, texts stand in quotes and lists in square "
            "brackets",
            ru="это не TOML: {value}; каждую строку пишут так: имя = значение; тексты ставят в кавычки, "
            "списки – в квадратные скобки",
        ),
        "not-utf-8": Text(
            en="the file is no text in UTF-8; save it as UTF-8",
            ru="файл не в кодировке UTF-8; сохраните его в этой кодировке",
        ),
        # Names beside ids.
        "no-names": Text(
            en="holds no names; give the table of the mentees or of the mentors, or plan.xlsx",
            ru="здесь нет ФИО; укажите таблицу наставляемых или наставников либо plan.xlsx",
        ),
        "other-names": Text(
            en="plan.xlsx in this folder is not the one that was written with the plan: changed later, or of "
            "another plan; if the names in it are right, give the path of plan.xlsx itself",
            ru="plan.xlsx в этой папке – не тот, что записан вместе с планом: его потом изменили или он от "
            "другого плана; если ФИО в нём верные, укажите не папку, а сам файл plan.xlsx",
        ),
        "several-named": Text(
            en="several people have such a name: {known}; give the id of the one who is meant",
            ru="подходит несколько человек: {known}; укажите код того, о ком речь",
        ),
        "nobody-named": Text(
            en="nobody in this round has such an id or name; correct it, or give the id",
            ru="человека с таким кодом или ФИО в плане нет; проверьте, как написано ФИО, или укажите код",
        ),
        # Files of answers.
        "letters-there": Text(
            en="earlier letters are here; choose another folder, or give --replace",
            ru="здесь уже есть письма; укажите другую папку или добавьте --replace",
        ),
        "answer-there": Text(
            en="is there already; give another file, or --replace",
            ru="такой файл уже есть; укажите другой или добавьте --replace",
        ),
        "json-and-format": Text(
            en="cannot stand beside {other}: they are two formats of one answer; leave one out",
            ru="не сочетается с {other}: эти параметры задают разные виды ответа; оставьте один из них",
        ),
    }
)
"""Sentences by code."""
