"""What can be wrong with a sheet of a table: its headings, rows, columns and cells; of a data frame likewise."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from nastavnik.basics.texts import Text

__all__ = ["OF_SHEETS"]

OF_SHEETS: Final[Mapping[str, Text]] = MappingProxyType(
    {
        # Sheets, rows and cells of a workbook.
        "no-sheet": Text(
            en="no sheet has known headings; looked at: {known}; «nastavnik template» gives an example",
            ru="ни на одном листе нет знакомых заголовков; просмотрены листы: {known}; образец таблицы даст "
            "команда «nastavnik template»",
        ),
        "no-such-sheet": Text(
            en="there is no sheet {value}; the sheets are: {known}",
            ru="листа {value} нет; есть листы: {known}",
        ),
        "which-sheet": Text(
            en="several sheets look like the table, and their headings differ: {known}; give them the same headings, "
            "or name the sheet with --sheet",
            ru="на таблицу похожи несколько листов ({known}), а заголовки на них разные; сделайте заголовки "
            "одинаковыми или укажите нужный лист параметром --sheet",
        ),
        "hidden-sheet": Text(
            en="a hidden sheet looks like the table ({value}); show or delete it, or run the command "
            "with --hidden take (read it) or --hidden skip (leave it out)",
            ru="среди скрытых листов есть похожие на таблицу: {value}; покажите или удалите их либо "
            "запустите команду с --hidden take (прочитать) или --hidden skip (пропустить)",
        ),
        "hidden-rows": Text(
            en="some rows with data are hidden, perhaps by a filter ({value}); show or delete them, or run the command "
            "with --hidden take (read them) or --hidden skip (leave them out)",
            ru="есть скрытые строки с данными (номера строк: {value}), возможно, из-за фильтра; покажите "
            "или удалите их либо запустите команду с --hidden take (прочитать) или --hidden skip "
            "(пропустить)",
        ),
        "headings-in-two-rows": Text(
            en="the headings stand in two rows, {value}; leave one row with a heading of its own above each column",
            ru="заголовки стоят в двух строках ({value}); оставьте одну строку, где у каждого столбца свой "
            "заголовок",
        ),
        "merged-id": Text(
            en="merged cells {value}: one id for several rows; split them and give everybody an id",
            ru="ячейки {value} объединены: один код на несколько строк; разъедините их и дайте "
            "каждому участнику свой код",
        ),
        "merged-across": Text(
            en="merged cells {value}: one value for several columns; split them and fill in each",
            ru="ячейки {value} объединены: одно значение на несколько столбцов; разъедините их и заполните каждую",
        ),
        "duplicate-row-on-sheet": Text(
            en="the id {value} already stands on the sheet {sheet}, row {other}; one person, one row",
            ru="код {value} уже есть на листе {sheet}, строка {other}; если это один человек, оставьте одну "
            "строку, если разные – дайте им разные коды",
        ),
        "same-file": Text(
            en="the same file is given for the mentees and for the mentors, and it has one table "
            "only; give two files",
            ru="один и тот же файл указан и для наставляемых, и для наставников, а таблица в нём "
            "одна; укажите два разных файла",
        ),
        "no-headings": Text(
            en="no known headings are found in the first rows; a row should have, for example: {known}; "
            "«nastavnik template» gives an example",
            ru="в первых строках нет знакомых заголовков; программа ищет, например, такие: {known}; образец "
            "таблицы даст команда «nastavnik template»",
        ),
        "too-wide": Text(
            en="has {value} columns, a table of people at most {high}; remove the others",
            ru="столбцов {value}, а в таблице участников их может быть не больше {high}; уберите "
            "лишние",
        ),
        "unknown-heading": Text(
            en="unknown heading {value}; correct it, or put # before it if the column is a note, or «Field:» if it is "
            "a field of your own for rules of your own",
            ru="неизвестный заголовок {value}; исправьте его; если в столбце заметки, поставьте перед "
            "заголовком #, если это поле для ваших правил – «Поле:»",
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
        "column-twice": Text(
            en="the column {value} is there twice; keep one",
            ru="столбец {value} есть дважды; оставьте один",
        ),
        "doubled-column": Text(
            en="the heading {value} says the same as {other}; keep one column",
            ru="заголовок {value} означает то же, что {other}; оставьте один столбец",
        ),
        "missing-column": Text(
            en="there is no column {column}; its heading may be any of: {known}",
            ru="нет столбца {column}; добавьте его с любым из этих заголовков: {known}",
        ),
        "missing-value": Text(
            en="the cell is empty and must be filled in",
            ru="ячейка пуста, а её нужно заполнить",
        ),
        "too-many-cells": Text(
            en="the row has {value} cells, the headings {high}; put a value that contains the separator in quotes",
            ru="ячеек в строке {value}, а заголовков {high}; если внутри значения стоит разделитель столбцов, "
            "возьмите это значение в кавычки",
        ),
        "cell-without-heading": Text(
            en="a cell is filled in here, and its column has no heading; "
            "give it one, or empty the column",
            ru="здесь заполнена ячейка, а у столбца нет заголовка; "
            "дайте ему заголовок или очистите столбец",
        ),
        "bad-quotes": Text(
            en="a quotation mark of this row is not closed, or not doubled inside a quoted value; "
            "mend it: the file cannot be read any further",
            ru="в этой строке кавычка не закрыта или не удвоена внутри значения в кавычках; "
            "исправьте её: дальше файл не читается",
        ),
        "too-long": Text(
            en="a cell of this row is longer than {high} characters; is a quotation mark missing?",
            ru="ячейка этой строки длиннее {high} знаков; не пропущена ли кавычка?",
        ),
        "duplicate-row": Text(
            en="the id {value} already stands in row {other}; one person, one row",
            ru="код {value} уже есть в строке {other}; если это один человек, оставьте одну строку, если "
            "разные – дайте им разные коды",
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
            ru="у запрета отступлений не бывает; очистите ячейку или замените запрет закреплением",
        ),
        "swapped-ids": Text(
            en="the id of a mentee stands as the mentor's, and that of a mentor as the mentee's; swap the two cells",
            ru="на месте наставника стоит код наставляемого, а на месте наставляемого – код наставника; "
            "поменяйте их местами",
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
            ru="в ячейке вместо значения ошибка {value}; впишите верное значение",
        ),
        "unknown-choice": Text(
            en="{value} is not in the list; what can stand here: {known}",
            ru="значение {value} не из списка; можно указать: {known}",
        ),
        "not-for-position": Text(
            en="{value} is given, and a {position} has no such field; empty the cell",
            ru="указано {value}, а если позиция – {position}, это поле не заполняют; очистите ячейку",
        ),
        # Columns of a data frame, or of a mapping.
        "not-a-table": Text(
            en="{value} is no table: a pandas or polars DataFrame, a pyarrow Table or a mapping of names to "
            "columns is expected",
            ru="{value} – не таблица: нужен DataFrame из pandas или polars, Table из pyarrow или словарь, в "
            "котором каждому имени соответствует столбец",
        ),
        "not-a-column": Text(
            en="{value} is no column: a list or a one-dimensional array with one value a person is expected",
            ru="{value} – не столбец: нужен список или одномерный массив, в котором на каждого участника по "
            "одному значению",
        ),
        "uneven-column": Text(
            en="values here: {value}, people: {other}; the numbers must agree",
            ru="значений здесь {value}, а участников {other}; числа должны совпадать",
        ),
        "unknown-column": Text(
            en="unknown column {value}; correct or drop it",
            ru="неизвестный столбец {value}; исправьте его или уберите",
        ),
        "heading-not-text": Text(
            en="the heading of this column is no text but of type {value}; rename the column, or drop it",
            ru="заголовок этого столбца – не текст, его тип {value}; переименуйте столбец или уберите его",
        ),
        "headings-in-levels": Text(
            en="the headings have {value} levels; flatten them, so that each column has one name: "
            "table.columns = [names[-1] for names in table.columns]",
            ru="заголовки столбцов в несколько уровней ({value}); оставьте каждому столбцу одно имя: "
            "table.columns = [names[-1] for names in table.columns]",
        ),
        "no-column": Text(
            en="there is no column {column}; add it", ru="нет столбца {column}; добавьте его"
        ),
        "text-for-list": Text(
            en="{value} is one text, and a list of texts is expected; split it",
            ru="{value} – один текст, а нужен список текстов; разделите его на части",
        ),
        "more-rows": Text(
            en="further rows with the same value, wrong as above: {value}",
            ru="ещё строк с тем же неверным значением: {value}",
        ),
    }
)
