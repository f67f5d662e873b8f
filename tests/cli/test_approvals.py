"""Approval on the command line: a finding names the code, a second call brings who agreed, and the record knows it."""

from composer.assets import data_root
from tests.cli.command import declaration

RULE = """
[[approvals]]
title = "What customers read"
channels = ["status_page"]
roles = ["incident_commander"]
"""


def test_a_round_waits_for_its_approval_and_leaves_with_it(home, clock):
    shipped = (data_root() / "resources" / "plan.toml").read_text(encoding="utf-8")
    home.root.mkdir(parents=True, exist_ok=True)
    (home.root / "plan.toml").write_text(shipped + RULE, encoding="utf-8")
    content = declaration()
    blocked = home.publish(content)
    blocking = {one["code"] for one in blocked.json["findings"] if one["level"] == "blocking"}
    assert (blocked.status, blocking) == (4, {"approval_missing"})
    dry = home.publish(content, "--dry-run")
    (approval,) = dry.json["approvals"]
    code = approval["code"]
    assert (dry.status, approval["template"], approval["given"]) == (4, "status_investigating", False)
    assert approval["roles"] == ["incident_commander"]
    (finding,) = (one for one in blocked.json["findings"] if one["code"] == "approval_missing")
    assert finding["text"] == f"It waits for approval by Incident Commander: text {code}."
    said = home.run("publish", str(home.write(content)), "--dry-run").out
    assert f"approval   status_investigating: text {code}, read out as " in said

    given = {"role": "Incident Commander", "name": "Maya Chen", "by": "in_person", "code": "2222"}
    wrong = home.publish(content | {"approvals": [given]})
    assert (wrong.status, wrong.codes() >= {"approval_missing", "approval_refused"}) == (4, True)
    changed = declaration(fields={"brief_description": "failed payment"}, approvals=[{**given, "code": code}])
    assert home.publish(changed).status == 4, "one letter less is another text"
    assert home.deliveries() == []

    done = home.publish(content | {"approvals": [{**given, "code": f"{code[:2]}-{code[2:].lower()}"}]})
    assert (done.status, done.states()["status_investigating"]) == (0, "sent")
    folder = home.root.parent / "out"
    exported = home.run("export", done.json["incident_id"], "--format", "json", "--to", str(folder))
    assert exported.status == 0
    text = next(folder.glob("*.json")).read_text(encoding="utf-8")
    assert "Status page approved by Maya Chen (Incident Commander), in person, " in text
    assert f"UTC, text {code}" in text
    assert approval["sha256"] in text
