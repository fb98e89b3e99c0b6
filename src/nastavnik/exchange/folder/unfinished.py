"""What lies in a folder while several files are put into it, and how a run that was cut short is put right.

The folder ``nastavnik-unfinished`` is there from before the first file changes until after the last: the new files
wait in its ``new``, the earlier ones are kept in its ``old``, ``files.json`` says what is to be moved, and a note tells
people what all this is. The steps, each of them one call of the operating system, are

1. everything is written into it, ``files.json`` last; until then nothing has changed;
2. file by file the earlier one is moved to ``old``, and the new one from ``new`` to its place;
3. ``files.json`` is removed: from here on the new state holds, and what is left is thrown away.

Whatever stops a run within 2 is undone backwards, by the run itself or by the next one. The first of the files is the
manifest, if there is one: it is the first to change and the last to be put back, so that in between the folder does
not agree with it, and every reader sees so.
"""

import json
import stat
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from attrs import frozen

from nastavnik.basics.errors import Fault, InvalidInputError
from nastavnik.basics.places import Place
from nastavnik.exchange.folder.disk import kind_of, put_new, save, sync_folder, taken_for
from nastavnik.exchange.folder.manifest import FileMark, Files, files_in, object_in, plain_files

__all__ = ["UNFINISHED", "Unfinished"]

UNFINISHED: Final = "nastavnik-unfinished"
"""Name of the folder, within that into which the files go."""

_FORMAT: Final = "nastavnik-unfinished/1"
_STEPS: Final = "files.json"
_NOTE: Final = "READ-ME.txt"
_NEW: Final = "new"
_OLD: Final = "old"
_INSIDE: Final = frozenset({_STEPS, _NOTE, _NEW, _OLD})

_SAID: Final = """\
nastavnik пишет файлы в папку уровнем выше или не успел закончить: новые файлы там могут лежать
рядом с прежними. Если программа уже не работает, запустите ту же команду ещё раз: она всё
исправит и уберёт эту папку. Прежние файлы – здесь, в папке old.

nastavnik is writing files into the folder above this one, or was cut short: new files may lie there
beside earlier ones. If it no longer runs, run the same command again: it puts everything right and
removes this folder. The earlier files are here, in the folder old.
"""


@frozen
class Unfinished:
    """The files of a folder that are being replaced, or that a run which was cut short has left so.

    Whoever calls any of this holds the lock of the folder.

    Args:
        target: the folder into which the files go.
    """

    target: Path

    @property
    def folder(self) -> Path:
        """Where it all lies."""
        return self.target / UNFINISHED

    @property
    def is_begun(self) -> bool:
        """Whether files may have been moved that nobody has put right yet."""
        return kind_of(self.folder / _STEPS) == stat.S_IFREG

    def prepare(
        self, contents: Mapping[str, bytes], modes: Mapping[str, int | None], *, private: bool
    ) -> None:
        """Write the new files where they wait, and say what is to be moved.

        Args:
            contents: of the new files by name, in the order in which they are moved.
            modes: of the files that are there already and are replaced.
            private: nobody but their owner may read those that are not.

        Raises:
            OSError: when anything cannot be written; nothing is moved then.
        """
        for folder in (self.folder, self._new, self._old):
            folder.mkdir(mode=0o700)
        save(self.folder / _NOTE, _SAID.encode(), private=True)
        for name, content in contents.items():
            save(self._new / name, content, private=private, mode=modes.get(name))
        files = {name: FileMark.of(content) for name, content in contents.items()}
        steps = {"format": _FORMAT, "files": plain_files(files), "earlier": [*modes]}
        sync_folder(self._new)
        text = json.dumps(steps, ensure_ascii=False, indent=1) + "\n"
        save(self.folder / _STEPS, text.encode(), private=True)
        sync_folder(self.folder)
        sync_folder(self.target)

    def move(self, *, code: str) -> None:
        """Move the files: the earlier ones away, the new ones in.

        Args:
            code: of the fault when a file has come to be there meanwhile.

        Raises:
            InvalidInputError: then, or when a folder has come to be there.
            OSError: when the system refuses.
        """
        files, earlier = self._steps()
        for count, name in enumerate(files):
            place = self.target / name
            if name in earlier:
                place.rename(self._old / name)
                if kind_of(self._old / name) == stat.S_IFDIR:
                    raise InvalidInputError(
                        [Fault("folder-in-the-way", place=Place(file=str(place)))]
                    )
            try:
                put_new(self._new / name, place)
            except FileExistsError:
                raise InvalidInputError([Fault(code, place=Place(file=str(place)))]) from None
            if count == 0:  # the disk must not have a later file without the manifest
                sync_folder(self.target)
        sync_folder(self.target)

    def settle(self, *, overwrite: bool) -> None:
        """Finish what is complete, undo what is not, and throw away what is left of it; nothing where nothing is.

        Args:
            overwrite: the files are going to be replaced anyway: where somebody has put another in place of one of
                them, the earlier one need not be kept.

        Raises:
            InvalidInputError: when the folder is none of ours; or when both an earlier file and another one in its
                place are there, and one must be chosen.
            OSError: when the system refuses.
        """
        kind = kind_of(self.folder)
        if kind is None:
            return
        if kind != stat.S_IFDIR or {one.name for one in self.folder.iterdir()} - _INSIDE:
            raise InvalidInputError([self._fault("unknown-unfinished")])
        if self.is_begun:
            if not self._is_complete():
                both = list(self._undone())
                if both and not overwrite:
                    raise InvalidInputError(both)
            (self.folder / _STEPS).unlink()
            sync_folder(self.folder)
        self._throw_away()

    @property
    def _new(self) -> Path:
        return self.folder / _NEW

    @property
    def _old(self) -> Path:
        return self.folder / _OLD

    def _steps(self) -> tuple[Files, frozenset[str]]:
        """Return the marks of the new files, and which names had a file before; nothing where none was moved."""
        document = object_in((self.folder / _STEPS).read_bytes())
        files, earlier = files_in(document.get("files")), document.get("earlier")
        if document.get("format") == _FORMAT and files is not None and isinstance(earlier, list):
            return files, frozenset(earlier)
        if self._has_earlier():  # not left so by any run of ours
            raise InvalidInputError([self._fault("unknown-unfinished")])
        return {}, frozenset()

    def _has_earlier(self) -> bool:
        return kind_of(self._old) == stat.S_IFDIR and any(self._old.iterdir())

    def _is_complete(self) -> bool:
        files, earlier = self._steps()
        moved = all(kind_of(self._old / name) is not None for name in earlier)
        return moved and all(self._is_there(name) for name in files)

    def _is_there(self, name: str) -> bool:
        """Return whether the whole new file of a name is in its place, perhaps still with its former name as well."""
        waiting, place = self._new / name, self.target / name
        if kind_of(waiting) is None:
            return True
        return kind_of(place) == stat.S_IFREG and waiting.samefile(place)

    def _undone(self) -> Iterator[Fault]:
        """Put the earlier files back, the last one first; yield where another file stands in the way."""
        files, earlier = self._steps()
        for name, mark in reversed([*files.items()]):
            place, old = self.target / name, self._old / name
            if name not in earlier:
                if self._is_put(name) and self._is_ours(name, mark):
                    place.unlink()
            elif kind_of(old) is not None:
                if kind_of(place) is None or self._is_ours(name, mark):
                    old.replace(place)
                else:
                    yield Fault(
                        "both-there",
                        place=Place(file=str(place)),
                        other=f"{UNFINISHED}/{_OLD}/{name}",
                    )
        sync_folder(self.target)

    def _is_put(self, name: str) -> bool:
        """Return whether the new file of a name has come to its place, or the name was taken for it."""
        return self._is_taken(name) or self._is_there(name)

    def _is_taken(self, name: str) -> bool:
        """Return whether an empty file keeps a name free for the new one."""
        place = self.target / name
        said = kind_of(taken_for(self._new / name)) is not None
        return said and kind_of(place) == stat.S_IFREG and place.stat().st_size == 0

    def _is_ours(self, name: str, mark: FileMark) -> bool:
        """Return whether what has a name is the new file, or the empty one that keeps the name free for it."""
        place = self.target / name
        if self._is_taken(name):
            return True
        here = kind_of(place) == stat.S_IFREG and place.stat().st_size == mark.size
        return here and FileMark.of(place.read_bytes()) == mark

    def _throw_away(self) -> None:
        """Remove what we put there, and nothing else."""
        for folder in (self._old, self._new):
            if kind_of(folder) is not None:
                for path in list(folder.iterdir()):
                    path.unlink()
                folder.rmdir()
        for name in (_NOTE, _STEPS):
            (self.folder / name).unlink(missing_ok=True)
        self.folder.rmdir()

    def _fault(self, code: str) -> Fault:
        return Fault(code, place=Place(file=str(self.folder)))
