"""Changes of the rules as plain values, in the file that a school keeps (TOML) and in ``plan.json``.

reading = "widened"
without = ["common-language"]

[parameters]
"grade-gap.at_least" = 2

[weights]
"common-interests" = 4

[[add]]
rule = "same-value"
field = "пол"
asked_by = "просит того же пола"

[[bind]]
form = "pupil-pupil"
role_model = "leader-passive"
categories = ["active", "passive"]
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from nastavnik.basics.disclosure import key_of_file
from nastavnik.basics.errors import Fault, InvalidInputError, nearest
from nastavnik.basics.places import Place
from nastavnik.basics.texts import LANGUAGES, Text
from nastavnik.basics.validators import is_whole
from nastavnik.exchange.toml_syntax import toml_file
from nastavnik.methodology import AddedRule, Binding, Methodology, RuleChanges
from nastavnik.methodology.changing import Located, Way, apply

__all__ = [
    "changes_by_hand",
    "changes_from_plain",
    "plain_changes",
    "read_rule_changes",
    "shown_way",
]

_PARTS: Final = ("reading", "without", "parameters", "weights", "add", "bind")
_OF_ADDED: Final = ("rule", "id", "sentence", "form", "role_model")
_OF_BINDING: Final = ("form", "role_model", "categories")

_A_TEXT: Final = Text(en="a text in quotes", ru="текст в кавычках")
_TEXTS: Final = Text(
    en='a list of texts, such as ["a", "b"]', ru='список текстов, например ["a", "b"]'
)
_TABLE: Final = Text(en="names with values", ru="названия и значения")
_TABLES: Final = Text(en="entries headed with [[{part}]]", ru="записи с заголовком [[{part}]]")
_A_VALUE: Final = Text(
    en="a whole number, a text or a list of texts", ru="целое число, текст или список текстов"
)
_A_SENTENCE: Final = Text(
    en="a text, or one in each language: {en = …, ru = …}",
    ru="текст или по тексту на каждом языке: {en = …, ru = …}",
)


def read_rule_changes(path: str | Path, *, methodology: Methodology | None = None) -> RuleChanges:
    r"""Return the changes of the rules that a file in TOML holds.

    Args:
        path: of the file.
        methodology: also check that it can be changed so.

    Raises:
        InvalidInputError: with every fault, each with the file and the way to what is wrong.

    >>> import tempfile
    >>> file = Path(tempfile.mkdtemp()) / "rules.toml"
    >>> _ = file.write_text('[parameters]\n"grade-gap.at_least" = 2\n')
    >>> read_rule_changes(file).parameters["grade-gap"]["at_least"]
    2
    """
    place = Place(file=str(path))
    changes, found = changes_by_hand(toml_file(Path(path), str(path)), methodology)
    if found:
        raise InvalidInputError([fault.moved(place=_at(place, way)) for way, fault in found])
    return changes


def changes_by_hand(
    document: Mapping[str, Any], methodology: Methodology | None = None
) -> tuple[RuleChanges, list[Located]]:
    """Return what is right of changes as they are written by hand, and what is wrong, each with the way to it.

    Args:
        document: what a file of rules holds, or such a part of another file.
        methodology: also check that it can be changed so.

    >>> changes_by_hand({"add": [{"rule": "same-value", "field": "пол"}]})[0].added[0].parameters
    immutabledict({'field': 'пол'})
    """
    reading = _Reading(document, flat=True)
    changes = reading.changes()
    found = list(reading.faults)
    if methodology is not None:
        more = apply(changes, methodology)[1]
        found += [(reading.way_in_the_file(way), fault) for way, fault in more]
    return changes, found


def _at(place: Place, way: Way) -> Place:
    return Place(file=place.file, path=shown_way(way))


def shown_way(way: Way) -> str:
    """Return a way as somebody finds it in the file; what stands in a list is counted from one.

    >>> shown_way(("add", 0, "field"))
    '[[add]] 1, field'
    """
    first, *below = way
    if below and isinstance(below[0], int):
        return ", ".join([f"[[{first}]] {below[0] + 1}", *map(key_of_file, below[1:])])
    if first in {"parameters", "weights"} and below:
        return f"[{first}] {'.'.join(map(key_of_file, below))}"
    return key_of_file(first)


def changes_from_plain(document: Mapping[str, Any]) -> tuple[RuleChanges, list[Located]]:
    """Return what is right of changes in plain values, and what is wrong with the others, each with the way to it.

    >>> changes_from_plain({"without": ["can-meet"], "witout": []})[1][0][1].advice
    'without'
    """
    reading = _Reading(document)
    return reading.changes(), reading.faults


def plain_changes(changes: RuleChanges) -> dict[str, Any]:
    """Return changes in plain values, from which `changes_from_plain` makes them again.

    >>> changes = RuleChanges(parameters={"grade-gap": {"at_least": 2}})
    >>> plain_changes(changes), changes_from_plain(plain_changes(changes))[0] == changes
    ({'parameters': {'grade-gap.at_least': 2}}, True)
    """
    parameters = {
        f"{rule}.{name}": _listed(value)
        for rule, values in changes.parameters.items()
        for name, value in values.items()
    }
    parts: dict[str, Any] = {
        "reading": changes.reading,
        "without": sorted(changes.without),
        "parameters": parameters,
        "add": [dict(_plain_added(one)) for one in changes.added],
        "bind": [
            {
                "form": one.form,
                "role_model": one.role_model,
                "categories": sorted(one.categories),
            }
            for one in changes.bindings
        ],
    }
    return {name: part for name, part in parts.items() if part}


def _plain_added(one: AddedRule) -> Iterator[tuple[str, Any]]:
    yield "rule", one.rule
    for name in ("id", "form", "role_model"):
        if getattr(one, name) is not None:
            yield name, getattr(one, name)
    if one.sentence is not None:
        yield "sentence", {language: one.sentence[language] for language in LANGUAGES}
    if one.parameters:
        yield "parameters", {name: _listed(value) for name, value in one.parameters.items()}


def _listed(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value


class _Reading:
    """Reads the parts of changes; what is wrong with them is noted in ``faults``.

    Args:
        document: plain values.
        flat: the parameters of a rule that is taken in stand beside its name, as somebody writes them by hand.
    """

    def __init__(self, document: Mapping[str, Any], *, flat: bool = False) -> None:
        self._flat = flat
        self.faults: list[Located] = []
        self._document = document
        self._right: dict[str, list[int]] = {"add": [], "bind": []}
        self._weighed: set[tuple[str, str]] = set()

    def way_in_the_file(self, way: Way) -> Way:
        """Return where in the document a part of the changes stands."""
        part, *rest = way
        if part in self._right and rest:
            return part, self._right[str(part)][int(rest[0])], *rest[1:]
        if part == "parameters" and (str(rest[0]), str(rest[-1])) in self._weighed:
            return "weights", rest[0]
        named = [rule for rule, _ in self._weighed]
        if part == "parameters" and len(rest) == 1 and rest[0] in named:
            return "weights", rest[0]
        return way

    def changes(self) -> RuleChanges:
        """Return what is right."""
        document = self._document
        self._keys((), document, _PARTS)
        return RuleChanges(
            reading=self._of_kind(document, ("reading",), str, _A_TEXT, usual=None),
            bindings=list(self._bindings(document)),
            parameters=self._parameters(document),
            without=self._texts(document, ("without",)),
            added=list(self._added(document)),
        )

    def _keys(self, way: Way, given: Mapping[str, Any], known: tuple[str, ...]) -> None:
        """Note the keys that are not known."""
        for key in given:
            if key not in known:
                fault = Fault("unknown-part", value=key, known=known, advice=nearest(key, known))
                self.faults.append(((*way, key), fault))

    def _wrong_kind(self, way: Way, kind: Text) -> None:
        self.faults.append((way, Fault("part-of-kind", kind=kind)))

    def _of_kind(
        self,
        given: Mapping[str, Any],
        way: Way,
        kind: type,
        said: Text,
        *,
        usual: Any,
        needed: bool = False,
    ) -> Any:
        """Return the value at the end of a way, the usual one where there is none."""
        key = way[-1]
        if key not in given:
            if needed:
                self.faults.append((way[:-1], Fault("part-needed", value=key)))
            return usual
        value = given[str(key)]
        if isinstance(value, kind):
            return value
        self._wrong_kind(way, said)
        return usual

    def _texts(self, given: Mapping[str, Any], way: Way, *, needed: bool = False) -> list[str]:
        found = self._of_kind(given, way, list, _TEXTS, usual=[], needed=needed)
        if all(isinstance(one, str) for one in found):
            return list(found)
        self._wrong_kind(way, _TEXTS)
        return []

    def _parameters(self, document: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
        found: dict[str, dict[str, Any]] = {}
        given = self._of_kind(document, ("parameters",), dict, _TABLE, usual={})
        for way, value in _flat(("parameters",), given):
            rule, _, name = ".".join(map(str, way[1:])).rpartition(".")
            if not rule or not name:
                known = ["grade-gap.at_least"]
                self.faults.append((way, Fault("not-a-parameter", value=str(way[-1]), known=known)))
            elif self._is_value(way, value):
                self._put(found, ("parameters", rule, name), value)
        weights = self._of_kind(document, ("weights",), dict, _TABLE, usual={})
        for rule, value in weights.items():
            if self._is_value(("weights", rule), value):
                self._weighed.add((rule, "weight"))
                self._put(found, ("weights", rule, "weight"), value)
        return found

    def _put(self, found: dict[str, dict[str, Any]], way: tuple[str, str, str], value: Any) -> None:
        part, rule, name = way
        values = found.setdefault(rule, {})
        if name in values:
            shown = f"{rule}.{name}"
            self.faults.append(((part, rule), Fault("given-twice", value=shown, other=shown)))
        values[name] = value

    def _is_value(self, way: Way, value: Any) -> bool:
        texts = isinstance(value, list) and all(isinstance(one, str) for one in value)
        fine = is_whole(value) or isinstance(value, str) or texts
        if not fine:
            self._wrong_kind(way, _A_VALUE)
        return fine

    def _entries(
        self, document: Mapping[str, Any], part: str
    ) -> Iterator[tuple[Way, dict[str, Any]]]:
        kind = _TABLES.format(part=part)
        for number, one in enumerate(self._of_kind(document, (part,), list, kind, usual=[])):
            if isinstance(one, dict):
                yield (part, number), one
            else:
                self._wrong_kind((part, number), kind)

    def _bindings(self, document: Mapping[str, Any]) -> Iterator[Binding]:
        for way, one in self._entries(document, "bind"):
            before = len(self.faults)
            self._keys(way, one, _OF_BINDING)
            form, model = (
                self._of_kind(one, (*way, key), str, _A_TEXT, usual="", needed=True)
                for key in ("form", "role_model")
            )
            categories = self._texts(one, (*way, "categories"), needed=True)
            if len(self.faults) == before:
                self._right["bind"].append(int(way[1]))
                yield Binding(form=form, role_model=model, categories=categories)

    def _added(self, document: Mapping[str, Any]) -> Iterator[AddedRule]:
        for way, one in self._entries(document, "add"):
            before = len(self.faults)
            texts = {
                key: self._of_kind(one, (*way, key), str, _A_TEXT, usual=None, needed=key == "rule")
                for key in ("rule", "id", "form", "role_model")
            }
            sentence = self._sentence((*way, "sentence"), one)
            if self._flat:
                within: Way = way
                values = {key: value for key, value in one.items() if key not in _OF_ADDED}
            else:
                within = (*way, "parameters")
                self._keys(way, one, (*_OF_ADDED, "parameters"))
                values = self._of_kind(one, within, dict, _TABLE, usual={})
            for key, value in values.items():
                self._is_value((*within, key), value)
            if len(self.faults) == before:
                self._right["add"].append(int(way[1]))
                yield AddedRule(**texts, sentence=sentence, parameters=values)

    def _sentence(self, way: Way, one: Mapping[str, Any]) -> Text | None:
        if way[-1] not in one:
            return None
        given = one[str(way[-1])]
        said = dict.fromkeys(LANGUAGES, given) if isinstance(given, str) else given
        if isinstance(said, dict) and set(said) == set(LANGUAGES):
            try:
                return Text(**said)
            except (TypeError, ValueError):
                pass
        self._wrong_kind(way, _A_SENTENCE)
        return None


def _flat(way: Way, given: Mapping[str, Any]) -> Iterator[tuple[Way, Any]]:
    """Yield every value with the way to it: ``grade-gap.at_least = 2`` without quotes is a table in a table."""
    for key, value in given.items():
        if isinstance(value, dict) and value:
            yield from _flat((*way, key), value)
        else:
            yield (*way, key), value
