"""Writes ``docs/rules.md`` and ``docs/tables.md`` from the code, so that they cannot say anything else.

python docs/make_pages.py          write the pages
python docs/make_pages.py --check  only say which of them are not up to date
"""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from nastavnik import TARGET_MODEL, MentoringForm, Requirement
from nastavnik.exchange.tables.columns import Kind
from nastavnik.exchange.tables.demand_columns import DEMAND_COLUMNS, DEMANDS
from nastavnik.exchange.tables.headings import COLUMNS
from nastavnik.people import Position
from nastavnik.rules.base import Rule

DOCS = Path(__file__).parent

RULES = """\
# Rules of the target model

Made from the code by `docs/make_pages.py`. Requirements remove a pair, preferences give 0 to 100 points times a weight. The last column says what a rule rests on and how sure that is ([grades](sources.md)). Change any parameter with `TARGET_MODEL.with_parameters(id, …)`, take a rule out with `without_rule(id)`, add one of your own with `with_rule(rule)`.
"""


AFTER_COMMON = (
    "A role model that is bound to categories also asks `category-served`; one that is meant for "
    "certain tasks also gives points by `purpose-fits`."
)

TABLES = """\
# Tables

Made from the code by `docs/make_pages.py`. Two tables, one of mentees and one of mentors, `.csv` or `.xlsx`; a row is a person. `nastavnik template DIR --lang ru` writes both empty, with a row that describes each column and says what an empty cell means, and with them a third, for [locks and bans](demands.md), which is read in the same way. The template has the columns that pupils and teachers of one school need, and all of them with `--full`.

- The first row has the headings, in Russian or English, in any order; capital letters, ё and е, spaces and a colon at the end make no difference. Only the id and the position must be there.
- An unknown heading is a fault, with the nearest known one as advice; a column whose heading begins with `#` is a note, and so is a row whose id does.
- An empty cell means *unknown*, not *no*, unless its column says otherwise.
- Lists are separated by commas, semicolons or line breaks; words are compared without regard to capital letters. Categories, tasks and qualities are written by their Russian or English title or by id.
- CSV may be UTF-8 with or without BOM, UTF-16 with BOM, or Windows-1251 as Excel in Russia writes it, separated by `;`, `,` or tabs. A text that a spreadsheet would run as a formula is written with an apostrophe before it, which reading takes away.
- In XLSX the first sheet is read. A formula is a fault: paste its value.
- All faults of all files come at once, each with file, row, column, value and what was expected; the same fault in many rows is said once. [What else `check` says](checking.md).

```python
>>> import tempfile
>>> from nastavnik.programme.round.town import invented_town
>>> from nastavnik.exchange.tables import read_cohort, write_people
>>> folder = tempfile.mkdtemp()
>>> mentees, mentors = write_people(invented_town(), folder, language="ru", format="csv")
>>> read_cohort(mentees, mentors) == invented_town()
True

```

## Columns
"""

DEMANDS_TABLE = """
## Columns of the table of demands

A row is a [lock or a ban](demands.md); the first three columns must be there. Give the file to `nastavnik match` with `--demands`. Two rows that ask for the same of one pair are a fault.

| column | по-русски | what to put into it |
|---|---|---|
"""


def table(rules: Iterable[Rule]) -> Iterator[str]:
    """Yield the lines of a table of rules."""
    yield "| id | what it asks | по-русски | parameters | unknown | source |"
    yield "|---|---|---|---|---|---|"
    for rule in rules:
        shown = {
            k: sorted(v) if isinstance(v, frozenset) else v for k, v in rule.parameters.items()
        }
        parameters = ", ".join(f"`{k}={v}`" for k, v in shown.items() if k != "side")
        unknown = rule.unknown.value if isinstance(rule, Requirement) else "no points"
        cells = (f"`{rule.id}`", rule.text.en, rule.text.ru, parameters, unknown, rule.source.label)
        yield "| " + " | ".join(cells) + " |"


def of_form(form: MentoringForm) -> Iterator[str]:
    """Yield the lines about one form."""
    yield f"## {form.title.en} («{form.title.ru}»)"
    yield ""
    yield f"{form.purpose.en} Source: {form.source.label}."
    yield ""
    if form.requirements or form.preferences:
        yield from table((*form.requirements, *form.preferences))
        yield ""
    for role_model in form.role_models:
        bound = ", ".join(sorted(role_model.categories)) or "every one"
        yield f"### {role_model.title.en} («{role_model.title.ru}»)"
        yield ""
        yield f"`{role_model.id}`: {role_model.purpose.en} Source: {role_model.source.label}."
        binding = f" ({role_model.binding_source.label})" if role_model.binding_source else ""
        yield f"Mentee categories: {bound}{binding}."
        yield ""
        if role_model.requirements or role_model.preferences:
            yield from table((*role_model.requirements, *role_model.preferences))
            yield ""


def rules_page() -> str:
    """Return the page about the rules."""
    lines = [RULES, "## In every form", ""]
    lines += table((*TARGET_MODEL.requirements, *TARGET_MODEL.preferences))
    lines += [
        "",
        AFTER_COMMON,
        "",
    ]
    for form in TARGET_MODEL.forms:
        lines += of_form(form)
    return "\n".join(lines).rstrip() + "\n"


def tables_page() -> str:
    """Return the page about the tables."""
    lines = [
        TABLES,
        "| column | по-русски | table | positions | what to put into it |",
        "|---|---|---|---|---|",
    ]
    for column in COLUMNS:
        kinds = ", ".join(sorted(f"{kind.role}s" for kind in column.tables))
        positions = column.positions
        whose = "all" if len(positions) == len(Position) else ", ".join(p.value for p in positions)
        about = " ".join(column.about.en.replace("{known}", "the list in the template").split())
        lines.append(f"| {column.heading.en} | {column.heading.ru} | {kinds} | {whose} | {about} |")
    known = ", ".join(f"{e.title.en} ({e.title.ru})" for e in DEMANDS.entries)
    shown = {Kind.DEMAND: known, Kind.IDS: "the list in the template"}
    demands = [
        f"| {column.heading.en} | {column.heading.ru} | "
        f"{column.about.en.format(known=shown.get(column.kind, ''))} |"
        for column in DEMAND_COLUMNS
    ]
    return "\n".join(lines) + "\n" + DEMANDS_TABLE + "\n".join(demands) + "\n"


if __name__ == "__main__":
    pages = {DOCS / "rules.md": rules_page(), DOCS / "tables.md": tables_page()}
    if "--check" not in sys.argv:
        for path, text in pages.items():
            path.write_text(text, encoding="utf-8")
    elif stale := [path.name for path, text in pages.items() if path.read_text("utf-8") != text]:
        sys.exit(f"not up to date: {', '.join(stale)}; run python docs/make_pages.py")
