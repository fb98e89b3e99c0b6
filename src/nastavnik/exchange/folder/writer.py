"""Writes several files into a folder, all of them or none.

One writer at a time has the folder. Whatever goes wrong while files are put there, an interruption too, is undone; what
nothing can answer, such as a loss of power, is undone by the next writer.
"""

import contextlib
import stat
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from attrs import frozen

from nastavnik.basics.errors import Fault, InvalidInputError
from nastavnik.basics.places import Place
from nastavnik.exchange.folder.disk import kind_of, make_folders, mode_of, placed
from nastavnik.exchange.folder.lock import held
from nastavnik.exchange.folder.manifest import FileMark, files_from_json, files_to_json
from nastavnik.exchange.folder.unfinished import Unfinished

__all__ = ["FolderWriter", "check_free", "write_files", "writing"]

_LOCK: Final = ".nastavnik-lock"


def check_free(folder: Path, names: Sequence[str], *, code: str = "already-there") -> None:
    """Check that files of these names can be written into the folder without overwriting any.

    What a run that was cut short has left there is put right first.

    Args:
        folder: need not be there.
        names: of the files.
        code: of the fault for each file that is there.

    Raises:
        InvalidInputError: naming everything that stands in the way; or when somebody else is writing there.

    >>> check_free(Path("nowhere"), ["a.txt"])
    """
    with placed(folder):
        if folder.exists() and not folder.is_dir():
            raise InvalidInputError([Fault("not-a-folder", place=Place(file=str(folder)))])
        left, lock = Unfinished(folder), folder / _LOCK
        if names and (kind_of(left.folder) is not None or kind_of(lock) is not None):
            with held(lock, of=folder):
                left.settle(overwrite=False)
        taken = [folder / name for name in names if kind_of(folder / name) is not None]
    if taken:
        raise InvalidInputError([_in_the_way(path, code) for path in taken])


def write_files(
    folder: Path,
    contents: Mapping[str, bytes],
    *,
    overwrite: bool,
    code: str = "already-there",
    private: bool = False,
    manifest: str | None = None,
) -> tuple[Path, ...]:
    """Write all files, or none.

    Args:
        folder: made if it is not there.
        contents: of each file, by name.
        overwrite: replace files that are there; a folder in the place of one is never replaced.
        code: of the fault for each file that is there and may not be replaced.
        private: nobody but their owner may read the files, nor look into the folder if it is made. One that is
            replaced is read by whoever could read it before.
        manifest: name of a file that lists them, by which `read_files` knows them again; None for none.

    Returns:
        The paths of the files, in the order of ``contents``.

    Raises:
        InvalidInputError: when a file is there already or cannot be written, or somebody else is writing there.

    >>> import tempfile
    >>> folder = Path(tempfile.mkdtemp()) / "new"
    >>> [path.name for path in write_files(folder, {"a": b"1", "b": b"2"}, overwrite=False)]
    ['a', 'b']
    >>> sorted(path.name for path in folder.iterdir())
    ['a', 'b']
    """
    if not overwrite:
        check_free(folder, tuple(contents), code=code)
    with writing(folder, private=private) as writer:
        return writer.write(
            contents, overwrite=overwrite, code=code, private=private, manifest=manifest
        )


@contextlib.contextmanager
def writing(folder: Path, *, private: bool = False) -> Iterator["FolderWriter"]:
    """Keep a folder to oneself, so as to read what is in it and write it anew with nobody in between.

    Args:
        folder: made if it is not there; taken away again if nothing comes of it.
        private: nobody but its owner may look into one that is made.

    Raises:
        InvalidInputError: when somebody else is writing there, or nobody can.

    >>> import tempfile
    >>> with writing(Path(tempfile.mkdtemp()) / "new") as writer:
    ...     paths = writer.write({"a": b"1"}, overwrite=False)
    ...     paths = writer.write({"a": paths[0].read_bytes() + b"2"}, overwrite=True)
    >>> paths[0].read_bytes()
    b'12'
    """
    with placed(folder):
        if folder.exists() and not folder.is_dir():
            raise InvalidInputError([Fault("not-a-folder", place=Place(file=str(folder)))])
        made = make_folders(folder, private=private)
        try:
            with held(folder / _LOCK, of=folder):
                yield FolderWriter(folder)
        finally:
            with contextlib.suppress(OSError):  # has files in it, as it should
                for each in made:
                    each.rmdir()


@frozen
class FolderWriter:
    """Writes into a folder that is kept for it alone; made by `writing`.

    Args:
        folder: that it writes into.
    """

    folder: Path

    def write(
        self,
        contents: Mapping[str, bytes],
        *,
        overwrite: bool,
        code: str = "already-there",
        private: bool = False,
        manifest: str | None = None,
    ) -> tuple[Path, ...]:
        """Write all files, or none; as `write_files` does.

        Raises:
            InvalidInputError: when a file is there already or cannot be written.

        >>> import tempfile
        >>> with writing(Path(tempfile.mkdtemp())) as writer:
        ...     [path.name for path in writer.write({"a": b"1"}, overwrite=False)]
        ['a']
        """
        with placed(self.folder):
            unfinished = Unfinished(self.folder)
            unfinished.settle(overwrite=overwrite)
            whole, kept = dict(contents), set(() if overwrite else contents)
            if manifest is not None:
                marks = {name: FileMark.of(content) for name, content in contents.items()}
                whole = {manifest: files_to_json(marks).encode(), **contents}
                if not overwrite and not self._lists(manifest):
                    kept.add(manifest)
            modes = self._modes(whole, kept, code)
            try:
                unfinished.prepare(whole, modes, private=private)
                unfinished.move(code=code)
            except BaseException:
                with contextlib.suppress(OSError, InvalidInputError):  # the next writer tries again
                    unfinished.settle(overwrite=False)
                raise
            unfinished.settle(overwrite=False)
        return tuple(self.folder / name for name in contents)

    def _lists(self, manifest: str) -> bool:
        """Return whether a manifest of ours is there, such as that of files which somebody has deleted."""
        path = self.folder / manifest
        return kind_of(path) == stat.S_IFREG and files_from_json(path.read_bytes()) is not None

    def _modes(
        self, names: Iterable[str], kept: Container[str], code: str
    ) -> dict[str, int | None]:
        """Return the modes of those files that are there and are replaced.

        Raises:
            InvalidInputError: when one is no file, or is to be kept.
        """
        faults: list[Fault] = []
        modes: dict[str, int | None] = {}
        for name in names:
            path = self.folder / name
            kind = kind_of(path)
            if kind is None:
                continue
            if kind == stat.S_IFDIR or name in kept:
                faults.append(_in_the_way(path, code))
            modes[name] = mode_of(path)
        if faults:
            raise InvalidInputError(faults)
        return modes


def _in_the_way(path: Path, code: str) -> Fault:
    """Return the fault of something that is there already."""
    is_folder = kind_of(path) == stat.S_IFDIR
    return Fault("folder-in-the-way" if is_folder else code, place=Place(file=str(path)))
