"""Single changes to the code, and whether the tests notice: what is changed, which tests reach it, how it is tried."""
