"""The target model of mentoring (Р-145) as data, form by form; ``target_model`` puts it together.

Each of the five forms has a module of its own. ``common_rules`` hold in all of them, ``tasks`` and ``teacher_tasks``
are what they set out to do, ``indicators`` what can be counted of it; ``principles``, ``qualities``, ``meetings``
and ``monitoring`` are what their names say, ``norms`` what holds when.
"""

from nastavnik.methodology.target_model.target_model import TARGET_MODEL

__all__ = ["TARGET_MODEL"]
