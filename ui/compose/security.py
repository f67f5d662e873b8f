"""The switch of a security incident on the compose screen: a chip above the messages, and the line below the head."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QWidget

from composer.domain.security import SUSPENDED, SecurityState, who_needs_to_know
from ui.widgets.menu import Menu
from ui.widgets.text import Tone

if TYPE_CHECKING:
    from composer.services.core import Services
    from composer.services.security import PublicText
    from ui.compose.body import Body
    from ui.compose.presenter import ComposePresenter
    from ui.host import Host


class SecuritySwitch(QObject):
    """Asks what has to be asked, and has the core do it. Each act is in the timeline at once; none waits for a publish."""

    def __init__(
        self,
        view: QWidget,
        presenter: ComposePresenter,
        body: Body,
        host: Host,
        noted: Callable[[], None],
    ) -> None:
        super().__init__(view)
        self._view, self._presenter, self._body, self._host, self._noted = view, presenter, body, host, noted
        self._menu = Menu(body.security)
        body.security.setMenu(self._menu)
        self._menu.aboutToShow.connect(self._fill)
        body.security_bar.told_wanted.connect(self.ask_told)
        body.security_bar.public_wanted.connect(self.show_public)
        body.security_bar.private_wanted.connect(self.open_private)
        presenter.loaded.connect(self._show)
        presenter.situation_changed.connect(self._show)
        presenter.session.second_passed.connect(self._on_second)

    @property
    def state(self) -> SecurityState | None:
        """How the incident in sight stands as a security incident; None where it is none."""
        return None if self._presenter.situation is None else self._presenter.situation.security

    @Slot()
    def _show(self) -> None:
        incident, state = self._presenter.incident, self.state
        slack_channel = "" if incident is None else incident.slack_channel
        bar, chip = self._body.security_bar, self._body.security
        focused = bar.window().focusWidget()
        bar.show_state(state, slack_channel, self._presenter.now())
        chip.setVisible(incident is not None and incident.taken_back_at is None)
        words = (
            self.tr("Security: no")
            if state is None
            else self.tr("Security: {name}").format(name=state.code_name)
        )
        chip.setText(words)
        chip.setAccessibleName(words)
        chip.updateGeometry()
        if focused is not None and bar.isAncestorOf(focused) and not focused.isVisibleTo(bar.window()):
            chip.setFocus(
                Qt.FocusReason.OtherFocusReason
            )  # Qt would give it to the search, and the next words with it

    @Slot()
    def _on_second(self) -> None:
        if self._view.isVisible():
            self._body.security_bar.tick(self._presenter.now())

    @Slot()
    def _fill(self) -> None:
        menu, state, incident = self._menu, self.state, self._presenter.incident
        menu.clear()
        if incident is None:
            return
        if state is None:
            menu.addAction(self.tr("&Make it a security incident…"), self.ask_begin)
        else:
            if state.open_channel and state.open_channel == incident.slack_channel:
                menu.addAction(self.tr("Open a &private Slack channel"), self.open_private)
            for clock in state.clocks:
                if clock.is_open:
                    words = self.tr("{deadline}: &notified…").format(deadline=clock.deadline.label)
                    menu.addAction(words, partial(self.ask_told, clock.deadline.key))
            menu.addAction(self.tr("It is &none any more…"), self.ask_end)
        menu.addAction(self.tr("&What is public already…"), self.show_public)

    # --- what a person does ------------------------------------------------------------------------------------

    @Slot()
    def ask_begin(self) -> None:
        """Tell what it changes, and set the switch."""
        incident = self._presenter.incident
        if incident is None:
            return
        from ui.compose.security_asking import BeginDialog

        plan = self._presenter.plan
        labels = {role.key: role.label for role in plan.every_role}
        asked = [role for rule in plan.approvals if rule.security for role in rule.roles]
        approvers = self.tr(" and ").join(dict.fromkeys(labels.get(role, role) for role in asked))
        people = ", ".join(one.label for one in who_needs_to_know(plan))
        dialog = BeginDialog(approvers, people, incident.slack_channel, self._presenter.now(), self._view)
        if not self._wanted(dialog.is_wanted, incident.id):
            return
        own, private, at = incident.id, dialog.private.isChecked(), dialog.at

        def begin(services: Services) -> object:
            from composer.services import security

            return security.begin(services, own, private=private, aware_at=at)

        self._run(
            begin, self.tr("It is a security incident: public messages are suspended"), then=self._begun
        )

    def _begun(self) -> None:
        """What was ticked for the public waits, and the statement that was approved beforehand stands ready."""
        presenter = self._presenter
        for row in presenter.rows():
            if (
                row.channel in SUSPENDED
                and presenter.draft is not None
                and row.template in presenter.draft.ticked
            ):
                presenter.tick(row.template, False)
        held = presenter.plan.security.holding_statement
        if held is not None and presenter.draft is not None and not presenter.draft.values.get(held.field):
            presenter.set_field(held.field, held.text)

    @Slot()
    def open_private(self) -> None:
        """What follows goes to a private channel."""
        incident = self._presenter.incident
        if incident is None:
            return
        own = incident.id

        def act(services: Services) -> object:
            from composer.services import security

            return security.open_private_channel(services, own)

        self._run(act, self.tr("The next post makes the private channel"))

    @Slot()
    def ask_end(self) -> None:
        """For a reason, it is an incident like any other again."""
        incident = self._presenter.incident
        if incident is None:
            return
        from ui.widgets.reason import ReasonDialog

        reasons: list[str] = []

        def ask() -> bool:
            reason = ReasonDialog.ask(
                self._view,
                self.tr("No security incident any more?"),
                self.tr("&End it"),
                example=self.tr("for example a false alarm of the scanner"),
                detail=self.tr("Public messages are due again at once. The Slack channel stays as it is."),
            )
            reasons.append(reason or "")
            return bool(reason)

        if not self._wanted(ask, incident.id):
            return
        own, reason = incident.id, reasons[-1]

        def act(services: Services) -> object:
            from composer.services import security

            return security.end(services, own, reason)

        self._run(act, self.tr("It is no security incident any more"))

    @Slot(str)
    def ask_told(self, key: str) -> None:
        """Who was notified, how and when."""
        incident, state = self._presenter.incident, self.state
        clock = (
            next((one for one in state.clocks if one.deadline.key == key), None)
            if state is not None
            else None
        )
        if incident is None or clock is None:
            return
        from ui.compose.security_asking import ToldDialog

        dialog = ToldDialog(clock.deadline, self._presenter.now(), self._view)
        if not self._wanted(dialog.is_wanted, incident.id):
            return
        own, note, at = incident.id, dialog.words, dialog.at

        def act(services: Services) -> object:
            from composer.services import security

            return security.regulator_told(services, own, key, note, at)

        self._run(act, self.tr("{deadline}: in the record").format(deadline=clock.deadline.label))

    @Slot()
    def show_public(self) -> None:
        """List each public text that left."""
        incident = self._presenter.incident
        if incident is None:
            return
        own = incident.id

        def read(services: Services) -> tuple[PublicText, ...]:
            from composer.services import security

            return security.public_so_far(services, own)

        def show(texts: tuple[PublicText, ...]) -> None:
            if (
                self._presenter.incident is None
                or self._presenter.incident.id != own
                or not self._view.isVisible()
            ):
                return
            from ui.compose.security_asking import PublicDialog

            dialog = PublicDialog(self._presenter.plan, texts, self._presenter.now(), self._view)
            dialog.correct_wanted.connect(lambda wanted: self._host.go("correction", wanted))
            dialog.is_wanted()

        self._presenter.session.run(read, show, owner=self)

    # --- inside ------------------------------------------------------------------------------------------------

    def _wanted(self, ask: Callable[[], bool], incident_id: str) -> bool:
        """Ask; only for the incident about which it was asked."""
        wanted, now = ask(), self._presenter.incident
        return wanted and now is not None and now.id == incident_id

    def _run(
        self, act: Callable[[Services], object], words: str, then: Callable[[], None] | None = None
    ) -> None:
        def done(_answer: object) -> None:
            if then is not None:
                then()
            self._presenter.refresh()
            self._presenter.session.refresh_soon()
            self._noted()
            self._host.tell(words, Tone.GOOD.value)

        self._presenter.session.run(act, done, owner=self)
