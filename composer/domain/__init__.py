"""Values and rules of incident communication.

Standard library only: no clock, no file, no network, no thread. Whoever calls passes the time in; every time is
an aware `datetime` in UTC. All values are frozen; a change gives a new value.
"""
