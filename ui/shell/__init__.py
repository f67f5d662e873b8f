"""The main window: rail, top bar, footer, and the place where screens stand. It knows screens only by name."""
