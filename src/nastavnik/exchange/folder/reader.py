"""Reads files that were written together, and says where they are not those any more."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from attrs import field, frozen

from nastavnik.basics.errors import Fault, InvalidInputError
from nastavnik.basics.limits import OverLimitError, bytes_of
from nastavnik.basics.places import Place
from nastavnik.basics.system_errors import reason_of
from nastavnik.exchange.folder.manifest import FileMark, Files, files_from_json
from nastavnik.exchange.folder.unfinished import Unfinished

__all__ = ["FilesRead", "NotAsWrittenError", "read_files"]

_TRIES: Final = 3
"""How often a folder is read that somebody writes at the same time."""


class NotAsWrittenError(InvalidInputError):
    """Files that do not belong together: written at different times, changed later, from elsewhere, or missing."""


@frozen(kw_only=True)
class FilesRead:
    """Files of a folder.

    Args:
        contents: by name, of those that are there and can be read.
        recorded: whether a manifest says what they were; an earlier version wrote none.
        changed: which of them are not as they were written, or are missing.
        unread: which cannot be read, or are not there though no manifest says that they should be.
    """

    contents: Mapping[str, bytes] = field(repr=False)
    recorded: bool
    changed: tuple[Fault, ...] = ()
    unread: tuple[Fault, ...] = ()


def read_files(folder: Path, names: Sequence[str], *, manifest: str) -> FilesRead:
    """Read files that were written together, and hold them against their manifest.

    The bytes that are compared are those that are returned. Files of the manifest that are not asked for may be as
    they like.

    Args:
        folder: that they are in.
        names: of the files.
        manifest: name of the file that lists them.

    Raises:
        NotAsWrittenError: when a run that was writing them was cut short, or is writing still, and what is there is
            neither the earlier nor the new; or when the manifest is damaged.

    >>> import tempfile
    >>> from nastavnik.exchange.folder import write_files
    >>> folder = Path(tempfile.mkdtemp())
    >>> paths = write_files(folder, {"a": b"1"}, overwrite=False, manifest="files.json")
    >>> read_files(folder, ["a"], manifest="files.json").changed
    ()
    >>> _ = paths[0].write_bytes(b"2")
    >>> [fault.code for fault in read_files(folder, ["a"], manifest="files.json").changed]
    ['changed-file']
    """
    listed = folder / manifest
    tries = _TRIES
    while True:
        before = _bytes_of(listed)
        files = None if before is None else files_from_json(before)
        found = _read(folder, names, files)
        tries -= 1
        if tries == 0 or _bytes_of(listed) == before:
            break
    if (found.changed or not found.recorded) and Unfinished(folder).is_begun:
        raise NotAsWrittenError([_fault("cut-short", folder)])
    if before is not None and files is None:
        raise NotAsWrittenError([_fault("damaged-manifest", listed)])
    return found


def _read(folder: Path, names: Sequence[str], files: Files | None) -> FilesRead:
    contents: dict[str, bytes] = {}
    changed: list[Fault] = []
    unread: list[Fault] = []
    for name in names:
        path = folder / name
        mark = None if files is None else files.get(name)
        try:
            contents[name] = bytes_of(path)
        except OverLimitError as error:
            unread.append(error.fault.moved(place=Place(file=str(path))))
            continue
        except FileNotFoundError:
            if mark is not None:
                changed.append(_fault("missing-file", path))
            else:
                unread.append(_fault("no-file", path))
            continue
        except IsADirectoryError:
            unread.append(_fault("not-a-file", path))
            continue
        except OSError as error:
            fault = Fault("unreadable", place=Place(file=str(path)), value=reason_of(error))
            unread.append(fault)
            continue
        if files is not None and FileMark.of(contents[name]) != mark:
            changed.append(_fault("changed-file", path))
    return FilesRead(
        contents=contents,
        recorded=files is not None,
        changed=tuple(changed),
        unread=tuple(unread),
    )


def _bytes_of(manifest: Path) -> bytes | None:
    """Return what is in a manifest, None where there is none."""
    try:
        return bytes_of(manifest)
    except OverLimitError as error:
        raise InvalidInputError([error.fault.moved(place=Place(file=str(manifest)))]) from None
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        fault = Fault("unreadable", place=Place(file=str(manifest)), value=reason_of(error))
        raise InvalidInputError([fault]) from None


def _fault(code: str, path: Path) -> Fault:
    return Fault(code, place=Place(file=str(path)))
