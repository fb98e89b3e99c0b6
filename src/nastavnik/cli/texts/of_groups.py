"""What the command line says of groups that are to meet as a whole, in both languages."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from nastavnik.basics.texts import Text

__all__ = ["OF_GROUPS"]

OF_GROUPS: Final[Mapping[str, Text]] = MappingProxyType(
    {
        "option-groups-together": Text(
            en="Choose when groups meet: every mentor with several mentees has a time that suits all of them. Takes "
            "longer.",
            ru="Подобрать ещё и общее время встреч: у каждого наставника с несколькими наставляемыми найдётся "
            "час, удобный всем. Расчёт будет дольше.",
        ),
        "stage-groups": Text(en="Choosing when groups meet", ru="Подбираем время встреч групп"),
        "groups-apart": Text(
            en="There is no time for the whole group of: {}. Match again with --groups-together, and every group has "
            "one.",
            ru="Есть группы, у которых нет времени, удобного сразу всем. Их наставники: {}. "
            "Повторите подбор с --groups-together: тогда общее время будет у каждой группы.",
        ),
        "groups-meet": Text(
            en="Groups that had to be given a time meet so:",
            ru="Некоторым группам время встреч пришлось подобрать. Они собираются так:",
        ),
        "groups-meet-anyway": Text(
            en="Every group has a time when all of it can meet; none had to be chosen.",
            ru="У каждой группы и так есть время, удобное сразу всем: подбирать его не пришлось.",
        ),
        "group-meets": Text(en="{mentor}: {time}", ru="{mentor}: {time}"),
        "groups-best": Text(
            en="It is proven that no plan in which every group can meet is better.",
            ru="Доказано: лучшего плана, в котором каждая группа может собраться в полном составе, "
            "нет.",
        ),
        "groups-more-points": Text(
            en="Such a plan cannot give more mentees a mentor. Whether it can have more points is not known; with "
            "other meetings, no more than {} would be added.",
            ru="Дать наставника ещё кому-нибудь в таком плане нельзя. Можно ли набрать больше баллов, выяснить не "
            "удалось; доказано только, что при другом времени встреч прибавилось бы не больше {}.",
        ),
        "groups-more-mentees": Text(
            en="Whether such a plan can give more mentees a mentor is not known; with other meetings, no more than "
            "{} would be added.",
            ru="Не удалось выяснить, можно ли в таком плане дать наставника ещё кому-нибудь; доказано только, что "
            "при другом времени встреч таких наставляемых прибавилось бы не больше {}.",
        ),
        "groups-more-of-priority": Text(
            en="Whether such a plan can give more mentees of priority {priority} a mentor is not known; with other "
            "meetings, no more than {} would be added.",
            ru="Не удалось выяснить, можно ли в таком плане дать наставника ещё кому-нибудь с приоритетом "
            "{priority}; доказано только, что при другом времени встреч таких наставляемых прибавилось бы не "
            "больше {}.",
        ),
    }
)
"""Texts by key."""
