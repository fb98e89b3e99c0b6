"""Files that are written as a whole: several of one folder together, or one by itself.

What is promised: whoever reads finds what was there before, or what is new, or is told that neither is so and what to
do. Nothing is overwritten unasked, two who write at once never mix, and a run that was cut short at any moment is put
right by the next one. ``writer`` writes several files, ``one_file`` one; ``manifest`` says which files belong together,
``reader`` holds a folder against it; ``unfinished`` is what makes it possible to go back, ``lock`` keeps writers apart,
``disk`` is what both ask of the operating system.
"""

from nastavnik.exchange.folder.disk import OWNER_ONLY
from nastavnik.exchange.folder.manifest import MANIFEST_FORMAT
from nastavnik.exchange.folder.one_file import check_new, write_file
from nastavnik.exchange.folder.reader import FilesRead, NotAsWrittenError, read_files
from nastavnik.exchange.folder.unfinished import UNFINISHED
from nastavnik.exchange.folder.writer import FolderWriter, check_free, write_files, writing

__all__ = [
    "MANIFEST_FORMAT",
    "OWNER_ONLY",
    "UNFINISHED",
    "FilesRead",
    "FolderWriter",
    "NotAsWrittenError",
    "check_free",
    "check_new",
    "read_files",
    "write_file",
    "write_files",
    "writing",
]
