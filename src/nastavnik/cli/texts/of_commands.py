"""The help of the command line and of each command, in both languages."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from nastavnik.basics.texts import Text

__all__ = ["OF_COMMANDS"]

OF_COMMANDS: Final[Mapping[str, Text]] = MappingProxyType(
    {
        "app": Text(
            en="School mentoring by the target model: the best admissible pairs, a proof, and a reason for everybody.",
            ru="Школьное наставничество по целевой модели: лучшие пары по правилам, доказательство и объяснение "
            "для каждого.",
        ),
        "app-examples": Text(
            en="""\b
Examples:
  nastavnik template tables            empty tables to fill in
  nastavnik check mentees.xlsx mentors.xlsx
  nastavnik match mentees.xlsx mentors.xlsx --out autumn
  nastavnik explain autumn m17         why this mentor, or why none
  nastavnik what-if autumn --places t03=2
  nastavnik verify autumn              check the plan without the solver
  nastavnik demo --out town            all of it on an invented town""",
            ru="""\b
Примеры:
  nastavnik template таблицы           пустые таблицы для заполнения
  nastavnik check наставляемые.xlsx наставники.xlsx
  nastavnik match наставляемые.xlsx наставники.xlsx --out осень
  nastavnik explain осень m17          почему этот наставник или почему его нет
  nastavnik what-if осень --places t03=2
  nastavnik verify осень               проверить план независимым расчётом
  nastavnik demo --out город           всё это на примере выдуманного города""",
        ),
        "match": Text(
            en="""Match mentees with mentors and write the plan into a folder.

MENTEES and MENTORS are tables, .csv or .xlsx, with Russian or English headings, or one and the same file .json of everybody, given twice.

\b
Example:
  nastavnik match mentees.xlsx mentors.xlsx --out autumn --lang ru
  nastavnik match mentees.xlsx mentors.xlsx --demands demands.xlsx --out autumn
  nastavnik match mentees.xlsx mentors.xlsx --groups-together --out autumn

The table of demands holds pairs that must be in the plan (locks) or must not (bans). Where demands contradict each other, it
is said which and what would help, nothing is written, and the exit status is 1; wrong input ends with 2.

The folder gets plan.xlsx for you (with names), plan.json for other programs and cohort.json for explain and verify (both
without names), and plan.files.json, by which it is known whether the three belong together. Nobody else on this computer can
read them. If the program is cut short, run the same command again: it puts everything right.""",
            ru="""Подобрать наставников и записать план в папку.

НАСТАВЛЯЕМЫЕ и НАСТАВНИКИ – таблицы (.csv или .xlsx) наставляемых и наставников с русскими или английскими заголовками либо один и
тот же файл .json со всеми участниками, указанный дважды.

\b
Пример:
  nastavnik match наставляемые.xlsx наставники.xlsx --out осень
  nastavnik match наставляемые.xlsx наставники.xlsx --demands требования.xlsx --out осень
  nastavnik match наставляемые.xlsx наставники.xlsx --groups-together --out осень

В таблице требований – пары, которые должны быть в плане (закрепления) и которых в нём быть не должно (запреты). Если требования
противоречат друг другу, будет сказано, какие именно и что поможет; план не записывается, код завершения 1. При ошибках в таблицах
код завершения 2.

В папке появятся plan.xlsx для вас (с ФИО), plan.json для других программ и cohort.json для команд explain и verify (оба без
ФИО), а ещё plan.files.json: по нему видно, что эти три файла от одного плана. Другим пользователям этого компьютера они
недоступны. Если программа прервалась, запустите ту же команду ещё раз: она всё исправит.""",
        ),
        "check": Text(
            en="""Check two tables, look at the round as a whole, and write nothing.

All faults are shown at once, each kind once, with file, rows, column, value and what was expected; exit status 2.

Where there are none, it says what would make the plan worse than it could be: cells that are empty and keep somebody from every
pair, one thing spelt in two ways, values that only one side has, one person who stands twice. Exit status 0; with --strict it
is 3 if there is anything to say.

With --output all of it stands in a file that can be passed on to whoever fills in the tables.

\b
Examples:
  nastavnik check mentees.csv mentors.csv
  nastavnik check mentees.csv mentors.csv --demands demands.csv --values
  nastavnik check mentees.csv mentors.csv --output faults.html""",
            ru="""Проверить две таблицы, каждую отдельно и обе вместе, ничего не записывая.

Все ошибки показываются сразу, одинаковые – один раз; у каждой названы файл, строки, столбец, значение и то, что ожидалось. Код
завершения 2.

Если ошибок нет, будет сказано, из-за чего план может выйти хуже, чем мог бы. Это пустые ячейки, из-за которых кому-то не составить ни
одной пары; одно и то же, написанное по-разному; значения, которые есть только в одной таблице; один человек, записанный дважды.
Код завершения 0, а с --strict – 3, если есть хоть одно замечание.

С --output всё это будет в файле, который можно переслать тем, кто заполняет таблицы.

\b
Примеры:
  nastavnik check наставляемые.csv наставники.csv
  nastavnik check наставляемые.csv наставники.csv --demands требования.csv --values
  nastavnik check наставляемые.csv наставники.csv --output ошибки.html""",
        ),
        "explain": Text(
            en="""Say why a mentee has this mentor or none; of a mentor, whom the mentor got and who else would suit.

With a mentor's id after the mentee's, say why these two are or are not a pair, and what it would cost.

What a coordinator reads speaks of other people, too: by their ids, and with --names by their names, by which people
are found then as well. --audience participant says only what the person asked about, or the parents,
may be told.

\b
Examples:
  nastavnik explain town p16
  nastavnik explain town p16 q02
  nastavnik explain town p16 --audience participant --output p16.html
  nastavnik explain town "Swallow" --names town""",
            ru="""Объяснить, почему у наставляемого этот наставник или почему наставника нет; о наставнике – сказать, с кем он занимается и кто ещё ему подходит.

Если после кода наставляемого указать код наставника, будет сказано, почему эти двое в паре или нет и что изменилось бы в плане
с такой парой.

В ответе для куратора названы и другие люди: кодами, а с --names – и по ФИО. С --names можно и спросить о человеке по ФИО.
С --audience participant в ответе только то, что можно сказать самому участнику или его родителям.

\b
Примеры:
  nastavnik explain город p16
  nastavnik explain город p16 q02
  nastavnik explain город p16 --audience participant --output p16.html
  nastavnik explain город "Ласточкин" --names город""",
        ),
        "advise": Text(
            en="""Say what would help, what costs least first: statements to be completed, a rule, a place, a mentor to be found.

Each gain is exact and verified by matching again. A statement is completed only if it is so: ask first. Whether a rule may
be relaxed is for people to decide.

--profiles takes a table like that of the mentors, with mentors who could be found: what one of each would bring, and more
like them. Without it, mentors are proposed who could take those left out.

\b
Examples:
  nastavnik advise autumn
  nastavnik advise autumn --profiles candidates.xlsx --copies 2""",
            ru="""Сказать, что помогло бы, начиная с самого простого: заполнить ячейку, смягчить правило, добавить место,
найти наставника.

Что даст каждый совет, посчитано точно и проверено новым подбором. Пустую ячейку заполняйте, только если знаете ответ:
сначала спросите. Можно ли смягчать правило, решают люди.

В --profiles укажите такую же таблицу, как у наставников, с теми, кого вы могли бы привлечь: будет сказано, что даст один такой
наставник и что – несколько. Без этой таблицы будет сказано, какие наставники подошли бы тем, кто остался без наставника.

\b
Примеры:
  nastavnik advise осень
  nastavnik advise осень --profiles кандидаты.xlsx --copies 2""",
        ),
        "what-if": Text(
            en="""Say what would change: which newcomers stay without a mentor, who loses, gains or changes one, how many pairs and points.

The plan in DIR stays as it is. Every option may be given several times, and all together. Locks and bans of those who are
taken out go with them.

In MENTOR=MENTEE the first id is the mentor's. Ids may contain = themselves: the text is cut where both ids are known; where
that is so in several places, put a tab between them in place of =.

With --out the other plan is written as a folder of its own; its plan.xlsx has the names that plan.xlsx in DIR holds or --names
gives. After --set or --without, explain and verify it with a --methodology that is changed in the same way.

Exit status 1: the demands would contradict each other. 2: the call is wrong.

\b
Examples:
  nastavnik what-if town --places q01=3
  nastavnik what-if town --remove q03 --ban q01=p01 --lock q02=p16
  nastavnik what-if town --lock q03=p16 --overriding common-slots --overriding grade-gap --overriding same-organisation
  nastavnik what-if town --set common-slots.at_least=2 --without same-organisation
  nastavnik what-if town --add-mentors newcomers.xlsx --out town-with-newcomers""",
            ru="""Сказать, что изменилось бы: кто потеряет, получит или сменит наставника, кому из новых наставника не хватит, сколько станет пар и баллов.

План в ПАПКЕ остаётся прежним. Параметры можно сочетать и повторять. Если человека убирают, его закрепления и
запреты снимаются.

Вместо НАСТАВНИК=НАСТАВЛЯЕМЫЙ пишут код наставника, знак = и код наставляемого. Знак = может быть и в самих кодах: разделителем
считается тот, слева и справа от которого стоят коды участников. Если таких несколько, поставьте между кодами табуляцию вместо =.

С --out другой план записывается в отдельную папку; ФИО для его plan.xlsx берутся из plan.xlsx в ПАПКЕ или из --names. Если были
указаны --set или --without, командам explain и verify для такого плана нужна --methodology с теми же изменениями.

Код завершения 1 – требования противоречили бы друг другу; 2 – команда вызвана неверно.

\b
Примеры:
  nastavnik what-if город --places q01=3
  nastavnik what-if город --remove q03 --ban q01=p01 --lock q02=p16
  nastavnik what-if город --lock q03=p16 --overriding common-slots --overriding grade-gap --overriding same-organisation
  nastavnik what-if город --set common-slots.at_least=2 --without same-organisation
  nastavnik what-if город --add-mentors новые.xlsx --out город-с-новыми""",
        ),
        "alternatives": Text(
            en="""Show other plans that are nearly as good, to be talked about.

Each gives as many mentees a mentor as the plan does; only where it differs is said. What is said of
each is proven; another plan may exist where none is found.

\b
Examples:
  nastavnik alternatives town --within 200
  nastavnik alternatives town --within 500 --differing 4 --most 2""",
            ru="""Показать другие планы, почти такие же хорошие, для обсуждения.

В каждом из них наставник есть у стольких же наставляемых, что и в записанном; показаны только отличия. Всё, что сказано
о найденных планах, доказано. Если же ничего не найдено, другой план всё-таки может существовать.

\b
Примеры:
  nastavnik alternatives город --within 200
  nastavnik alternatives город --within 500 --differing 4 --most 2""",
        ),
        "verify": Text(
            en="""Check a written plan again, without the solver that made it.

Every rule is run anew, and the prices in plan.json must prove that no plan is better; it is said which files were looked at
and what was compared. Exit status 1 if the plan does not hold, or if a file of the folder, plan.xlsx too, is not the one that
was written with the others. What stands in plan.xlsx is not read.

\b
Example:
  nastavnik verify autumn""",
            ru="""Проверить записанный план заново, независимым расчётом.

Все правила применяются заново, а цены (доказательство, записанное в plan.json) должны показать, что лучшего плана нет.
Будет сказано, какие файлы проверены и что с чем сверено. Код завершения 1 – если план не подтверждён или файл в папке
(в том числе plan.xlsx) не тот, что записан вместе с остальными. Содержание plan.xlsx не читается.

\b
Пример:
  nastavnik verify осень""",
        ),
        "template": Text(
            en="""Write three empty tables, each with a row that describes its columns.

The row says what an empty cell means, too. There are the columns that pupils and teachers of one school need; --full
gives all. demands.xlsx, for locks and bans, is needed only by those who have any.

\b
Example:
  nastavnik template tables --lang ru""",
            ru="""Записать три пустые таблицы, в каждой – строка с описанием столбцов.

В этой строке сказано и то, что значит пустая ячейка. Столбцы – только те, что нужны, когда все участники – ученики и педагоги одной
школы; с --full – все. Таблица требования.xlsx – для закреплений и запретов; если их нет, она не нужна.

\b
Пример:
  nastavnik template таблицы""",
        ),
        "demo": Text(
            en="""Match an invented town: two schools, a college, an enterprise, all five forms.

\b
Example:
  nastavnik demo --out town""",
            ru="""Подобрать наставников в выдуманном городе: две школы, колледж, предприятие, все пять форм наставничества.

\b
Пример:
  nastavnik demo --out город""",
        ),
    }
)
"""Texts by key."""
