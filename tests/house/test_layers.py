"""The rooms keep their order, every contract can fail, and nothing heavy is loaded where it is not needed."""

import ast
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src/nastavnik"

WITHIN_FUNCTIONS = {
    "__main__": {"nastavnik.cli"},  # the core works without the extra
    "assignment.working_set": {"nastavnik.assignment"},  # the solver takes a while to load
    "cli.settings": {"ctypes"},  # asked of Windows alone
    "exchange.tables.files.table_files": {
        "nastavnik.exchange.tables.formats.workbooks"
    },  # calamine is an extra
    "exchange.tables.writer": {
        "nastavnik.exchange.tables.formats.xlsx_output"
    },  # XlsxWriter is an extra
    "matching.demands.settlement": {"nastavnik.matching.demands.doctor"},  # seldom asked
    "programme.plan.matching_plan": {"networkx"},  # loaded by those who want a graph
    "programme.round": {"nastavnik.programme.round.town"},  # seldom asked
    "programme.round.cohort": {  # NumPy is loaded with the first cohort
        "nastavnik.people.columns",
        "nastavnik.people.frames.people",
        "nastavnik.programme.round.faults",
    },
    "report.days": {"babel.dates"},  # loaded with the first day that is said
    "report.names": {"nastavnik.exchange.tables.formats.workbooks"},  # calamine is an extra
    "report.passage": {"markdown_it"},  # loaded by those who want HTML
    "report.plurals": {"babel"},  # loaded with the first number that is said
    "testing": {"nastavnik.testing.rule_checks"},  # loads NumPy
    "testing.registration": {"hypothesis.strategies", "nastavnik.testing"},  # it is being imported
}
"""Every import inside a function, and why; all others stand at the top of their module."""

LINT = "from importlinter.cli import lint_imports_command as lint; lint()"

PLANTED = {
    "Data flows one way through the rooms": ("people/fields.py", "nastavnik.rules.base"),
    "Inside matching: candidates, then what is made of them, then what is asked": (
        "matching/candidates/hard.py",
        "nastavnik.matching.reasons.crowds",
    ),
    "Inside programme: a round, what can be said of it, its plan": (
        "programme/round/town.py",
        "nastavnik.programme.evidence.told",
    ),
    "Inside tables: from bytes and cells to columns, files, maps and people": (
        "exchange/tables/cells/lists.py",
        "nastavnik.exchange.tables.columns.column",
    ),
    "The language of rules knows no law": ("rules/words.py", "nastavnik.rules.catalogue.pairing"),
    "The checker leans on nothing that it checks": (
        "proof/checker/pairs.py",
        "nastavnik.matching.candidates.looks",
    ),
    "The certificate does without whoever solved it": (
        "proof/certificate/pairs.py",
        "nastavnik.matching.solution.pairs",
    ),
    "Numbers know no people": ("assignment/lottery.py", "nastavnik.people.fields"),
    "Only the flow module calls the solver": (
        "matching/solution/deal.py",
        "ortools.graph.python.min_cost_flow",
    ),
}
"""For each contract a module and what it must not import."""


def imported_within_functions() -> Iterator[tuple[str, str]]:
    """Yield module and import for every import inside a function."""
    for path in SOURCE.rglob("*.py"):
        name = ".".join(path.relative_to(SOURCE).with_suffix("").parts).removesuffix(".__init__")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
                continue
            for inner in ast.walk(node):
                if isinstance(inner, ast.ImportFrom):
                    yield name, inner.module or ""
                elif isinstance(inner, ast.Import):
                    yield from ((name, alias.name) for alias in inner.names)


def test_imports_inside_functions_are_the_listed_ones() -> None:
    """Where the start must stay light, and nowhere to hide an arrow that points up."""
    found: dict[str, set[str]] = {}
    for name, imported in imported_within_functions():
        found.setdefault(name, set()).add(imported)
    assert found == WITHIN_FUNCTIONS


def lint(folder: Path) -> str:
    """Return what import-linter says of the library in a folder."""
    done = subprocess.run(
        [sys.executable, "-c", LINT, "--no-cache"],
        cwd=folder,
        env={"PYTHONPATH": str(folder / "src"), "PATH": "", "COLUMNS": "200"},
        capture_output=True,
        text=True,
        check=False,
    )
    return re.sub(r"\x1b\[[0-9;]*m", "", done.stdout + done.stderr)


@pytest.fixture(scope="module")
def copied(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a copy of the library and of the contracts."""
    folder = tmp_path_factory.mktemp("copied")
    shutil.copytree(SOURCE, folder / "src/nastavnik")
    shutil.copy(ROOT / "pyproject.toml", folder)
    return folder


def test_the_contracts_are_kept(copied: Path) -> None:
    """All of them, and there is a planted import for each."""
    said = lint(copied)
    kept = {line.rsplit(" KEPT", 1)[0] for line in said.splitlines() if " KEPT" in line}
    assert kept == PLANTED.keys(), said


@pytest.mark.parametrize("contract", PLANTED)
def test_each_contract_can_fail(copied: Path, contract: str) -> None:
    """An import that must not be breaks just the contract that forbids it, or that one among others."""
    file, forbidden = PLANTED[contract]
    path = copied / "src/nastavnik" / file
    before = path.read_text(encoding="utf-8")
    path.write_text(f"{before}\nimport {forbidden}\n", encoding="utf-8")
    try:
        assert f"{contract} BROKEN" in lint(copied)
    finally:
        path.write_text(before, encoding="utf-8")


@pytest.mark.parametrize(
    ("package", "unwanted"),
    [
        ("nastavnik.programme.plan", ["networkx", "ortools", "nastavnik.matching"]),
        ("nastavnik.programme.evidence", ["networkx", "ortools", "nastavnik.matching"]),
        ("nastavnik.proof.checker", ["networkx", "ortools", "nastavnik.matching"]),
        ("nastavnik.assignment", ["ortools", "nastavnik.people.columns", "nastavnik.matching"]),
        (
            "nastavnik.exchange.tables",
            ["numpy", "python_calamine", "xlsxwriter", "nastavnik.matching"],
        ),
        ("nastavnik.testing.registration", ["numpy", "hypothesis", "nastavnik.matching"]),
    ],
)
def test_values_are_light(package: str, unwanted: list[str]) -> None:
    """What only holds values, or checks them, loads nothing that computes a plan."""
    code = f"import sys, {package}; print(*[m for m in {unwanted} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert done.stdout.split() == []


def test_every_import_is_declared() -> None:
    """What the library imports, an extra's parts too, is in ``pyproject.toml`` for those who install it."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extras = project["optional-dependencies"].values()
    declared = {
        re.split(r"[\[<>=]", one)[0]
        for group in (project["dependencies"], *extras)
        for one in group
    }
    brings = packages_distributions()
    for path in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                roots = {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom):
                roots = {(node.module or "").partition(".")[0]}
            else:
                continue
            for root in roots - set(sys.stdlib_module_names) - {"nastavnik"}:
                assert declared & set(brings.get(root, ())), f"{path.name}: {root}"
