"""What is said of statements to be completed: as a condition, and of what needs somebody's will as a question."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from nastavnik.basics.texts import Text

__all__ = ["OF_STATEMENTS"]

OF_STATEMENTS: Final[Mapping[str, Text]] = MappingProxyType(
    {
        # Whose it is; in Russian the genitive, which is the accusative as well.
        "whose-mentor": Text(en="mentor {id}", ru="наставника {id}"),
        "whose-mentee": Text(en="mentee {id}", ru="наставляемого {id}"),
        "whose-mentors": Text(en="{count:mentor}", ru="{count:mentor-of}"),
        "whose-mentees": Text(en="{count:mentee}", ru="{count:mentee-of}"),
        "or": Text(en="{most} or {last}", ru="{most} или {last}"),
        "and": Text(en="{most} and {last}", ru="{most} и {last}"),
        "one-spelling": Text(
            en="If {spellings} are one thing, write it in one way: {gain}.",
            ru="Если {spellings} – одно и то же, пишите одинаково. Тогда {gain}.",
        ),
        "unshared": Text(
            en="No mentor has stated the same so far ({fields}): first see whether it is spelled as elsewhere.",
            ru="Ни у одного наставника такого пока не указано ({fields}): сначала проверьте, нет ли здесь описки.",
        ),
        "from-to": Text(en="from {first} to {last}", ru="от {first} до {last}"),
        # Of one person.
        "complete-trained": Text(
            en="If {whose} has passed the mentors' training, tick it: {gain}.",
            ru="Если обучение {whose} пройдено, отметьте это. Тогда {gain}.",
        ),
        "complete-cleared": Text(
            en="Ask {whose} for the clearance certificate; if it is shown, tick it: {gain}.",
            ru="Попросите у {whose} справку об отсутствии судимости; если она предъявлена, отметьте это. Тогда {gain}.",
        ),
        "complete-data_consent": Text(
            en="Ask for the data consent of {whose}; if it is given, tick it: {gain}.",
            ru="Запросите согласие на обработку данных {whose}; если оно дано, отметьте это. Тогда {gain}.",
        ),
        "complete-agreed": Text(
            en="Ask {whose} whether they want to take part; if so, tick it: {gain}.",
            ru="Спросите {whose}, хочет ли он участвовать; если да, отметьте это. Тогда {gain}.",
        ),
        "complete-guardian_agreed": Text(
            en="Ask the guardian of {whose} for consent; if it is given, tick it: {gain}.",
            ru="Спросите законного представителя {whose} о согласии; если оно дано, отметьте это. Тогда {gain}.",
        ),
        "complete-other": Text(
            en="Not stated by {whose}: {label}. If it is {values}, fill it in: {gain}.",
            ru="Не указано у {whose}: {label}. Если это {values}, впишите. Тогда {gain}.",
        ),
        # Of all of one kind.
        "complete-all-trained": Text(
            en="If {whose} ({ids}) have passed the mentors' training, tick it. Then {gain}.",
            ru="Если у {whose} ({ids}) обучение пройдено, отметьте это. Тогда {gain}.",
        ),
        "complete-all-cleared": Text(
            en="Ask {whose} ({ids}) for the clearance certificate. If all of them show it, and it is ticked, {gain}.",
            ru="Попросите у {whose} ({ids}) справку об отсутствии судимости. Если её предъявят все, отметьте это. "
            "Тогда {gain}.",
        ),
        "complete-all-data_consent": Text(
            en="Ask for the data consent of {whose} ({ids}). If it is given for all of them, and ticked, {gain}.",
            ru="Запросите у {whose} ({ids}) согласие на обработку данных. Если оно есть у всех, отметьте это. Тогда "
            "{gain}.",
        ),
        "complete-all-agreed": Text(
            en="Ask {whose} ({ids}) whether they want to take part. If all of them do, and it is ticked, {gain}.",
            ru="Спросите у {whose} ({ids}), хотят ли они участвовать. Если хотят все, отметьте это. Тогда {gain}.",
        ),
        "complete-all-guardian_agreed": Text(
            en="Ask the guardians of {whose} ({ids}) for consent. If all of them give it, and it is ticked, {gain}.",
            ru="Запросите согласие у законных представителей {whose} ({ids}). Если согласны все, отметьте это. "
            "Тогда {gain}.",
        ),
        "complete-all-other": Text(
            en="Not stated by {whose} ({ids}): {label}. If it is {values} for each of them, fill it in: {gain}.",
            ru="Не указано у {whose} ({ids}): {label}. Если у каждого это {values}, впишите. Тогда {gain}.",
        ),
        "complete-each": Text(
            en="Not stated by {whose}: {label}. If it is as follows, fill it in: {gain}.",
            ru="Не указано у {whose}: {label}. Если верно то, что указано ниже, впишите это. Тогда {gain}.",
        ),
        "complete-each-one": Text(en="{id}: {values}", ru="{id}: {values}"),
        # What to do next.
        "next-obstacles": Text(
            en="What keeps mentees without a mentor most often:",
            ru="Почему наставляемые остались без наставника (чаще всего):",
        ),
        "next-obstacle": Text(
            en="{failing} – {count:mentee}.", ru="{failing} – всего {count:mentee}."
        ),
        "next-places": Text(
            en="The places of suitable mentors ran out for {count:mentee}.",
            ru="Все места у подходящих наставников заняты – всего {count:mentee}.",
        ),
        "next-remedies": Text(
            en="What would help and costs least; see first whether it is so:",
            ru="Самое простое, что поможет (сначала выясните, так ли это):",
        ),
        "next-advise": Text(en="All advice:", ru="Все советы:"),
        "next-explain": Text(
            en="Why one of them has no mentor:", ru="Почему нет наставника у одного из них:"
        ),
        # Several of one person.
        "complete-several": Text(
            en="Several things are not stated by {whose}. If all of the following is so, fill it in: {gain}.",
            ru="У {whose} указаны не все сведения. Если верно всё, что указано ниже, впишите это. Тогда {gain}.",
        ),
        "several-trained": Text(
            en="the mentors' training is passed", ru="обучение наставников пройдено"
        ),
        "several-cleared": Text(
            en="ask for the clearance certificate: it is shown",
            ru="справка об отсутствии судимости предъявлена (сначала спросите)",
        ),
        "several-data_consent": Text(
            en="ask for the data consent: it is given",
            ru="согласие на обработку данных дано (сначала спросите)",
        ),
        "several-agreed": Text(
            en="ask whether they want to take part: they do",
            ru="согласие участвовать есть (сначала спросите)",
        ),
        "several-guardian_agreed": Text(
            en="ask the guardian for consent: it is given",
            ru="согласие законного представителя есть (сначала спросите)",
        ),
        "several-other": Text(en="{label}: {values}", ru="{label}: {values}"),
    }
)
"""Phrases by key; the last word of a key is that of the field, where it has a sentence of its own."""
