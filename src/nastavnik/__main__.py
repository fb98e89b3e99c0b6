"""``python -m nastavnik`` and the ``nastavnik`` command."""

import sys

__all__ = ["main"]


def main() -> None:
    """Run the command line, or say how to install what it needs."""
    try:
        from nastavnik.cli import run  # noqa: PLC0415 - the core works without the extra
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] == "nastavnik":
            raise
        sys.exit(
            f"nastavnik: the command line needs {error.name}: pip install 'nastavnik[cli]'\n"
            f"nastavnik: для командной строки нужен пакет {error.name}: pip install 'nastavnik[cli]'"
        )
    except KeyboardInterrupt:  # while all is being loaded
        sys.exit(130)
    run()


if __name__ == "__main__":
    main()
