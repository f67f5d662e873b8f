"""Approval of a message in hand: opens the sheet, puts what a person was told into the record, and shows what is still needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QApplication

from composer.checks.approvals import approvers, role_label
from composer.domain.approval import Approval, code_of, person
from composer.domain.errors import UserFacingError
from composer.domain.incident import Incident, TimelineEvent
from composer.domain.plan import Plan
from composer.services.approving import Spoken, approve, other_problems
from composer.services.core import Services
from composer.services.rounds import Round
from ui import sayings
from ui.approval_sheet import ApprovalDialog, Wanted
from ui.approval_words import given_words, text_for_chat, what_changed, whole_text
from ui.compose.preparing import request_for
from ui.host import Host
from ui.widgets.text import Tone

if TYPE_CHECKING:
    from ui.compose.presenter import ComposePresenter
    from ui.compose.screen import ComposeScreen


class Approving(QObject):
    """Stands between the cards, the sheet and the record."""

    def __init__(self, view: ComposeScreen, presenter: ComposePresenter, host: Host) -> None:
        super().__init__(view)
        self._view, self._presenter, self._host = view, presenter, host
        self._dialog: ApprovalDialog | None = None
        self._template = ""

    @Slot(str)
    def ask(self, template: str) -> None:
        """Show the text of a message with its code, and take down who agreed to it."""
        wanted = self._wanted(template)
        if wanted is None or self._dialog is not None or QApplication.activeModalWidget() is not None:
            return
        self._template = template
        dialog = self._dialog = ApprovalDialog(wanted, self._view)
        dialog.recorded.connect(self._record)
        self._presenter.round_changed.connect(self._on_round)
        try:
            dialog.is_wanted()
        finally:
            self._presenter.round_changed.disconnect(self._on_round)
            self._dialog = None

    def _wanted(self, template: str) -> Wanted | None:
        """What is asked about a message; None where nothing is, or while it is not fit to be agreed to."""
        presenter = self._presenter
        round_, draft, plan = presenter.round, presenter.draft, presenter.plan
        approval = None if round_ is None else round_.approvals.get(template)
        if round_ is None or draft is None or approval is None or approval.is_given:
            return None
        head = presenter.heads[template]
        if other_problems(round_.findings, head):
            return None
        return Wanted(
            title=head.title,
            who=sayings.of(approvers(plan, approval)),
            text=whole_text(plan, round_, template),
            code=approval.code,
            for_chat=text_for_chat(plan, round_, head, approval),
            roles={role: role_label(plan, role) for role in approval.wanted_roles},
            people=_people(plan, round_.incident, approval, presenter.session.services.settings.who),
            given=tuple(
                given_words(plan, one, state, code_of(one.digest)) for one, state in approval.consents
            ),
            changed=what_changed(plan, round_, draft, template) if approval.void is not None else (),
            minutes=approval.valid_minutes,
        )

    @Slot(object)
    def _record(self, spoken: Spoken) -> None:
        presenter, template = self._presenter, self._template
        situation, draft = presenter.situation, presenter.draft
        if situation is None or draft is None:
            return
        request = request_for(situation, draft)

        def call(services: Services) -> TimelineEvent | UserFacingError:
            try:
                return approve(services, request, template, spoken)
            except UserFacingError as error:  # told in the sheet, where it can be put right
                return error

        def failed(_error: object) -> None:
            if self._dialog is not None:
                self._dialog.refuse(self.tr("It could not be recorded. Try again."))

        presenter.session.run(call, self._on_recorded, failed=failed, owner=self)

    def _on_recorded(self, answer: TimelineEvent | UserFacingError) -> None:
        dialog = self._dialog
        if isinstance(answer, UserFacingError):
            if dialog is not None:
                dialog.refuse(sayings.trouble(answer))
            return
        round_ = self._presenter.round
        if round_ is not None:
            self._presenter.keep_approved(
                self._template, whole_text(self._presenter.plan, round_, self._template)
            )
        self._host.tell(self.tr("The approval is recorded"), Tone.GOOD.value)
        self._presenter.refresh()

    @Slot(object)
    def _on_round(self, _round: Round) -> None:
        """The record has it now, or something else of the text changed."""
        dialog = self._dialog
        if dialog is None:
            return
        wanted = self._wanted(self._template)
        if wanted is None:
            dialog.accept()
        elif wanted != dialog.wanted:
            dialog.show_wanted(wanted)


def _people(plan: Plan, incident: Incident, approval: Approval, who: str) -> dict[str, tuple[str, ...]]:
    """The names that are likely for each role: who has it in this incident, and whom the plan knows by it. Nobody who is at the keyboard, or agreed already."""
    out = {person(who), *(person(one.name) for one in approval.good)}
    found: dict[str, tuple[str, ...]] = {}
    for role in approval.wanted_roles:
        of_plan = next((one for one in plan.every_role if one.key == role), None)
        label = role_label(plan, role)
        names = [incident.roles.get(role, ""), incident.roles.get(of_plan.field or "", "") if of_plan else ""]
        names += [str(incident.values.get(of_plan.field or "") or "")] if of_plan else []
        names += [one.name for one in plan.contacts if person(one.role) == person(label)]
        names += [one.name for one in plan.contacts]
        kept = {person(name): name for name in reversed(names) if person(name) and person(name) not in out}
        found[role] = tuple(reversed(kept.values()))
    return found
