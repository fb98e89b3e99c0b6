"""What is said of a rule besides its sentence: when a requirement fails, and when a preference gives points."""

from collections.abc import Iterator

from attrs import fields, frozen

from nastavnik.basics.texts import Text

__all__ = ["Failure", "Gain", "texts_of"]


@frozen(kw_only=True)
class Failure:
    """What is said when a requirement fails: short sentences without a full stop, for one line of a printed table.

    Each may name the rule's parameters in braces, and a side as ``{side}``, ``{Side}`` or, in the
    genitive, ``{side_of}``.

    Args:
        broken: what failed, said as a failure.
        missing: what is said when a fact that decides it is not known; ``broken`` where there is none.
        remedy: what somebody who runs the programme can do about it.
        for_participants: what those concerned may read, in whole sentences, neutral and of nobody else; None is silent.
        unknown_for_participants: what they may read when a fact of theirs is not known; ``for_participants`` otherwise.

    >>> from nastavnik.rules.catalogue import Trained
    >>> Trained().failing(unknown=True)["en"], Trained().remedy["en"]
    ('The training of the mentor is not noted', 'Note the training if it was passed, or hold it')
    """

    broken: Text
    missing: Text | None = None
    remedy: Text | None = None
    for_participants: Text | None = None
    unknown_for_participants: Text | None = None


@frozen(kw_only=True)
class Gain:
    """What is said of a pair to which a preference gives points: in a few words, without a full stop and its numbers.

    Behind it stand the facts, where they are known: «Common interests: chess, theatre». It is for the
    coordinator; those concerned are told what they have in common, and nothing of points.

    Args:
        given: what speaks for the pair.

    >>> from nastavnik.rules.catalogue import CommonInterests
    >>> CommonInterests().giving["en"]
    'Common interests'
    """

    given: Text


def texts_of(said: Failure | Gain) -> Iterator[tuple[str, Text]]:
    """Yield each text that is there, with its name."""
    for attribute in fields(type(said)):
        text = getattr(said, attribute.name)
        if text is not None:
            yield attribute.name, text
