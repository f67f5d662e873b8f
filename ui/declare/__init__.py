"""Declaring an incident: how bad it is, what happens, what customers see, and what leaves."""
