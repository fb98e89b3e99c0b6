"""Single changes to the code, and whether the tests notice: what may be changed, which tests reach it, how it is tried."""
