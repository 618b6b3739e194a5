"""A country in numbers and words, without a screen."""
