"""The window's words for why something was refused, and what to do instead."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from composer.domain.codes import Code

SENTENCES: dict[Code, object] = {
    Code.STILL_OPEN_POSTMORTEM: QT_TRANSLATE_NOOP(
        "", "The incident is still open; its post-mortem is published once it is resolved."
    ),
    Code.NO_STATUSPAGE_CARRIES: QT_TRANSLATE_NOOP("", "No Statuspage carries this incident."),
    Code.BACKFILL_FIRST: QT_TRANSLATE_NOOP("", "Put it there first with: statuspage backfill"),
    Code.STILL_OPEN_PAST: QT_TRANSLATE_NOOP("", "The incident is still open; a past incident has an end."),
    Code.NO_PUBLIC_TITLE: QT_TRANSLATE_NOOP("", "The incident has no public title."),
    Code.ALL_PAGES_CARRY: QT_TRANSLATE_NOOP(
        "", "Each Statuspage that is connected carries this incident already, or may carry it."
    ),
    Code.TEXT_EMPTY: QT_TRANSLATE_NOOP("", "The text is empty."),
    Code.TEXT_HAS_TOO_MANY: QT_TRANSLATE_NOOP("", "The text has {count} characters; at most {most} fit."),
    Code.TEXT_TAKES_AT_MOST: QT_TRANSLATE_NOOP(
        "", "The text has {count} characters; at most {most} are taken."
    ),
    Code.TEXT_STILL_SAYS: QT_TRANSLATE_NOOP("", "The text still says “{left}”."),
    Code.FILL_IT_IN: QT_TRANSLATE_NOOP("", "Fill it in, or take it out."),
    Code.TEXT_HOLDS_TITLE: QT_TRANSLATE_NOOP(
        "", "The text holds the internal title, which never reaches the public."
    ),
    Code.NO_SUCH_INCIDENT: QT_TRANSLATE_NOOP("", "There is no incident “{incident}” in this record."),
    Code.IS_LIVE_RIGHT: QT_TRANSLATE_NOOP(
        "", "Practice and live have records of their own: is --live right?"
    ),
    Code.LOOK_IN_HISTORY: QT_TRANSLATE_NOOP("", "Look it up with history."),
    Code.TEXT_NOT_KEPT: QT_TRANSLATE_NOOP("", "The record does not hold the text of this delivery."),
    Code.TIME_NOT_COME: QT_TRANSLATE_NOOP("", "This time has not come yet."),
    Code.SAY_WHEN_SENT: QT_TRANSLATE_NOOP("", "Say when it was sent."),
    Code.MADE_AFTER: QT_TRANSLATE_NOOP("", "The text was made after that time."),
    Code.LINK_BEGINS: QT_TRANSLATE_NOOP("", "A link begins with https://."),
    Code.PASTE_ADDRESS: QT_TRANSLATE_NOOP("", "Paste the whole address, or leave it out."),
    Code.NOT_IN_STATE: QT_TRANSLATE_NOOP("", "This can't be done to a delivery that is {state}."),
    Code.NO_POST_WAITS: QT_TRANSLATE_NOOP("", "No Slack post of this incident waits for you."),
    Code.NO_SLACK_MESSAGE: QT_TRANSLATE_NOOP(
        "", "The plan has no Slack message for this phase and severity."
    ),
    Code.WRITE_ONE: QT_TRANSLATE_NOOP("", "Write one under Templates, or mark the old ones as sent by hand."),
    Code.SKIP_ASKS_REASON: QT_TRANSLATE_NOOP("", "A skipped message asks for a reason."),
    Code.NO_TEMPLATE: QT_TRANSLATE_NOOP("", "There is no template “{template}”."),
    Code.RHYTHM_ASKS_REASON: QT_TRANSLATE_NOOP("", "Another rhythm asks for a reason."),
    Code.RHYTHM_RANGE: QT_TRANSLATE_NOOP("", "A rhythm has 1 to 1,440 minutes."),
    Code.NO_RHYTHM: QT_TRANSLATE_NOOP("", "The plan has no rhythm here that could be slowed."),
    Code.RHYTHM_SLOWER_ONLY: QT_TRANSLATE_NOOP(
        "", "The plan says every {minutes} minutes; a rhythm can only be made slower."
    ),
    Code.NO_ROLE: QT_TRANSLATE_NOOP("", "The plan has no role “{role}”."),
    Code.IT_HAS: QT_TRANSLATE_NOOP("", "It has {names}."),
    Code.NO_ACCOUNT: QT_TRANSLATE_NOOP("", "There is no connection “{account}”."),
    Code.LIST_CONNECTIONS: QT_TRANSLATE_NOOP("", "Names are listed by: incident-composer connections list"),
    Code.NO_KIND: QT_TRANSLATE_NOOP("", "There is no kind of connection “{kind}”."),
    Code.KINDS_ARE: QT_TRANSLATE_NOOP(
        "", "There are {names}; a second account is named after a dot, as in statuspage.eu."
    ),
    Code.KIND_HAS_NO: QT_TRANSLATE_NOOP("", "A connection of the kind {kind} has no {key}."),
    Code.NOTHING_TO_CORRECT: QT_TRANSLATE_NOOP(
        "", "There is nothing here that a correction could put right."
    ),
    Code.UNCHANGEABLE: QT_TRANSLATE_NOOP("", "This can't be changed any more."),
    Code.SEND_CORRECTION: QT_TRANSLATE_NOOP("", "Send a correction instead."),
    Code.REWRITE_ASKS_REASON: QT_TRANSLATE_NOOP("", "A silent rewrite asks for a reason."),
    Code.WORDS_AS_WERE: QT_TRANSLATE_NOOP("", "The words are as they were, so nothing was changed."),
    Code.DRILL_STAYS: QT_TRANSLATE_NOOP("", "Every text of practice carries {drill}; it must stay."),
    Code.WAITS_NO_MORE: QT_TRANSLATE_NOOP("", "This delivery does not wait any more."),
    Code.NO_POSTMORTEM_TEMPLATE: QT_TRANSLATE_NOOP("", "There is no template for the post-mortem."),
    Code.RUN_TEMPLATES_CHECK: QT_TRANSLATE_NOOP("", "Run: templates check"),
    Code.CANT_BE_WRITTEN: QT_TRANSLATE_NOOP("", "{folder} can't be written: {reason}."),
    Code.OTHER_FOLDER_TO: QT_TRANSLATE_NOOP("", "Name another folder with --to."),
    Code.LIVE_ALREADY: QT_TRANSLATE_NOOP("", "This incident is live already."),
    Code.NOTHING_TO_TAKE_LIVE: QT_TRANSLATE_NOOP(
        "", "This incident is resolved, so there is nothing to take live."
    ),
    Code.DECLARE_IN_LIVE: QT_TRANSLATE_NOOP("", "Declare it in LIVE."),
    Code.LIST_CHANGED: QT_TRANSLATE_NOOP(
        "", "The file of customers was changed since you looked at it, so nothing was published."
    ),
    Code.LOOK_AT_RECIPIENTS: QT_TRANSLATE_NOOP("", "Look at the recipients again, then publish."),
    Code.NO_TEST_ADDRESS: QT_TRANSLATE_NOOP("", "There is no address to send the test to."),
    Code.GIVE_TEST_ADDRESS: QT_TRANSLATE_NOOP("", "Put your mail address into the settings, or name one."),
    Code.NO_MAIL: QT_TRANSLATE_NOOP("", "{title} is no mail."),
    Code.SLACK_ALONE: QT_TRANSLATE_NOOP("", "{title} goes to Slack alone, so there is no mail to try."),
    Code.NOTHING_CARRIES_MAIL: QT_TRANSLATE_NOOP("", "There is no connection that carries this mail."),
    Code.ADD_CONNECTION: QT_TRANSLATE_NOOP("", "Add one under Connections."),
    Code.ONLY_MANY_PAUSE: QT_TRANSLATE_NOOP("", "Only a mail to many can be paused."),
    Code.NOTHING_TO_PAUSE: QT_TRANSLATE_NOOP("", "Nothing of this mail is under way that could be paused."),
    Code.NOT_PAUSED: QT_TRANSLATE_NOOP("", "This mail is not paused."),
    Code.CANT_GO_ON: QT_TRANSLATE_NOOP("", "This mail is {state}, so it can't simply go on."),
    Code.COULD_LEAVE_BY: QT_TRANSLATE_NOOP("", "It could leave by {names}."),
    Code.ADD_MAIL_ACCOUNT: QT_TRANSLATE_NOOP("", "Add another mail account under Connections."),
    Code.CANT_CARRY: QT_TRANSLATE_NOOP("", "{account} can't carry this mail."),
    Code.NOBODY_LEFT: QT_TRANSLATE_NOOP("", "Nobody is left to be mailed."),
    Code.ONLY_UNTAKEN: QT_TRANSLATE_NOOP(
        "", "This mail is {state}; another account takes over only what was not taken."
    ),
    Code.ACCOUNT_UNREADABLE: QT_TRANSLATE_NOOP("", "{account} can't be read: {reason}"),
    Code.NO_PAGERDUTY: QT_TRANSLATE_NOOP("", "There is no connection to PagerDuty."),
    Code.NO_DUTY_INCIDENT: QT_TRANSLATE_NOOP("", "PagerDuty has no incident {incident}."),
    Code.LINK_FROM_MENU: QT_TRANSLATE_NOOP("", "Link one from the PagerDuty menu of the incident."),
    Code.LINK_WITH: QT_TRANSLATE_NOOP(
        "", "Link one with: incident-composer take-over --pagerduty ID --into INCIDENT"
    ),
    Code.MAY_NOT_BE_PAGED: QT_TRANSLATE_NOOP("", "The plan does not let “{name}” be paged by PagerDuty."),
    Code.MAY_BE_PAGED: QT_TRANSLATE_NOOP(
        "",
        "It lets be paged: {names}. Put the pagerduty_id of a domain (its escalation policy) or of a contact into the plan.",
    ),
    Code.SAY_WHO_IS_PAGED: QT_TRANSLATE_NOOP("", "Say who is to be paged."),
    Code.NO_SHIPPED_TEMPLATE: QT_TRANSLATE_NOOP("", "There is no shipped template “{template}” to copy."),
    Code.NO_OWN_COPY: QT_TRANSLATE_NOOP("", "There is no copy of your own of “{template}”."),
    Code.CANT_BE_REMOVED: QT_TRANSLATE_NOOP("", "{file} can't be removed: {reason}."),
    Code.CANT_BE_MADE: QT_TRANSLATE_NOOP("", "{folder} can't be made: {reason}."),
    Code.LOOK_AT_PERMISSIONS: QT_TRANSLATE_NOOP("", "Look at the permissions of the home folder."),
    Code.NOTES_NOT_KEPT: QT_TRANSLATE_NOOP("", "What you type into the timeline can't be kept: {reason}."),
    Code.PLAN_NOT_THERE: QT_TRANSLATE_NOOP("", "{file}: the plan of this incident is not there."),
    Code.STANDS_ON_UNKNOWN: QT_TRANSLATE_NOOP(
        "", "The {what} “{title}” stands on “{key}”, which the plan in force does not know. {why}"
    ),
    Code.PUT_PLAN_BACK: QT_TRANSLATE_NOOP(
        "", "Put the plan of this incident back or mend it, and try again."
    ),
    Code.LOOKED_UP_FIRST: QT_TRANSLATE_NOOP(
        "", "It may have arrived, so it is looked up before it is sent again."
    ),
    Code.LOOK_UP_WITH: QT_TRANSLATE_NOOP("", "Look it up with: incident-composer deliveries --resume"),
    Code.NAME_THE_WRONG: QT_TRANSLATE_NOOP("", "Name the wrong messages of one incident."),
    Code.PUT_RIGHT_ASKS_REASON: QT_TRANSLATE_NOOP(
        "", "Putting right asks for a reason; it stands in the record."
    ),
    Code.WITHDRAWN_IS_CORRECTED: QT_TRANSLATE_NOOP(
        "", "What is withdrawn from a page is corrected there too."
    ),
    Code.NOBODY_GOT_ANY: QT_TRANSLATE_NOOP("", "Nobody got any of these, so nothing is to be put right."),
    Code.LEAVING_NOW: QT_TRANSLATE_NOOP(
        "", "The mail was stopped, but copies are leaving at this very moment."
    ),
    Code.IN_A_MOMENT: QT_TRANSLATE_NOOP("", "Put it right in a moment."),
    Code.NOT_CORRECTABLE: QT_TRANSLATE_NOOP(
        "", "{title}: it can't be corrected; the next one puts it right."
    ),
    Code.NOT_LEFT_YET: QT_TRANSLATE_NOOP("", "{title}: it has not left yet. Pause it, or take it back."),
    Code.NOBODY_GOT_IT: QT_TRANSLATE_NOOP("", "{title}: nobody got it."),
    Code.NO_READABLE_PAGE: QT_TRANSLATE_NOOP("", "There is no status page “{account}” that can be read."),
    Code.NO_OPEN_INCIDENT: QT_TRANSLATE_NOOP("", "{account} has no open incident {incident}."),
    Code.NO_SLACK_CHANNEL: QT_TRANSLATE_NOOP(
        "", "There is no Slack channel {channel}, or the app can't see it."
    ),
    Code.INVITE_TO_IT: QT_TRANSLATE_NOOP("", "Invite the app to it."),
    Code.NO_SEVERITY: QT_TRANSLATE_NOOP("", "The plan has no severity “{severity}”."),
    Code.TAKE_ONE_OF: QT_TRANSLATE_NOOP("", "Take one of {names}."),
    Code.NO_STEP: QT_TRANSLATE_NOOP("", "The script of this rehearsal has no step."),
    Code.BACK_ASKS_REASON: QT_TRANSLATE_NOOP("", "going back from {before} to {phase} asks for a reason"),
    Code.SEVERITY_ASKS_REASON: QT_TRANSLATE_NOOP(
        "", "changing the severity from {before} to {severity} asks for a reason"
    ),
    Code.ALL_POSTS_THERE: QT_TRANSLATE_NOOP(
        "", "Every Slack post of this incident got there, or was decided about."
    ),
    Code.NO_CONTACT_ADDRESS: QT_TRANSLATE_NOOP(
        "", "The plan has no mail address of a contact. Put email into its contacts."
    ),
    Code.NO_MAIL_CONNECTED: QT_TRANSLATE_NOOP(
        "", "Nothing is connected that carries mail. Add SMTP or SendGrid under Connections."
    ),
    Code.NOT_LINKED_NO_PAGE: QT_TRANSLATE_NOOP(
        "", "No PagerDuty incident is linked, so nobody can be paged on it."
    ),
    Code.PAGERDUTY_NOT_CONNECTED: QT_TRANSLATE_NOOP(
        "", "PagerDuty is not connected. Add it under Connections."
    ),
    Code.NOBODY_PAGEABLE: QT_TRANSLATE_NOOP(
        "", "The plan lets nobody be paged. Put pagerduty_id into its domains or contacts."
    ),
    Code.POST_WAITS_NO_MORE: QT_TRANSLATE_NOOP("", "This post does not wait any more."),
    Code.LOOK_AT_ROW: QT_TRANSLATE_NOOP("", "Look at its row."),
    Code.NOT_MAILABLE: QT_TRANSLATE_NOOP("", "Nobody can be mailed as “{name}”."),
    Code.THERE_IS: QT_TRANSLATE_NOOP("", "There is {names}."),
    Code.SAY_WHO: QT_TRANSLATE_NOOP("", "Say who is to be reached."),
    Code.SKIP_GONE: QT_TRANSLATE_NOOP("", "This skip does not stand any more."),
    Code.LOOK_AT_DUE: QT_TRANSLATE_NOOP("", "Look at what is due now."),
    Code.NAME_TAKE_OVER: QT_TRANSLATE_NOOP(
        "", "Name what to take over: a public incident, a Slack channel, a PagerDuty incident."
    ),
    Code.NOT_OPEN_TO_ADOPT: QT_TRANSLATE_NOOP("", "This incident is not open, so nothing can be adopted."),
    Code.NAME_ADOPT: QT_TRANSLATE_NOOP(
        "", "Name what to adopt: a public incident, a Slack channel, a PagerDuty incident."
    ),
    Code.BELONGS_TO: QT_TRANSLATE_NOOP("", "That belongs to “{title}” ({incident})."),
    Code.ON_ACCOUNT_ALREADY: QT_TRANSLATE_NOOP("", "This incident is on {account} already."),
    Code.RESOLVE_ONE: QT_TRANSLATE_NOOP("", "Resolve one of the two on the page itself."),
    Code.NOT_DECLARING: QT_TRANSLATE_NOOP("", "{severity} is no severity that declares an incident."),
    Code.SETTINGS_NOT_SAVED: QT_TRANSLATE_NOOP("", "The settings could not be saved. {reason}"),
    Code.COUNT_UNTIL_CLOSED: QT_TRANSLATE_NOOP("", "They count until the window is closed."),
    Code.KEY_USED: QT_TRANSLATE_NOOP("", "The publish_id “{key}” was used for other content."),
    Code.OWN_KEY: QT_TRANSLATE_NOOP("", "Give the new content a publish_id of its own."),
    Code.CHANGED_MEANWHILE: QT_TRANSLATE_NOOP(
        "", "Someone else changed this incident meanwhile, so nothing was stored."
    ),
    Code.LOOK_AS_IT_IS: QT_TRANSLATE_NOOP("", "Look at the incident as it is now, and try again."),
    Code.STORED_ALREADY: QT_TRANSLATE_NOOP("", "This incident is stored already, so nothing was stored."),
    Code.UNKNOWN_INCIDENT: QT_TRANSLATE_NOOP(
        "", "The record knows no incident {incident}, so nothing was stored."
    ),
    Code.UNKNOWN_DELIVERY: QT_TRANSLATE_NOOP("", "The record knows no delivery {delivery}."),
    Code.ONLY_SENT_CHANGES: QT_TRANSLATE_NOOP(
        "", "Only a message that was sent can be changed, so nothing was stored."
    ),
    Code.OPEN_INCIDENT: QT_TRANSLATE_NOOP("", "open incident"),
    Code.ANY_INCIDENT: QT_TRANSLATE_NOOP("", "incident"),
}
