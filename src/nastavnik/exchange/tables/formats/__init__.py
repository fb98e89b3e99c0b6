"""Bytes and formats: what a file holds becomes sheets of numbered rows of text, and text a workbook.

``contents`` and ``encodings`` judge the bytes; ``csv_files`` and ``workbooks`` take the rows out; the modules about
parts, records and content look at what a sheet shows beside its values, which ``survey`` keeps. ``raw`` is what all of
them come to, and ``heading_row`` finds in it where the table begins. Nothing here knows what a heading means.
"""

__all__: list[str] = []
