"""The one place where the core is wired: plan, templates, checks, publishing and record behind one object.

`composer.services.core.Services` is what the window and the command line talk to. Heavy parts are imported with it, so import it where it is first
needed.
"""
