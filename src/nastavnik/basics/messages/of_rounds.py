"""What is worth a look in a round before it is matched, and what to do about it, in both languages.

Numbers stand with the noun that they count, ``{people:mentor-of}``, whose form is found when the phrase is filled.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from nastavnik.basics.texts import Text

__all__ = ["OF_ROUNDS", "REMEDIES"]

OF_ROUNDS: Final[Mapping[str, Text]] = MappingProxyType(
    {
        "same-person": Text(
            en="One person seems to stand in the tables under several ids: {groups}.",
            ru="Похоже, под разными кодами записан один и тот же человек: {groups}.",
        ),
        "column-empty-mentor": Text(
            en="Column «{field}» is empty for every mentor who should have it ({people}), and the rules need "
            "it: as long as it is, none of them can be given to anybody.",
            ru="Столбец «{field}» пуст у всех наставников, которым он нужен (всего {people}). Без него не "
            "проверить обязательные требования: пока он пуст, ни один из этих наставников не получит "
            "наставляемого.",
        ),
        "column-empty-mentee": Text(
            en="Column «{field}» is empty for every mentee who should have it ({people}), and the rules need "
            "it: as long as it is, none of them can get a mentor.",
            ru="Столбец «{field}» пуст у всех наставляемых, которым он нужен (всего {people}). Без него не "
            "проверить обязательные требования: пока он пуст, никто из этих наставляемых не получит "
            "наставника.",
        ),
        "column-empty-models": Text(
            en="Column «{field}» is empty for everybody among the {side} who should have it ({people}): without "
            "it no pair can be formed as {models}.",
            ru="Столбец «{field}» пуст у всех, кому он нужен ({side}, всего {people}). Без него не "
            "составить ни одной пары по таким ролевым моделям: {models}.",
        ),
        "statement-missing": Text(
            en="«{field}» is empty for {people} ({ids}). As long as it is, no pair can be formed with them.",
            ru="«{field}»: не заполнено у {people} ({ids}). Пока ячейка пуста, пары не будет.",
        ),
        "tick-missing": Text(
            en="«{field}» is not ticked for {people} ({ids}). As long as it is not, no pair can be formed with them.",
            ru="«{field}»: нет отметки «да» у {people} ({ids}). Без неё пары не будет.",
        ),
        "fill-first": Text(
            en="Begin here: {cells}. With these cells filled in ({of}), a mentor could be found for up to "
            "{gain:mentee} more.",
            ru="Начните отсюда: {cells}. Если заполнить эти ячейки (всего {of}), наставник найдётся в "
            "лучшем случае ещё для {gain:mentee-of}.",
        ),
        "statement-narrows": Text(
            en="«{field}» is empty for {people} ({ids}). They do have pairs without it, {pairs} in "
            "all; with it there could be up to {at_most}.",
            ru="«{field}»: не заполнено у {people} ({ids}). Подходящие пары есть и так (всего {pairs}); "
            "если заполнить ячейки, таких пар может стать больше – до {at_most}.",
        ),
        "tick-narrows": Text(
            en="«{field}» is not ticked for {people} ({ids}). They do have pairs without it, {pairs} "
            "in all; with it there could be up to {at_most}.",
            ru="«{field}»: нет отметки «да» у {people} ({ids}). Подходящие пары есть и так (всего {pairs}); "
            "с отметкой «да» таких пар может стать больше – до {at_most}.",
        ),
        "denied-all": Text(
            en="«No» stands there.",
            ru="Вместо «да» стоит «нет».",
        ),
        "denied-some": Text(
            en="«No» stands there for {denied} of them.", ru="Из них с отметкой «нет»: {denied}."
        ),
        "alone-all": Text(en="Nothing else is in the way.", ru="Больше ничего не мешает."),
        "alone-some": Text(
            en="Nothing else is in the way of {alone} of them: {ids}.",
            ru="Для {alone} из них это единственное препятствие: {ids}.",
        ),
        "alone-none": Text(en="That is not all that is in the way.", ru="Мешает не только это."),
        "signs-of-two": Text(
            en="No category is stated, and the signs are of two categories: {ids}.",
            ru="Категория не указана, а отмечены признаки двух разных категорий: {ids}.",
        ),
        "newcomer-to-come": Text(
            en="The day of arrival of a newcomer is still ahead: {ids}.",
            ru="Дата прихода новенького ещё не наступила: {ids}.",
        ),
        "newcomer-settled": Text(
            en="Came more than a year ago and still noted as newcomers: {ids}.",
            ru="Пришли больше года назад и всё ещё отмечены как новенькие: {ids}.",
        ),
        "nearly-alike": Text(
            en="«{field}»: what may be one thing is spelt in several ways: {values}.",
            ru="«{field}»: похоже, одно и то же написано по-разному: {values}.",
        ),
        "without-mentors": Text(
            en="There are mentees and not one mentor in {values}. That concerns {people:mentee-of}.",
            ru="Из этих организаций есть наставляемые, но нет ни одного наставника: {values}. Это касается "
            "{people:mentee-of}.",
        ),
        "without-mentees": Text(
            en="There are mentors and not one mentee in {values}. That concerns {people:mentor-of}.",
            ru="Из этих организаций есть наставники, но нет ни одного наставляемого: {values}. Это касается "
            "{people:mentor-of}.",
        ),
        "one-sided-mentee": Text(
            en="«{field}»: no mentor whom they could be given has {values}. That concerns {people:mentee-of}.",
            ru="«{field}»: ни у одного наставника, которого можно было бы назначить, не указано "
            "{values}. Это касается {people:mentee-of}.",
        ),
        "one-sided-mentor": Text(
            en="«{field}»: no mentee to whom they could be given has {values}. That concerns {people:mentor-of}.",
            ru="«{field}»: ни у одного наставляемого, с которым возможна пара, не указано {values}. "
            "Это касается {people:mentor-of}.",
        ),
        "no-other-all": Text(
            en="Nothing else stands in this column for them.",
            ru="Ничего другого в этом столбце у них не указано.",
        ),
        "no-other": Text(
            en="{alone} of them have nothing else in this column: {ids}.",
            ru="У {alone} из них в этом столбце больше ничего не указано: {ids}.",
        ),
        "nobody-to-pair-with-mentee": Text(
            en="Among the mentors there is nobody whom a form of mentoring joins with {values} as mentees. "
            "That concerns {people:mentee-of}.",
            ru="Позиция наставляемых: {values}. Среди ваших наставников нет никого, с кем им можно "
            "составить пару: такой формы наставничества нет. Это касается {people:mentee-of}.",
        ),
        "nobody-to-pair-with-mentor": Text(
            en="Among the mentees there is nobody whom a form of mentoring joins with {values} as mentors. "
            "That concerns {people:mentor-of}.",
            ru="Позиция наставников: {values}. Среди ваших наставляемых нет никого, с кем им можно "
            "составить пару: такой формы наставничества нет. Это касается {people:mentor-of}.",
        ),
        "hopeless-mentee": Text(
            en="As the tables stand, {people:mentee-of} out of {of} have not one mentor who suits, those who "
            "refused not counted.",
            ru="По этим таблицам ни одного подходящего наставника нет у {people:mentee-of} из {of} "
            "(отказавшиеся не в счёт).",
        ),
        "hopeless-mentor": Text(
            en="As the tables stand, {people:mentor-of} out of {of} suit not one mentee, those who refused not "
            "counted.",
            ru="По этим таблицам ни одного подходящего наставляемого нет у {people:mentor-of} из {of} "
            "(отказавшиеся не в счёт).",
        ),
        "hopeless-all": Text(
            en="No empty cell accounts for it: {ids}.",
            ru="Причина не в пустых ячейках. Коды: {ids}.",
        ),
        "hopeless-alone": Text(
            en="No empty cell accounts for {alone} of them: {ids}.",
            ru="У {alone} из них причина не в пустых ячейках: {ids}.",
        ),
        "not-looked-at": Text(
            en="Not everybody was looked at: whether one statement would do was not tried for {of} of the "
            "{side}.",
            ru="Проверены не все {side}. Про остальных (всего {of}) неизвестно, найдётся ли пара, если "
            "заполнить одну ячейку.",
        ),
        "not-weighed": Text(
            en="With so many people it was not looked at what each empty cell would bring to those who have "
            "some pairs as it is. Of {of} some cell is empty.",
            ru="Участников много, поэтому для тех, кому пара и так найдётся, программа не считала, сколько "
            "ещё пар даст заполнение пустых ячеек. Участников с пустыми ячейками: {of}.",
        ),
        "not-compared": Text(
            en="«{field}»: {of} different values are too many to look for slips in each; only other legal "
            "forms, punctuation and letters that look alike in two alphabets were looked for.",
            ru="«{field}»: разных значений слишком много ({of}), поэтому описок в них программа не искала, "
            "а сверила только правовые формы (МБОУ, ООО), знаки препинания и похожие русские и латинские "
            "буквы.",
        ),
    }
)
"""What is so, by code and side."""

REMEDIES: Final[Mapping[str, Text]] = MappingProxyType(
    {
        "same-person": Text(
            en="If it is one person, keep one row, or give the same ID in both tables. If they are two, leave "
            "it as it is.",
            ru="Если один человек записан дважды в одной таблице, оставьте одну строку; если он есть в "
            "обеих таблицах, укажите в них один и тот же код. Если люди разные, ничего не меняйте.",
        ),
        "column-empty": Text(en="Fill in the column.", ru="Заполните столбец."),
        "statement-missing": Text(
            en="Fill in the empty cells of the column.", ru="Заполните пустые ячейки столбца."
        ),
        "fill-first": Text(
            en="Find out first what is so; do not fill them in by guess.",
            ru="Сначала выясните, как обстоит дело; наугад не заполняйте.",
        ),
        "statement-narrows": Text(
            en="Fill in the empty cells, if you know what belongs there.",
            ru="Заполните пустые ячейки, если знаете, что там должно стоять.",
        ),
        "trained": Text(
            en="Tick those who have passed the training; train the others before the pairs are formed.",
            ru="Отметьте тех, кто обучение прошёл; остальных обучите до того, как составлять пары.",
        ),
        "cleared": Text(
            en="Ask for the certificate, and tick it when it has been shown.",
            ru="Попросите показать справку; когда покажут, поставьте «да».",
        ),
        "agreed": Text(
            en="Ask them, and write down the answer.",
            ru="Спросите самих участников и запишите ответ.",
        ),
        "guardian_agreed": Text(
            en="Ask the parents, and write down the answer.",
            ru="Спросите родителей и запишите ответ.",
        ),
        "person.data_consent": Text(
            en="Collect the consents, a minor's from the parents, and write down the answer.",
            ru="Соберите согласия (за несовершеннолетних их дают родители) и запишите ответы.",
        ),
        "person.qualities": Text(
            en="Ask the class teacher what the mentor has shown, and write it down.",
            ru="Спросите классного руководителя, в чём наставник себя проявил, и запишите ответ.",
        ),
        "signs-of-two": Text(
            en="State the category: by these signs it cannot be told.",
            ru="Укажите категорию: по таким признакам её не определить.",
        ),
        "newcomer-to-come": Text(
            en="Check the day; a pair can be formed all the same.",
            ru="Проверьте дату; пару можно составить и так.",
        ),
        "newcomer-settled": Text(
            en="Check the day, or empty the cell if they have settled in.",
            ru="Проверьте дату или очистите ячейку, если человек уже освоился.",
        ),
        "nearly-alike": Text(
            en="If it is one thing, write it one way everywhere: now it counts as different things.",
            ru="Если это одно и то же, напишите везде одинаково: сейчас программа считает эти значения "
            "разными.",
        ),
        "without-mentors": Text(
            en="If it is an organisation that stands in the other table under another name, write it one way; "
            "otherwise look for a mentor from it.",
            ru="Если в другой таблице та же организация названа иначе, напишите название одинаково; если "
            "нет, найдите наставника из этой организации.",
        ),
        "without-mentees": Text(
            en="If it is an organisation that stands in the other table under another name, write it one way.",
            ru="Если в другой таблице та же организация названа иначе, напишите название одинаково.",
        ),
        "one-sided": Text(
            en="See whether it is spelt alike in both tables.",
            ru="Проверьте, одинаково ли эти значения написаны в обеих таблицах.",
        ),
        "one-sided-mentee-person.slots": Text(
            en="See whether the times are written alike; if so, ask the mentees, or the mentors, for other "
            "times.",
            ru="Проверьте, одинаково ли записано время; если да, спросите наставляемых или "
            "наставников о другом времени.",
        ),
        "one-sided-mentor-person.slots": Text(
            en="See whether the times are written alike; if so, ask the mentors for other times.",
            ru="Проверьте, одинаково ли записано время; если да, спросите наставников о другом времени.",
        ),
        "one-sided-mentee-subjects": Text(
            en="See whether the subjects are spelt alike; if so, look for a mentor in them.",
            ru="Проверьте, одинаково ли написаны предметы; если да, поищите наставника по этим предметам.",
        ),
        "nobody-to-pair-with": Text(
            en="See whether the position is right; if so, they need people of another position on the other "
            "side.",
            ru="Проверьте, верно ли указана позиция; если да, во второй таблице нужны участники с другой "
            "позицией.",
        ),
        "hopeless": Text(
            en="After match, explain tells the reason of each, and advise what would help most.",
            ru="После подбора (match) команда explain покажет причину для каждого участника, а команда "
            "advise подскажет, что поможет больше всего.",
        ),
        "not-looked-at": Text(
            en="Mend what is named, and check again.",
            ru="Исправьте то, что названо, и проверьте ещё раз.",
        ),
    }
)
"""What to do about it: by code, or by the fact, where there is more to say of it."""
