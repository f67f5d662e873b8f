"""The hashes by which `verify` proves a stored text or payload to be the one that left."""

from __future__ import annotations

from hashlib import sha256

from composer.domain.record import message_digest

__all__ = ["message_digest", "payload_digest"]


def payload_digest(payload: bytes) -> str:
    """SHA-256 of a delivery's frozen bytes, as 64 hexadecimal digits."""
    return sha256(payload).hexdigest()
