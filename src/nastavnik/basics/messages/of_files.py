"""What can be wrong with files as a whole: those that are read, those that are written, JSON."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from nastavnik.basics.texts import Text

__all__ = ["NOTES_OF_FILES", "OF_FILES"]

OF_FILES: Final[Mapping[str, Text]] = MappingProxyType(
    {
        # Files and tables.
        "no-file": Text(
            en="there is no such file; check its name and folder",
            ru="такого файла нет; проверьте название и папку",
        ),
        "not-a-file": Text(
            en="is not a file; give one",
            ru="это не файл; укажите файл",
        ),
        "unreadable": Text(en="cannot be read: {value}", ru="не читается: {value}"),
        "unknown-ending": Text(
            en="ends in {value}; tables end in .xlsx, .xls, .ods, .csv or .txt, typed people in .json; open "
            "the file in a spreadsheet program and save it as .xlsx",
            ru="название файла оканчивается на {value}; таблицы читаются из файлов .xlsx, .xls, .ods, .csv и "
            ".txt, описания участников – из .json; откройте файл в табличном редакторе и сохраните как "
            ".xlsx",
        ),
        "not-what-it-says": Text(
            en="is not what its ending {value} says: it looks like {found}; "
            "open it in the program that made it, and save the table as .xlsx",
            ru="содержимое не соответствует расширению {value}: похоже на {found}; откройте файл в той программе, где "
            "он сделан, и сохраните таблицу как .xlsx",
        ),
        "unknown-encoding": Text(
            en="is neither UTF-8 nor UTF-16 nor Windows-1251 text; save it as «CSV UTF-8»",
            ru="кодировка файла – не UTF-8, не UTF-16 и не Windows-1251; сохраните его как «CSV UTF-8»",
        ),
        "empty-table": Text(
            en="the table has no rows of people; fill in at least one",
            ru="в таблице нет ни одной строки с участником; заполните хотя бы одну",
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
            en="holds no text, and is no workbook either; save the table as «CSV UTF-8» or .xlsx",
            ru="внутри не текст и не книга Excel; сохраните таблицу как «CSV UTF-8» или .xlsx",
        ),
        "named-encoding": Text(
            en="is text in the encoding {found}, which is not read; open it in the program that made it, "
            "and save it as «CSV UTF-8» or .xlsx",
            ru="текст в кодировке {found}, которую программа не читает; откройте файл в той "
            "программе, где он сделан, и сохраните как «CSV UTF-8» или .xlsx",
        ),
        "web-page": Text(
            en="holds a web page and no workbook, though it ends in {value}, as electronic journals save it; "
            "open it in a spreadsheet program and save it as .xlsx",
            ru="внутри веб-страница, а не книга Excel, хотя расширение {value}: так сохраняют таблицы "
            "электронные журналы; откройте файл в табличном редакторе и сохраните как .xlsx",
        ),
        "too-far": Text(
            en="cells are filled in as far as {value}, and a table is read if it has at most {high} cells, "
            "empty ones among them; delete what stands far from the table, or copy the table into a new "
            "workbook",
            ru="заполнены ячейки вплоть до {value}, а таблица читается, если в ней вместе с пустыми не "
            "больше {high} ячеек; удалите то, что стоит далеко от таблицы, или скопируйте её в новую "
            "книгу",
        ),
        # Files that are written.
        "already-there": Text(
            en="is there already and is left as it is; remove it or choose another folder",
            ru="файл уже есть, он оставлен как был; уберите его или выберите другую папку",
        ),
        "plan-there": Text(
            en="is there already; choose another folder, or give --replace to overwrite it",
            ru="такой файл уже есть; выберите другую папку или добавьте --replace, чтобы записать поверх",
        ),
        "not-a-folder": Text(
            en="is not a folder; give one",
            ru="это не папка; укажите папку",
        ),
        "folder-in-the-way": Text(
            en="a folder is where a file of this name is to be; it is left as it is: rename or move it",
            ru="файл с таким названием не записать: так называется папка; она оставлена как была, переименуйте или "
            "переместите её",
        ),
        "somebody-writing": Text(
            en="somebody else is writing here just now; wait until that is done, and run the command again",
            ru="сюда сейчас записывает файлы другая команда nastavnik; дождитесь, пока она закончит, и "
            "повторите свою",
        ),
        "cut-short": Text(
            en="new files lie here beside earlier ones: a run was cut short, or is still writing; if none is running "
            "any more, run the same command again, with --replace if it had it: it puts everything right",
            ru="здесь новые файлы вперемешку с прежними: запись прервалась или ещё идёт; если программа уже "
            "не работает, запустите ту же команду ещё раз (и с --replace, если вы его указывали): она "
            "всё исправит",
        ),
        "both-there": Text(
            en="a run was cut short, and since then another file has been put here; the earlier one is kept as "
            "{other}: move the one that you want to keep elsewhere, delete the other, and run the command "
            "again; --replace overwrites both",
            ru="запись прервалась, а потом здесь появился другой файл; прежний сохранён под названием "
            "{other}. Нужный из двух перенесите в другое место, ненужный удалите и повторите команду (с "
            "--replace пропадут оба)",
        ),
        "unknown-unfinished": Text(
            en="has the name of what an unfinished run leaves behind, and holds something else; nothing in it "
            "was touched: look into it, move away what you need, delete the rest, and run the command again",
            ru="такое имя у папки, которая остаётся после прерванной записи, а здесь под ним что-то другое; "
            "программа ничего не тронула; посмотрите, что там: нужное переместите, остальное удалите, затем "
            "повторите команду",
        ),
        # Files that were written together.
        "changed-file": Text(
            en="is not the file that was written here with the others: it was changed later, or is of another plan; "
            "bring the right one back, or make the plan again with --replace",
            ru="это не тот файл, который записан сюда вместе с остальными: его потом изменили или он от другого плана; "
            "верните прежний или составьте план заново с --replace",
        ),
        "missing-file": Text(
            en="was written here with the others, and is missing; bring it back, or make the plan again with --replace",
            ru="этот файл был записан сюда вместе с остальными, теперь его нет; верните его или составьте план заново "
            "с --replace",
        ),
        "damaged-manifest": Text(
            en="is damaged, so that nobody can tell whether the files here belong together; bring the right one back, "
            "or make the plan again with --replace",
            ru="файл повреждён, и не узнать, все ли файлы в папке от одного плана; верните прежний или "
            "составьте план заново с --replace",
        ),
        "other-people": Text(
            en="cohort.json does not hold the people of plan.json; bring the right file back, or make the plan again "
            "with --replace",
            ru="в cohort.json не те участники, для которых составлен plan.json; верните прежний файл или составьте "
            "план заново с --replace",
        ),
        "unwritable": Text(en="cannot be written: {value}", ru="не записывается: {value}"),
        "cannot-be-written": Text(
            en="{value} would be read back as something else. In a table commas stand between the values of a "
            'list and not inside them; ids do not begin with #; spaces are single; words such as "n/a" '
            'and "tbd" say that nothing is known; what is chosen from a list is spelled as the '
            "methodology has it",
            ru="{value}: такое значение, если записать его в таблицу, потом прочитается иначе. Проверьте: "
            "внутри значения нет запятой (она разделяет список); код не начинается с #; нет двойных "
            "пробелов; это не слово вроде «н/д» (оно значит «неизвестно»); значение, которое выбирают из "
            "списка, написано как в методологии",
        ),
        # Interchange.
        "not-json": Text(en="is not JSON: {value}", ru="это не JSON: {value}"),
        "wrong-format": Text(
            en="the file says its format is {value}; {expected} is expected",
            ru="в файле указан формат {value}, а нужен {expected}",
        ),
        "unknown-key": Text(
            en="unknown key {value}; correct or remove it",
            ru="неизвестный ключ {value}; исправьте его или уберите",
        ),
        "missing-key": Text(
            en="the key {value} is missing; add it", ru="нет ключа {value}; добавьте его"
        ),
        "not-a-list": Text(en="a list is expected here", ru="здесь нужен список"),
        "not-an-object": Text(
            en="an object with named values is expected here",
            ru="здесь нужен объект с именованными значениями",
        ),
        "wrong-type": Text(
            en="{value} is not of type {expected}",
            ru="{value} – значение не того типа; нужно: {expected}",
        ),
        "not-prices": Text(
            en="prices are whole 64-bit numbers by id, in the order of the ids",
            ru="здесь нужны цены – целые 64-битные числа, по одному на код, в порядке кодов",
        ),
        "not-derived": Text(
            en="does not agree with the pairs of the plan; put the earlier file back, or match anew",
            ru="это значение не соответствует парам плана; верните прежний файл или составьте план заново",
        ),
        "doubled-crowd": Text(
            en="the same crowd stands here as under number {other}; keep one",
            ru="эта запись повторяет запись под номером {other}; оставьте одну",
        ),
        "unused-crowd": Text(
            en="nobody who is left out names this crowd; remove it",
            ru="на эту запись не ссылается ни одна из причин, по которым кто-то остался без наставника; уберите её",
        ),
        "asked-otherwise": Text(
            en="{value} was asked about, and the record is about {other}",
            ru="вопрос был о {value}, а запись – о {other}",
        ),
    }
)
"""One sentence per code of ``Fault``."""

NOTES_OF_FILES: Final[Mapping[str, Text]] = MappingProxyType(
    {
        "note-read-as": Text(
            en="the name ends otherwise, but by what it holds the file is {value}; read as such",
            ru="по содержимому это {value}, хотя расширение у файла другое; так он и прочитан",
        ),
        "note-rows-above": Text(
            en="the headings stand in row {value}; the rows above ({other}) are not read",
            ru="заголовки найдены в строке {value}; строки выше ({other}) не читаются",
        ),
        "note-joined-headings": Text(
            en="the headings stand in two rows and are read together: {value}",
            ru="заголовки занимают две строки и прочитаны вместе: {value}",
        ),
        "note-repeated-headings": Text(
            en="the headings stand again in further rows, which are left out: {value}",
            ru="строки, в которых заголовки стоят ещё раз, пропущены: {value}",
        ),
        "note-numbers-of-columns": Text(
            en="row {value} numbers the columns and is left out",
            ru="строка {value} пропущена: в ней только номера столбцов",
        ),
        "note-titles-between": Text(
            en="rows with one text across the table are left out: {value}",
            ru="строки с одной надписью во всю ширину таблицы пропущены: {value}",
        ),
        "note-footer": Text(
            en="rows below the table that are nobody's (totals, signatures) are left out: {value}",
            ru="строки под таблицей, в которых нет участников (итоги, подписи), пропущены: {value}",
        ),
        "note-merged": Text(
            en="merged cells; their value is taken for each row: {value}",
            ru="значение объединённых ячеек взято для каждой из их строк: {value}",
        ),
        "note-sheets-read": Text(
            en="sheets with the same headings are read as one table: {value}",
            ru="листы с одинаковыми заголовками прочитаны как одна таблица: {value}",
        ),
        "note-sheets-unread": Text(
            en="sheets read: {value}; not read, since the table does not stand there: {other}",
            ru="прочитаны листы: {value}; не прочитаны, потому что таблицы на них нет: {other}",
        ),
        "note-hidden-sheet-taken": Text(
            en="read although hidden: {value}", ru="скрытый лист всё же прочитан: {value}"
        ),
        "note-hidden-sheet-skipped": Text(
            en="hidden and left out: {value}", ru="скрытый лист пропущен: {value}"
        ),
        "note-hidden-rows-taken": Text(
            en="hidden rows are read all the same: {value}",
            ru="скрытые строки всё же прочитаны: {value}",
        ),
        "note-hidden-rows-skipped": Text(
            en="hidden rows are left out: {value}", ru="скрытые строки пропущены: {value}"
        ),
        "note-hidden-columns": Text(
            en="hidden columns are read all the same: {value}",
            ru="скрытые столбцы всё же прочитаны: {value}",
        ),
    }
)
"""One sentence per code of a note: what is told of a file and is no fault."""
