"""The compose screen: head, phases, messages and facts in the middle, previews and timeline at the right, and after the act the round's deliveries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QMenu

from composer.domain.record import Publish
from composer.services.rounds import Round
from ui.actions import Actions
from ui.compose import asking, choosing, showing
from ui.compose.presenter import ComposePresenter
from ui.compose.reading import Loaded
from ui.compose.screen import ComposeScreen
from ui.host import Host
from ui.widgets.caret_word import word_at_caret

if TYPE_CHECKING:  # loaded when a publish is first shown
    from ui.publish.page import PublishPage


class ComposeView(ComposeScreen):
    """One open incident."""

    def __init__(self, presenter: ComposePresenter, actions: Actions, host: Host) -> None:
        super().__init__(presenter, actions, host)
        self._wire(actions)

    def _wire(self, actions: Actions) -> None:
        presenter, after = self.presenter, self.after
        presenter.loaded.connect(self._on_loaded)
        presenter.situation_changed.connect(self._on_situation)
        presenter.draft_changed.connect(self.body.facts.show_draft)
        presenter.round_changed.connect(self._on_round)
        presenter.saved.connect(self._on_saved)
        presenter.trouble.connect(self.telling.trouble)
        presenter.overtaken.connect(self.telling.overtaken)
        presenter.confirm_wanted.connect(self._on_confirm)
        presenter.published.connect(self._keep_last)
        presenter.published.connect(after.follow)
        presenter.published.connect(self._show_page)
        presenter.publishing_changed.connect(self._on_publishing)
        presenter.session.second_passed.connect(self._on_second)
        self.body.cards.ticked.connect(presenter.tick)
        self.body.cards.ticked.connect(self.steering.follow_tick)
        self.body.cards.notify_changed.connect(presenter.set_notify)
        self.body.cards.more_wanted.connect(self._on_more)
        self.body.cards.approval_wanted.connect(self.approving.ask)
        self.pacing.skips_changed.connect(self.body.skips.show_skips)
        self.body.skips.back_wanted.connect(self.pacing.take_back)
        self.body.facts.edited.connect(presenter.set_field)
        self.body.facts.components_changed.connect(presenter.set_components)
        self.body.facts.impact_ended_changed.connect(presenter.set_impact_ended)
        self.body.facts.put_away.connect(presenter.put_away)
        self.body.facts.pass_wanted.connect(self.steering.let_pass)
        self.body.facts.told.connect(self._show_round)
        self.body.facts.left.connect(presenter.flush)
        self.body.facts.left.connect(presenter.spelling.look_soon)
        presenter.spelling.being_written = word_at_caret
        self.body.stepper.chosen.connect(self.steering.choose_phase)
        self.body.header.severity_wanted.connect(self.steering.choose_severity)
        self.buttons.promise.clicked.connect(self._on_promise)
        self.buttons.publish.clicked.connect(self._on_publish)
        self.buttons.next.clicked.connect(presenter.compose_next)
        self.buttons.last.clicked.connect(self._on_last)
        self.body.header.live_wanted.connect(self._on_live)
        self.body.page_made.connect(self._on_page)
        self.pagerduty.duty.noted.connect(after.refresh_timeline)
        self.pagerduty.duty.unsettled.connect(after.follow)
        self.pagerduty.duty.unsettled.connect(self._show_page)
        after.timeline_changed.connect(self.body.timeline.show_events)
        after.taken_back.connect(self._on_taken_back)
        after.too_late.connect(self.telling.too_late)
        self.body.timeline.note_wanted.connect(after.add_note)
        self.caret, self.put_caret = self.body.caret, self.body.put_caret
        # Bound slots, so that the window's actions let go of this screen when it is dropped.
        actions["incident.publish"].triggered.connect(self._on_publish)
        actions["incident.keep_promise"].triggered.connect(self._on_promise)
        actions["incident.take_back"].triggered.connect(self._on_take_back)
        actions["problem.mend"].triggered.connect(self.body.facts.take_out)
        actions["problem.next"].triggered.connect(self._on_next_problem)
        actions["problem.previous"].triggered.connect(self._on_previous_problem)
        actions["incident.dry_run"].triggered.connect(self.steering.dry_run)
        for number in range(1, 6):
            actions[f"phase.{number}"].triggered.connect(self.steering.choose_phase_by_key)

    @Slot(object)
    def _on_page(self, page: PublishPage) -> None:
        page.page_wanted.connect(self._host.open_status_page)
        page.asking.correct_wanted.connect(lambda wanted: self._host.go("correction", wanted))
        page.asking.adopt_wanted.connect(lambda into: self._host.go("takeover", into))
        page.counts_changed.connect(self._on_counts)
        page.hold_ended.connect(self.buttons.next.setFocus)

    # --- the screen --------------------------------------------------------------------------------------------

    def enter(self, argument: object) -> None:
        """Show the incident of that id."""
        if isinstance(argument, str):
            self.body.turn_to(argument, self.presenter.draft)
            self.after.watch(argument)
            self.presenter.load(argument)

    @Slot(object)
    def _on_loaded(self, loaded: Loaded) -> None:
        self._steps.start_anew()
        self._saved = ""  # that was another draft
        self.body.facts.forget()
        self.body.focus_soon()
        self._titles = {name: head.title for name, head in self.presenter.heads.items()}
        self.body.facts.show_draft(loaded.draft)
        self._keep_last(loaded.publish)
        if loaded.publish is not None and loaded.on_its_way:
            self.after.follow(loaded.publish)
            self._show_page()
        else:
            self._show_form()

    @Slot(object)
    def _keep_last(self, publish: Publish | None) -> None:
        self._last = publish
        self.buttons.has_last = publish is not None

    @Slot()
    def _on_last(self) -> None:
        if self._last is not None:
            self.presenter.flush()
            self.after.follow(self._last)
            self._show_page()

    @Slot()
    def _on_live(self) -> None:
        from ui.compose import taking_live  # as all that is asked, loaded when the window has come to rest

        taking_live.ask_and_take(self, self.presenter, self._host)

    @Slot()
    def _on_situation(self) -> None:
        if not self.is_composing:
            self._show_head()
        self.after.refresh_timeline()

    @Slot(object)
    def _on_round(self, round_: Round) -> None:
        presenter, draft = self.presenter, self.presenter.draft
        if draft is None:
            return
        with self.body.keeping_focus():
            showing.show_round(self.body, presenter, round_, draft, self._channels, self._titles)
        self._show_head()
        self._show_standing()
        self.body.focus_first(choosing.problems(round_))

    @Slot()
    def _show_round(self) -> None:
        """What is needed counts as a mistake now."""
        if self.presenter.round is not None:
            self._on_round(self.presenter.round)

    # --- what a person does ------------------------------------------------------------------------------------

    @Slot()
    def _on_publish(self) -> None:
        if self._acts():
            self.body.facts.leave_all()
            self.presenter.publish()

    @Slot()
    def _on_promise(self) -> None:
        if self._acts() and self.buttons.promise.isEnabled():
            self.presenter.keep_promise()

    @Slot()
    def _on_take_back(self) -> None:
        if self.isVisible() and not self.is_composing and self.body.page.hold.is_counting:
            self.after.take_back()

    @Slot(str, object)
    def _on_more(self, template: str, menu: QMenu) -> None:
        asking.fill_more(self, self.pacing, template, self._titles.get(template, template), menu)
        self.mails.offer(template, menu)
        self.steering.offer(template, menu)

    @Slot(object)
    def _on_confirm(self, confirm: choosing.Confirm) -> None:
        from ui.compose import confirming

        confirming.ask_and_publish(self, self.presenter, confirm, self._channels)

    @Slot()
    def _on_next_problem(self) -> None:
        self._walk(1)

    @Slot()
    def _on_previous_problem(self) -> None:
        self._walk(-1)

    def _walk(self, step: int) -> None:
        found = self._steps.step(self.presenter.round, step) if self._acts() else None
        if found is not None:
            self.body.focus_on(found)

    # --- what became of it -------------------------------------------------------------------------------------

    @Slot(str)
    def _on_saved(self, time: str) -> None:
        self._show_standing(self.tr("saved {time}").format(time=time))

    @Slot(bool)
    def _on_publishing(self, on: bool) -> None:
        if on:
            self.body.remember_place()
        self.body.form.setEnabled(not on)
        if not on and self.presenter.draft is not None:
            self.body.restore_place()  # nothing was stored: the person goes on where they were
        self._show_standing()

    @Slot(str, str, str)
    def _on_counts(self, status: str, tone: str, detail: str) -> None:
        if self.isVisible() and not self.is_composing:
            self._host.say(status, tone, detail)
            self.buttons.parting.setVisible(self.body.is_wide or not self.body.page.hold.is_counting)

    @Slot()
    def _on_taken_back(self) -> None:
        self.presenter.took_back(self.after.key)
        if self.presenter.draft is not None:  # else the form comes with what is read from the record
            self._show_form()
            self.body.restore_place()
        self.telling.taken_back()

    @Slot()
    def _on_second(self) -> None:
        if self.isVisible():
            self.body.header.tick(self.presenter.now())
