"""What can be wrong with people: a value, all of one round together, or held against the methodology."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from nastavnik.basics.texts import Text

__all__ = ["OF_PEOPLE"]

OF_PEOPLE: Final[Mapping[str, Text]] = MappingProxyType(
    {
        # One value.
        "empty-id": Text(
            en="the id is empty; give every person a short unique id",
            ru="код пуст; дайте каждому участнику свой короткий код",
        ),
        "not-plain-id": Text(
            en="{value} is no plain id: at most {high} visible characters, without line breaks, spaces "
            "at its ends or hidden characters",
            ru="{value} не годится как код: нужно не больше {high} видимых знаков, без переносов строк, "
            "пробелов по краям и скрытых знаков",
        ),
        "not-text": Text(
            en="{value} is no text; a text is needed (in a file .toml in quotes)",
            ru="нужен текст (в файле .toml – в кавычках), а указано {value}",
        ),
        "not-whole": Text(
            en="{value} is not a whole number", ru="нужно целое число, а указано {value}"
        ),
        "out-of-range": Text(
            en="{value} is not between {low} and {high}",
            ru="нужно число от {low} до {high}, а указано {value}",
        ),
        "not-grade": Text(
            en="{value} is not a grade from {low} to {high}",
            ru="класс – число от {low} до {high}, а указано {value}",
        ),
        "not-letter": Text(
            en="{value} is not the letter of a class; one or two letters are",
            ru="после номера класса – не больше двух букв (Б, ИТ), а указано {value}",
        ),
        "no-places": Text(
            en="capacity {value}: a whole number of places from {low} to {high} is needed; leave a mentor out "
            "who takes nobody this time",
            ru="нужно целое число мест от {low} до {high}, а указано {value}; если наставник сейчас никого "
            "не берёт, уберите его из наставников",
        ),
        "minimum-above-capacity": Text(
            en="at least {value} mentees are asked for, and there are places for {high}; lower the minimum "
            "or give more places",
            ru="наставляемых должно быть не меньше {value}, а мест – {high}; уменьшите минимум или "
            "добавьте места",
        ),
        "not-yes-no": Text(en="{value} is neither yes nor no", ru="{value} – не «да» и не «нет»"),
        "not-a-set": Text(
            en="{value} is not a set of texts",
            ru="нужен набор текстов, а указано {value}",
        ),
        "not-marks": Text(
            en="{value} is not a mark; write subject and whole mark: physics 4, art 5",
            ru="{value} – не оценка; пишите предмет и целую оценку: физика 4, ИЗО 5",
        ),
        "not-extra": Text(
            en="a value of the type {value}; fields of one's own are a mapping of names to texts",
            ru="здесь значение типа {value}, а для своих полей нужен словарь: название поля – его текст",
        ),
        "not-extra-name": Text(
            en="{value} cannot be the name of a field: at most {high} letters and digits of one alphabet, with single "
            "spaces or hyphens between, each name once",
            ru="{value} не может быть названием поля: в названии должно быть не больше {high} букв одного "
            "алфавита и цифр, между ними – только одиночные пробелы или дефисы; названия не должны "
            "повторяться",
        ),
        "private-extra": Text(
            en="{value}: fields of one's own go into explanations and into the files of the plan, so names and "
            "contacts stay out; head such a column with # to keep it as a note",
            ru="{value}: имён и контактов в своих полях быть не должно, потому что такие поля попадают в "
            "объяснения и в файлы плана; чтобы оставить этот столбец заметкой, начните его заголовок с #",
        ),
        "not-extra-value": Text(
            en="the field {value} needs a text of at most {high} characters",
            ru="в поле {value} нужен текст не длиннее {high} знаков",
        ),
        "groups-unmet": Text(
            en="no choice of meetings was found in which every group can meet as a whole and every mentor has "
            "at least their minimum of mentees; lower the minimums",
            ru="не удалось подобрать время так, чтобы каждая группа собиралась целиком и у каждого наставника "
            "набирался его «Минимум наставляемых»; уменьшите числа в этом столбце",
        ),
        "two-marks": Text(
            en="{value} has two marks under two spellings, {found} and {other}; keep one",
            ru="предмет {value} записан двумя способами и с разными оценками ({found} и {other}); оставьте "
            "одну запись",
        ),
        "mixed-alphabets": Text(
            en="in {value} letters of two alphabets look alike and are mixed: {letters}; type the word again in one "
            "alphabet",
            ru="в {value} перемешаны русские и латинские буквы, с виду одинаковые: {letters}; наберите слово заново "
            "в одной раскладке",
        ),
        "not-a-person": Text(
            en="{value} is not a Pupil, Student, Teacher or Professional",
            ru="{value} – не Pupil, не Student, не Teacher и не Professional",
        ),
        "not-a-role": Text(
            en="{value} stands among the {role}s and is of another type",
            ru="здесь значение типа {value}, а нужен {role}",
        ),
        # The people of one round, as a whole.
        "duplicate-id": Text(
            en="the id {value} stands here a second time; one person, one row",
            ru="код {value} встречается повторно; если это один человек, оставьте его один раз, если разные "
            "– дайте им разные коды",
        ),
        "two-people": Text(
            en="the id {value} belongs to two different people: they differ in {fields}; give them "
            "different ids, or correct the difference if it is one person",
            ru="код {value} у двух разных людей (различия: {fields}); дайте им разные коды, а если "
            "это один человек, исправьте различия",
        ),
        "contradictory-consent": Text(
            en="the consents for {value} contradict each other: {fields} is yes in one place "
            "and no in the other; ask again and correct one",
            ru="согласия участника {value} противоречат друг другу: {fields} – в одном месте «да», в другом "
            "«нет»; уточните и исправьте",
        ),
        "names-nobody": Text(
            en="there is no such {role} as {value}; correct or remove it",
            ru="{role} с кодом {value} не найден; исправьте или уберите этот код",
        ),
        "id-in-latin": Text(
            en="nobody has the id {value}; these of its letters are Latin: {letters}; type Russian ones instead",
            ru="код {value} не найден; в нём латинские буквы: {letters}; наберите вместо них русские",
        ),
        "id-in-russian": Text(
            en="nobody has the id {value}; these of its letters are Russian: {letters}; type Latin ones instead",
            ru="код {value} не найден; в нём русские буквы: {letters}; наберите вместо них латинские",
        ),
        "name-for-id": Text(
            en="holds something with a space in it, which is no id; write the ids of the persons meant",
            ru="значение с пробелом не похоже на код; укажите коды участников",
        ),
        "wanted-and-refused": Text(
            en="names {value} both as chosen and as refused or banned; keep one of the two",
            ru="код {value} стоит и в выборе участника, и в отказах или запретах; оставьте что-то одно",
        ),
        # People against the methodology.
        "unknown-rule": Text(
            en="{value} is not a requirement of the methodology; correct or remove it",
            ru="требования {value} в методологии нет; исправьте код или уберите его",
        ),
        "not-overridable": Text(
            en="{value} cannot be overridden: own will, consents and clearance are to be got and recorded",
            ru="от требования {value} отступить нельзя: участие добровольно, а согласия и справку нужно получить и "
            "отметить",
        ),
        "locked-to-oneself": Text(
            en="nobody can be their own mentor; drop the lock",
            ru="нельзя быть наставником самому себе; уберите закрепление",
        ),
        "no-form-joins": Text(
            en="in no form of the methodology does a mentor of this position ({mentor}) have a "
            "mentee of that ({mentee}); no lock changes that, so remove it",
            ru="ни в одной форме методологии {mentor} не бывает наставником, если наставляемый – {mentee}; "
            "закрепление этого не изменит, поэтому уберите его",
        ),
        "bans-unheeded": Text(
            en="this methodology has role models without the requirement not-banned; add NotBanned() to its "
            "requirements, or no ban would have an effect",
            ru="в этой методологии есть ролевые модели без требования not-banned; добавьте NotBanned() в "
            "требования методологии, иначе запреты не действуют",
        ),
        "not-a-demand": Text(
            en="a value of the type {value}; each must be a {kind}",
            ru="здесь значение типа {value}, а нужно {kind}",
        ),
        "unknown-sign": Text(
            en="{value} is not one of the signs for this position; known: {known}",
            ru="признака {value} для этой позиции нет; есть такие: {known}",
        ),
        "not-day": Text(
            en="{value} is not a date; write it as 01.09.2026 or 2026-09-01",
            ru="{value} – не дата; пишите так: 01.09.2026 или 2026-09-01",
        ),
        "unknown-category": Text(
            en="{value} is not a mentee category; for this position: {known}",
            ru="категории наставляемых {value} нет; для этой позиции есть такие: {known}",
        ),
        "category-of-another-position": Text(
            en="the category {value} is not one for a {position}; for this position: {known}",
            ru="категория {value} – для другой позиции, а здесь – {position}; для этой позиции есть такие: "
            "{known}",
        ),
        "unknown-task": Text(
            en="{value} is not a task of any form for this position; known: {known}",
            ru="задачи {value} для этой позиции нет; есть такие: {known}",
        ),
        "no-form-for-mentee": Text(
            en="no form of the methodology has a {position} as mentee; correct the position, or "
            "leave the person out",
            ru="ни в одной форме методологии {position} не бывает наставляемым; исправьте позицию "
            "или уберите участника",
        ),
        "no-form-for-mentor": Text(
            en="no form of the methodology has a {position} as mentor; correct the position, or "
            "leave the person out",
            ru="ни в одной форме методологии {position} не бывает наставником; исправьте позицию или "
            "уберите участника",
        ),
    }
)
"""One sentence per code of ``Fault``."""
