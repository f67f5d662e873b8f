"""The proxy that goes out to other computers, where connections.toml names one."""

from __future__ import annotations

from composer.connections.accounts import Connections, ProxyAccount
from composer.connections.credentials import Credentials
from composer.publishing.http import Proxy


def proxy_of(connections: Connections, credentials: Credentials) -> Proxy | None:
    """The proxy with its password from the keyring, which may block; None where connections are made directly."""
    account = next((one for one in connections.accounts if isinstance(one, ProxyAccount)), None)
    if account is None:
        return None
    password = credentials.read(account) if account.needs_credential else None
    return Proxy(account.url, account.username, password)
