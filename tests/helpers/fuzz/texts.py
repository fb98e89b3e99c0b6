"""Texts that programs stumble over, and ways to spoil a good one."""

from collections.abc import Sequence
from random import Random
from typing import Any, Final

from helpers.grids import Formula

__all__ = ["HOSTILE", "hostile", "spoilt"]

_UNSEEN: Final = "\u00ad\u200b\u200c\u200d\u2060\ufeff\u180e\u034f\u115f"
_SPACES: Final = "\xa0\u2007\u202f\u2009\u3000\t\x0b\x0c\r\n\u2028\u2029\x85"
_DIRECTIONS: Final = "\u200e\u200f\u202a\u202b\u202e\u2066\u2069\u061c"
_CONTROLS: Final = "\x00\x01\x07\x08\x1b\x1f\x7f\x80\x9f"
_SURROGATES: Final = "\ud800\udcff\udfff"
_SIGNS: Final = "\"'«»„“”`()[]{}<>&|\\%$@#№*?!;:,.=+-–—−_~^"
_ALPHABETS: Final = "aeopcxyABEKMHOPCTXіїєўґ"

HOSTILE: Final[tuple[Any, ...]] = (
    "", " ", "\xa0", "\u200b", "\u00ad", "\t", "\n", "-", "–", "—", "?", "н/д", "не знаю", "нет данных", "нет",
    "x" * 200, "я" * 201, "п" * 5000, "1" * 400, "а," * 3000, "(" * 500, ")" * 3, "а (б", "а) б", "((", "«", '"',
    "p\xa01", "p\u00ad1", "p\t1", "p\n1", "p\u202e1", "p\x001", "p\x1b[31m1", "p\ud8001", "\ufeffp1", "p_x000D_1",
    "_x0000_", "_x000D_\n", "_xD800_", "_xFFFF_x", "=1+1", "+7 900 000-00-00", "@SUM(A1)", '=HYPERLINK("x")', "'=1",
    Formula("1+1"), Formula("A1"), Formula('"' + "я" * 300 + '"'), Formula(""),
    0, 1, -1, 7, 7.0, 7.5, 1e308, -1e308, 1e-320, 10**18, 10**30, 2**63, -(2**63), "1e400", "NaN", "inf", "-0", "٣",
    "７", "²", "½", "Ⅶ", "7,0", "7.00", "007", "7Б", "7-б класс", "7 «А»", "11 «А» класс", "12А", "0", "А7", "7АБВ",
    True, False, "ИСТИНА", "+", "++", "✓", "х", "x", "Да, согласен(на)", "да/нет", "1", "0", "#N/A", "#ЗНАЧ!",
    "13.05.2012", "2012-05-13", "31.02.2012", "00.00.0000", "45000", "1900-01-00", "13.05.12", "13 мая 2012 г.",
    "вт 15:00", "вт 25:00", "вт 15.00-14.00", "вт 15", "вторник с 15 до 17", "любое время", "каждый день", "пн-пт",
    "пн–пт 14:00–18:00", "после 6 урока", "вт,,,", "15:00", "24:00", "вт 15:60", "вт -1", "вт 9999999999", "пн пн пн",
    "физика 2 3 2", "Физика-2 Химия-3", "физика 2,67", "2", "2 физика", "физика 6", "физика -2", "физика 99999",
    "физика: 5; химия: 4", "Математика (алгебра, геометрия), Физика", "физика 5, физика 4",
    ":", "физика :", "- 5",
    "ученик", "Ученик ", "учeник", "педагог", "student", "учитель", "директор", "пассивный ученик", "волонтёр",
    "👩‍🎓", "🇷🇺", "é", "e\u0301", "й", "и\u0306", "Ё", "ё", "ﬁ", "ß", "İ", "ı", "\u0130" * 20, "a\u0300" * 300,
    "м1", "М1", "t1", "т1", "T1", "p1", "р1", "p1,p1", "p1;t1", "{}", "{0}", "{value}", "%s", "%(x)s", "\\", "\\n",
    "<script>", "&amp;", "&", "]]>", "<!--", "*жирно*", "[a](b)", "|", "`", "../x", "sub/x", "C:\\x", "CON", "nul",
    "мБоУ «СОШ № 12»", "СОШ №12", "Cош 12", "школа  5", "Школа №\u200b5", "no", "none", "null", "None", "nan", "NULL",
)  # fmt: skip
"""Contents of cells, ids and values of options: each has broken some program."""

_INSERTED: Final = (
    *_UNSEEN, *_SPACES, *_DIRECTIONS, *_CONTROLS, *_SURROGATES, *_SIGNS, *_ALPHABETS, "_x000D_", "_x0041_", "👍🏽",
    "\u0306", "\u0301", " ", "  ", "1", "0",
)  # fmt: skip


def hostile(chance: Random) -> Any:
    """Return some hostile content of a cell."""
    return chance.choice(HOSTILE)


def spoilt(chance: Random, text: str, known: Sequence[str] = ()) -> str:
    """Return a text with one to three places spoilt.

    Args:
        chance: where the spoiling comes from.
        text: a good one.
        known: texts of other places, which may be put in.
    """
    for _ in range(chance.choice((1, 1, 1, 2, 3))):
        at = chance.randrange(len(text) + 1)
        way = chance.randrange(9)
        if way <= 3:
            text = text[:at] + chance.choice(_INSERTED) + text[at:]
        elif way == 4:
            text = text[:at] + text[at + 1 :]
        elif way == 5:
            text = chance.choice(
                (text.upper(), text.lower(), text.title(), text.swapcase(), text[::-1])
            )
        elif way == 6:
            text = text * chance.choice((2, 3, 50))
        elif way == 7 and known:
            text = text[:at] + chance.choice(known) + text[at:]
        else:
            text = chance.choice(
                (f" {text} ", f"«{text}»", f'"{text}"', f"#{text}", f"({text}", f"{text},")
            )
    return text
