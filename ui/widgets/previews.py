"""Previews: each message as its readers will see it, side by side or a tab a channel, painted at each key press."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtGui import QFont, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QTabWidget, QVBoxLayout, QWidget

from composer.domain.channel import LIMITS, Channel
from composer.domain.findings import Level
from composer.domain.plan import Plan
from composer.domain.record import Message
from composer.services.rounds import Round
from ui import theme
from ui.widgets.flat_tabs import FlatTabs
from ui.widgets.paper import Paper
from ui.widgets.preview_text import Setting, Words, channel_page, last_of, length_of, texts_of
from ui.widgets.text import Text, Tone, small
from ui.widgets.underlined import dot

__all__ = ["ALWAYS", "COLUMN", "ChannelPreview", "FlatTabs", "PreviewPane"]

ALWAYS = (Channel.SLACK, Channel.STATUS_PAGE, Channel.EMAIL, Channel.EXECUTIVE)
"""These have a tab also where the round holds nothing for them."""
COLUMN = 240
"""The least width in pixels of one of several previews side by side."""
NO_LIMIT = 16_777_215
"""Qt's own greatest height of a widget."""


class ChannelPreview(QWidget):
    """One channel's messages, with their length and what is marked."""

    def __init__(self, channel: Channel, title: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.channel = channel
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.EDGE - 2, theme.GAP, theme.EDGE - 2, theme.GAP)
        layout.setSpacing(theme.GAP)
        self.title = Text(title, bold=True)
        self.title.hide()
        layout.addWidget(self.title)
        self.line = small("")
        self.line.setObjectName(f"{channel.value}PreviewLine")
        layout.addWidget(self.line)
        self.browser = Paper()
        self.browser.setObjectName(f"{channel.value}Preview")
        self.browser.setAccessibleName(name)
        layout.addWidget(self.browser, 1_000)
        layout.addStretch(1)

    def fit(self) -> None:
        """Make the sheet as tall as its page."""
        self.browser.setVisible(not self.browser.is_blank)
        height = self.browser.wanted_height()
        if height != self.browser.maximumHeight():
            self.browser.setMaximumHeight(height)

    def wanted_height(self) -> int:
        """How tall it is with the whole page in sight."""
        layout = self.layout()
        margins, gaps = self.contentsMargins(), 0
        if layout is not None:
            margins, gaps = layout.contentsMargins(), layout.spacing()
        width = self.width() - margins.left() - margins.right()
        height = margins.top() + margins.bottom() + gaps + self.browser.wanted_height()
        for label in (self.title, self.line):
            if not label.isHidden():
                height += label.heightForWidth(width) + gaps
        return height


class PreviewPane(QWidget):
    """All previews. Give it the plan once, and each round as it is prepared; only what is in sight is painted."""

    def __init__(self, plan: Plan | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plan = plan
        self._round: Round | None = None
        self._at: datetime | None = None
        self._is_snug = False
        self._earlier: tuple[Message, ...] = ()
        self._painted: dict[Channel, tuple[Round, bool]] = {}
        self._seen: dict[Channel, str] = {}
        self._words = self._own_words()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self.tabs = QTabWidget()
        self.tabs.setObjectName("previewTabs")
        self.tabs.setAccessibleName(self.tr("Previews"))
        self.tabs.setTabBar(FlatTabs())
        self.tabs.setDocumentMode(True)
        layout.addWidget(self.tabs)
        self._short = {
            Channel.STATUS_PAGE: self.tr("Page"),
            Channel.EXECUTIVE: self.tr("Exec."),
            Channel.PAGERDUTY: self.tr("Pager"),
        }
        self._is_short = False
        self._changed: set[Channel] = set()
        self._titles = {
            Channel.SLACK: (self.tr("Slack"), self.tr("Slack preview")),
            Channel.STATUS_PAGE: (self.tr("Status page"), self.tr("Status page preview")),
            Channel.EMAIL: (self.tr("Email"), self.tr("Email preview")),
            Channel.EXECUTIVE: (self.tr("Executive"), self.tr("Executive preview")),
            Channel.PAGERDUTY: (self.tr("PagerDuty"), self.tr("PagerDuty preview")),
            Channel.COPY: (self.tr("Copy"), self.tr("Copy preview")),
        }
        self.previews: dict[Channel, ChannelPreview] = {}
        self._pages: dict[Channel, QWidget] = {}
        for channel, (title, name) in self._titles.items():
            page = self._pages[channel] = QWidget()
            inside = QVBoxLayout(page)
            inside.setContentsMargins(0, 0, 0, 0)
            index = self.tabs.addTab(page, title)
            self.tabs.tabBar().setAccessibleTabName(index, name)
            self.tabs.setTabVisible(index, channel in ALWAYS)
        self._side_page = QWidget()
        self._side = QGridLayout(self._side_page)
        self._side.setContentsMargins(0, 0, 0, 0)
        self._side.setSpacing(0)
        self._beside: tuple[Channel, ...] = ()
        self._columns = 1
        self.is_side_by_side = False
        self._side_index = self.tabs.addTab(self._side_page, self.tr("Previews"))
        self.tabs.setTabVisible(self._side_index, False)
        self.tabs.currentChanged.connect(self._on_tab)

    def _preview(self, channel: Channel) -> ChannelPreview:
        """The preview of a channel, made when it first comes into sight: all at once would hold up the window."""
        preview = self.previews.get(channel)
        if preview is None:
            preview = self.previews[channel] = ChannelPreview(channel, *self._titles[channel])
            # Later: a height that is set while the layout is at work is lost.
            preview.browser.reflowed.connect(self._fit_height, Qt.ConnectionType.QueuedConnection)
            layout = self._pages[channel].layout()
            if layout is not None:
                layout.addWidget(preview)
        return preview

    def set_plan(self, plan: Plan) -> None:
        """Names of components, words and addresses come from this plan."""
        self._plan = plan
        self._painted.clear()
        self._paint()

    def add_page(self, page: QWidget, title: str) -> None:
        """Put another page behind the previews (the timeline)."""
        self.tabs.addTab(page, title)

    def show_channel(self, channel: Channel) -> None:
        """Bring one channel's preview into sight."""
        self.tabs.setCurrentWidget(self._side_page if self.is_side_by_side else self._pages[channel])

    @property
    def has_nothing(self) -> bool:
        """Whether the preview in sight is of a channel for which the round holds no message."""
        channels = list(self._titles)
        number = self.tabs.currentIndex()
        return 0 <= number < len(channels) and not self._has(channels[number])

    def show_first(self) -> None:
        """Bring the previews into sight, the first of them where they take turns."""
        self.show_channel(Channel.SLACK)

    def set_side_by_side(self, on: bool) -> None:
        """Show the round's channels beside each other, or a tab each."""
        if on is self.is_side_by_side:
            return
        self.is_side_by_side = on
        in_sight = self.tabs.currentIndex()
        bar = self.tabs.tabBar()
        # The page that comes is shown before the others go, so that no other one comes into sight between.
        if on:
            bar.setTabVisible(self._side_index, True)
            if in_sight < self._side_index:
                self.tabs.setCurrentIndex(self._side_index)
        for place, channel in enumerate(self._titles):
            self.tabs.setTabVisible(place, not on and self._has_tab(channel))
        if not on:
            if in_sight == self._side_index:
                self.tabs.setCurrentIndex(0)
            self.tabs.setTabVisible(self._side_index, False)
            self._changed.clear()
        self._lay_out()
        self._set_words()
        self._paint()

    def _has(self, channel: Channel) -> bool:
        return self._round is not None and any(one.head.channel is channel for one in self._round.messages)

    def _has_tab(self, channel: Channel) -> bool:
        return channel in ALWAYS or self._has(channel)

    def _lay_out(self) -> None:
        """Set the previews that are wanted side by side, in as many columns as there is room for; the others into their tabs."""
        wanted = (
            tuple(channel for channel in self._titles if self._has(channel)) if self.is_side_by_side else ()
        )
        room = max(1, int(self.width() / (COLUMN * max(1.0, self.fontMetrics().height() / 16))))
        rows = -(-len(wanted) // room)
        columns = -(-len(wanted) // rows) if rows else 1
        if (wanted, columns) == (self._beside, self._columns):
            return
        self._beside, self._columns = wanted, columns
        for channel in wanted:
            self._preview(channel)
        for channel, preview in self.previews.items():
            beside = channel in wanted
            preview.title.setVisible(beside)
            if beside:
                place = wanted.index(channel)
                self._side.addWidget(preview, place // columns, place % columns)
            elif preview.parentWidget() is not self._pages[channel]:
                layout = self._pages[channel].layout()
                if layout is not None:
                    layout.addWidget(preview)
            preview.show()
        for column in range(len(self._titles)):
            self._side.setColumnStretch(column, 1 if column < columns else 0)

    def show_page(self, page: QWidget) -> None:
        """Bring a page that was added into sight."""
        self.tabs.setCurrentWidget(page)

    def show_round(
        self, round_: Round, earlier: tuple[Message, ...] = (), *, at: datetime | None = None
    ) -> None:
        """Show the round; `earlier` is what was published on this incident, of which changes are marked and the page's history is shown; `at` is the time that the messages would bear."""
        self._round, self._earlier, self._at = round_, tuple(earlier), at
        self._paint()

    def set_snug(self) -> None:
        """From now on be no taller than what is in sight, so that what stands below follows it closely."""
        self._is_snug = True
        self._fit_height()

    @Slot()
    def _fit_height(self) -> None:
        page = self.tabs.currentWidget()
        if page is self._side_page:
            in_sight = [self.previews[channel] for channel in self._beside]
        else:
            in_sight = [one for channel, one in self.previews.items() if self._pages[channel] is page]
        for preview in in_sight:
            preview.fit()
        if not self._is_snug:
            return
        most = NO_LIMIT
        if in_sight:
            tall = [preview.wanted_height() for preview in in_sight]
            columns = self._columns if page is self._side_page else 1
            most = sum(max(tall[start : start + columns]) for start in range(0, len(tall), columns))
        if most < NO_LIMIT:
            most += self.tabs.tabBar().sizeHint().height()
        if self.maximumHeight() != most:
            self.setMaximumHeight(most)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the program from light to dark."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._painted.clear()
            self._paint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow pane the tabs have short words; what a screen reader reads stays."""
        super().resizeEvent(event)
        self._lay_out()
        self._set_words()

    def _set_words(self) -> None:
        bar = self.tabs.tabBar()
        room, metrics = self.width(), QFontMetrics(self._bold())
        words = [
            (self._titles[channel][0] if channel in self._titles else bar.tabText(place), place)
            for place, channel in enumerate(self._places())
        ]
        needs = sum(
            metrics.horizontalAdvance(text) + FlatTabs.ROOM
            for text, place in words
            if bar.isTabVisible(place)
        )
        self._is_short = needs + FlatTabs.DOT * len(ALWAYS) > room
        for place, channel in enumerate(self._titles):
            title = (
                self._short.get(channel, self._titles[channel][0])
                if self._is_short
                else self._titles[channel][0]
            )
            text = f"{title}{FlatTabs.MARK}" if channel in self._changed else title
            if bar.tabText(place) != text:
                bar.setTabText(place, text)
        if isinstance(bar, FlatTabs):
            bar.fit(room)

    def _bold(self) -> QFont:
        font = self.font()
        font.setBold(True)
        return font

    def _places(self) -> list[Channel | None]:
        channels: list[Channel | None] = list(self._titles)
        return channels + [None] * (self.tabs.count() - len(channels))

    def _on_tab(self, _index: int) -> None:
        self._paint()
        self._fit_height()

    def _paint(self) -> None:
        if self._round is None:
            return
        self._lay_out()
        beside = self.is_side_by_side and self.tabs.currentIndex() == self._side_index
        for number, channel in enumerate(self._titles):
            texts = texts_of(self._round, channel)
            in_sight = channel in self._beside if beside else self.tabs.currentIndex() == number
            if in_sight:
                self._seen[channel] = texts
                self._paint_one(self._preview(channel), self._round)
            self._mark_tab(number, channel, changed=texts != self._seen.setdefault(channel, texts))
        self._fit_height()

    def _paint_one(self, preview: ChannelPreview, round_: Round) -> None:
        painted, dark = self._painted.get(preview.channel, (None, False))
        if painted is round_ and dark is theme.is_dark():
            return
        self._painted[preview.channel] = (round_, theme.is_dark())
        preview.line.setText(self._line(round_, preview.channel))
        setting = Setting(self._plan, theme.colours(), self._words, self._at)
        page = channel_page(setting, round_, preview.channel, self._earlier)
        preview.browser.show_page(page if self._has(preview.channel) else "")
        if any(one.level is Level.ADVICE and (one.places or one.above) for one in round_.findings):
            dot(preview.browser.document(), setting.of)

    def _mark_tab(self, number: int, channel: Channel, *, changed: bool) -> None:
        name, bar = self._titles[channel][1], self.tabs.tabBar()
        if changed != (channel in self._changed):
            self._changed ^= {channel}
            bar.setTabToolTip(number, self.tr("Changed since you looked") if changed else "")
            bar.setAccessibleTabName(
                number, self.tr("{name}, changed").format(name=name) if changed else name
            )
            self._set_words()
        has = not self.is_side_by_side and self._has_tab(channel)
        if bar.isTabVisible(number) != has:
            self.tabs.setTabVisible(number, has)

    def _line(self, round_: Round, channel: Channel) -> str:
        messages = [one for one in round_.messages if one.head.channel is channel]
        if not messages:
            return self.tr("Nothing goes here in this round.")
        length = length_of(round_, channel)
        words = self.tr("As its readers will see it · {count} characters").format(count=f"{length:,}")
        limit = LIMITS[channel].body
        if length > limit * 0.8:
            words += self.tr(" of at most {limit}").format(limit=f"{limit:,}")
        last = [
            one for one in (last_of(self._earlier, message.head) for message in messages) if one is not None
        ]
        if last:
            moment: datetime = max(one.at for one in last)
            words += self.tr(" · new since {time} in green").format(time=f"{moment.astimezone(UTC):%H:%M}")
        return words

    def _own_words(self) -> Words:
        return Words(
            app=self.tr("Incident Composer"),
            sender=self.tr("From"),
            to=self.tr("To"),
            subject=self.tr("Subject"),
            plain=self.tr("The same mail as plain text"),
            customers=self.tr("customers, a mail each"),
            executives=self.tr("executives, a mail each"),
            cut=self.tr("… the rest is not shown here; it is sent whole"),
            no_title=self.tr("(no public title yet)"),
            unfilled=self.tr("This message can't be filled yet."),
        )

    def set_tone(self, channel: Channel, tone: Tone) -> None:
        """Tint the line above one preview (a blocked channel)."""
        self._preview(channel).line.set_tone(tone)
