"""Films of what the window shows, frame by frame."""
