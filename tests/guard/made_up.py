"""Credentials that were never anybody's, of the shapes that services give out: put together when they are needed, so that none stands in a file."""

from __future__ import annotations

import base64
import json
import random
import re
import string
from collections.abc import Callable, Sequence

_DIGITS = string.digits
_HEX = "0123456789abcdef"
_UPPER = string.ascii_uppercase + _DIGITS
_LOWER = string.ascii_lowercase + _DIGITS
_WORD = string.ascii_letters + _DIGITS
_URL = _WORD + "-_"
_BASE64 = _WORD + "+/"
_BASE32 = string.ascii_uppercase + "234567"
_NAME = re.compile(r"\{([a-z0-9_]+)(?:\|([a-z]+))?\}")

# A shape is a list of parts: words as they stand, and (signs, how many of them).
_Part = str | tuple[str, int]
_SHAPES: dict[str, Sequence[_Part]] = {
    "slack_bot": ["xox", "b-", (_DIGITS, 12), "-", (_DIGITS, 13), "-", (_WORD, 24)],
    "slack_user": ["xox", "p-", (_DIGITS, 12), "-", (_DIGITS, 12), "-", (_DIGITS, 13), "-", (_HEX, 32)],
    "slack_app": ["xap", "p-1-A0", (_UPPER, 9), "-", (_DIGITS, 13), "-", (_HEX, 64)],
    "slack_refresh": ["xox", "e-1-", (_WORD, 146)],
    "slack_webhook": [
        "https://hooks.sla",
        "ck.com/serv",
        "ices/T0",
        (_UPPER, 9),
        "/B0",
        (_UPPER, 9),
        "/",
        (_WORD, 24),
    ],
    "sendgrid": ["S", "G.", (_URL, 22), ".", (_URL, 43)],
    "pagerduty_token": ["u+", (_URL, 18)],
    "pagerduty_key": ["y_", (_URL, 18)],
    "statuspage_key": ["AT", "STT3", (_URL, 40), "=", (_HEX, 8)],
    "atlassian": ["AT", "ATT3xFfGF0", (_URL, 172), "=", (_UPPER, 8)],
    "aws_key": ["AK", "IA", (_BASE32, 16)],
    "aws_temp_key": ["AS", "IA", (_BASE32, 16)],
    "aws_secret": [(_BASE64, 40)],
    "aws_session": ["IQoJb3JpZ2lu", (_BASE64, 300), "=="],
    "google_key": ["AI", "za", (_URL, 35)],
    "google_oauth": ["ya", "29.a0", (_URL, 120)],
    "google_secret": ["GOC", "SPX-", (_URL, 28)],
    "azure_key": [(_BASE64, 86), "=="],
    "azure_sig": [(_WORD, 40), "%3D"],
    "azure_secret": [(_WORD, 3), "8Q~", (_URL, 34)],
    "digitalocean": ["dop", "_v1_", (_HEX, 64)],
    "cloudflare": [(_URL, 40)],
    "heroku": ["HR", "KU-AA", (_URL, 58)],
    "alibaba": ["LT", "AI", (_WORD, 20)],
    "vault": ["hv", "s.", (_WORD, 24)],
    "terraform": [(_WORD, 14), ".atlas", "v1.", (_WORD, 67)],
    "fly": ["Fly", "V1 fm2_", (_BASE64, 120)],
    "databricks": ["da", "pi", (_HEX, 32)],
    "stripe": ["sk", "_live_", (_WORD, 24)],
    "stripe_restricted": ["rk", "_live_", (_WORD, 40)],
    "stripe_webhook": ["wh", "sec_", (_WORD, 32)],
    "paypal": ["access_", "token$production$", (_LOWER, 16), "$", (_HEX, 32)],
    "github": ["gh", "p_", (_WORD, 36)],
    "github_app": ["gh", "s_", (_WORD, 36)],
    "github_fine": ["github", "_pat_", (_WORD, 22), "_", (_WORD, 59)],
    "gitlab": ["gl", "pat-", (_URL, 20)],
    "gitlab_runner": ["gl", "rt-", (_URL, 20)],
    "twilio": ["S", "K", (_HEX, 32)],
    "mailgun": ["ke", "y-", (_HEX, 32)],
    "mailchimp": [(_HEX, 32), "-u", "s12"],
    "openai": ["s", "k-proj-", (_URL, 74), "T3BlbkFJ", (_URL, 74)],
    "anthropic": ["sk-", "ant-api03-", (_URL, 93), "AA"],
    "huggingface": ["h", "f_", (string.ascii_letters, 34)],
    "npm": ["np", "m_", (_WORD, 36)],
    "pypi": ["py", "pi-AgEIcHlwaS5vcmc", (_URL, 120)],
    "docker": ["dck", "r_pat_", (_URL, 27)],
    "newrelic": ["NR", "AK-", (_UPPER, 27)],
    "sentry": ["snt", "rys_eyJpYXQiO", (_BASE64, 100), "_", (_BASE64, 43)],
    "grafana": ["gl", "sa_", (_WORD, 32), "_", (_HEX, 8)],
    "grafana_cloud": ["gl", "c_eyJvIjoi", (_BASE64, 80), "=="],
    "shopify": ["sh", "pat_", (_HEX, 32)],
    "square": ["sq0", "atp-", (_URL, 22)],
    "telegram": [(_DIGITS, 10), ":A", "A", (_URL, 33)],
    "discord": ["MT", (_WORD, 24), ".", "G", (_URL, 5), ".", (_URL, 38)],
    "linear": ["lin_", "api_", (_WORD, 40)],
    "notion": ["nt", "n_", (_DIGITS, 11), (_WORD, 35)],
    "postman": ["PM", "AK-", (_HEX, 24), "-", (_HEX, 34)],
    "okta": ["00", (_URL, 40)],
    "doppler": ["d", "p.pt.", (_WORD, 43)],
    "figma": ["fi", "gd_", (_URL, 40)],
    "hubspot": ["pa", "t-eu1-", (_HEX, 8), "-", (_HEX, 4), "-4", (_HEX, 3), "-a", (_HEX, 3), "-", (_HEX, 12)],
    "airtable": ["pa", "t", (_WORD, 14), ".", (_HEX, 64)],
    "dropbox": ["s", "l.", (_URL, 135)],
    "intercom": ["d", "G9rO", (_WORD, 55), "="],
    "planetscale": ["psc", "ale_tkn_", (_URL, 43)],
    "supabase": ["sb", "p_", (_HEX, 40)],
    "circleci": ["CC", "IPAT_", (_WORD, 22), "_", (_HEX, 40)],
    "buildkite": ["bk", "ua_", (_HEX, 40)],
    "pulumi": ["pu", "l-", (_HEX, 40)],
    "rubygems": ["ruby", "gems_", (_HEX, 48)],
    "netlify": ["nf", "p_", (_WORD, 36)],
    "vercel": [(_WORD, 24)],
    "groq": ["gs", "k_", (_WORD, 52)],
    "posthog": ["ph", "x_", (_WORD, 43)],
    "tailscale": ["ts", "key-auth-", (_WORD, 17), "-", (_WORD, 32)],
    "dynatrace": ["dt", "0c01.", (_BASE32, 24), ".", (_BASE32, 64)],
    "sonar": ["sq", "u_", (_HEX, 40)],
    "hex32": [(_HEX, 32)],
    "hex37": [(_HEX, 37)],
    "hex40": [(_HEX, 40)],
    "hex64": [(_HEX, 64)],
    "uuid": [(_HEX, 8), "-", (_HEX, 4), "-4", (_HEX, 3), "-b", (_HEX, 3), "-", (_HEX, 12)],
    "random40": [(_WORD, 40)],
    "random50": [(_LOWER, 50)],
    "base64_32": [(_BASE64, 43), "="],
    "age": ["AGE-SECRET", "-KEY-1", ("QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L", 58)],
}


def with_credentials(text: str) -> str:
    """The text with made-up credentials in the place of its `{names}`; the same ones for the same text, whatever stands before and after it.

    `{name|way}` is a credential as it looks after a journey through chats, mails and documents: a way of `_WAYS`.
    """
    chance = random.Random(text)
    return _NAME.sub(lambda match: _WAYS[match[2] or ""](_one(match[1], chance)), text)


def _with(sign: str) -> Callable[[str], str]:
    """Put a sign in the middle."""
    return lambda words: words[: len(words) // 2] + sign + words[len(words) // 2 :]


_WAYS: dict[str, Callable[[str], str]] = {
    "": str,
    "wide": lambda words: words.translate({one: one + 0xFEE0 for one in range(0x21, 0x7F)}),
    "unseen": _with("\u200b"),
    "soft": _with("\u00ad"),
    "dots": lambda words: words.replace(".", "\u3002"),
    "broken": _with("\n"),
}


def _one(name: str, chance: random.Random) -> str:
    if name in _SHAPES:
        return _drawn(_SHAPES[name], chance)
    return _ODD[name](chance)


def _drawn(shape: Sequence[_Part], chance: random.Random) -> str:
    return "".join(
        part if isinstance(part, str) else "".join(chance.choices(part[0], k=part[1])) for part in shape
    )


def _password(chance: random.Random) -> str:
    """As people make them: a word, a number, a sign."""
    word = chance.choice(("Winter", "hunter", "Sommer", "tr0ub4dor", "kLm9x", "S3cure", "pazzw0rd", "Zebra"))
    return f"{word}{chance.randrange(10, 2030)}{chance.choice('!$#_-')}{chance.choice('aXq7')}"


def _segment(value: dict[str, object]) -> str:
    return base64.urlsafe_b64encode(json.dumps(value, separators=(",", ":")).encode()).rstrip(b"=").decode()


def _jwt(chance: random.Random, **more: object) -> str:
    head, body = (
        _segment({"alg": "HS256", "typ": "JWT"}),
        _segment({"sub": str(chance.randrange(10**9)), **more}),
    )
    return f"{head}.{body}.{_drawn([(_URL, 43)], chance)}"


def _pem(chance: random.Random, kind: str, lines: int = 4, end: str = "\n") -> str:
    marks = "-" * 5
    body = end.join(_drawn([(_BASE64, 64)], chance) for _ in range(lines))
    return f"{marks}BEGIN {kind}{marks}{end}{body}{end}{marks}END {kind}{marks}"


_ODD: dict[str, Callable[[random.Random], str]] = {
    "password": _password,
    "basic": lambda chance: base64.b64encode(f"ops:{_password(chance)}".encode()).decode(),
    "jwt": _jwt,
    "jwt_long": lambda chance: _jwt(
        chance, iss="https://login.example", scope="orders:read orders:write", roles=["admin"]
    ),
    "pem_rsa": lambda chance: _pem(chance, "RSA PRIVATE " + "KEY"),
    "pem_ec": lambda chance: _pem(chance, "EC PRIVATE " + "KEY", 2),
    "pem_openssh": lambda chance: _pem(chance, "OPENSSH PRIVATE " + "KEY"),
    "pem_plain": lambda chance: _pem(chance, "PRIVATE " + "KEY"),
    "pem_encrypted": lambda chance: _pem(chance, "ENCRYPTED PRIVATE " + "KEY"),
    "pem_one_line": lambda chance: _pem(chance, "PRIVATE " + "KEY", 3, "\\n"),
    "pgp": lambda chance: _pem(chance, "PGP PRIVATE " + "KEY BLOCK"),
}
