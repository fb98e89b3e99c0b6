"""The catalogue of what can be wrong with an input, one sentence per fault in each language.

Placeholders are the names of a fault's details; a value in them is shown in quotes. The sentences
avoid number agreement, so that they stay right for one and for many.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from nastavnik.texts import Text

__all__ = ["FAULTS", "PLACES"]

PLACES: Final[Mapping[str, Text]] = MappingProxyType(
    {
        "sheet": Text(en="sheet «{}»", ru="лист «{}»"),
        "row": Text(en="row {}", ru="строка {}"),
        "column": Text(en="column «{}»", ru="столбец «{}»"),
        "maybe": Text(en="Maybe {}?", ru="Возможно, {}?"),
        "faults": Text(en="Faults in the input: {}", ru="Ошибок во входных данных: {}"),
        "not-shown": Text(en="(looks like a name, not shown)", ru="(похоже на имя, не показано)"),
        "person": Text(en="person", ru="участник"),
        "mentor": Text(en="mentor", ru="наставник"),
        "mentee": Text(en="mentee", ru="наставляемый"),
        "lock": Text(en="lock", ru="закрепление"),
        "ban": Text(en="ban", ru="запрет"),
        "none": Text(en="none", ru="нет"),
    }
)
"""Words that say where something stands."""

FAULTS: Final[Mapping[str, Text]] = MappingProxyType(
    {
        # One value.
        "empty-id": Text(
            en="the id is empty; give every person a short unique id",
            ru="пустой код; дайте каждому участнику короткий неповторимый код",
        ),
        "not-plain-id": Text(
            en="{value} is no plain id: at most {high} visible characters, without line breaks, spaces "
            "at its ends or hidden characters",
            ru="{value} – не код: до {high} видимых знаков, без переносов строк, пробелов по краям "
            "и скрытых знаков",
        ),
        "not-text": Text(en="{value} is not text", ru="{value} – не текст"),
        "not-whole": Text(
            en="{value} is not a whole number", ru="нужно целое число, а указано {value}"
        ),
        "out-of-range": Text(
            en="{value} is not between {low} and {high}",
            ru="допустимо от {low} до {high}, указано {value}",
        ),
        "not-grade": Text(
            en="{value} is not a grade from {low} to {high}",
            ru="класс – число от {low} до {high}, указано {value}",
        ),
        "no-places": Text(
            en="capacity {value}: a whole number of places from {low} to {high} is needed; "
            "leave out who takes nobody this time",
            ru="мест {value}: нужно целое число мест от {low} до {high}; "
            "кто сейчас никого не берёт, того не включайте",
        ),
        "minimum-above-capacity": Text(
            en="at least {value} mentees are asked for, and there are places for {high}; lower the minimum "
            "or give more places",
            ru="нужно наставляемых не меньше {value}, а мест – {high}; уменьшите минимум или "
            "добавьте места",
        ),
        "not-yes-no": Text(en="{value} is neither yes nor no", ru="{value} – не «да» и не «нет»"),
        "not-a-set": Text(
            en="{value} is not a set of texts", ru="{value} – не набор текстовых значений"
        ),
        "not-marks": Text(
            en="{value} is not a mark; write subject and whole mark: physics 4, art 5",
            ru="{value} – не оценка; пишите предмет и целую оценку: физика 4, рисование 5",
        ),
        "not-a-person": Text(
            en="{value} is not a Pupil, Student, Teacher or Professional",
            ru="{value} – не Pupil, Student, Teacher или Professional",
        ),
        "not-a-role": Text(
            en="{value} stands among the {role}s and is of another type",
            ru="{value} – значение другого типа (ожидается {role})",
        ),
        # The people of one round, as a whole.
        "duplicate-id": Text(
            en="the id {value} stands here a second time; one person, one row",
            ru="код {value} встречается повторно; один участник – одна строка",
        ),
        "two-people": Text(
            en="the id {value} belongs to two different people: they differ in {fields}",
            ru="код {value} у двух разных людей: они различаются в полях {fields}",
        ),
        "contradictory-consent": Text(
            en="the consents for {value} contradict each other: {fields} is yes in one place "
            "and no in the other; ask again and correct one",
            ru="согласия для {value} противоречат друг другу: {fields} в одном месте «да», "
            "в другом «нет»; уточните и исправьте",
        ),
        "names-nobody": Text(
            en="names {value}, and there is no such {role} in this round; correct or remove it",
            ru="назван {value}, но такого участника ({role}) в этом наборе нет; "
            "исправьте или уберите",
        ),
        "name-for-id": Text(
            en="holds something with a space in it, which is no id; write the ids of the persons meant",
            ru="значение с пробелом не похоже на код; укажите коды участников",
        ),
        "wanted-and-refused": Text(
            en="names {value} both as chosen and as refused or banned; keep one of the two",
            ru="{value} назван и среди выбранных, и среди отвергнутых; оставьте что-то одно",
        ),
        # People against the methodology.
        "unknown-rule": Text(
            en="{value} is not a requirement of the methodology",
            ru="{value} – не требование методологии",
        ),
        "not-overridable": Text(
            en="{value} cannot be overridden: own will, consents and clearance are to be got and recorded",
            ru="от требования {value} отступить нельзя: добровольность, согласия и справку нужно получить и отметить",
        ),
        "locked-to-oneself": Text(
            en="nobody can be their own mentor; drop the lock",
            ru="нельзя быть наставником самому себе; уберите закрепление",
        ),
        "no-form-joins": Text(
            en="no form of the methodology joins these two positions; no lock can override that",
            ru="ни одна форма методологии не связывает такие позиции; никакое закрепление этого не отменит",
        ),
        "bans-unheeded": Text(
            en="this methodology has role models without the requirement not-banned; add NotBanned() to its "
            "requirements, or no ban would have an effect",
            ru="в этой методологии есть ролевые модели без требования not-banned; добавьте NotBanned() в её "
            "требования, иначе запреты не действуют",
        ),
        "not-a-demand": Text(
            en="a value of the type {value}; each must be a {kind}",
            ru="значение типа {value}; каждое должно быть {kind}",
        ),
        "unknown-category": Text(
            en="{value} is not a mentee category; for this position: {known}",
            ru="{value} – не категория наставляемых; для этой позиции: {known}",
        ),
        "category-of-another-position": Text(
            en="the category {value} is not one for a {position}; for this position: {known}",
            ru="категория {value} не для позиции {position}; для этой позиции: {known}",
        ),
        "unknown-task": Text(
            en="{value} is not a task of any form for this position; known: {known}",
            ru="{value} – не задача формы для этой позиции; известны: {known}",
        ),
        "no-form-for-mentee": Text(
            en="no form of the methodology has a {position} as mentee",
            ru="ни в одной форме методологии наставляемый не бывает в позиции {position}",
        ),
        "no-form-for-mentor": Text(
            en="no form of the methodology has a {position} as mentor",
            ru="ни в одной форме методологии наставник не бывает в позиции {position}",
        ),
        # Files and tables.
        "no-file": Text(en="there is no such file", ru="такого файла нет"),
        "not-a-file": Text(en="is not a file", ru="это не файл"),
        "unreadable": Text(en="cannot be read: {value}", ru="не читается: {value}"),
        "unknown-ending": Text(
            en="ends in {value}; tables end in .csv or .xlsx, typed people in .json",
            ru="оканчивается на {value}; таблицы оканчиваются на .csv или .xlsx, "
            "описания участников на .json",
        ),
        "not-what-it-says": Text(
            en="is not what its ending {value} says: it looks like {found}; "
            "save it again in the right format",
            ru="содержимое не соответствует окончанию {value}: похоже на {found}; "
            "сохраните заново в нужном формате",
        ),
        "unknown-encoding": Text(
            en="is neither UTF-8 nor Windows-1251 text; save it as «CSV UTF-8»",
            ru="текст не в UTF-8 и не в Windows-1251; сохраните как «CSV UTF-8»",
        ),
        "empty-table": Text(
            en="the table has no rows of people", ru="в таблице нет ни одной строки с участником"
        ),
        "damaged": Text(
            en="is damaged and cannot be read; open it in a spreadsheet program and save it again",
            ru="файл повреждён и не читается; откройте его в табличном редакторе "
            "и сохраните заново",
        ),
        "locked": Text(
            en="is protected by a password; save it without one",
            ru="файл защищён паролем; сохраните его без пароля",
        ),
        "binary": Text(
            en="holds no text, though its ending {value} says so; save the table as «CSV UTF-8»",
            ru="внутри не текст, хотя окончание {value}; сохраните таблицу как «CSV UTF-8»",
        ),
        "same-file": Text(
            en="the same file is given for the mentees and for the mentors",
            ru="один и тот же файл указан и для наставляемых, и для наставников",
        ),
        "no-headings": Text(
            en="the first row has no known heading; it should have, for example: {known}; "
            "«nastavnik template» gives an example",
            ru="в первой строке нет знакомых заголовков; в ней ожидаются, например: {known}; "
            "образец даёт «nastavnik template»",
        ),
        "too-wide": Text(
            en="has {value} columns, a table of people at most {high}; remove the others",
            ru="столбцов {value}, а в таблице участников их не больше {high}; уберите лишние",
        ),
        "unknown-heading": Text(
            en="unknown heading {value}; correct it, or put # before it if the column is a note",
            ru="неизвестный заголовок {value}; исправьте его, а если столбец – заметка, "
            "поставьте перед ним #",
        ),
        "heading-of-mentors": Text(
            en="{value} is a heading of the mentors' table, and this is the mentees' one; "
            "were the two files swapped?",
            ru="заголовок {value} – из таблицы наставников, а это таблица наставляемых; "
            "не перепутаны ли файлы?",
        ),
        "heading-of-mentees": Text(
            en="{value} is a heading of the mentees' table, and this is the mentors' one; "
            "were the two files swapped?",
            ru="заголовок {value} – из таблицы наставляемых, а это таблица наставников; "
            "не перепутаны ли файлы?",
        ),
        "doubled-column": Text(
            en="the heading {value} says the same as {other}; keep one column",
            ru="заголовок {value} означает то же, что {other}; оставьте один столбец",
        ),
        "missing-column": Text(
            en="there is no column {column}; its heading may be any of: {known}",
            ru="нет столбца {column}; его заголовок может быть таким: {known}",
        ),
        "missing-value": Text(
            en="the cell is empty and must be filled in",
            ru="ячейка пуста, а её нужно заполнить",
        ),
        "too-many-cells": Text(
            en="the row has {value} cells, the headings {high}; "
            "put a value that contains the separator in quotes",
            ru="в строке ячеек {value}, а заголовков {high}; "
            "значение с разделителем внутри возьмите в кавычки",
        ),
        "cell-without-heading": Text(
            en="a cell is filled in here, and its column has no heading; "
            "give it one, or empty the column",
            ru="здесь заполнена ячейка, а у столбца нет заголовка; "
            "дайте ему заголовок или очистите столбец",
        ),
        "bad-quotes": Text(
            en="a quotation mark of this row is not closed, or not doubled inside a quoted value; "
            "the file cannot be read any further",
            ru="в этой строке кавычка не закрыта или не удвоена внутри значения в кавычках; "
            "дальше файл не читается",
        ),
        "too-long": Text(
            en="a cell of this row is longer than {high} characters; is a quotation mark missing?",
            ru="ячейка этой строки длиннее {high} знаков; не пропущена ли кавычка?",
        ),
        "duplicate-row": Text(
            en="the id {value} already stands in row {other}; one person, one row",
            ru="код {value} уже есть в строке {other}; один участник – одна строка",
        ),
        "no-demands": Text(
            en="the table has no locks and no bans; fill in a row, or leave the file out",
            ru="в таблице нет ни одного закрепления или запрета; заполните строку или не указывайте файл",
        ),
        "duplicate-demand": Text(
            en="the same demand for this pair already stands in row {other}; keep one row",
            ru="такое же требование к этой паре уже есть в строке {other}; оставьте одну строку",
        ),
        "ban-overrides": Text(
            en="a ban overrides nothing; empty the cell, or make the row a lock",
            ru="запрет ни от каких правил не отступает; очистите ячейку или замените запрет закреплением",
        ),
        "swapped-ids": Text(
            en="the id of a mentee stands as the mentor's, and that of a mentor as the mentee's; swap the two cells",
            ru="на месте наставника код наставляемого, а на месте наставляемого – код наставника; поменяйте их местами",
        ),
        "doubled-mark": Text(
            en="the subject {value} has two different marks; keep one",
            ru="у предмета {value} две разные оценки; оставьте одну",
        ),
        "formula": Text(
            en="the cell holds a formula; paste its value instead",
            ru="в ячейке формула; вставьте вместо неё значение",
        ),
        "error-cell": Text(
            en="the cell holds the spreadsheet error {value}; put the right value there",
            ru="в ячейке ошибка таблицы {value}; впишите верное значение",
        ),
        "unknown-choice": Text(
            en="{value} is not in the list: {known}",
            ru="значения {value} нет в списке: {known}",
        ),
        "not-for-position": Text(
            en="{value} is given, and a {position} has no such field; empty the cell",
            ru="указано {value}, но для позиции {position} это поле не заполняют; очистите ячейку",
        ),
        # Columns of a data frame, or of a mapping.
        "not-a-table": Text(
            en="{value} is no table: a pandas or polars DataFrame, a pyarrow Table or a mapping of "
            "names to columns is expected",
            ru="{value} – не таблица: нужен DataFrame из pandas или polars, Table из pyarrow или "
            "словарь столбцов по именам",
        ),
        "not-a-column": Text(
            en="{value} is no column: a list or a one-dimensional array with one value a person "
            "is expected",
            ru="{value} – не столбец: нужен список или одномерный массив, по значению на участника",
        ),
        "uneven-column": Text(
            en="values here: {value}, people: {other}; the numbers must agree",
            ru="значений здесь {value}, а участников {other}; числа должны совпадать",
        ),
        "unknown-column": Text(
            en="unknown column {value}; correct or drop it",
            ru="неизвестный столбец {value}; исправьте его или уберите",
        ),
        "no-column": Text(en="there is no column {column}", ru="нет столбца {column}"),
        "text-for-list": Text(
            en="{value} is one text, and a list of texts is expected: split it first",
            ru="{value} – один текст, а нужен список текстов: сначала разделите его",
        ),
        "more-rows": Text(
            en="further rows with the same value, wrong as above: {value}",
            ru="ещё строк с тем же неверным значением: {value}",
        ),
        # Files that are written.
        "already-there": Text(
            en="is there already and is left as it is; remove it or choose another folder",
            ru="файл уже есть, он оставлен как был; уберите его или выберите другую папку",
        ),
        "plan-there": Text(
            en="is there already; choose another folder, or overwrite it with --replace",
            ru="уже есть; выберите другую папку или перезапишите с --replace",
        ),
        "not-a-folder": Text(en="is not a folder", ru="это не папка"),
        "unwritable": Text(en="cannot be written: {value}", ru="не записывается: {value}"),
        "cannot-be-written": Text(
            en="{value} would be read back as something else: lists in a table are in small "
            "letters and without commas inside a value, ids do not begin with #, spaces are "
            "single, choices are those of the methodology",
            ru="{value} прочитается из таблицы иначе: в списках там строчные буквы и нет запятых "
            "внутри значений, коды не начинаются с #, пробелы одиночные, а значения на выбор – "
            "только из методологии",
        ),
        # Questions about a plan.
        "unknown-person": Text(
            en="nobody in this round has the id {value}; correct or remove it",
            ru="в этом наборе ни у кого нет кода {value}; исправьте или уберите",
        ),
        # What is asked of a plan, and to be tried, as options of the command line.
        "mentee-first": Text(
            en="{value}: the mentee stands first, then the mentor; swap the two",
            ru="{value}: сначала указывают наставляемого, затем наставника; поменяйте их местами",
        ),
        "nothing-without": Text(
            en="does nothing without {other}; give {other} too, or leave this out",
            ru="без {other} не действует; укажите и {other} или уберите это",
        ),
        "no-change": Text(
            en="nothing is to be changed; give one of these at least: --remove, --places, --lock, --unlock, --ban, "
            "--unban, --set, --without, --add-mentees, --add-mentors",
            ru="ничего не изменено; укажите хотя бы одно: --remove, --places, --lock, --unlock, --ban, --unban, "
            "--set, --without, --add-mentees, --add-mentors",
        ),
        "not-places": Text(
            en="{value} is no ID=N; write a mentor's id and a whole number of places, such as q01=2",
            ru="{value} – не КОД=N; укажите код наставника и целое число мест, например q01=2",
        ),
        "places-out-of-range": Text(
            en="{value}: a whole number of places from 1 to {high} is needed; --remove takes a mentor out",
            ru="{value}: нужно целое число мест от 1 до {high}; убрать наставника можно через --remove",
        ),
        "places-below-minimum": Text(
            en="{value}: this mentor is to have mentees, at least {low}; give as many places, or lower the minimum in "
            "the table and match again",
            ru="{value}: у этого наставника должно быть наставляемых не меньше {low}; дайте столько мест или уменьшите "
            "минимум в таблице и подберите заново",
        ),
        "not-a-pair": Text(
            en="{value} is no MENTOR=MENTEE; write the two ids with = between them, such as q01=p01",
            ru="{value} – не НАСТАВНИК=НАСТАВЛЯЕМЫЙ; укажите два кода и = между ними, например q01=p01",
        ),
        "several-pairs": Text(
            en="{value} can be cut into two ids in several ways; put a tab between them in place of =",
            ru="{value} можно разделить на два кода по-разному; поставьте между ними табуляцию вместо =",
        ),
        "swapped-pair": Text(
            en="{value}: the mentor stands first, then the mentee; swap the two",
            ru="{value}: сначала указывают наставника, затем наставляемого; поменяйте их местами",
        ),
        "not-locked": Text(
            en="{value} is not locked in this plan; mentees who are: {known}; leave the option out or correct it",
            ru="в этом плане {value} ни за кем не закреплён; закреплённые наставляемые: {known}; уберите или исправьте",
        ),
        "not-banned": Text(
            en="{value} is not banned in this plan; pairs that are: {known}; leave the option out or correct it",
            ru="в этом плане нет запрета {value}; запрещённые пары: {known}; уберите или исправьте",
        ),
        "nothing-locked": Text(
            en="{value}: only a lock overrides a requirement; give a --lock too, or leave this out",
            ru="{value}: отступить от требования может только закрепление; укажите и --lock или уберите это",
        ),
        "given-both-ways": Text(
            en="{value} stands in {other} too; keep one of the two options",
            ru="{value} указано и в {other}; оставьте что-то одно",
        ),
        "given-twice": Text(
            en="{value} was given as {other} before; keep one",
            ru="{value} раньше указано как {other}; оставьте одно",
        ),
        "nobody-left": Text(
            en="people taken out: {value}, and nobody is left; leave somebody in",
            ru="убрано участников: {value}, и никого не осталось; оставьте кого-нибудь",
        ),
        "not-a-setting": Text(
            en="{value} is no RULE.PARAMETER=N with a whole number N, such as grade-gap.at_least=2",
            ru="{value} – не ПРАВИЛО.ПАРАМЕТР=N с целым числом N, например grade-gap.at_least=2",
        ),
        "no-such-rule": Text(
            en="the methodology has no rule {value} that can be changed; write its id, such as grade-gap",
            ru="в методологии нет правила {value}, которое можно изменить; укажите код правила, например grade-gap",
        ),
        "no-numbers": Text(
            en="{value}: this rule has no number to set; --without takes the whole rule out",
            ru="{value}: в этом правиле нет чисел; убрать его целиком можно через --without",
        ),
        "no-such-number": Text(
            en="{value} is no number of this rule; what can be set: {known}",
            ru="{value} – не число этого правила; изменить можно: {known}",
        ),
        "number-not-taken": Text(
            en="{value}: the rule takes no such number; give another one",
            ru="{value}: такого числа правило не принимает; укажите другое",
        ),
        "no-such-table": Text(
            en="there is no such file; correct the path, or write an empty table with «nastavnik template»",
            ru="такого файла нет; исправьте путь или получите пустую таблицу командой «nastavnik template»",
        ),
        "in-the-round": Text(
            en="the id {value} is taken in this round; give the newcomer another one",
            ru="код {value} в этом наборе уже занят; дайте новому участнику другой",
        ),
        # Interchange.
        "not-json": Text(en="is not JSON: {value}", ru="это не JSON: {value}"),
        "wrong-format": Text(
            en="the file says its format is {value}; {expected} is expected",
            ru="в файле указан формат {value}, а нужен {expected}",
        ),
        "unknown-key": Text(en="unknown key {value}", ru="неизвестный ключ {value}"),
        "missing-key": Text(en="the key {value} is missing", ru="нет ключа {value}"),
        "not-a-list": Text(en="a list is expected here", ru="здесь нужен список"),
        "not-an-object": Text(
            en="an object with named values is expected here",
            ru="здесь нужен объект с именованными значениями",
        ),
        "wrong-type": Text(
            en="{value} is not of type {expected}", ru="{value} – не типа {expected}"
        ),
        "not-prices": Text(
            en="prices are whole 64-bit numbers by id, in the order of the ids",
            ru="цены – целые 64-битные числа по кодам, в порядке кодов",
        ),
        "not-derived": Text(
            en="does not agree with the pairs of the plan", ru="не согласуется с парами плана"
        ),
        "doubled-crowd": Text(
            en="the same crowd stands here as under number {other}; write each crowd once",
            ru="здесь то же, что под номером {other}; каждую такую запись приводят один раз",
        ),
        "unused-crowd": Text(
            en="nobody who is left out names this crowd; remove it",
            ru="ни один оставшийся без пары не ссылается на эту запись; уберите её",
        ),
        "asked-otherwise": Text(
            en="{value} was asked about, and the record is about {other}",
            ru="вопрос был о {value}, а запись – о {other}",
        ),
    }
)
"""One sentence per code of ``Fault``."""
