"""Answers to questions of yes or no, as people tick, write and choose them.

An answer may be several words, «Да, согласна»: every part must say the same. What is neither yes nor no is a fault
and never a guess: «да, но только онлайн» has to be decided by a person.
"""

import re
from typing import Final

from nastavnik.basics.errors import Fault
from nastavnik.basics.words import clean, compared, is_placeholder
from nastavnik.exchange.tables.cells.lists import Parsed

__all__ = ["answer", "yes_no"]

_YES_WORDS: Final = """
да д yes y true истина есть + ++ +++ 1 ✓ ✔ √ ☑ ✅ 🗹 v х x ок ok ага верно имеется имеются дано даны
сдан сдана сдано сданы получен получена получено получены пройден пройдена пройдено пройдены прошел
прошла прошли окончено завершено обучен обучена обучены подписан подписана подписано подписаны
предъявлен предъявлена предъявлено подтвержден подтверждена подтверждено подтверждаю принесен
принесена принесено предоставлен предоставлена предоставлено согласен согласна согласны согл
согласие разрешаю разрешен разрешено agree agreed passed given received signed done
"""
_YES: Final = frozenset(_YES_WORDS.split())
_NO_WORDS: Final = """
нет н no n false ложь 0 - -- ☐ ✗ ✘ ❌ отказ отказался отказалась отказались отказываюсь отказываемся
отсутствует отсутствуют против возражаю возражаем запрещаю disagree refused refuse missing
"""
_NO: Final = frozenset(_NO_WORDS.split())
_YES_PHRASES: Final = frozenset(
    {"в наличии", "не против", "не возражаю", "не возражаем", "no objection"}
)
_NO_PHRASES: Final = frozenset({"нет в наличии", "не в наличии"})

_ENDINGS: Final = re.compile(r"(?:(?<!\s)\s+)?[(/]\s*-?(?:на|а|ы|о|ла|шла|сна|лась)\s*\)?")
"""The other endings that a form offers in one word: «согласен(на)», «сдан/а»."""

_CONSENT: Final = re.compile(
    r"(?:я )?(?P<no>не )?(?:(?:даю|дал|дала|дано|дали|выражаю|подтверждаю) (?:свое )?согласи[ея]|соглас(?:ен|на|ны))"
    r"(?: (?:на|с|в|чтобы) [^,.;!?]*)?"
)
"""«Даю согласие на обработку персональных данных», «согласна на участие»."""

_NOUNS_WORDS: Final = """
обучение обучения курс курсы справка справку справки согласие согласия training certificate consent
"""
_NOUNS: Final = frozenset(_NOUNS_WORDS.split())
"""What the question was about, said again in the answer: «обучение пройдено», «согласия нет»."""

_OPENING: Final = re.compile(r"(да|нет|yes|no)\s+(?=\S)")
_BETWEEN: Final = re.compile(r"[,.;:!()/]|\s-\s?|(?<=да)-|(?<=нет)-")


def answer(text: str) -> bool | None:
    """Return what an answer says; None where it is neither yes nor no.

    >>> answer("Да, согласна"), answer("не пройдено"), answer("✓"), answer("да, но позже")
    (True, False, True, None)
    """
    whole = _ENDINGS.sub("", compared(text)).rstrip(" .!")
    said = _of_part(whole)
    if said is not None:
        return said
    parts = [part.strip() for part in _BETWEEN.split(_OPENING.sub(r"\1, ", whole)) if part.strip()]
    answers = {_of_part(part) for part in parts}
    return answers.pop() if len(answers) == 1 else None


def yes_no(cell: str) -> Parsed:
    """Return yes or no, or None, and the fault of an answer that is neither; a dash is no.

    >>> yes_no("Да"), yes_no("-"), yes_no("не знаю")
    ((True, ()), (False, ()), (None, ()))
    >>> [fault.code for fault in yes_no("perhaps")[1]]
    ['unclear-answer']
    """
    written = clean(cell)
    if not written:
        return None, ()
    said = answer(written)
    if said is not None:
        return said, ()
    if is_placeholder(written):
        return None, ()
    return None, (Fault("unclear-answer", value=written),)


def _of_part(part: str) -> bool | None:
    """Return what one word or phrase says, in its compared form."""
    if part in _YES or part in _YES_PHRASES:
        return True
    if part in _NO or part in _NO_PHRASES:
        return False
    if part.startswith("не ") and part.removeprefix("не ") in _YES:
        return False
    consent = _CONSENT.fullmatch(part)
    if consent is not None:
        return not consent["no"]
    words = part.split()
    rest = [word for word in words if word not in _NOUNS]
    return _of_part(" ".join(rest)) if rest and len(rest) < len(words) else None
