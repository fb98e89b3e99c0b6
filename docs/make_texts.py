"""Writes every text of the product as one page in each language, so that somebody can proof-read it.

python docs/make_texts.py          write ``docs/texts.ru.md`` and ``docs/texts.en.md``
python docs/make_texts.py --check  only say which of them are not up to date

The code is read and not run, so that no text is missed: wherever a `Text`, a counted noun or the two halves of a title
are written, they are found, in the order of the rooms from what a coordinator meets first to what is met last.
"""

import ast
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path
from typing import Final, Literal, NamedTuple

ROOT: Final = Path(__file__).parents[1]
SOURCE: Final = ROOT / "src/nastavnik"
DOCS: Final = ROOT / "docs"

Language = Literal["en", "ru"]

ROOMS: Final = (
    "rules",
    "report",
    "cli",
    "basics",
    "exchange",
    "people",
    "programme",
    "matching",
    "methodology",
)
"""Rooms in which texts are written, in the order of the page."""

HEAD: Final[Mapping[Language, str]] = {
    "en": "# Every text in English\n\nMade from the code by `make texts`. Each line: where the text stands, and the "
    "text. Numbers, names and values stand in braces; a word behind a colon is a noun that agrees with the number "
    "(they are listed under `report/plurals`). [In Russian](texts.ru.md).\n",
    "ru": "# Все тексты по-русски\n\nСтраница составлена по программе командой `make texts`. В каждой строке: где стоит "
    "текст и сам текст. На месте фигурных скобок окажутся числа, имена и значения; слово после двоеточия – "
    "существительное, которое согласуется с числом (все они – под `report/plurals`). [По-английски](texts.en.md).\n",
}


_ONE_VALUE: Final = re.compile(r"\{[^{}]*\}")
"""A text that only the running code knows."""


class Written(NamedTuple):
    """A text as it stands in the code."""

    module: str
    """Path of the module under the package, without its ending: ``report/phrases``."""
    key: str
    """What it is called there: the key of its catalogue, or the names around it."""
    en: str
    ru: str


def texts() -> list[Written]:
    """Return every text of the package, room by room, in the order in which they are written."""
    found: list[Written] = []
    for room in ROOMS:
        for path in sorted((SOURCE / room).rglob("*.py")):
            module = path.relative_to(SOURCE).with_suffix("").as_posix()
            tree = ast.parse(path.read_text("utf-8"))
            found += (
                Written(module, key, en, ru) for key, en, ru in _of(tree, (), _constants(tree))
            )
    return found


def _constants(tree: ast.Module) -> Mapping[str, str]:
    """Return the strings to which a module gives a name."""
    named: dict[str, str] = {}
    for node in tree.body:
        targets: Sequence[ast.expr] = ()
        if isinstance(node, ast.Assign):
            targets = node.targets
        elif isinstance(node, ast.AnnAssign):
            targets = (node.target,)
        value = getattr(node, "value", None)
        if isinstance(value, ast.Constant) and isinstance(value.value, str):
            named |= {one.id: value.value for one in targets if isinstance(one, ast.Name)}
    return named


def _of(
    node: ast.AST, names: tuple[str, ...], constants: Mapping[str, str]
) -> Iterator[tuple[str, str, str]]:
    """Yield key and both languages of each text below a node."""
    if isinstance(node, ast.Call):
        pair = _pair(node, constants)
        if pair is not None:
            if not all(_ONE_VALUE.fullmatch(text) for text in pair):
                yield (".".join(dict.fromkeys(names)), *pair)
            return
        names = (*names, *_named_by_call(node))
    elif isinstance(node, ast.Dict):
        for key, value in zip(node.keys, node.values, strict=True):
            shown = ast.unparse(key).strip("'\"") if key is not None else ""
            yield from _of(value, (*names[:-1], shown) if names else (shown,), constants)
        return
    else:
        names = (*names, *_named_by(node))
    for child in ast.iter_child_nodes(node):
        yield from _of(child, names, constants)


def _named_by(node: ast.AST) -> tuple[str, ...]:
    """Return the name that a class, a function, an argument or an assignment gives to what is below it."""
    match node:
        case ast.ClassDef(name=name) | ast.FunctionDef(name=name) | ast.keyword(arg=str(name)):
            return (name,)
        case ast.AnnAssign(target=target) | ast.Assign(targets=[target, *_]):
            return (ast.unparse(target),)
    return ()


def _named_by_call(call: ast.Call) -> tuple[str, ...]:
    """Return the id by which a call names what it makes, such as a form or a column."""
    named = [one.value for one in call.keywords if one.arg == "id"] or call.args[:1]
    return tuple(
        one.value
        for one in named[:1]
        if isinstance(one, ast.Constant) and isinstance(one.value, str)
    )


def _pair(call: ast.Call, constants: Mapping[str, str]) -> tuple[str, str] | None:
    """Return both languages of a text or a counted noun, or None for another call."""
    name = call.func.id if isinstance(call.func, ast.Name) else ""
    given = {one.arg: one.value for one in call.keywords}
    if name == "Text" and {"en", "ru"} <= given.keys():
        return _string(given["en"], constants), _string(given["ru"], constants)
    if name == "_noun":
        return _string(call.args[0], constants), _string(call.args[1], constants)
    return None


def _string(node: ast.expr, constants: Mapping[str, str]) -> str:
    """Return a written string; what is only known when the code runs stands in braces."""
    if isinstance(node, ast.Constant):
        return str(node.value)
    if isinstance(node, ast.Name) and node.id in constants:
        return constants[node.id]
    if isinstance(node, ast.JoinedStr):
        return "".join(
            str(one.value)
            if isinstance(one, ast.Constant)
            else "{" + ast.unparse(one.value if isinstance(one, ast.FormattedValue) else one) + "}"
            for one in node.values
        )
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        return _string(node.left, constants) + _string(node.right, constants)
    return "{" + ast.unparse(node) + "}"


def page(language: Language) -> str:
    """Return every text in one language."""
    lines = [HEAD[language]]
    for module, written in groupby(texts(), key=lambda one: one.module):
        lines += [f"## {module}", ""]
        for one in written:
            said = one.en if language == "en" else one.ru
            lines.append(f"- `{one.key}` {' ⏎ '.join(said.splitlines())}")
        lines.append("")
    return "\n".join(lines).rstrip() + "\n"


def pages() -> dict[Path, str]:
    """Return each page by its path."""
    return {DOCS / f"texts.{language}.md": page(language) for language in ("en", "ru")}


def main() -> int:
    """Write the pages, or check them."""
    stale = [p for p, text in pages().items() if not p.exists() or p.read_text("utf-8") != text]
    if "--check" in sys.argv[1:]:
        for path in stale:
            sys.stdout.write(f"{path.name} is not up to date; run 'make texts'\n")
        return bool(stale)
    for path in stale:
        path.write_text(pages()[path], encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
