"""The window. Only this room knows Qt and pyqtgraph; panels know neither models nor one another."""
