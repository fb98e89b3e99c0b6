"""What commands say while they work and when they are done, and what is wrong with a call, in both languages."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from nastavnik.basics.texts import Text

__all__ = ["OF_ANSWERS"]

OF_ANSWERS: Final[Mapping[str, Text]] = MappingProxyType(
    {
        "written": Text(en="Written: {}", ru="Записано: {}"),
        "good-input": Text(
            en="No faults found. Mentees: {mentees}. Mentors: {mentors}. Places: {places}.",
            ru="Ошибок не найдено. Наставляемых: {mentees}. Наставников: {mentors}. Мест: {places}.",
        ),
        "round-looked-at": Text(
            en="There are no faults in the tables. Mentees: {mentees}. Mentors: {mentors}. Places: {places}.",
            ru="Ошибок в таблицах нет. Наставляемых: {mentees}. Наставников: {mentors}. Мест: {places}.",
        ),
        "worth-a-look": Text(
            en="But a plan made of them now may be worse than it could be. Worth a look: {}",
            ru="Но план по этим таблицам может выйти хуже, чем мог бы. Замечаний: {}",
        ),
        "cells-to-fill": Text(
            en="Cells to be filled in or corrected, all in all: {}. When that is done, check again.",
            ru="Нужно заполнить или исправить ячеек: {}. Затем проверьте таблицы ещё раз.",
        ),
        "values-follow": Text(
            en="Every value, and how many people have it; ! marks what only mentors or only mentees have:",
            ru="Все значения, у каждого – число тех, кто его указал; знаком ! отмечены значения, которые есть только "
            "у наставников или только у наставляемых:",
        ),
        "not-verified": Text(en="The plan does not hold: {}", ru="План не подтверждён: {}"),
        "misused-help": Text(en="For help: {} --help", ru="Справка: {} --help"),
        "misused-missing": Text(en="{}: is needed", ru="{}: нужно указать"),
        "misused-option": Text(en="{}: there is no such option", ru="{}: такого параметра нет"),
        "misused-value": Text(en="{}: a value is needed", ru="{}: не указано значение"),
        "misused-valued": Text(en="{}: takes no value", ru="{}: указывается без значения"),
        "misused-command": Text(en="{}: there is no such command", ru="{}: такой команды нет"),
        "misused-surplus": Text(
            en="{}: too much; put what holds spaces in quotes",
            ru="{}: лишнее; если в значении есть пробел, возьмите всё значение в кавычки",
        ),
        "misused-choice": Text(en="{}: give one of these: {}", ru="{}: укажите одно из: {}"),
        "misused-whole": Text(en="{0}: a whole number is needed", ru="{0}: нужно целое число"),
        "misused-day": Text(
            en="{0}: a day is needed, such as 2026-09-01 or 01.09.2026",
            ru="{0}: нужна дата, например 01.09.2026 или 2026-09-01",
        ),
        "day-without-rules": Text(
            en="--on: the methodology holds from {0:%Y-%m-%d} on, not on {1:%Y-%m-%d}; give another day",
            ru="--on: методология действует с {0:%d.%m.%Y}, а {1:%d.%m.%Y} не действует; укажите другую дату",
        ),
        "misused-least": Text(
            en="{0}: a whole number from {1} is needed", ru="{0}: нужно целое число не меньше {1}"
        ),
        "no-path": Text(en="a name is needed", ru="не указано имя файла или папки"),
        "no-name-in-file": Text(en="':NAME' is missing", ru="нет «:ИМЯ»"),
        "not-installed": Text(en="installed: {}", ru="установлены: {}"),
        "not-installed-but-near": Text(
            en="installed: {}. Maybe {}?", ru="установлены: {}. Возможно, {}?"
        ),
        "offered-twice": Text(
            en="several packages offer a methodology of this name: {}",
            ru="методологию с таким названием предлагают несколько пакетов: {}",
        ),
        "no-python-file": Text(en="no file {}", ru="нет файла {}"),
        "not-python": Text(en="{} is not a Python file", ru="{} – не файл Python"),
        "python-failed": Text(en="{} failed with {}", ru="при выполнении {} произошла ошибка {}"),
        "not-methodology": Text(en="{} is {}", ru="{} – не методология, а {}"),
        "mixed-json": Text(
            en="Give two tables, or the same .json file twice.",
            ru="Укажите две таблицы или дважды один и тот же файл .json.",
        ),
        "bad-methodology": Text(
            en="--methodology {value}: give the name of an installed methodology, or FILE.py:NAME, where NAME is a "
            "Methodology in that file ({why}).",
            ru="--methodology {value}: укажите название установленной методологии или ФАЙЛ.py:ИМЯ, где ИМЯ – имя "
            "объекта Methodology в этом файле ({why}).",
        ),
        "rule-error": Text(en="A rule failed: {}", ru="Ошибка в правиле: {}"),
        "not-each": Text(
            en="The round is large: single people's statements were not looked at, only whole kinds of yes and no.",
            ru="Участников много, поэтому проверено только, что даст ответ «да» или «нет» сразу у всех; пустые "
            "ячейки отдельных участников не проверялись.",
        ),
        "waiting": Text(en="Trying out changed rounds", ru="Проверяем, что изменится"),
        "stage-rules": Text(en="Running the rules", ru="Применяем правила"),
        "stage-coverage": Text(
            en="Matching as many as possible",
            ru="Подбираем наставников как можно большему числу наставляемых",
        ),
        "stage-score": Text(en="Finding the highest score", ru="Ищем наибольшую сумму баллов"),
        "stage-draw": Text(
            en="Drawing who of equals gets a place", ru="Жребий: кому из равных достанется место"
        ),
        "stage-lottery": Text(en="Drawing lots among equals", ru="Жеребьёвка среди равных"),
        "stage-reasons": Text(en="Finding reasons", ru="Выясняем причины"),
        "stage-done": Text(en="Done", ru="Готово"),
        "town": Text(
            en="An invented town; nobody in it is real.",
            ru="Выдуманный город; все его жители вымышлены.",
        ),
    }
)
"""Texts by key."""
