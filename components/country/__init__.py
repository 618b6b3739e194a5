"""The page of one country, or of two side by side: which sections stand where, and how much of each is in sight."""
