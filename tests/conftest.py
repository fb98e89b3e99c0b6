"""Hypothesis profiles: ``dev``, ``ci`` where every run is the same as the last, ``deep``; and asserts of helpers."""

import os

import pytest
from hypothesis import settings

settings.register_profile("dev", deadline=None, max_examples=60)
settings.register_profile("ci", deadline=None, max_examples=60, derandomize=True)
settings.register_profile("deep", deadline=None, max_examples=2000, stateful_step_count=100)

_IN_CI = os.environ.get("CI", "").lower() in {"1", "true"}
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci" if _IN_CI else "dev"))

pytest.register_assert_rewrite("helpers")  # so that they too say what was compared
