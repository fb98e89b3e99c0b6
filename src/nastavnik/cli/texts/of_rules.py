"""What the command line says of rules: the file of changes, the list of rules in force."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from nastavnik.basics.texts import Text

__all__ = ["OF_RULES"]

OF_RULES: Final[Mapping[str, Text]] = MappingProxyType(
    {
        "option-rules": Text(
            en="Changes of the rules, .toml; the plan keeps them, later calls need not name the file.",
            ru="Файл .toml с изменениями правил; план их запомнит, и потом указывать этот файл не нужно.",
        ),
        "argument-rules-folder": Text(
            en="Folder of a plan whose rules are shown; without it those of the methodology.",
            ru="Папка плана, правила которого нужно показать; если её не указать, будут показаны правила методологии.",
        ),
        "argument-case-files": Text(en="Files of cases, .toml.", ru="Файлы .toml со случаями."),
        "value-FILES": Text(en="FILES", ru="ФАЙЛЫ"),
        "test": Text(
            en="""Hold cases against the rules: two people, and what is expected of them.

A case says of a mentor and a mentee, in the headings and words of the tables, whether they may be
paired, by which role model and with how many points, or which rules stand in the way. Where one
comes out otherwise, it is said how, and the exit status is 1.

\b
Examples:
  nastavnik test our-cases.toml
  nastavnik test our-cases.toml --rules our-rules.toml

How a case is written: docs/cases.md.""",
            ru="""Проверить правила на записанных случаях: два человека и ожидаемый итог.

В каждом случае описаны наставник и наставляемый – теми же словами, что в таблицах, – и сказано, возможна ли
такая пара: если да, по какой ролевой модели и на сколько баллов, если нет, какие правила мешают. Если выходит
иначе, будет сказано, что именно, и код завершения 1.

\b
Примеры:
  nastavnik test наши-случаи.toml
  nastavnik test наши-случаи.toml --rules наши-правила.toml

Как записать случай: docs/cases.md.""",
        ),
        "rules": Text(
            en="""Show every rule in force: what it asks, its id, what can be set in it, and what it rests on.

\b
Examples:
  nastavnik rules
  nastavnik rules --rules our-rules.toml
  nastavnik rules autumn --format html --output rules.html

The ids are what a file of rules (--rules), --set and --without name.""",
            ru="""Показать все действующие правила: код каждого, что оно требует, что в нём можно изменить и на чём оно основано.

\b
Примеры:
  nastavnik rules
  nastavnik rules --rules наши-правила.toml
  nastavnik rules осень --format html --output правила.html

Эти коды указывают в файле правил (--rules), в --set и в --without.""",
        ),
        "other-rules": Text(
            en="This plan was made under other rules; give the --methodology it was made with, and with an older plan "
            "the --reading or --rules.",
            ru="Этот план составлен по другим правилам. Укажите методологию, по которой он составлен "
            "(--methodology), а если план старый – и прежние --reading или --rules.",
        ),
    }
)
"""Texts by key."""
