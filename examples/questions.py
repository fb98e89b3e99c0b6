"""What a coordinator is asked about a plan, on the invented town: why not, what helps, what if, what else.

Every answer is a record that the short checker accepts, and a sentence in English, Russian, Markdown or HTML.
"""

from nastavnik import TARGET_MODEL, match
from nastavnik.programme.evidence import Displaced
from nastavnik.programme.evidence.reasons import CrowdedOut
from nastavnik.programme.plan import Alternative
from nastavnik.programme.round.town import invented_town
from nastavnik.proof.checker import Checker
from nastavnik.report import in_words

cohort = invented_town()
plan = match(cohort)
checker = Checker(plan, cohort)

left = next(one.mentee for one in plan.unmatched if isinstance(one.reason, CrowdedOut))
print(f"Why has {left} no mentor? The coordinator reads:")
print(in_words(plan.explain(left), TARGET_MODEL, "en").text())
print("\nThe family reads:")
print(in_words(plan.explain(left, audience="participant"), TARGET_MODEL, "en").text())

print("\nWhat would it cost to have a mentor who would suit?")
answers = (plan.explain(left, mentor.id) for mentor in cohort.mentors)
displaced = next(one for one in answers if isinstance(one, Displaced) and one.losses)
checker.check(displaced)
print(in_words(displaced, TARGET_MODEL, "en").text())

print("\nWhat would help?")
advice = plan.advice(most=1)
for one in advice:
    checker.check(one)
print(in_words(advice, TARGET_MODEL, "en").text())

print(f"\nWhat if {plan.pairs[0].mentor} had one place more?")
more = {plan.pairs[0].mentor: plan.places[plan.pairs[0].mentor] + 1}
print(in_words(plan.what_if(places=more), TARGET_MODEL, "en").text())

print("\nWhich other plan is nearly as good?")
others = plan.alternatives(within=100, differing=10, most=1)
checker.check_alternatives(others)
print(in_words(others, TARGET_MODEL, "en", empty=Alternative).text().splitlines()[0])
