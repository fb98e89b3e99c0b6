"""What must not change by accident, as files: the whole model, and the plans of three rounds, byte for byte.

python tests/helpers/snapshots.py    write the files anew; then read the difference before it is committed
"""

import enum
import json
import os
from collections.abc import Iterator, Mapping
from datetime import date
from functools import singledispatch
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any, Final

import attrs

from nastavnik import TARGET_MODEL, Cohort, Mentee, Mentor, Methodology, match
from nastavnik.basics.sources import Source
from nastavnik.basics.texts import LANGUAGES, Text
from nastavnik.exchange.json import plan_to_json
from nastavnik.programme.round.town import invented_town
from nastavnik.rules.base import Preference, Requirement, Rule

ROOT: Final = Path(__file__).parents[2]
FOLDER: Final = ROOT / "tests/snapshots"


def real_tables() -> Path | None:
    """Return the folder of the UCI tables, if there is one beside the project or named by the environment."""
    named = os.environ.get("NASTAVNIK_STUDENT_PERFORMANCE")
    found = [Path(named)] if named else sorted(ROOT.parent.glob("*/data/student_performance"))
    return found[0] if found and found[0].is_dir() else None


def real_cohorts(folder: Path) -> Iterator[tuple[str, Cohort]]:
    """Yield each of the real tables as the example reads it."""
    spec = spec_from_file_location("real_pupils", ROOT / "examples/real_pupils.py")
    assert spec is not None
    assert spec.loader is not None
    example = module_from_spec(spec)
    spec.loader.exec_module(example)
    for table, subject in example.SUBJECTS.items():
        roles = list(example.read_roles(example.read_rows(folder / table), subject))
        yield (
            Path(table).stem,
            Cohort(
                mentees=[role for role in roles if isinstance(role, Mentee)],
                mentors=[role for role in roles if isinstance(role, Mentor)],
            ),
        )


@singledispatch
def plain(value: Any) -> Any:
    """Return a value of the model as plain JSON values, each with the name of its class.

    A rule has its parameters filled into its sentence; which class it is says nothing of where that class lives.
    """
    fields = {a.name: plain(getattr(value, a.name)) for a in attrs.fields(type(value)) if a.init}
    if isinstance(value, Rule):
        fields |= {"sentence": plain(value.text), "asked-as": plain(value.sentence)}
    if isinstance(value, Requirement):
        fields["binding"] = value.binding
    return {"class": type(value).__name__, **fields}


plain.register(type(None), lambda _: None)
plain.register(str, str)
plain.register(int, lambda number: number)
plain.register(enum.Enum, lambda one: one.value)
plain.register(date, date.isoformat)
plain.register(frozenset, lambda some: sorted(map(plain, some)))
plain.register(Mapping, lambda some: {key: plain(item) for key, item in some.items()})
plain.register(tuple, lambda some: [plain(item) for item in some])
plain.register(Text, lambda text: {language: text[language] for language in LANGUAGES})
plain.register(Source, lambda source: ": ".join(filter(None, (source.label, source.note))))


def model(methodology: Methodology) -> dict[str, Any]:
    """Return a whole methodology, and beside it which rules each role model comes to and what they rest on."""
    ways = {
        f"{form.id}, {role_model.id}": {
            "requirements": [
                _in_short(rule) for rule in methodology.requirements_of(form, role_model)
            ],
            "preferences": [
                _in_short(rule) for rule in methodology.preferences_of(form, role_model)
            ],
        }
        for form in methodology.forms
        for role_model in form.role_models
    }
    return {"methodology": plain(methodology), "rules of each role model": ways}


def _in_short(rule: Requirement | Preference) -> str:
    named = ", ".join(f"{name}={plain(value)}" for name, value in sorted(rule.parameters.items()))
    return f"{rule.id}({named}): {rule.source.label}"


def model_text() -> str:
    """Return the target model as sorted JSON."""
    return json.dumps(model(TARGET_MODEL), ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def plan_texts() -> Iterator[tuple[str, str]]:
    """Yield the plan of each round under the target model, as ``plan.json`` has it; of real tables where they are."""
    yield "invented-town", plan_to_json(match(invented_town()))
    folder = real_tables()
    for name, cohort in real_cohorts(folder) if folder else ():
        yield name, plan_to_json(match(cohort))


def main() -> None:
    """Write all files."""
    (FOLDER / "target-model.json").write_text(model_text(), encoding="utf-8")
    for name, text in plan_texts():
        (FOLDER / f"plan-of-{name}.json").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
