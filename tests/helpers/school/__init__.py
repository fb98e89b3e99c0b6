"""An invented but true-to-life school: who is meant, how a deputy headteacher writes it down, and what comes of that.

``people`` makes those who are meant, ``slips`` the ways in which they are written, ``styles`` the ``tables``, ``desk``
asks the library, ``mending`` does what is asked, ``losses`` compares, and ``measure`` tells two figures: cells to be
touched by hand, and losses that nobody is told of. ``python -m helpers.school`` prints them.
"""
