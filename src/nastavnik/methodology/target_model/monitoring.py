"""In which parts a programme of mentoring is monitored; what is counted of its tasks stands in ``indicators``."""

from typing import Final

from nastavnik.basics.sources import seen
from nastavnik.basics.texts import Text
from nastavnik.methodology.values import MonitoringPart

__all__ = ["INFLUENCE_ON_PARTICIPANTS", "MONITORING", "QUALITY_OF_PROCESS"]

QUALITY_OF_PROCESS: Final = MonitoringPart(
    "quality-of-process",
    title=Text(
        en="how well the programme is carried out", ru="качество процесса реализации программы"
    ),
    purpose=Text(
        en="What is strong and what is weak in how the programme runs, so that it can be mended.",
        ru="Что в ходе программы получается, а что нет, – чтобы успеть исправить.",
    ),
    source=seen("N5", note="its section 5.1"),
)
"""Quality of the process («качество процесса реализации программы»). Source: seen, N5."""

INFLUENCE_ON_PARTICIPANTS: Final = MonitoringPart(
    "influence-on-participants",
    title=Text(
        en="what the programme changes for its participants",
        ru="влияние программы на всех участников",
    ),
    purpose=Text(
        en="How those who take part have changed: they answer the same questions before the programme and after it.",
        ru="Что изменилось у участников: до программы и после неё они отвечают на одни и те же вопросы.",
    ),
    source=seen("N5", note="its section 5.2"),
)
"""Influence on the participants («влияние программы на участников»). Source: seen, N5."""

MONITORING: Final = (QUALITY_OF_PROCESS, INFLUENCE_ON_PARTICIPANTS)
"""Both parts of the monitoring. Source: seen, N5."""
