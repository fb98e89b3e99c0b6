"""What `import nastavnik` gives, and what it does not load."""

import importlib
import importlib.metadata
import importlib.resources
import pkgutil
import subprocess
import sys

import pytest

import nastavnik


def test_every_public_name_is_there() -> None:
    """Each name of `__all__` can be had, and `dir()` lists just these."""
    for name in nastavnik.__all__:
        assert getattr(nastavnik, name) is not None
    assert dir(nastavnik) == sorted(nastavnik.__all__)


def test_star_import_works() -> None:
    """`from nastavnik import *` brings every public name."""
    space: dict[str, object] = {}
    exec("from nastavnik import *", space)
    assert set(nastavnik.__all__) <= space.keys()


def test_unknown_names_are_refused() -> None:
    """A name that is not there is an AttributeError, as of any module."""
    with pytest.raises(AttributeError, match="matcher"):
        nastavnik.matcher  # noqa: B018


def test_importing_is_light() -> None:
    """`import nastavnik` loads neither solver nor NumPy, pandas, NetworkX, nor any extra."""
    heavy = ["ortools", "numpy", "pandas", "networkx"]
    heavy += ["python_calamine", "xlsxwriter", "click", "rich", "cattrs", "hypothesis"]
    code = f"import sys, nastavnik; print(*[m for m in {heavy} if m in sys.modules])"
    done = subprocess.run(
        [sys.executable, "-c", code], check=True, capture_output=True, text=True, timeout=60
    )
    assert done.stdout.split() == []


@pytest.mark.parametrize(
    "name",
    [
        m.name
        for m in pkgutil.walk_packages(nastavnik.__path__, "nastavnik.")
        if "__main__" not in m.name
    ],
)
def test_every_module_lists_what_it_offers(name: str) -> None:
    """Each module has `__all__`, and every name in it exists."""
    module = importlib.import_module(name)
    for public in module.__all__:
        assert hasattr(module, public), public


def test_the_package_says_it_is_typed() -> None:
    """Type checkers read the annotations of an installed nastavnik."""
    assert (importlib.resources.files("nastavnik") / "py.typed").is_file()


def test_versions_agree() -> None:
    """The package and its metadata name one version."""
    assert importlib.metadata.version("nastavnik") == nastavnik.__version__
