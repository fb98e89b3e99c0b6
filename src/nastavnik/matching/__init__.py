"""From people under rules to a plan, and what a plan answers.

``match`` puts it all together. ``candidates`` says which pairs may be formed and what they are worth, ``demands``
settles locks and bans beforehand, ``solution`` has partitions solved and dealt out to people, ``reasons`` finds why
somebody is left out, ``answers`` everything that is asked of a plan later.
"""

__all__: list[str] = []
