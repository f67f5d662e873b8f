"""Which phase and severity the round tells: what the person chooses, with the reason it asks for, and where the focus goes then."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QMenu

from composer.domain.findings import Finding, Level
from ui import sayings
from ui.compose import asking, choosing, showing
from ui.compose.preparing import request_for
from ui.dry_running import show_dry_run
from ui.host import Host
from ui.letting_pass import ask_reason

if TYPE_CHECKING:
    from ui.compose.body import Body
    from ui.compose.presenter import ComposePresenter
    from ui.compose.screen import ComposeScreen


class Steering(QObject):
    """Stands between the stepper, the severity and the presenter."""

    def __init__(self, view: ComposeScreen, presenter: ComposePresenter, body: Body, host: Host) -> None:
        super().__init__(view)
        self._view, self._presenter, self._body, self._host = view, presenter, body, host

    @Slot(str)
    def choose_phase(self, key: str) -> None:
        """Another phase asks for other facts."""
        if self._body.is_composing:
            before = self._presenter.draft
            asking.choose_phase(self._view, self._presenter, key)
            if self._presenter.draft is not before and self._presenter.round is not None:
                self._body.focus_soon()
                self._body.focus_first(choosing.problems(self._presenter.round))
        showing.show_head(self._body, self._presenter)

    @Slot()
    def choose_phase_by_key(self) -> None:
        """Ctrl and a number."""
        action = self.sender()
        if self._view.isVisible() and self._body.is_composing and action is not None:
            self._body.stepper.choose(int(action.objectName().rpartition(".")[2]))

    @Slot(str, bool)
    def follow_tick(self, template: str, on: bool) -> None:
        """What is put in is seen, where nothing else would be."""
        head = self._presenter.heads.get(template)
        if on and head is not None and self._body.pane.has_nothing:
            self._body.pane.show_channel(head.channel)

    @Slot(object)
    def let_pass(self, finding: Finding) -> None:
        """Words that must not leave are to leave all the same."""
        asked_of = self._presenter.draft
        reason = ask_reason(self._view, finding)
        draft = self._presenter.draft
        if reason is None or draft is None or asked_of is None or draft.id != asked_of.id:
            return  # while the question stood there, another incident may have come into sight
        self._presenter.let_pass(finding, reason)

    @Slot(str, object)
    def offer(self, template: str, menu: QMenu) -> None:
        """What a template says by itself, and must not leave, stands at no field: it can be let pass at the message."""
        round_ = self._presenter.round
        for finding in () if round_ is None else round_.findings:
            if finding.template == template and finding.mark and not self._body.facts.asks_for(finding.field):
                blocks = finding.level is Level.BLOCKING
                said = sayings.of(finding.text).replace("&", "&&")
                words = self.tr("Let it pass: {said}") if blocks else self.tr("Keep it back: {said}")
                menu.addAction(words.format(said=said), partial(self.let_pass, finding))

    @Slot()
    def dry_run(self) -> None:
        """See what publishing would send."""
        presenter = self._presenter
        draft, situation = presenter.draft, presenter.situation
        if not self._view.isVisible() or not self._body.is_composing or draft is None or situation is None:
            return
        missing = choosing.reason_missing(presenter.plan, situation.before, draft)
        show_dry_run(
            self._view,
            presenter.session,
            request_for(situation, draft) if draft.ticked else None,
            asking.channel_words(),
            {name: head.title for name, head in presenter.heads.items()},
            also=() if missing is None else (missing.text,),
        )

    @Slot(str)
    def choose_severity(self, key: str) -> None:
        """Another severity may make other messages due, which is told."""
        due = asking.choose_severity(self._view, self._presenter, key) if self._body.is_composing else ""
        showing.show_head(self._body, self._presenter)
        if due:
            self._host.tell(due, "warning")
