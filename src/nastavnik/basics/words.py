"""Words as people write them: what of a spelling is kept, and what two spellings must share to be one word.

The same school is «Школа №5» in one table and «школа № 5» in another; a mark of order that nobody sees comes along
from a web page; a key of the other alphabet gives a letter that only looks right. `clean` keeps the spelling and takes
away what nobody sees. `compared` is the form by which words are one: rules, digests and checks look at it, and at
nothing else, whether people come from a table, from JSON or from Python. What is shown is always a spelling.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import combinations, permutations
from typing import Final

__all__ = [
    "clean",
    "compared",
    "is_placeholder",
    "lookalike",
    "mixed_alphabets",
    "nearly_alike",
    "shared_words",
    "unmixed",
]

_REMEMBERED: Final = 1 << 16
"""Distinct words whose forms are kept; a region's tables have a few thousand."""

_INVISIBLE: Final = frozenset({"Cf", "Cc", "Cs", "Co", "Cn"})
"""Unicode categories of what nobody sees: joiners, marks of order and direction, soft hyphens, control characters."""

_UNSEEN: Final = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0") | frozenset(
    map(chr, range(0xFE00, 0xFE10))
)
"""Letters and marks by category that show nothing: fillers, and selectors of variants."""

_HYPHENS: Final = re.compile(
    "(?:(?<!\\s)\\s+)?[\u2010-\u2015\u2212\u2043\ufe58\ufe63\uff0d]\\s*|(?<!\\s)\\s+-\\s*|-\\s+"
)
_QUOTES: Final = re.compile("[\"«»„“”‟‹›‘’‚‛'`´ʼ′″＂]+")
_NUMBER_SIGN: Final = re.compile(r"(?:№|#|\b(?:no|n)\b\.?)\s*(?=[0-9])")
_WORD: Final = re.compile(r"[^\W\d_]+")
_PARTS: Final = re.compile(r"[^\W\d_]+|[0-9]+")
_DIGITS: Final = re.compile("[0-9]+")

_PLACEHOLDERS: Final = frozenset(
    [
        "n/a",
        "na",
        "n.a",
        "tbd",
        "unknown",
        "н/д",
        "нд",
        "н.д",
        "н/у",
        "неизвестно",
        "неизвестна",
        "уточнить",
    ]
) | {
    "неизвестен",
    "уточняется",
    "не знаю",
    "не известно",
    "не указан",
    "не указана",
    "не указано",
    "не указаны",
    "нет данных",
    "нет сведений",
    "нет информации",
    "данных нет",
    "сведений нет",
    "затрудняюсь ответить",
    "not known",
    "don't know",
    "dont know",
    "no data",
    "not stated",
    "not specified",
}

_OF_RUSSIAN: Final = dict(zip("ABCEHKMOPTXYaceopxyëË", "АВСЕНКМОРТХУасеорхуёЁ", strict=True))
"""Latin letters that look like Russian ones. Source: Unicode's list of confusables, those of Russian alone."""

_OF_LATIN: Final = {russian: latin for latin, russian in _OF_RUSSIAN.items()}
_SKELETON: Final = str.maketrans(_OF_RUSSIAN)

_LEGAL: Final = (
    "мбоу маоу мкоу гбоу гаоу гкоу кгбоу огбоу огаоу бмаоу мбу мау мку гбу гау гбпоу гапоу гпоу бпоу чоу ноу аноо нчоу "
    "фгбоу фгаоу фгкоу моу гоу оу ано ооо оао зао пао ао ип нко гуп муп фгуп"
)
_LEGAL_FORMS: Final = frozenset(_LEGAL.split())
"""Abbreviations of legal forms that stand before a name. Source: general knowledge."""

_NEAR: Final = 0.85
"""Share of letters from which two spellings are nearly alike."""

_SHORTEST: Final = 5
"""Letters of the shorter of two spellings; short words differ by one letter and mean something else."""

_MOST_COMPARED: Final = 400
"""Values of which each is compared with each; of more, only those with one skeleton are found."""

_SHORTENED: Final = re.compile(r"[^\W\d_]+\.?")
_FIRST_OF_A_WORD: Final = 4
"""Letters from which on the beginning of a word, without a dot, stands for it: «матем», and not «хор»."""

_JOINING: Final = frozenset({"и", "или", "and", "or"})
"""Words after which another thing follows: «физика» is not short for «физика и химия»."""

_LEAST_SHORTENED: Final = 3
"""Letters of a whole spelling that may be a shorter one of another."""

_VOWELS: Final = frozenset("аеиоуыэюяaeiouy")


@lru_cache(_REMEMBERED)
def clean(text: str) -> str:
    r"""Return a text in Unicode's usual form, without what nobody sees, with single spaces; the spelling is kept.

    >>> clean(" Школа\u200b  №\u00a05 ")
    'Школа № 5'
    """
    if text.isascii() and text.isprintable():
        return " ".join(text.split()) if " " in text else text
    seen = "".join(
        letter
        for letter in unicodedata.normalize("NFC", text)
        if letter.isspace()
        or (unicodedata.category(letter) not in _INVISIBLE and letter not in _UNSEEN)
    )
    return unicodedata.normalize("NFC", " ".join(seen.split()))


@lru_cache(_REMEMBERED)
def compared(text: str) -> str:
    """Return the form by which spellings are one word.

    >>> compared("Школа №5") == compared("«школа  5»"), compared("Ёлка – ель")
    (True, 'елка-ель')
    """
    word = unicodedata.normalize("NFKC", _NUMBER_SIGN.sub("", clean(text).casefold()))
    word = _QUOTES.sub(" ", word.casefold().replace("ё", "е"))
    return " ".join(_HYPHENS.sub("-", _NUMBER_SIGN.sub("", word)).split())


def shared_words(mine: Iterable[str], theirs: Iterable[str]) -> tuple[str, ...]:
    """Return the words of one that are the other's too, as the first spells them, ascending.

    >>> shared_words(["Шахматы", "театр"], ["шахматы"])
    ('Шахматы',)
    """
    known = frozenset(map(compared, theirs))
    return tuple(sorted(word for word in mine if compared(word) in known))


def is_placeholder(text: str) -> bool:
    """Return whether a text only says that nothing is known.

    >>> is_placeholder("Н/Д"), is_placeholder("–"), is_placeholder("нет")
    (True, True, False)
    """
    word = compared(text).strip(" .?!-_")
    return not word or word in _PLACEHOLDERS


def lookalike(text: str) -> str:
    """Return the compared form with every Latin letter that looks Russian made Russian: what the eye compares.

    >>> lookalike("Шкoлa 5") == lookalike("Школа 5"), lookalike("M1") == lookalike("М1")
    (True, True)
    """
    return compared(clean(text).translate(_SKELETON)).translate(_SKELETON)


def nearly_alike(values: Iterable[str]) -> tuple[tuple[str, ...], ...]:
    """Return the groups of spellings that are no one word, yet differ by a slip or by a legal form alone.

    One may be short for another, as «англ. яз.» and «английский» are for «английский язык»; what could be short for
    several things, as «история» for «история искусств» and «история России», is taken for none of them. Different
    numbers, as in «Школа 5» and «Школа 6», are different things.

    >>> nearly_alike(["МБОУ СОШ № 12", "физика", "СОШ №12", "СОШ № 13"])
    (('МБОУ СОШ № 12', 'СОШ №12'),)
    """
    words: dict[str, str] = {}
    for value in values:
        words.setdefault(compared(value), value)
    skeletons = {word: _skeleton(value) for word, value in words.items()}
    parents = {word: word for word in words}

    def root(word: str) -> str:
        while parents[word] != word:
            word = parents[word]
        return word

    first: dict[str, str] = {}
    for word, skeleton in skeletons.items():
        parents[root(word)] = root(first.setdefault(skeleton, word))
    if len(first) <= _MOST_COMPARED:
        for (one, left), (other, right) in combinations(first.items(), 2):
            if _differ_by_a_slip(one, other):
                parents[root(right)] = root(left)
        for short, longer in _shortened([words[word] for word in first.values()]):
            parents[root(compared(longer))] = root(compared(short))
    groups: dict[str, list[str]] = {}
    for word, value in words.items():
        groups.setdefault(root(word), []).append(value)
    return tuple(tuple(group) for group in groups.values() if len(group) > 1)


def _skeleton(value: str) -> str:
    """Return a spelling without legal forms, signs and spaces, of one alphabet."""
    parts = _PARTS.findall(lookalike(value))
    named = [part for part in parts if part not in _LEGAL_FORMS]
    return "".join(named or parts)


def _differ_by_a_slip(one: str, other: str) -> bool:
    if min(len(one), len(other)) < _SHORTEST or _DIGITS.findall(one) != _DIGITS.findall(other):
        return False
    match = SequenceMatcher(None, one, other, autojunk=False)
    return (
        match.real_quick_ratio() >= _NEAR
        and match.quick_ratio() >= _NEAR
        and match.ratio() >= _NEAR
    )


def _shortened(values: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield each spelling that is short for another, with that one, where it is clear for what it is short."""
    spelt = [(value, _words_and_digits(value)) for value in values]
    longer: dict[str, list[str]] = {}
    for (one, left), (other, right) in permutations(spelt, 2):
        if left[1] == right[1] and _is_short_for(left[0], right[0]):
            longer.setdefault(one, []).append(other)
    for short, some in longer.items():
        clear = all(
            a in longer.get(b, ()) or b in longer.get(a, ()) for a, b in combinations(some, 2)
        )
        yield from ((short, one) for one in some if clear)


def _words_and_digits(value: str) -> tuple[list[str], list[str]]:
    """Return the words of a spelling, each with the dot after it, without legal forms; and the numbers in it."""
    text = lookalike(value)
    words = _SHORTENED.findall(text)
    named = [word for word in words if word.rstrip(".") not in _LEGAL_FORMS]
    return named or words, _DIGITS.findall(text)


def _is_short_for(short: Sequence[str], longer: Sequence[str]) -> bool:
    """Return whether words are the first of the other's, or one by one the beginnings of the other's."""
    bare, whole = [word.rstrip(".") for word in short], [word.rstrip(".") for word in longer]
    if bare == whole or sum(map(len, bare)) < _LEAST_SHORTENED:
        return False
    if bare == whole[: len(bare)]:
        return whole[len(bare)] not in _JOINING
    return len(bare) == len(whole) and all(
        word == other or _begins(said, other, later=place > 0)
        for place, (said, word, other) in enumerate(zip(short, bare, whole, strict=True))
    )


def _begins(said: str, whole: str, *, later: bool) -> bool:
    """Return whether a word is the beginning of another and is meant to be: by its dot, or by how it breaks off."""
    word = said.rstrip(".")
    if len(word) >= len(whole) or not whole.startswith(word):
        return False
    breaks_off = word[-1] not in _VOWELS and (later or len(word) >= _FIRST_OF_A_WORD)
    return said != word or breaks_off


@lru_cache(_REMEMBERED)
def mixed_alphabets(text: str) -> str | None:
    """Return the letters of a word that only look as if they were of its alphabet, or None.

    A word that mixes alphabets on purpose, such as «PROдвижение», has letters that look like no others.

    >>> mixed_alphabets("Шкoлa 5"), mixed_alphabets("IT-проекты"), mixed_alphabets("PROдвижение")
    ('o, a', None, None)
    """
    if text.isascii():
        return None
    found: list[str] = []
    for word in _WORD.findall(clean(text)):
        whole = _whole(word)
        if whole != word:
            found += [was for was, now in zip(word, whole, strict=True) if was != now]
    return ", ".join(dict.fromkeys(found)) or None


def unmixed(text: str) -> str:
    """Return a text with every word of mixed alphabets made one of its own alphabet.

    >>> unmixed("Шкoлa 5") == "Школа 5", unmixed("IT-проекты")
    (True, 'IT-проекты')
    """
    return _WORD.sub(lambda found: _whole(found[0]), clean(text))


def _whole(word: str) -> str:
    """Return a word of one alphabet, if look-alike letters alone keep it from being one; else the word itself."""
    latin = [letter for letter in word if _is_latin(letter)]
    russian = [letter for letter in word if _is_russian(letter)]
    if not latin or not russian:
        return word
    to_russian = all(letter in _OF_RUSSIAN for letter in latin)
    to_latin = all(letter in _OF_LATIN for letter in russian)
    if to_russian and (not to_latin or len(russian) >= len(latin)):
        return "".join(_OF_RUSSIAN.get(letter, letter) for letter in word)
    if to_latin:
        return "".join(_OF_LATIN.get(letter, letter) for letter in word)
    return word


def _is_latin(letter: str) -> bool:
    return unicodedata.name(letter, "").startswith("LATIN ")


def _is_russian(letter: str) -> bool:
    return unicodedata.name(letter, "").startswith("CYRILLIC ")
