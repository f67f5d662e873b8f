"""The command line `incident-composer`: one file a command. The same core as the window; Qt is never imported here."""
