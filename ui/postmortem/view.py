"""The post-mortem: what is due above, the filled document below, and the ways to a file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from composer.domain.delivery import Delivery, DeliveryState
from composer.services.after_the_fact import OnPages
from ui import sayings, theme
from ui.actions import Actions
from ui.host import Host
from ui.postmortem.deadline_strip import DeadlineStrip
from ui.postmortem.document import PostmortemDocument
from ui.postmortem.on_page import OnPageDialog
from ui.postmortem.presenter import Filled, PageAct, PostmortemPresenter
from ui.postmortem.section_list import SectionList, scroll_to
from ui.widgets.buttons import Button, Kind
from ui.widgets.long_text import MOST
from ui.widgets.scrolling import Panes
from ui.widgets.sheet import Sheet
from ui.widgets.surfaces import Card, severity_badge
from ui.widgets.text import Tone, heading, small


class PostmortemView(QWidget):
    """Shows the document; writing it further happens in the file, for now."""

    def __init__(self, presenter: PostmortemPresenter, _actions: Actions, host: Host) -> None:
        super().__init__()
        self.setObjectName("postmortemScreen")
        self._presenter, self._host = presenter, host
        self._shown: Filled | None = None
        self._folder: Path | None = None
        self._pages: OnPages | None = None
        self._act: PageAct | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 14, 18, 14)
        layout.setSpacing(12)
        top = QHBoxLayout()
        top.setSpacing(theme.GAP)
        self.badge = severity_badge("", 0)
        top.addWidget(self.badge)
        self.title = heading("")
        self.title.setObjectName("postmortemTitle")
        top.addWidget(self.title, 1)
        self.state = small("")
        self.state.setWordWrap(False)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.state, 0, Qt.AlignmentFlag.AlignRight)
        self.page = Button("", self, kind=Kind.LINK)  # the footer has no room for it where text is large
        self.page.setObjectName("onPageOpenButton")
        self.page.clicked.connect(self._on_page)
        self.page.hide()
        right.addWidget(self.page, 0, Qt.AlignmentFlag.AlignRight)
        top.addLayout(right)
        layout.addLayout(top)
        self.strip = DeadlineStrip()
        layout.addWidget(self.strip)
        card = Card()
        card.body.setContentsMargins(2, 2, 2, 2)
        self.document = PostmortemDocument()
        self.document.setObjectName("postmortemDocument")
        self.document.setAccessibleName(self.tr("Post-mortem document"))
        card.body.addWidget(self.document)
        self.sections = SectionList()
        self.sections.chosen.connect(lambda title: scroll_to(self.document, title))
        split = Panes(narrow=36)
        self._sections_sheet = Sheet(self.sections)
        split.addWidget(self._sections_sheet)
        split.addWidget(card)
        split.setStretchFactor(0, 1)
        split.setStretchFactor(1, 4)
        split.setSizes([210, 800])
        layout.addWidget(split, 1)
        self.note = small("")
        layout.addWidget(self.note)
        self.footer_buttons: QWidget | None = self._buttons()
        presenter.filled.connect(self._show_filled)
        presenter.written.connect(self._show_written)
        presenter.pages_known.connect(self._show_pages)
        presenter.page_refused.connect(self._on_page_refused)
        presenter.on_page.connect(self._show_on_page)
        self._show_filled(None)

    def enter(self, argument: object) -> None:
        """Come into sight with an incident's id; without one the incident resolved last is shown."""
        self._host.say("")
        self._presenter.open(argument if isinstance(argument, str) else "")
        self.document.setFocus(Qt.FocusReason.OtherFocusReason)

    def choose_file(self, proposed: str) -> str:
        """Ask for the file to write; empty where the person changed their mind. Tests answer in its place."""
        return QFileDialog.getSaveFileName(
            self, self.tr("Save the post-mortem"), proposed, self.tr("Markdown (*.md)")
        )[0]

    def choose_folder(self) -> str:
        """Ask for the folder to export to; empty where the person changed their mind."""
        return QFileDialog.getExistingDirectory(self, self.tr("Export the record and the post-mortem to"))

    def _buttons(self) -> QWidget:
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.GAP + theme.UNIT)
        self.copy = Button(self.tr("&Copy document"))
        self.copy.setObjectName("copyPostmortemButton")
        self.copy.clicked.connect(self._on_copy)
        self.export = Button(self.tr("E&xport record…"))
        self.export.setObjectName("exportButton")
        self.export.setToolTip(self.tr("The incident's record as JSON and Markdown, and the post-mortem"))
        self.export.clicked.connect(self._on_export)
        self.save = Button(self.tr("Save as &file…"), kind=Kind.PRIMARY)
        self.save.setObjectName("savePostmortemButton")
        self.save.clicked.connect(self._on_save)
        self.open_folder = Button(self.tr("&Open folder"))
        self.open_folder.setObjectName("openPostmortemFolderButton")
        self.open_folder.clicked.connect(self._on_open_folder)
        self.open_folder.hide()
        for button in (self.open_folder, self.copy, self.export, self.save):
            layout.addWidget(button)
        return row

    # --- what comes in ----------------------------------------------------------------------------------------------

    @Slot(object)
    def _show_filled(self, filled: Filled | None) -> None:
        self._shown = filled
        for button in (self.copy, self.export, self.save):
            button.setEnabled(filled is not None)
        self.badge.setVisible(filled is not None)
        self.note.hide()
        self._sections_sheet.setVisible(filled is not None)
        self._folder = None
        self.open_folder.hide()
        self._show_pages(None)
        if filled is None:
            self.title.setText(self.tr("Post-mortem"))
            self.state.setText("")
            self.strip.hide()
            self.document.show_markdown(
                self.tr(
                    "A post-mortem is made from the record as soon as an incident is resolved. None is yet."
                )
            )
            return
        incident = filled.incident
        self.badge.set_badge(incident.peak_severity, lambda _: theme.severity_colour(filled.rank))
        self.title.setText(self.tr("Post-mortem: {title}").format(title=incident.title))
        self.state.setText(
            self.tr("The incident is still open") if incident.is_open else self.tr("Draft, from the record")
        )
        self.sections.show_sections(filled.sections, filled.at)
        self.strip.show_milestones(filled.milestones, filled.at, incident.resolved_at)
        self.document.show_markdown(filled.text)
        if len(filled.text) > MOST:
            self.note.setText(self.tr("Only the beginning is shown. The whole document is saved."))
            self.note.show()

    @Slot(object)
    def _show_written(self, paths: tuple[Path, ...]) -> None:
        names = ", ".join(path.name for path in paths)
        where = str(paths[0].parent) if paths else ""
        self._folder = paths[0].parent if paths else None
        self.open_folder.setVisible(self._folder is not None)
        self._host.tell(
            self.tr("Saved {names}").format(names=names),
            Tone.GOOD.value,
            self.tr("in {folder}").format(folder=where),
        )

    @Slot(object)
    def _show_pages(self, pages: OnPages | None) -> None:
        """Offer what the pages lack: the post-mortem where they carry the incident, else the incident itself."""
        self._pages, self._act = pages, None
        if pages is not None and pages.lack:
            self._act = PageAct.BACKFILL
            self.page.setText(self.tr("&Put it on the status page…"))
        elif pages is not None and set(pages.carry) - set(pages.explained):
            self._act = PageAct.POSTMORTEM
            self.page.setText(self.tr("&Publish it on the status page…"))
        self.page.setVisible(self._act is not None)

    @Slot(object)
    def _show_on_page(self, deliveries: tuple[Delivery, ...]) -> None:
        said = [one for one in deliveries if one.state is DeliveryState.SENT]
        where = ", ".join(one.destination for one in deliveries)
        if len(said) == len(deliveries):
            self._host.tell(
                self.tr("On the status page"),
                Tone.GOOD.value,
                self.tr("{places}; nobody was notified").format(places=where),
            )
        else:
            wrong = next(one for one in deliveries if one.state is not DeliveryState.SENT)
            words = self.tr("May have arrived") if wrong.state.asks_a_person else self.tr("Waits")
            if wrong.state is DeliveryState.FAILED:
                words = self.tr("Not on the status page")
            self._host.say(words, Tone.DANGER.value, sayings.of(wrong.error or ""))

    @Slot(object, str, str)
    def _on_page_refused(self, act: PageAct, text: str, why: str) -> None:
        self._ask_for_page(act, text, why)

    # --- presses ----------------------------------------------------------------------------------------------------

    @Slot()
    def _on_page(self) -> None:
        if self._act is not None and self._pages is not None:
            self._ask_for_page(self._act, self._pages.text, "")

    def _ask_for_page(self, act: PageAct, text: str, finding: str) -> None:
        if self._pages is None:
            return
        where = self._pages.lack if act is PageAct.BACKFILL else self._pages.carry
        typed = OnPageDialog.ask(self, act, where, text, finding)
        if typed is not None:
            self._host.tell(self.tr("Putting it on the status page…"), Tone.PLAIN.value)
            self._presenter.put_on_page(act, typed)

    @Slot()
    def _on_save(self) -> None:
        if self._shown is None:
            return
        incident = self._shown.incident
        path = self.choose_file(f"{incident.id}-postmortem.md")
        if path:
            self._presenter.save(self._shown.text, path)

    @Slot()
    def _on_export(self) -> None:
        folder = self.choose_folder()
        if folder:
            self._presenter.export(folder)

    @Slot()
    def _on_open_folder(self) -> None:
        if self._folder is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))

    @Slot()
    def _on_copy(self) -> None:
        if self._shown is not None:
            QGuiApplication.clipboard().setText(self._shown.text)
            self._host.tell(
                self.tr("Copied"),
                Tone.GOOD.value,
                self.tr("The whole document is in the clipboard, as Markdown."),
            )
