"""What several test files share; each module holds one idea and has one home."""
