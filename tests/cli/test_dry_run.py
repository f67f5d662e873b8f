"""`correct --dry-run`: what putting right would send, as `publish --dry-run` shows a round."""

from __future__ import annotations

from tests.cli.command import Home, declaration


def test_a_correction_is_shown_and_nothing_of_it_leaves(home: Home) -> None:
    first = home.publish(declaration(messages=["slack_declaration"]))
    assert first.status == 0, first.err
    wrong = next(one["id"] for one in first.json["deliveries"] if one["template"])
    before = (home.practice / "slack.jsonl").read_bytes()
    file = home.write(
        {"deliveries": [wrong], "reason": "Not all cards", "fields": {"correction": "Only some cards fail."}}
    )
    shown = home.run("correct", str(file), "--dry-run")
    assert shown.status == 0, shown.err
    assert "--- slack_correction → #incident" in shown.out
    assert "Only some cards fail." in shown.out
    assert shown.out.endswith("Dry run: nothing was stored and nothing was sent.\n")
    assert (home.practice / "slack.jsonl").read_bytes() == before
    assert home.run("deliveries", "--json").json["deliveries"] == first.json["deliveries"]
