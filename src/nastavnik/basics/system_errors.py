"""What the operating system refuses, in words: its own are in English, or in the language of the computer."""

import errno
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from nastavnik.basics.texts import Text

__all__ = ["reason_of"]

_REASONS: Final[Mapping[str, Text]] = MappingProxyType(
    {
        "EACCES": Text(en="permission denied", ru="нет прав доступа"),
        "EPERM": Text(en="operation not permitted", ru="эта операция не разрешена"),
        "ENOENT": Text(en="there is no such file or folder", ru="такого файла или такой папки нет"),
        "EEXIST": Text(
            en="a file of this name is there already", ru="файл с таким названием уже есть"
        ),
        "EISDIR": Text(en="is a folder and not a file", ru="это папка, а не файл"),
        "ENOTDIR": Text(
            en="a file is where a folder of this path should be",
            ru="одна из папок, указанных в пути, – на самом деле файл",
        ),
        "ENOTEMPTY": Text(en="the folder is not empty", ru="папка не пуста"),
        "ENAMETOOLONG": Text(en="the name is too long", ru="слишком длинное название"),
        "ENOSPC": Text(en="there is no space left on the disk", ru="на диске не осталось места"),
        "EDQUOT": Text(en="the disk quota is used up", ru="исчерпана дисковая квота"),
        "EFBIG": Text(en="the file is too large", ru="файл слишком велик"),
        "EROFS": Text(
            en="the disk can only be read from", ru="этот диск доступен только для чтения"
        ),
        "EBUSY": Text(
            en="the file is open in another program; close it there",
            ru="файл открыт в другой программе; закройте его там",
        ),
        "ETXTBSY": Text(
            en="the file is open in another program; close it there",
            ru="файл открыт в другой программе; закройте его там",
        ),
        "EIO": Text(
            en="the disk or the network failed while reading or writing",
            ru="сбой диска или сети при чтении или записи",
        ),
        "ENODEV": Text(en="there is no such device", ru="такого устройства нет"),
        "ENXIO": Text(en="there is no such device", ru="такого устройства нет"),
        "EMFILE": Text(en="too many files are open", ru="открыто слишком много файлов"),
        "ENFILE": Text(en="too many files are open", ru="открыто слишком много файлов"),
        "ENOMEM": Text(en="there is not enough memory", ru="не хватает памяти"),
        "EINVAL": Text(
            en="the system does not take such a name or value",
            ru="система не принимает такое название или значение",
        ),
        "ELOOP": Text(en="links to files lead in a circle", ru="ссылки на файлы ведут по кругу"),
        "EMLINK": Text(en="there are too many links", ru="слишком много ссылок на файл"),
        "EXDEV": Text(
            en="cannot be moved to another disk", ru="перенести на другой диск не получается"
        ),
        "ENOLCK": Text(
            en="this disk cannot keep two writers apart; write to another one, such as that of the computer itself",
            ru="этот диск не защищает файлы от одновременной записи двумя программами; выберите другой, "
            "например диск самого компьютера",
        ),
        "EPIPE": Text(
            en="nobody reads it any more", ru="программа, которая принимала эти данные, уже закрыта"
        ),
        "ETIMEDOUT": Text(en="there was no answer in time", ru="ответ не пришёл вовремя"),
    }
)
"""What is meant by the names of errors that come with reading and writing files."""

_OF_WINDOWS: Final[Mapping[int, str]] = MappingProxyType(
    {
        32: "EBUSY",
        33: "EBUSY",
        112: "ENOSPC",
        123: "EINVAL",
        206: "ENAMETOOLONG",
    }
)
"""Numbers of Windows that Python maps to another error, or to none: a file open in Excel is its 32."""


def reason_of(error: OSError) -> Text:
    """Return why the operating system refuses, in both languages.

    >>> reason_of(PermissionError(errno.EACCES, "Permission denied"))["ru"]
    'нет прав доступа'
    >>> reason_of(OSError(errno.EBADF, "Bad file descriptor"))["ru"]
    'операционная система отказала (EBADF)'
    """
    of_windows: int = getattr(error, "winerror", None) or 0
    known = errno.errorcode.get(error.errno or 0, type(error).__name__)
    name = _OF_WINDOWS.get(of_windows, known)
    if name in _REASONS:
        return _REASONS[name]
    return Text(
        en=f"the operating system refused ({name})", ru=f"операционная система отказала ({name})"
    )
