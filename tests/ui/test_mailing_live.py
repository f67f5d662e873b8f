"""Mail to customers in the real window: whom it goes to is looked at and chosen, a small batch leaves first, then the rest, and the record of each recipient is looked through."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from composer.domain.delivery import RecipientState
from composer.paths import Mode
from composer.services.core import Services
from tests.ui.compose_home import desk, soon
from tests.ui.keyboard_walk import Key, compose
from tests.ui.live_home import LiveHome, live_home
from tests.ui.test_connections_live import by_smtp, mail_round, words_of
from tests.ui.typist import ALT, CTRL, SHIFT, Typist, real_window, settle
from ui.compose.recipients_asking import RecipientsDialog as Choosing
from ui.publish.recipients import RecipientsDialog as Record
from ui.widgets.confirm import ConfirmDialog

VIPS = [f"vip{number}@big.example" for number in range(12)]


@pytest.fixture
def live(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[LiveHome]:
    with live_home(tmp_path, monkeypatch) as made:
        by_smtp(made, 30)
        yield made


@pytest.fixture
def incident_id(live: LiveHome) -> str:
    """One whose impact is over, and whose customers were not mailed."""
    with Services(live.home, Mode.LIVE) as services:
        found = mail_round(services).incident_id
        for one in services.record.deliveries():
            services.let_be(one.id)
        return found


@pytest.fixture
def vips(tmp_path: Path) -> Path:
    """Twelve customers, one without a name, and one of them a second time."""
    file = tmp_path / "vips.csv"
    rows = [f"{address},{'' if place == 3 else f'Vip {place}'}" for place, address in enumerate(VIPS)]
    file.write_text("\n".join(["email,name", *rows, "VIP0@big.example,Again"]) + "\n", encoding="utf-8")
    return file


def modal(kind: type[Any]) -> bool:
    return isinstance(QApplication.activeModalWidget(), kind)


def test_a_list_is_chosen_a_batch_leaves_first_and_the_rest_when_a_person_lets_it_by_keyboard_alone(
    qtbot: QtBot, live: LiveHome, incident_id: str, vips: Path, tmp_path: Path
) -> None:
    dirty = tmp_path / "dirty.csv"
    dirty.write_text("email,name\nnobody,Ann\na@example.com,=cmd()\n", encoding="utf-8")
    asked: list[str] = []
    with real_window(qtbot, live.home, hold_s=0) as program:
        typist = Typist(qtbot)
        program.go("compose", incident_id)
        settle(qtbot, program)
        if not compose(program).is_composing:
            compose(program).buttons.next.click()
            settle(qtbot, program)

        def choose() -> None:
            typist.press(Key.Key_R, CTRL | SHIFT)
            typist.until(lambda: modal(Choosing))
            dialog: Any = typist.ask(QApplication.activeModalWidget)
            typist.until(lambda: dialog.found is not None)
            shown = typist.ask(lambda: words_of(dialog))
            assert re.search(r"customers\.csv, changed \d min ago", shown)
            assert "30: Customer 0, Customer 1, Customer 2, Customer 3 and 26 more" in shown
            typist.ask(lambda: dialog.look_at(str(dirty)))
            typist.until(lambda: dialog.found is not None and dialog.found.file == dirty)
            shown = typist.ask(lambda: words_of(dialog))
            assert "dirty.csv line 2: email: it is not a mail address" in shown
            assert "dirty.csv line 3: name: it begins like a formula" in shown
            assert not typist.ask(dialog.go.isEnabled)
            typist.ask(lambda: dialog.look_at(str(vips)))
            typist.until(lambda: dialog.found.file == vips)
            shown = typist.ask(lambda: words_of(dialog))
            assert "12: Vip 0, Vip 1, Vip 2, vip3@big.example and 8 more" in shown
            assert "Named a second time and left out: 1 (line 14)" in shown
            assert "Without a name: 1" in shown
            typist.press(Key.Key_M, ALT)
            typist.write("10")
            typist.press(Key.Key_T, ALT)
            typist.until(lambda: not modal(Choosing))

        def publish() -> None:
            view = compose(program)
            card = view.body.cards.cards["customer_email"]
            assert typist.ask(card.where.text) == "vips.csv · first 10, then it asks you"

            def only_the_mail() -> None:
                for one in view.presenter.rows():
                    view.presenter.tick(one.template, one.template == "customer_email")

            typist.ask(only_the_mail)
            typist.until(lambda: program.jobs.busy == 0)
            typist.press(Key.Key_Return, CTRL)
            typist.until(lambda: modal(ConfirmDialog))
            asked.append(typist.ask(lambda: words_of(QApplication.activeModalWidget() or program.window)))
            assert not live.smtp.readers(), "nothing leaves before"
            typist.press(Key.Key_P, ALT)
            typist.until(lambda: len(live.smtp.readers()) == 10 and program.jobs.busy == 0)
            strip: Any = None

            def rests() -> bool:
                nonlocal strip
                strip = view.body.page.mails.findChild(object, "mailStrip")
                return strip is not None and "paused, 10 of 12 sent" in strip.title.text()

            typist.until(rests)
            assert "2 are left until you go on" in typist.ask(strip.detail.text)
            typist.press(Key.Key_D, CTRL | SHIFT)
            typist.until(lambda: modal(Record))
            record: Any = typist.ask(QApplication.activeModalWidget)
            shown = typist.ask(
                lambda: [record.state.itemText(place) for place in range(record.state.count())]
            )
            assert shown == ["All 12", "○ not mailed yet: 2", "● has it: 10"]
            typist.press(Key.Key_Down)
            assert typist.ask(record.rows.rowCount) == 2
            assert typist.ask(record.said.text) == "vip10@big.example: not mailed yet"
            typist.press(Key.Key_A, ALT)
            typist.write("11")
            assert typist.ask(record.rows.rowCount) == 1
            typist.press(Key.Key_Escape)
            typist.until(lambda: not modal(Record))
            typist.press(Key.Key_P, CTRL | SHIFT)
            typist.until(lambda: len(live.smtp.readers()) == 12 and mail_is_over())

        def mail_is_over() -> bool:
            newest = program.session.services.record.deliveries(incident_id=incident_id)[-1]
            return newest.state == "sent" and program.jobs.busy == 0

        typist.perform(choose)
        settle(qtbot, program)
        typist.perform(publish)
        settle(qtbot, program)
    assert sorted(live.smtp.readers()) == sorted(VIPS), "each once, and none of the usual list"
    assert "12: Vip 0, Vip 1, Vip 2, vip3@big.example and 8 more" in asked[0]
    assert re.search(r"vips\.csv, changed \d min ago", asked[0])
    assert "first 10, then it asks you" in asked[0]


def test_a_list_that_was_changed_after_it_was_looked_at_is_not_mailed_and_who_may_have_it_stands_first(
    qtbot: QtBot, live: LiveHome, incident_id: str, vips: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with desk(qtbot, live.home, incident_id, mode=Mode.LIVE, hold_s=0) as made:
        view, presenter = made.view, made.view.presenter
        if not view.is_composing:
            view.buttons.next.click()
            soon(qtbot, lambda: view.is_composing and presenter.round is not None)
        for one in presenter.rows():
            presenter.tick(one.template, one.template == "customer_email")
        presenter.set_mailing(str(vips), None)

        def agree(_view: object, question: Any, **_: object) -> bool:
            vips.write_text("email,name\nother@example.com,Other\n", encoding="utf-8")
            return True

        monkeypatch.setattr(ConfirmDialog, "ask", agree)
        told: list[str] = []
        made.session.errors.sentence.connect(lambda text, _step: told.append(text))
        presenter.publish()
        soon(qtbot, lambda: bool(told))
        assert told == ["The file of customers was changed since you looked at it, so nothing was published."]
        assert not live.smtp.readers()
        # Looked at again, it goes; the server takes it, and its answer is lost.
        monkeypatch.setattr(ConfirmDialog, "ask", lambda *_, **__: True)
        live.smtp.at_end = lambda _: "kept+close"
        soon(qtbot, lambda: made.session.jobs.busy == 0)
        presenter.publish()
        soon(qtbot, lambda: not view.is_composing and view.body.page.table.rows.rowCount() == 1)
        rows = view.body.page.table.rows
        soon(qtbot, lambda: rows.delivery(0).looked_up is not None and made.session.jobs.busy == 0)
        assert live.smtp.readers() == ["other@example.com"]
        recipients = made.session.services.record.recipients(rows.delivery(0).id)
        record = Record("Customer email", recipients, made.window)
        assert record.state.currentData() == RecipientState.UNKNOWN
        assert record.rows.rowCount() == 1
        assert record.rows.data(record.rows.index(0, 0)) == "◆ may have it"
        record.deleteLater()
