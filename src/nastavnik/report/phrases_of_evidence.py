"""What is said of pairs, mentors, advice and other plans to the coordinator, in both languages."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from nastavnik.basics.texts import Text

__all__ = ["OF_EVIDENCE"]

OF_EVIDENCE: Final[Mapping[str, Text]] = MappingProxyType(
    {
        # Facts.
        "side-mentor": Text(en="mentor", ru="наставник"),
        "side-mentee": Text(en="mentee", ru="наставляемый"),
        "not-known": Text(en="not known", ru="нет сведений"),
        "yes": Text(en="yes", ru="да"),
        "no": Text(en="no", ru="нет"),
        "none": Text(en="none", ru="нет"),
        # One pair.
        "price": Text(
            en="One more place with this mentor would bring the others no more than {price:point}.",
            ru="Ещё одно место у этого наставника прибавило бы другим парам не больше {price:point-of}.",
        ),
        "no-price": Text(
            en="One more place with this mentor would bring the others nothing.",
            ru="Ещё одно место у этого наставника другим парам ничего бы не прибавило.",
        ),
        "common-time": Text(en="Common time: {times}.", ru="Общее время: {times}."),
        "category-shown": Text(
            en="The category is not stated; by the signs noted it is: {category}.",
            ru="Категория не указана; по отмеченным признакам это {category}.",
        ),
        "locked-elsewhere": Text(
            en="The coordinator has locked {mentee} to mentor {mentor}.",
            ru="Куратор закрепил другую пару: наставляемый {mentee}, наставник {mentor}.",
        ),
        "two": Text(en="{mentee} and mentor {mentor}.", ru="{mentee} и наставник {mentor}."),
        "not-joined": Text(
            en="No form of mentoring has such a pair: the positions of the two do not go together.",
            ru="Такой пары нет ни в одной форме наставничества: позиции этих двоих не сочетаются.",
        ),
        "inadmissible": Text(
            en="The pair may not be formed. Nearest role model: {role_model}. What stands in the way:",
            ru="Такую пару составить нельзя. Ближайшая ролевая модель: {role_model}. Что мешает:",
        ),
        "unknown": Text(en="(a fact is not known)", ru="(нет сведений)"),
        "impossible": Text(
            en="The pair may be formed, but no plan with it meets all demands:",
            ru="Сами по себе эти двое подходят друг другу, но в плане с такой парой не выполнить всех требований:",
        ),
        "displaced": Text(
            en="The pair may be formed. The best plan with it, against this plan:",
            ru="Эти двое подходят друг другу. Лучший план с такой парой по сравнению с нынешним:",
        ),
        "as-good": Text(
            en="neither fewer mentees nor fewer points: the lot fell otherwise",
            ru="с наставником столько же наставляемых, и баллов столько же; решил жребий",
        ),
        "mentees-fewer": Text(
            en="{count:mentee} fewer with a mentor",
            ru="с наставником на {count:mentee-by} меньше",
        ),
        "mentees-more": Text(
            en="{count:mentee} more with a mentor", ru="с наставником на {count:mentee-by} больше"
        ),
        "points-fewer": Text(en="{count:point} fewer", ru="на {count:point} меньше"),
        "points-more": Text(en="{count:point} more", ru="на {count:point} больше"),
        "of-priority": Text(en="{what} (priority {priority})", ru="{what} (приоритет {priority})"),
        "changes": Text(en="Who would change:", ru="Кого это затронет:"),
        "change": Text(en="{mentee}: {before} → {after}", ru="{mentee}: {before} → {after}"),
        "nobody": Text(en="nobody", ru="без наставника"),
        # One mentor.
        "admissible": Text(en="{count:mentee-suits}.", ru="{count:mentee-suits}."),
        "none-suits": Text(
            en="No mentee suits this mentor.",
            ru="Не подходит ни один наставляемый.",
        ),
        "all-placed": Text(
            en="All who suit have a mentor already.",
            ru="У всех, кто подходит, наставник уже есть.",
        ),
        "hindrances": Text(
            en="What keeps mentees away:",
            ru="Почему наставляемые не подходят:",
        ),
        "hindrance": Text(
            en="{failing} – {failed:mentee} in all; nothing else is in the way with {alone} of them.",
            ru="{failing} – всего {failed:mentee}; {alone} из них больше ничего не мешает.",
        ),
        "hindrance-all": Text(
            en="{failing} – {failed:mentee} in all; nothing else is in the way.",
            ru="{failing} – всего {failed:mentee}; больше ничего не мешает.",
        ),
        "hindrance-besides": Text(
            en="{failing} – {failed:mentee} in all; always with something else.",
            ru="{failing} – всего {failed:mentee}; мешает не только это.",
        ),
        # Advice.
        "no-advice": Text(
            en="Nothing that was tried would help: neither filling in what is empty, nor one more place or "
            "mentor, nor relaxing a rule by one step.",
            ru="Из того, что проверено, ничего не поможет: ни заполнение пустых ячеек, ни ещё одно место или ещё "
            "один наставник, ни смягчение одного из правил на один шаг.",
        ),
        "place-with": Text(
            en="One more place with mentor {mentors}, or one more mentor of the same kind: {gain}.",
            ru="Ещё одно место у наставника {mentors} или ещё один такой же наставник: {gain}.",
        ),
        "place-with-any": Text(
            en="One more place with any of these mentors ({mentors}), or one more mentor like them: {gain}.",
            ru="Ещё одно место у любого из этих наставников ({mentors}) или ещё один такой же наставник: {gain}.",
        ),
        "profile": Text(
            en="{count:mentor-needed} like «{profile}» ({statements}): {gain}.",
            ru="{count:mentor-needed} по образцу «{profile}» ({statements}): {gain}.",
        ),
        "nothing-stated": Text(en="nothing stated", ru="без особых условий"),
        "relaxed": Text(
            en="If instead of «{before}» the rule is «{after}»: {gain}.",
            ru="С правилом «{after}» вместо «{before}»: {gain}.",
        ),
        "not-asked": Text(
            en="If «{sentence}» is not asked for: {gain}.",
            ru="Без требования «{sentence}»: {gain}.",
        ),
        "gain-mentees": Text(en="{count:mentee-gains}", ru="{count:mentee-gains}"),
        "no-gain": Text(en="nothing changes", ru="ничего не изменится"),
        # How another plan differs.
        "same": Text(
            en="Nothing changes: everybody has the same mentor as before.",
            ru="Ничего не меняется: наставники у всех прежние.",
        ),
        "same-for-others": Text(
            en="For the others nothing changes: everybody has the same mentor as before.",
            ru="У остальных ничего не меняется: наставники прежние.",
        ),
        "left-newcomers": Text(
            en="Newcomers who stay without a mentor ({count:mentee}): {ids}.",
            ru="Из новых участников останутся без наставника ({count:mentee}): {ids}.",
        ),
        "left-newcomers-why": Text(
            en="Newcomers who stay without a mentor ({count:mentee}):",
            ru="Из новых участников останутся без наставника ({count:mentee}):",
        ),
        "loses-why": Text(
            en="Lose their mentor ({count:mentee}):", ru="Потеряют наставника ({count:mentee}):"
        ),
        "without-because": Text(en="{mentee}: {cause}.", ru="{mentee}: {cause}."),
        "would-help": Text(
            en=" What would help: {cure}.",
            ru=" Что поможет: {cure}.",
        ),
        "same-goals": Text(
            en="As many mentees have a mentor as before, and the total score is the same.",
            ru="Наставник будет у стольких же наставляемых, и сумма баллов не изменится.",
        ),
        "gains": Text(
            en="Get a mentor ({count:mentee}): {ids}.",
            ru="Получат наставника ({count:mentee}): {ids}.",
        ),
        "loses": Text(
            en="Lose their mentor ({count:mentee}): {ids}.",
            ru="Потеряют наставника ({count:mentee}): {ids}.",
        ),
        "moves": Text(
            en="Change their mentor ({count:mentee}):", ru="Сменят наставника ({count:mentee}):"
        ),
        "goals": Text(
            en="What is achieved, before → after:",
            ru="Что получится (было → станет):",
        ),
        "goal-mentees": Text(
            en="with a mentor: {before:mentee} → {after:mentee}",
            ru="с наставником: {before:mentee} → {after:mentee}",
        ),
        "goal-points": Text(
            en="total score: {before:point} → {after:point}",
            ru="общая сумма: {before:point} → {after:point}",
        ),
        # Alternatives.
        "no-alternatives": Text(
            en="No other plan was found that is as near to the best and differs as much.",
            ru="Другого плана, который почти не уступал бы этому и заметно от него отличался, не нашлось.",
        ),
        "alternative": Text(
            en="Alternative {number}, {total:point} in all. Otherwise than in the plan for {count:mentee}:",
            ru="Вариант {number}: всего {total:point}. Отличия от плана есть у {count:mentee-of}:",
        ),
    }
)
"""Phrases by key; placeholders in braces."""
