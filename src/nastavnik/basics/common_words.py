"""Words of school that are nobody's name: what a message repeat of a cell that it cannot understand.

Days and hours, answers, subjects, words around classes and schools, what columns and files are called. The list is
read as it stands, word by word, without endings; what is not in it is not repeated, so that a word too few costs a
reader a look into the table, and a word too many could cost a child its name. No word in it is a usual surname or
given name, as a whole.
"""

from typing import Final

__all__ = ["COMMON_WORDS"]

_SMALL: Final = """
ноль один одна одно два две три четыре пять шесть семь восемь девять десять одиннадцать двенадцать тринадцать
четырнадцать пятнадцать шестнадцать семнадцать восемнадцать девятнадцать двадцать тридцать первый второй третий
высокий высокая средний низкий низкая больше меньше общий общее общая прочее прочие инструкция требования требование
zero four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen
twenty high low middle medium higher lower
и или а но да нет не ни ну на по от до за с со в во к ко у о об из для без при под над через между около после перед
пока уже еще только лишь тоже также как что чтобы если когда где кто или либо раз то это эти этот эта все
всегда иногда часто редко никогда обычно любой любая любое любые каждый каждая каждое каждую другой другая другое
the a an of in on at to for from by with without and or not no nor but if when only also any all every each other is
are be been has have had it its this that these those one two three than then there here yet still
"""
_ANSWERS: Final = """
yes y n no true false maybe perhaps probably possibly later soon sometimes agree agreed agrees disagree refused refuse
passed given received signed done ok okay unknown none nothing depends ask asked will would can cannot might must
д н да нет ага угу неа может возможно наверное наверно вероятно быть будет будут позже потом скоро завтра сегодня вчера
иногда надо нужно можно нельзя думаю думает знаю знает решим решит решили спросить спрошу уточнить уточню уточняется
согласен согласна согласны согласие согласия против возражаю возражаем отказ отказался отказалась отказались есть
имеется имеются дано даны сдан сдана сдано сданы получен получена получено получены пройден пройдена пройдено
пройдены прошел прошла прошли окончено завершено обучен обучена обучены подписан подписана подписано подписаны
предъявлен предъявлена предъявлено подтвержден подтверждена подтверждено подтверждаю принесен принесена принесено
предоставлен предоставлена предоставлено разрешаю разрешен разрешено верно ок истина ложь отсутствует отсутствуют
частично почти ждем ждет жду процессе процесс оформляется оформлено заявка заявление справка справку справки курс
курсы обучение обучения обработку обработка персональных данных данные участие онлайн офлайн очно заочно
дистанционно удаленно online offline remote неизвестно незнаю знаем нужен нужна нужны много мало несколько
"""
_TIMES: Final = """
пн вт ср чт пт сб вс понедельник понедельника понедельникам вторник вторника вторникам среда среду среды средам
четверг четверга четвергам пятница пятницу пятницы пятницам суббота субботу субботы субботам воскресенье воскресенья
воскресеньям будни будням будние выходной выходные выходным день дня дни дней днем утро утра утром вечер вечера
вечером вечерам обед обеда ночь урок урока уроку уроков уроки уроках перемена перемене перемены час часа часов мин
минут минуты неделя неделю недели неделе месяц месяца год года году лет годы четверть четверти семестр семестра
расписание свободно свободен свободна занят занята время времени
mon tue wed thu fri sat sun monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays
thursdays fridays saturdays sundays weekday weekdays weekend weekends day days morning afternoon evening night lesson
lessons break hour hours h minute minutes week weeks month months year years am pm after before until free busy time
times
январь января февраль февраля март апрель апреля июнь июня июль июля сентябрь сентября
октябрь октября ноябрь ноября декабрь декабря january february july september october
november december осень осенью зима зимой весна весной лето летом autumn winter spring summer
"""
_SUBJECTS: Final = """
математика математике математику алгебра алгебре геометрия геометрии русский родной язык языку языка яз литература
литературе литературное чтение физика физике физику химия химии химию биология биологии биологию география географии
история истории историю обществознание обществознанию информатика информатике информатику иностранный английский
английскому англ немецкий французский испанский китайский технология технологии труд физкультура физкультуре физ-ра
физра физическая культура изо музыка музыке окружающий мир астрономия экономика право черчение обж основы
безопасности жизнедеятельности защиты родины однкнр орксэ проект проекты проектная индивидуальный олимпиада
олимпиаде огэ егэ впр экзамен экзамены экзамену оценка оценки оценок балл баллы отл отлично хор хорошо уд удовл
неуд удовлетворительно неудовлетворительно двойка тройка четверка пятерка
maths math mathematics algebra geometry russian literature reading physics chemistry biology geography history
science sciences computing informatics english german french spanish chinese language languages technology art arts
music pe sport sports drawing economics law marks grade grades excellent good satisfactory unsatisfactory
"""
_INTERESTS: Final = """
шахматы шашки футбол волейбол баскетбол хоккей теннис плавание бег лыжи гимнастика танцы танец хор пение вокал гитара
фортепиано театр театральный кино фото фотография рисование лепка вязание шитье кулинария робототехника роботы
программирование моделирование модели 3d игры игра настольные компьютерные книги музей музеи журналистика блог видео
монтаж волонтерство волонтер волонтеры туризм походы поход краеведение экология животные природа наука спорт
спортивный кружок кружки секция секции конкурс конкурсы дебаты поэзия стихи рукоделие дизайн мода путешествия
chess checkers football volleyball basketball hockey tennis swimming running skiing dancing dance choir singing guitar
piano theatre theater cinema film photo photography painting knitting sewing cooking robotics robots robot programming
coding model models making games game books museum museums journalism blog video volunteering volunteer tourism hiking
hikes ecology animals nature club clubs contest debate debates poetry design go
"""
_SCHOOL: Final = """
школа школы школе школу школьный школьная лицей лицея гимназия гимназии колледж колледжа техникум техникума училище
вуз университет университета институт академия филиал корпус центр центра организация организации учреждение
образовательное общеобразовательная общеобразовательное средняя основная начальная муниципальное бюджетное казенное
автономное государственное город города городской район района районный область области край села село поселок
поселка улица библиотека библиотеке столовая актовый спортзал зал зале кабинет кабинете каб класс класса классе
классы классов кл буква параллель группа группы группе смена мбоу маоу мкоу гбоу гаоу гкоу сош оош соош нош доу моу
гоу оу гбпоу гапоу гпоу бпоу спо чоу ноу фгбоу фгаоу мбу мау мку гбу гау ооо оао зао пао ао ип ано номер
school schools lyceum gymnasium college university institute academy branch centre center organisation organization
city town district region village street library canteen hall gym room building class classes letter group groups
shift number
ученик ученика ученики учеников ученица учащийся учащиеся учащихся обучающийся обучающиеся школьник студент студенты
студента студентка педагог педагоги педагога учитель учителя учителей преподаватель преподаватели наставник
наставника наставники наставников наставничество наставничества наставляемый наставляемая наставляемого наставляемые
наставляемых куратор куратора кураторы работодатель специалист специалисты сотрудник родитель родители родителей мама
папа опекун завуч директор классный руководитель человек люди ребенок дети детей участник участники участников
pupil pupils student students teacher teachers professional professionals mentor mentors mentee mentees coordinator
employer specialist parent parents mother father guardian head person persons people child children participant
participants somebody someone nobody
"""
_TABLES: Final = """
фио имя фамилия отчество код id коды позиция роль возраст категория категории признак признаки задача задачи запрос
запросы интерес интересы качество качества предмет предметы место мест места встреча встреч встречи приоритет запрет
запреты выбор выбрал пожелание пожелания отказы стаж опыт пол дата день рождения почта электронная адрес телефон
снилс паспорт контакт контакты примечание примечания заметка заметки комментарий отметка времени подпись статус
новенький нужен нужна поле столбец строка заголовок заголовки вопрос ответ ответы название
закрепление закрепления исключение пара пары
name surname given patronymic position role age category sign signs task tasks request interest interests quality
qualities subject subjects place places capacity minimum priority ban bans banned lock locks choice choices chose
refusal refusals experience gender date birth mail email address phone contact contacts note notes comment comments
timestamp status newcomer since field fields column columns row rows heading headings question answer answers consent
consents trained training cleared clearance online data spelling spellings wish wishes pair pairs demand demands kind
overriding ids kinds
"""
_FILES: Final = """
abc nonsense en ru de fr es
ref div null num spill calc err error errors знач дел ссылка пусто число ошибка ошибки
таблица таблицы список списки книга лист листы файл форма формы анкета анкеты анкетирование опрос отклики выгрузка
экспорт копия новый новая новое новые старый старая итог итоговый итоговая черновик шаблон образец пример план планы
правила письма случаи раунд набор программа программы целевая модель модели данные
table tables list lists book sheet sheets workbook file files form forms survey response responses export copy new old
final draft template sample samples example examples plan plans rule rules case cases letter letters round cohort
programme program target model out output input result results test tests tmp temp demo town evidence settings config
nastavnik own ours local mine theirs map maps faults fault check match explain advise profiles home user users
documents desktop downloads stdin empty good bad wrong right big small first second third last left right whole part
csv xlsx xls ods xlsb txt json toml html md
"""
_RULES: Final = """
advice alone amount besides binding blanks certificate changes code digest command concerns conflicts considered count
counts crowd crowds decisive denied details differs elsewhere extra facts failed format gains goal goals grounds
hindrances locked loses losses matched message methodology minimal moves obstacles outcome overridden parameter path
penalty points price prices profile purpose reachable reason remedy repairs scale score seed sentence side spelled
statements total unmatched unmet unshared version written meet served innovator shows leadership mutual needed not
oneself offers project requested taught pursuit pursuits shown socially weak covered positions colleague future young
curator author employee experienced novice conservative indifferent troubled peer expert beginner successful choosing
audience copies debug differing full together hidden names quiet remove replace set strict unban unlock within
alternatives folder verify what rules rule add bind parameters bindings categories models asked requirements
preferences sheet row edition document documents source sources on peers
lang nowhere somewhere north south east west север юг восток запад северный южный восточный западный
gap least most same common different slots slot founding widened unbound reading readings weight required leader
passive achiever underachiever active equal unlike weak strong where behaviour behavior help study experienced more
less enough agreed own alike near far similar value values shared languages older younger admissible requirement
preference not-needed skip take refuse yes-no pupil-pupil teacher-teacher student-pupil employer-pupil
employer-student form role unknown keeps apart asks knows sex minor adult has needs
"""

COMMON_WORDS: Final = frozenset(
    f"{_SMALL} {_ANSWERS} {_TIMES} {_SUBJECTS} {_INTERESTS} {_SCHOOL} {_TABLES} {_FILES} {_RULES}".replace(
        "ё", "е"
    ).split()
)
"""Words in small letters, without «ё»."""
