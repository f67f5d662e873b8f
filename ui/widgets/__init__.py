"""Reusable widgets that know nothing of incidents."""
