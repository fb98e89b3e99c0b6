"""People from the columns of a data frame, without an object for each of them.

``raw`` takes columns as they are given, ``cells`` encodes and checks those of one field, ``people`` puts
them together and reports all faults, ``facts`` hands them to the rules, and ``lazy`` makes a mentor or
a mentee when somebody looks at one.
"""

from nastavnik.people.frames.lazy import LazyRoles

__all__ = ["LazyRoles"]
