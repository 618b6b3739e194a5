"""The release of the strategy: the day and the event that much else is told from."""

DAY = "2023-09-19"
"""The day on which HSI released the strategy, and the date of the total reported with it: 91 offices in 54 countries."""

EVENT = "ev-20230919-strategy"
"""The row of `events` that tells of it."""
