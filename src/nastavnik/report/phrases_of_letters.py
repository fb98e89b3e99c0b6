"""What letters to families, mentees and mentors say, in both languages: warm, short, and in no need of a case or gender.

Names stand where the nominative does, for nobody's name is declined here. What is in square brackets is to be filled in
by hand, and is meant to be seen.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from nastavnik.basics.texts import Text

__all__ = ["OF_LETTERS"]

OF_LETTERS: Final[Mapping[str, Text]] = MappingProxyType(
    {
        # Around the letter.
        "letters-title": Text(en="Letters on mentoring", ru="Письма о наставничестве"),
        "letter-school": Text(en="[name of the school]", ru="[название школы]"),
        "letter-date": Text(en="[date]", ru="[дата]"),
        "letter-contact": Text(
            en="[name, telephone or e-mail of the coordinator]",
            ru="[имя, телефон или почта куратора]",
        ),
        "letter-name": Text(en="[name]", ru="[имя и фамилия]"),
        "letter-to-family": Text(
            en="To the parents (guardians): {who}",
            ru="Родителям (законным представителям). Ребёнок: {who}",
        ),
        "letter-to": Text(en="To: {who}", ru="Кому: {who}"),
        "letter-of-class": Text(en="{name}, class {of_class}", ru="{name}, {of_class} класс"),
        "letter-parents": Text(en="Dear parents,", ru="Уважаемые родители!"),
        "letter-ends": Text(en="Yours sincerely,", ru="С уважением,"),
        "letter-coordinator": Text(
            en="coordinator of the mentoring programme", ru="куратор программы наставничества"
        ),
        # A family.
        "letter-your-child": Text(en="your child", ru="ваш ребёнок"),
        "letter-family-paired": Text(
            en="We are glad to tell you that {child} will now meet with a mentor in the mentoring programme of the "
            "school.",
            ru="Рады сообщить: по программе школьного наставничества {child} теперь будет встречаться с наставником.",
        ),
        "letter-family-interests": Text(
            en="The two share interests: {list}.",
            ru="У ребёнка и наставника есть общие интересы: {list}.",
        ),
        "letter-family-ends": Text(
            en="Taking part is voluntary. If something does not suit or you have a question, please let us know: it can "
            "be talked over.",
            ru="Участие добровольное. Если что-то не подходит или появились вопросы, пожалуйста, скажите нам: всё можно "
            "обсудить.",
        ),
        "letter-family-left-out": Text(
            en="Thank you for taking part in the mentoring programme of the school. A mentor has not been found "
            "yet, and we go on looking. This is no judgement of your child.",
            ru="Спасибо за участие в школьной программе наставничества. Наставник пока не нашёлся, и мы "
            "продолжаем искать. Это никак не оценка вашего ребёнка.",
        ),
        "letter-family-crowded-out": Text(
            en="Thank you for taking part in the mentoring programme of the school. There are suitable mentors, but all "
            "their places are taken at present. When a place is free again, we can offer it to your child.",
            ru="Спасибо за участие в школьной программе наставничества. Подходящие наставники есть, но сейчас все места "
            "у них заняты. Когда место освободится, мы сможем предложить его вашему ребёнку.",
        ),
        # A mentee who reads the letter.
        "letter-mentee-paired": Text(
            en="We are glad to tell you that a mentor has been found for you in the mentoring programme.",
            ru="Рады сообщить: в программе наставничества для вас нашёлся наставник.",
        ),
        "letter-mentee-interests": Text(
            en="You share interests: {list}.", ru="У вас с наставником есть общие интересы: {list}."
        ),
        "letter-mentee-left-out": Text(
            en="Thank you for taking part in the mentoring programme. A mentor has not been found yet, and we go "
            "on looking. This is no judgement of you or of your work.",
            ru="Спасибо за участие в программе наставничества. Наставник пока не нашёлся, и мы продолжаем "
            "искать. Это никак не оценка ваших качеств или работы.",
        ),
        "letter-mentee-crowded-out": Text(
            en="Thank you for taking part in the mentoring programme. There are suitable mentors, but all their places are "
            "taken at present. When a place is free again, we can offer it to you.",
            ru="Спасибо за участие в программе наставничества. Подходящие наставники есть, но сейчас все места у них "
            "заняты. Когда место освободится, мы сможем предложить его вам.",
        ),
        # Either of them.
        "letter-mentor-is": Text(en="The mentor is {name}.", ru="Наставника зовут {name}."),
        "letter-mentor-later": Text(
            en="You will get to know the mentor at the first meeting.",
            ru="Познакомиться с наставником можно будет на первой встрече.",
        ),
        "letter-purpose": Text(
            en="What matters at the meetings: {purpose}.", ru="Цель встреч – {purpose}."
        ),
        "letter-subjects": Text(en="Subjects: {list}.", ru="Предметы: {list}."),
        "letter-times": Text(
            en="Time that suits both: {list}. It is a proposal; if your plans have changed, another can be chosen.",
            ru="Время, удобное обоим: {list}. Это только предложение: если планы изменились, можно выбрать другое "
            "время.",
        ),
        "letter-no-times": Text(
            en="The coordinator will help to choose a time that suits both.",
            ru="Выбрать время, удобное обоим, поможет куратор.",
        ),
        "letter-first-meeting": Text(en="First meeting: {when}.", ru="Первая встреча: {when}."),
        "letter-first-later": Text(
            en="The coordinator will let you know the day of the first meeting.",
            ru="О дне первой встречи куратор сообщит отдельно.",
        ),
        "letter-looking-for": Text(
            en="What we look for: {purpose}.", ru="Цель встреч с наставником – {purpose}."
        ),
        "letter-own": Text(en="Please look at this:", ru="На что обратить внимание:"),
        "letter-unmet": Text(en="What is still in the way:", ru="Что пока мешает:"),
        "letter-mend": Text(
            en="If any of this can be different, please let the coordinator know, and we shall look again.",
            ru="Если что-то из этого можно изменить, сообщите, пожалуйста, куратору, и мы поищем ещё раз.",
        ),
        "letter-ask": Text(
            en="The coordinator will gladly say what else is possible.",
            ru="Куратор охотно подскажет, что ещё возможно.",
        ),
        # A mentor.
        "letter-mentor-paired": Text(
            en="Thank you for being ready to be a mentor. Somebody is looking forward to meeting you:",
            ru="Спасибо за готовность быть наставником! Вот кто ждёт встреч с вами:",
        ),
        "letter-one-mentee": Text(
            en="somebody whom the coordinator will introduce to you",
            ru="новый наставляемый (вас познакомит куратор)",
        ),
        "letter-with-times": Text(
            en="time that suits both: {list}", ru="время, удобное обоим: {list}"
        ),
        "letter-with-interests": Text(en="interests of both: {list}", ru="общие интересы: {list}"),
        "letter-with-subjects": Text(en="subjects: {list}", ru="предметы: {list}"),
        "letter-mentor-first": Text(
            en="Begin by getting to know each other, and agree on when to meet and where to start. Keep to yourself "
            "whatever private you learn of each other; but if something worries you, be sure to tell the coordinator.",
            ru="Для начала познакомьтесь и договоритесь, когда встречаться и с чего начать. Не пересказывайте "
            "другим личное, что узнаете друг о друге; но если что-то вас встревожит, обязательно скажите куратору.",
        ),
        "letter-mentor-free": Text(
            en="Thank you for being ready to be a mentor. There is no pair for you yet; we remember your offer and shall "
            "come back to it.",
            ru="Спасибо за готовность быть наставником! Пары для вас пока нет; мы помним о вашем предложении и вернёмся "
            "к нему.",
        ),
    }
)
"""Phrases by key; placeholders in braces."""
