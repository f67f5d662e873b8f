"""The window of Incident Composer: shows and asks, and leaves every decision to ``composer``.

The only place with Qt. ``app`` wires; screens do not know each other.
"""
