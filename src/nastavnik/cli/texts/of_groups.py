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
            ru="Подобрать время встреч: у каждого наставника с несколькими наставляемыми будет время, удобное сразу "
            "всем. Это дольше.",
        ),
        "stage-groups": Text(en="Choosing when groups meet", ru="Подбираем время встреч групп"),
        "groups-apart": Text(
            en="There is no time for the whole group of: {}. Match again with --groups-together, and every group has "
            "one.",
            ru="Общего времени на всю группу нет у наставников: {}. Повторите подбор с --groups-together – время "
            "найдётся у каждой группы.",
        ),
        "groups-meet": Text(
            en="Groups that had to be given a time meet so:",
            ru="Некоторым группам время пришлось выбрать. Они встречаются так:",
        ),
        "groups-meet-anyway": Text(
            en="Every group has a time when all of it can meet; none had to be chosen.",
            ru="У каждой группы есть время, когда она может собраться вся; выбирать его не пришлось.",
        ),
        "group-meets": Text(en="{mentor}: {time}", ru="{mentor}: {time}"),
        "groups-best": Text(
            en="It is proven that no plan in which every group can meet is better.",
            ru="Доказано, что лучшего плана, в котором каждая группа может собраться вся, нет.",
        ),
        "groups-more-points": Text(
            en="Such a plan cannot give more mentees a mentor. Whether it can have more points is not known: "
            "with other meetings, {} more at most.",
            ru="Больше наставляемых с наставником в таком плане быть не может. А может ли быть больше баллов, "
            "выяснить не удалось: при другом времени встреч их прибавилось бы самое большее {}.",
        ),
        "groups-more-mentees": Text(
            en="Whether such a plan can give more mentees a mentor is not known: with other meetings, {} more at most.",
            ru="Может ли в таком плане быть больше наставляемых с наставником, выяснить не удалось: при другом времени "
            "встреч их прибавилось бы самое большее {}.",
        ),
        "groups-more-of-priority": Text(
            en="Whether such a plan can give more mentees of priority {priority} a mentor is not known: with other "
            "meetings, {} more at most.",
            ru="Может ли в таком плане быть больше наставляемых с наставником среди тех, у кого приоритет {priority}, "
            "выяснить не удалось: при другом времени встреч их прибавилось бы самое большее {}.",
        ),
    }
)
"""Texts by key."""
