"""The values of one programme; nothing here is computed from a matching.

``round`` is who takes part and what is demanded, ``evidence`` what can be said of a plan and checked, ``plan`` who goes
to whom.
"""

__all__: list[str] = []
