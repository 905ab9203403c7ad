"""The project's mirror: the core scored against the reference data, one table of figures, goals and best peers."""
