"""An invented but true-to-life school: who is meant, how a deputy headteacher writes it down, and what comes of that.

``people`` makes those who are meant, ``slips`` the ways in which they are written, ``tables`` the files, ``measure`` the
two figures: cells to be touched by hand, and losses that nobody is told of. ``python -m helpers.school`` prints them.
"""
