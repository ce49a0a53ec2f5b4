"""Help in the window: the guide, the table of keys, and the first steps."""
