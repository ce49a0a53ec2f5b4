"""What leaves the program: files that other programs, other machines and other people open."""
