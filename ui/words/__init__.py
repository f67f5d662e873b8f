"""The words of the window for each code of the core, by what they are about. They stand here for whoever translates; `ui.sayings` says them."""
