"""Writes the public surface from the code: ``docs/reference/``, and one line for every name and signature.

python docs/make_reference.py          write ``docs/reference/*.md`` and ``tests/snapshots/public-surface.txt``
python docs/make_reference.py --check  only say which of them are not up to date

What is public is the door and the packages listed here, by their ``__all__``; whatever is not among it is private. The
code is read and not run.
"""

import ast
import sys
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from textwrap import dedent
from typing import Final

import griffe

ROOT: Final = Path(__file__).parents[1]
FOLDER: Final = ROOT / "docs/reference"
SURFACE: Final = ROOT / "tests/snapshots/public-surface.txt"

DOOR: Final = "nastavnik"
PUBLIC: Final = (
    "nastavnik.basics",
    "nastavnik.people",
    "nastavnik.rules",
    "nastavnik.rules.catalogue",
    "nastavnik.methodology",
    "nastavnik.assignment",
    "nastavnik.programme.round",
    "nastavnik.programme.evidence",
    "nastavnik.programme.plan",
    "nastavnik.proof.certificate",
    "nastavnik.proof.checker",
    "nastavnik.exchange.tables",
    "nastavnik.exchange.json",
    "nastavnik.report",
    "nastavnik.testing",
    "nastavnik.testing.strategies",
)
"""Packages whose names users may import, in the order in which data flows."""

INDEX: Final = """\
# Reference

Made from the code by `docs/make_reference.py`. What you may import is listed here, each name once; whatever is not listed is private and may change without notice. Most of what a program needs stands in the door: `from nastavnik import match`.

| package | what is in it |
|---|---|
"""

_LONGEST: Final = 100
"""Characters of a default or a value that are shown."""


class Surface:
    """All that is public, and where each name is at home.

    Args:
        package: the library as griffe has read it.
    """

    def __init__(self, package: griffe.Module) -> None:
        self._package = package
        self.home: dict[str, str] = {}
        for name in PUBLIC:
            for public in self.names(name):
                path = self.found(name, public).path
                kept = self.home.setdefault(path, name)
                if path.startswith(f"{name}.") and len(name) > len(kept):
                    self.home[path] = name
        for public in self.names(DOOR):
            self.home.setdefault(self.found(DOOR, public).path, DOOR)

    def module(self, name: str) -> griffe.Module:
        """Return a public package."""
        inside = name.removeprefix(DOOR).removeprefix(".")
        module = self._package[inside] if inside else self._package
        assert isinstance(module, griffe.Module)
        return module

    def names(self, name: str) -> list[str]:
        """Return the names of a public package, in the order of its ``__all__``."""
        return [str(public) for public in self.module(name).exports or ()]

    def found(self, name: str, public: str) -> griffe.Object:
        """Return what a public name stands for."""
        module = self.module(name)
        member = module.members[public]
        if isinstance(member, griffe.Module):  # a module that is called as what is imported from it
            member = self._package[module.imports[public].removeprefix(f"{DOOR}.")]
        target = member.final_target if isinstance(member, griffe.Alias) else member
        assert isinstance(target, griffe.Object)
        return target

    def own(self, name: str) -> list[str]:
        """Return the names that are at home in a public package."""
        return [n for n in self.names(name) if self.home[self.found(name, n).path] == name]

    def lines(self) -> Iterator[str]:
        """Yield a line for every public name, field and method, those of the door first."""
        for name in (DOOR, *PUBLIC):
            yield f"{name}"
            for public in self.names(name):
                thing = self.found(name, public)
                if self.home[thing.path] != name:
                    yield f"  {public}: {self.home[thing.path]}"
                    continue
                yield f"  {signature(thing)}"
                yield from (f"    {signature(member)}" for member in members(thing))


def members(thing: griffe.Object) -> Iterator[griffe.Object]:
    """Yield the public fields and methods of a class, inherited ones too, by name."""
    if not isinstance(thing, griffe.Class):
        return
    for name, member in sorted(thing.all_members.items()):
        target = member.final_target if isinstance(member, griffe.Alias) else member
        if not name.startswith("_") and isinstance(target, griffe.Object):
            yield target


def fields(thing: griffe.Object) -> Iterator[str]:
    """Yield the fields of a value, those of its bases first, as they are given to it."""
    found: dict[str, str] = {}
    for kind in reversed([thing, *thing.mro()]) if isinstance(thing, griffe.Class) else ():
        for name, member in kind.members.items():
            if not isinstance(member, griffe.Attribute) or member.annotation is None:
                continue
            if "property" not in member.labels and not name.startswith("_"):
                found[name] = f"    {signature(member)}"
    yield from found.values()


def signature(thing: griffe.Object) -> str:
    """Return how a thing is called, on one line."""
    if isinstance(thing, griffe.Function):
        returns = f" -> {thing.returns}" if thing.returns is not None else ""
        return f"def {thing.name}({', '.join(_parameters(thing))}){returns}"
    if isinstance(thing, griffe.Class):
        bases = ", ".join(map(str, thing.bases))
        return f"class {thing.name}({bases})" if bases else f"class {thing.name}"
    assert isinstance(thing, griffe.Attribute)
    kind = f": {thing.annotation}" if thing.annotation is not None else ""
    value = _default(thing)
    return f"{thing.name}{kind}" + (f" = {value}" if 0 < len(value) <= _LONGEST else "")


def _default(thing: griffe.Attribute) -> str:
    """Return the value that an attribute has, or the default of a field; "" where there is none."""
    made = {"class-attribute", "module-attribute"}
    if thing.value is None or "property" in thing.labels or made.isdisjoint(thing.labels):
        return ""
    value = " ".join(str(thing.value).split())
    call = ast.parse(value, mode="eval").body
    if not isinstance(call, ast.Call) or ast.unparse(call.func) != "field":
        return value
    given = {word.arg: ast.unparse(word.value) for word in call.keywords}
    return f"{given['factory']}()" if "factory" in given else given.get("default", "")


def _parameters(function: griffe.Function) -> Iterator[str]:
    keyword = False
    for one in function.parameters:
        stars = {"variadic positional": "*", "variadic keyword": "**"}.get(str(one.kind.value), "")
        if one.kind is griffe.ParameterKind.keyword_only and not keyword:
            yield "*"
        keyword = keyword or stars == "*" or one.kind is griffe.ParameterKind.keyword_only
        kind = "" if one.annotation is None else f": {one.annotation}"
        equals = "" if one.default is None or stars else f"{' = ' if kind else '='}{one.default}"
        yield f"{stars}{one.name}{kind}{equals}"


def page(surface: Surface, name: str) -> str:
    """Return the page of one package."""
    module = surface.module(name)
    lines = [f"# `{name}`", "", *told(module), ""]
    others = [public for public in surface.names(name) if public not in surface.own(name)]
    if others and name != DOOR:
        away = (f"[`{n}`]({link(surface.home[surface.found(name, n).path], n)})" for n in others)
        lines += [f"Also here: {', '.join(away)}.", ""]
    door = surface.names(DOOR)
    for public in surface.own(name):
        thing = surface.found(name, public)
        lines += [f"## {public}", "", "```py", signature(thing), *fields(thing), "```", ""]
        if public in door and name != DOOR:
            lines += [f"Also `from {DOOR} import {public}`.", ""]
        lines += [*told(thing), ""]
        told_of = [
            one
            for one in members(thing)
            if one.docstring
            and (not one.is_attribute or "property" in one.labels)
            and (one.parent is thing or one.parent is None or one.parent.path not in surface.home)
        ]
        for member in told_of:
            lines += [f"### {public}.{member.name}", "", "```py", signature(member), "```", ""]
            lines += [*told(member), ""]
    return "\n".join(lines).rstrip() + "\n"


def told(thing: griffe.Object) -> Iterator[str]:
    """Yield what a docstring says, as Markdown; its examples are run where they stand, in the code."""
    if thing.docstring is None:
        return
    for section in thing.docstring.parsed:
        if isinstance(section, griffe.DocstringSectionText):
            yield from _fenced(section.value)
        elif isinstance(section, griffe.DocstringSectionExamples):
            for kind, text in section.value:
                code = kind is griffe.DocstringSectionKind.examples
                yield from ("```pycon", text, "```", "") if code else (text, "")
        elif isinstance(section.value, list):
            yield f"**{section.kind.value.capitalize()}**"
            yield ""
            for item in section.value:
                named = getattr(item, "name", None) or item.annotation
                said = " ".join(item.description.split())
                yield f"- `{named}`: {said}" if section.kind.value != "returns" else f"- {said}"
            yield ""


def _fenced(text: str) -> Iterator[str]:
    """Yield a text with the examples in it as code; indented paragraphs that follow each other are one example."""

    def language(block: str) -> str:
        if block.lstrip().startswith(">>>"):
            return "pycon"
        return "text" if block.startswith("    ") else ""

    for kind, blocks in groupby(text.split("\n\n"), key=language):
        together = dedent("\n\n".join(blocks))
        yield from (f"```{kind}", together, "```", "") if kind else (together, "")


def link(name: str, anchor: str = "") -> str:
    """Return the address of a package's page."""
    return f"{name}.md" + (f"#{anchor.lower()}" if anchor else "")


def index(surface: Surface) -> str:
    """Return the first page: the packages, and what stands in the door."""
    lines = []
    for name in PUBLIC:
        docstring = surface.module(name).docstring
        assert docstring is not None
        lines.append(f"| [`{name}`]({link(name)}) | {docstring.value.splitlines()[0]} |")
    lines += ["", "## The door", "", "| `from nastavnik import …` | what it is |", "|---|---|"]
    for public in surface.names(DOOR):
        thing = surface.found(DOOR, public)
        said = "" if thing.docstring is None else thing.docstring.value.splitlines()[0]
        lines.append(f"| [`{public}`]({link(surface.home[thing.path], public)}) | {said} |")
    return INDEX + "\n".join(lines) + "\n"


def made() -> dict[Path, str]:
    """Return every file with what belongs into it."""
    loaded = griffe.load(
        DOOR,
        search_paths=[ROOT / "src"],
        docstring_parser="google",
        docstring_options={"warnings": False, "returns_multiple_items": False},
    )
    assert isinstance(loaded, griffe.Module)
    surface = Surface(loaded)
    pages = {FOLDER / f"{name}.md": page(surface, name) for name in (DOOR, *PUBLIC)}
    return {
        FOLDER / "index.md": index(surface),
        **pages,
        SURFACE: "\n".join(surface.lines()) + "\n",
    }


if __name__ == "__main__":
    files = made()
    if "--check" not in sys.argv:
        FOLDER.mkdir(exist_ok=True)
        for path in set(FOLDER.glob("*.md")) - files.keys():
            path.unlink()
        for path, text in files.items():
            path.write_text(text, encoding="utf-8")
    else:
        stale = [
            str(path.relative_to(ROOT))
            for path, text in files.items()
            if not path.exists() or path.read_text("utf-8") != text
        ]
        stale += [str(p.relative_to(ROOT)) for p in set(FOLDER.glob("*.md")) - files.keys()]
        if stale:
            sys.exit(f"not up to date: {', '.join(sorted(stale))}; run 'make pages'")
