"""Writes ``rules.md``, ``tables.md`` and ``coverage.md`` from the code and the cases, so that they cannot say otherwise.

python docs/make_pages.py          write the pages
python docs/make_pages.py --check  only say which of them are not up to date
"""

import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from nastavnik import TARGET_MODEL, MentoringForm, Methodology, Requirement
from nastavnik.basics.sources import FOUNDING_STATEMENTS
from nastavnik.exchange.cases import Case, outcome_of, read_cases
from nastavnik.exchange.tables.columns.column import Kind
from nastavnik.exchange.tables.columns.demand_columns import DEMAND_COLUMNS, DEMANDS
from nastavnik.exchange.tables.columns.headings import COLUMNS
from nastavnik.methodology.values import ModelValue
from nastavnik.people import Position
from nastavnik.rules.base import Rule

DOCS = Path(__file__).parent
CASES = DOCS.parent / "tests/cases"

MOST_CASES = 3
"""Cases that are named for one value; the others are counted."""

COVERAGE = """\
# What of the model is shown by which cases

Made from the code and from `tests/cases` by `docs/make_pages.py`: {count} [cases](cases.md). A case counts where it says so (`covers`), where one of its people has the value, and where its outcome names the form, the role model, a rule that fails or one that gives points. Principles, results, activities and settings have none: no pair depends on them. The document itself was last looked at on {checked}; «–» says that nobody has noted a day.

## Statements of the founding text
"""

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

- A row has the headings, in Russian or English, in any order; capital letters, ё and е, spaces and a colon at the end make no difference. Only the id and the position must be there.
- An unknown heading is a fault, with the nearest known one as advice. A table with headings of its own, such as the export of a form, is read with [a map of them](own-headings.md). A column whose heading begins with `#` is a note, and so is a row whose id does.
- An empty cell means *unknown*, not *no*, unless its column says otherwise; so do «–», «н/д», «не знаю», «нет данных», `?`. In a list «нет» says that there is nothing to list, which is known. In a column of yes and no a dash is *no*.
- Lists are separated by commas, semicolons or line breaks, never inside brackets; a bracket that is not closed is a fault. Words keep their spelling and are compared as words: capital letters, ё and е, kinds of dashes, quotation marks and spaces make no difference. «математика и биология» among subjects is two of them where both stand by themselves somewhere in the two tables; «труд и технология» stays one otherwise. Categories, tasks and qualities are written by their Russian or English title or by id.
- A word with letters of two alphabets, such as «Шкoла» with a Latin o, is a fault that names the letters; so is an id that looks like somebody's.
- Marks: `физика 4`, with a colon, dash or equals sign between, `физика (4)`, `физика отл.`. One whole mark belongs to a subject, and no number stands in its name by itself: «физика 2 3 2», «физика 2,67», «Физика-2 Химия-3» and «4 физика» are faults.
- Classes: `7`, `7Б`, `7 «б»`, `7-Б класс`, `VII`. The letter, one or two of them, is kept for lists; no rule reads it. A Latin letter that looks Russian is Russian in a Russian table.
- Yes and no: `да`, `+`, `✓`, `х`, `V`, `есть`, `пройдено`, `в наличии`, «Да, согласен(на)»; `нет`, `–`, `не пройдено`, `отказ`. Of several words each must say the same; «да, но позже» is a fault.
- A birth date (`13.05.2012`, `13/05/2012` with the day first, `2012-05-13`, «13 мая 2012 г.») gives the age, which is kept instead of it: on the first of September of this school year (from July on, of the coming one), or on the day that `on=` or the map of headings says; it is told which. An age beside it must agree.
- The name may stand in one column or in three: surname, given name, patronymic.
- Wishes in an order («1-й выбор», «2-й выбор») are all read, and it is said that the order is not used yet.
- Text files may be UTF-8 or UTF-16, with or without BOM, or Windows-1251 as Excel in Russia writes it, separated by `;`, `,` or tabs. A text that a spreadsheet would run as a formula is written with an apostrophe before it, which reading takes away.
- Files may end in `.xlsx`, `.xlsm`, `.xlsb`, `.xls`, `.ods`, `.csv`, `.tsv` or `.txt`; what they hold counts, and if it is something else, it is told. Text in KOI8-R, CP866, Mac Cyrillic or ISO 8859-5, web pages of electronic journals and files that would fill the memory are refused with what to do. A formula is a fault: paste its value.
- The headings are looked for among the first twenty rows. Titles above, totals and signatures below, headings that are repeated and numbers of columns are left out and told by their rows (`notes=` of `read_cohort`, «Note:» of `nastavnik check` and `match`). Headings in two rows are read together where each column then has a known one. What may be half a person is never left out.
- The sheet with the headings is found; several with the same headings, such as one for each class, are one table; mentees and mentors may stand in one workbook. Where sheets differ it is a fault that lists them, and `--sheet NAME` (`sheet=`) chooses.
- Hidden rows and sheets with data are refused until they are shown or deleted, or `--hidden take` or `--hidden skip` (`hidden=`) is given. A merged cell counts for all its rows; a merged id, and a value merged over columns, are faults.
- All faults of all files come at once, each with file, row, column and what was expected; the same fault in many rows is said once. A wrong value is repeated only where it is known to be harmless, «12Б» or «вт 25:00»; of others, which may be somebody's name or number, the shape is told: «(текст из 2 слов)». A heading of that kind goes by its column's letter. `--show-values` (`error.text("ru", values=True)`) shows all. [What else `check` says](checking.md).

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
        source = role_model.newcomers
        newcomers = "" if source is None else f"; newcomers of any ({source.label})"
        yield f"Mentee categories: {bound}{binding}{newcomers}."
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


def values_of(methodology: Methodology) -> Iterator[tuple[str, ModelValue | Rule]]:
    """Yield every value and rule of a methodology with where it stands, each once."""
    seen: set[tuple[str, str]] = set()
    where = [("every form", value) for value in (*methodology.principles, *methodology.qualities)]
    where += [
        ("every form", rule) for rule in (*methodology.requirements, *methodology.preferences)
    ]
    where += [("every form", value) for value in (*methodology.settings, *methodology.monitoring)]
    for form in methodology.forms:
        within = [form, *form.categories, *form.role_models, *form.tasks, *form.results]
        within += [*form.activities, *form.requirements, *form.preferences]
        within += [sign for category in form.categories for sign in category.indicators]
        within += [
            rule
            for role_model in form.role_models
            for rule in (*role_model.requirements, *role_model.preferences)
        ]
        where += [(form.title.en, value) for value in within]
    where += [("readings", value) for value in methodology.readings]
    where += [("norms", value) for value in methodology.norms]
    for place, value in where:
        if (place, value.id) not in seen:
            seen.add((place, value.id))
            yield place, value


def shown_by(cases: Sequence[Case]) -> Mapping[str, list[str]]:
    """Return the cases of each statement, value and rule: those that say so, whose people have it, whose outcome names it."""
    found: dict[str, list[str]] = {}
    for case in cases:
        outcome = outcome_of(case, TARGET_MODEL)
        rules = {one.rule for one in outcome.failed} | set(outcome.gains)
        people = case.mentor.person.qualities | case.mentor.tasks | case.mentee.tasks
        named = case.covers | rules | people | case.mentee.signs
        named |= {outcome.form, outcome.role_model, case.mentee.category} - {None}
        name = f"{Path(case.place.file).stem} {str(case.place.path).removeprefix('case ')}"
        for one in sorted(map(str, named)):
            found.setdefault(one, []).append(name)
    return found


def checked_on(value: object) -> str:
    """Return when somebody last looked whether a value is still so, as far as it says."""
    days = [one.checked_on for one in getattr(value, "periods", ()) if one.checked_on]
    return max(days).isoformat() if days else "–"


def coverage_page() -> str:
    """Return the page about what of the model is shown by which cases."""
    cases = [c for path in sorted(CASES.glob("*.toml")) for c in read_cases(path)]
    shown = shown_by(cases)
    lines = [COVERAGE.format(count=len(cases), checked=TARGET_MODEL.document.checked_on)]
    lines += ["| statement | in our words | cases |", "|---|---|---|"]
    for number, said in FOUNDING_STATEMENTS.items():
        lines.append(f"| {number} | {said} | {some(shown.get(number, ()))} |")
    lines += ["", "## Values and rules", ""]
    lines += ["| where | id | grade | source | checked on | cases |", "|---|---|---|---|---|---|"]
    for place, value in values_of(TARGET_MODEL):
        grade = value.source.confidence.value
        cells = (place, f"`{value.id}`", grade, value.source.label, checked_on(value))
        lines.append("| " + " | ".join((*cells, some(shown.get(value.id, ())))) + " |")
    return "\n".join(lines) + "\n"


def some(names: Sequence[str]) -> str:
    """Return the first names, and how many more there are."""
    more = len(names) - MOST_CASES
    return ", ".join(names[:MOST_CASES]) + (f" and {more} more" if more > 0 else "") or "–"


if __name__ == "__main__":
    pages = {
        DOCS / "rules.md": rules_page(),
        DOCS / "tables.md": tables_page(),
        DOCS / "coverage.md": coverage_page(),
    }
    if "--check" not in sys.argv:
        for path, text in pages.items():
            path.write_text(text, encoding="utf-8")
    elif stale := [path.name for path, text in pages.items() if path.read_text("utf-8") != text]:
        sys.exit(f"not up to date: {', '.join(stale)}; run python docs/make_pages.py")
