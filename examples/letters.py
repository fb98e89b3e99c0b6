"""Letters to those concerned, of the invented town: as text, and in a platform's own HTML.

Everything that a letter says is in the value, so a platform can render it in its own way. Names are given by whoever
has them; neither the plan nor its JSON holds any.
"""

from datetime import date
from html import escape

from nastavnik import TARGET_MODEL, match
from nastavnik.programme.round.town import invented_town
from nastavnik.report import Letterhead, letters

town = invented_town()
head = Letterhead(
    school="Школа № 5", contact="Ольга Игоревна, 8 900 000-00-00", on=date(2026, 9, 7)
)
names = {one.id: one.person.name or "" for one in (*town.mentees, *town.mentors)}
written = letters(match(town), town, TARGET_MODEL, "ru", letterhead=head, names=names)

family = next(one for one in written if one.reader == "family")
mentor = next(one for one in written if one.reader == "mentor")
print(family.text(), mentor.text(), sep="\n\n---\n\n")

print("\nThe same family's letter on a platform:")
print(f"<h2>{escape(family.greeting)}</h2>")
for paragraph in family.body:
    print(f"<p>{escape(paragraph.text)}</p>")
