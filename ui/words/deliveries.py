"""The window's words for what became of a delivery."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from composer.domain.codes import Code

SENTENCES: dict[Code, object] = {
    Code.ONLY_OUTSIDE_CHANNEL: QT_TRANSLATE_NOOP("", "only where the app is not in the channel yet"),
    Code.ONLY_UNKNOWN_CHANNEL: QT_TRANSLATE_NOOP("", "only where the channel's id is not known yet"),
    Code.ONLY_COMPONENTS_UNREAD: QT_TRANSLATE_NOOP(
        "", "only where the components were not read in the last ten minutes"
    ),
    Code.NOT_CONNECTED: QT_TRANSLATE_NOOP("", "There is no connection for this destination."),
    Code.PROGRAM_MISTAKE: QT_TRANSLATE_NOOP("", "The program made a mistake ({mistake})."),
    Code.COPIES_LEFT: QT_TRANSLATE_NOOP("", "{done} of {count} copies have left; the rest waits for you."),
    Code.SOME_MAY_HAVE_ARRIVED: QT_TRANSLATE_NOOP("", "Some copies may have arrived."),
    Code.RECIPIENTS_LEFT: QT_TRANSLATE_NOOP("", "{count} recipients are left."),
    Code.NONE_ACCEPTED: QT_TRANSLATE_NOOP("", "No recipient was accepted."),
    Code.OTHER_POSTMORTEM: QT_TRANSLATE_NOOP("", "The page shows another post-mortem."),
    Code.ANSWER_OTHER_INCIDENT: QT_TRANSLATE_NOOP("", "The answer belongs to another incident."),
    Code.ANSWER_OTHER_MESSAGE: QT_TRANSLATE_NOOP("", "Slack's answer belongs to another message."),
    Code.ANSWER_OTHER_CHANNEL: QT_TRANSLATE_NOOP(
        "", "Slack's answer belongs to another channel. The channel may have been made."
    ),
    Code.ANSWER_OTHER_THING: QT_TRANSLATE_NOOP("", "The answer belongs to something else."),
    Code.ANSWER_NAMES_NOTHING: QT_TRANSLATE_NOOP("", "The answer names nothing that was made."),
    Code.NOT_EVERY_COPY_FOUND: QT_TRANSLATE_NOOP("", "Not every copy was found."),
    Code.LOOK_UP_FAILED: QT_TRANSLATE_NOOP("", "The look-up failed: {mistake}."),
    Code.PRACTICE_WALL: QT_TRANSLATE_NOOP(
        "", "Practice mode speaks to this computer only, so {host} was not contacted."
    ),
    Code.SWITCH_TO_LIVE: QT_TRANSLATE_NOOP("", "Switch to live mode to reach it."),
    Code.PLAIN_WALL: QT_TRANSLATE_NOOP(
        "", "Without encryption only this computer may be spoken to, so {host} was not contacted."
    ),
    Code.USE_HTTPS: QT_TRANSLATE_NOOP("", "Use https (or TLS)."),
    Code.ALL_ADDRESSES_REFUSED: QT_TRANSLATE_NOOP("", "All {count} addresses were refused."),
    Code.MAIL_UNCHANGEABLE: QT_TRANSLATE_NOOP(
        "", "A mail that was sent can't be changed; send a correction."
    ),
    Code.NOT_A_MAIL_ADDRESS: QT_TRANSLATE_NOOP("", "{address} is not a mail address."),
    Code.NO_MAIL_FOR: QT_TRANSLATE_NOOP("", "No mail can be made for {address}: {reason}"),
    Code.NO_MAIL_MADE: QT_TRANSLATE_NOOP("", "No mail can be made: {reason}"),
    Code.EMPTY_ADDRESS: QT_TRANSLATE_NOOP("", "An empty address"),
    Code.NOT_LINKED: QT_TRANSLATE_NOOP("", "No PagerDuty incident is linked."),
    Code.PAGERDUTY_CANT_LIST_CALLS: QT_TRANSLATE_NOOP(
        "", "PagerDuty can't be asked which calls for help it has. Look at the incident there."
    ),
    Code.PAGERDUTY_CANT_LIST_UPDATES: QT_TRANSLATE_NOOP(
        "", "PagerDuty can't be asked which status updates it has. Look at the incident there."
    ),
    Code.NO_USER_TO_PAGE: QT_TRANSLATE_NOOP(
        "",
        "{sender} is no user of the account, so nobody can be asked for help as them. Set from to a user's address.",
    ),
    Code.UPDATE_UNCHANGEABLE: QT_TRANSLATE_NOOP(
        "", "PagerDuty does not let a status update be changed; send another one."
    ),
    Code.UPDATE_NOT_IN_TRANSCRIPT: QT_TRANSLATE_NOOP(
        "", "The status update to change is not in the PagerDuty transcript."
    ),
    Code.WAS_BEING_SENT: QT_TRANSLATE_NOOP("", "It was being sent when the program last heard of it."),
    Code.LOG_SHOWS_SOME: QT_TRANSLATE_NOOP(
        "", "SendGrid's log shows {count} of the {all} copies in doubt. It lags by minutes: look again later."
    ),
    Code.SENDGRID_ANSWER_DOUBTFUL: QT_TRANSLATE_NOOP(
        "", "The answer is not SendGrid's: something on the way may have given it."
    ),
    Code.SLACK_ANSWER_DOUBTFUL: QT_TRANSLATE_NOOP(
        "", "The answer is not Slack's: something on the way may have given it."
    ),
    Code.LOG_UNREADABLE: QT_TRANSLATE_NOOP("", "SendGrid's log can't be read ({status}){told}."),
    Code.SLACK_DID_NOT_SAY: QT_TRANSLATE_NOOP("", "Slack did not say which message it is."),
    Code.SLACK_ONE_A_SECOND: QT_TRANSLATE_NOOP("", "Slack takes one message a second in a channel."),
    Code.SLACK_NO_ANSWER: QT_TRANSLATE_NOOP("", "Slack gave no answer."),
    Code.NOT_PINNED: QT_TRANSLATE_NOOP("", "The message could not be pinned: {reason}"),
    Code.CHANNEL_TAKEN: QT_TRANSLATE_NOOP(
        "", "#{channel} is taken, and the app can't see it. Invite the app to it, or name another channel."
    ),
    Code.CHANNEL_TAKEN_ARCHIVED: QT_TRANSLATE_NOOP(
        "", "#{channel} is taken by an archived channel. Name another channel."
    ),
    Code.SLACK_LIST_ENDLESS: QT_TRANSLATE_NOOP("", "Slack's list has no end. Name the channel by its id."),
    Code.GAVE_NO_ANSWER: QT_TRANSLATE_NOOP("", "it gave no answer."),
    Code.NOT_IN_TRANSCRIPT: QT_TRANSLATE_NOOP("", "The message to change is not in the Slack transcript."),
    Code.WEBHOOK_GONE: QT_TRANSLATE_NOOP("", "The service refused it (410): {words}. Make a new webhook."),
    Code.WEBHOOK_CANT_TELL: QT_TRANSLATE_NOOP(
        "", "A webhook can't be asked what arrived. Look into the Slack channel."
    ),
    Code.WEBHOOK_UNCHANGEABLE: QT_TRANSLATE_NOOP("", "What a webhook posted can't be changed."),
    Code.MAIL_SERVER_CANT_TELL: QT_TRANSLATE_NOOP(
        "",
        "A mail server can't be asked what arrived: {copies} may have. Ask the readers, or look into its log.",
    ),
    Code.HOST_BROKE_OFF: QT_TRANSLATE_NOOP("", "{host} broke off: {reason}."),
    Code.MAIL_SERVER_SAID: QT_TRANSLATE_NOOP("", "The mail server said {status} {words}."),
    Code.UPDATE_NOT_ON_PAGE: QT_TRANSLATE_NOOP("", "The update to change is not on the page."),
    Code.PAGE_SHOWS_PART: QT_TRANSLATE_NOOP(
        "", "The update is stored, but the page does not show all of it yet: {reason}"
    ),
    Code.POSTMORTEM_HAS_NO_PLACE: QT_TRANSLATE_NOOP(
        "", "The incident is not on the page, so its post-mortem has no place there."
    ),
    Code.STATE_NOT_SHOWN: QT_TRANSLATE_NOOP(
        "", "The page has no component “{component}”, so its state is not shown there."
    ),
    Code.UPDATE_GONE: QT_TRANSLATE_NOOP("", "The update is not on the page any more."),
    Code.INCIDENT_GONE: QT_TRANSLATE_NOOP(
        "",
        "The incident is not on the status page any more: somebody deleted it. Nothing was sent; open the page before you go on.",
    ),
    Code.SOMEBODY_ELSE_POSTED: QT_TRANSLATE_NOOP(
        "",
        "Somebody else posted on the status page{at} ({status}: “{words}”), so nothing was sent. Look at the page, and send it again if it still fits.",
    ),
    Code.PAGE_RECORD_UNREADABLE: QT_TRANSLATE_NOOP(
        "", "{file}, the page's own record, could not be read: {reason}."
    ),
    Code.FOLDER_NOT_MADE: QT_TRANSLATE_NOOP("", "The folder {folder} could not be made: {reason}."),
    Code.FOLDER_UNREADABLE: QT_TRANSLATE_NOOP("", "The folder {folder} could not be read: {reason}."),
    Code.PAGE_RECORD_TOO_NEW: QT_TRANSLATE_NOOP(
        "", "{file}, the page's own record, was written by a newer version of this program."
    ),
    Code.PAGE_RECORD_DAMAGED: QT_TRANSLATE_NOOP(
        "", "{file}, the page's own record, is damaged; move it away to start the page anew."
    ),
    Code.ENDED_WHILE_SENDING: QT_TRANSLATE_NOOP(
        "", "The program ended while this was being sent, so it may have arrived."
    ),
    Code.TEXT_TOO_OLD: QT_TRANSLATE_NOOP("", "This text is {age} old."),
    Code.CLOCK_SET_BACK: QT_TRANSLATE_NOOP(
        "", "The clock of this computer was set back, so the age of this text can't be told."
    ),
    Code.NEWER_MESSAGE: QT_TRANSLATE_NOOP("", "A newer message to the same destination was published."),
    Code.OTHER_PHASE_NOW: QT_TRANSLATE_NOOP("", "The incident is in another phase now."),
    Code.SECURITY_SINCE: QT_TRANSLATE_NOOP(
        "", "The incident became a security incident, and nobody approved this text for it."
    ),
    Code.OTHER_SEVERITY_NOW: QT_TRANSLATE_NOOP("", "The incident has another severity now."),
    Code.DISK_FULL: QT_TRANSLATE_NOOP("", "the disk is full"),
    Code.QUOTA_USED_UP: QT_TRANSLATE_NOOP("", "your disk quota is used up"),
    Code.FILE_TOO_LARGE: QT_TRANSLATE_NOOP("", "the file would become too large"),
    Code.MAY_NOT_WRITE: QT_TRANSLATE_NOOP("", "you may not write there"),
    Code.DISK_READ_ONLY: QT_TRANSLATE_NOOP("", "the disk is read-only"),
    Code.DISK_ERROR: QT_TRANSLATE_NOOP("", "the disk reported an error"),
    Code.FOLDER_MISSING: QT_TRANSLATE_NOOP("", "its folder does not exist"),
    Code.FILE_FOR_FOLDER: QT_TRANSLATE_NOOP("", "a file stands where its folder should be"),
    Code.FILE_IN_PLACE: QT_TRANSLATE_NOOP("", "a file stands in its place"),
    Code.FOLDER_IN_PLACE: QT_TRANSLATE_NOOP("", "a folder stands in its place"),
    Code.NAME_TOO_LONG: QT_TRANSLATE_NOOP("", "its name is too long"),
    Code.NOT_WRITTEN: QT_TRANSLATE_NOOP("", "{file} could not be written: {reason}."),
    Code.FILE_HELD: QT_TRANSLATE_NOOP("", "Another program has held {file} for {seconds} s."),
    Code.MAY_NOT_BE_SAFE: QT_TRANSLATE_NOOP(
        "", "{file} was written, but may not be stored safely: {reason}."
    ),
    Code.MAY_HOLD_PART: QT_TRANSLATE_NOOP("", "{file} may hold a part of this message: {reason}."),
    Code.NOT_READ: QT_TRANSLATE_NOOP("", "{file} could not be read: {reason}."),
    Code.SLACK_REFUSED: QT_TRANSLATE_NOOP("", "Slack refused it ({error})."),
    Code.SLACK_LACKS: QT_TRANSLATE_NOOP("", "The token lacks {scope}."),
    Code.SLACK_CONCERNS: QT_TRANSLATE_NOOP("", "It concerns {people}."),
    Code.NEW_TOKEN_INACTIVE: QT_TRANSLATE_NOOP(
        "", "The token's account is no longer active. Enter a new token under Connections."
    ),
    Code.ENTER_TOKEN_AGAIN: QT_TRANSLATE_NOOP("", "Enter the token again under Connections."),
    Code.TOKEN_REVOKED: QT_TRANSLATE_NOOP("", "The token was revoked. Enter a new one under Connections."),
    Code.TOKEN_EXPIRED: QT_TRANSLATE_NOOP("", "The token has expired. Enter a new one under Connections."),
    Code.INSTALL_WITH_SCOPES: QT_TRANSLATE_NOOP(
        "", "The app may not do this. Install it again with all of its scopes."
    ),
    Code.ADD_SCOPE: QT_TRANSLATE_NOOP("", "Add the scope to the app, and install it again."),
    Code.ASK_ADMINISTRATOR: QT_TRANSLATE_NOOP("", "Ask an administrator of the workspace."),
    Code.INSTALL_AGAIN: QT_TRANSLATE_NOOP("", "Install the app again."),
    Code.INVITE_APP: QT_TRANSLATE_NOOP("", "Invite the app to the channel."),
    Code.CHANNEL_GONE: QT_TRANSLATE_NOOP(
        "", "The channel is gone, or the app can't see it. Invite the app to it."
    ),
    Code.CHANNEL_IN_ARCHIVE: QT_TRANSLATE_NOOP(
        "", "The channel is archived. Take it out of the archive, or use another one."
    ),
    Code.MAY_NOT_POST: QT_TRANSLATE_NOOP("", "The workspace does not let the app post there."),
    Code.CHANNEL_READ_ONLY: QT_TRANSLATE_NOOP("", "The channel is read-only for the app."),
    Code.CHANNEL_THREADS_ONLY: QT_TRANSLATE_NOOP("", "The channel takes threads only."),
    Code.CHANNEL_NO_THREADS: QT_TRANSLATE_NOOP("", "The channel takes no threads."),
    Code.THREAD_LOCKED: QT_TRANSLATE_NOOP("", "The thread is locked."),
    Code.MAY_NOT_MAKE_CHANNELS: QT_TRANSLATE_NOOP(
        "", "The workspace does not let the app make channels. Name an existing one."
    ),
    Code.CHANNEL_NAME_REFUSED: QT_TRANSLATE_NOOP("", "Slack does not take this channel's name."),
    Code.CHANNEL_NAME_TOO_LONG: QT_TRANSLATE_NOOP("", "The channel's name is too long."),
    Code.CHANNEL_NAME_PUNCTUATION: QT_TRANSLATE_NOOP("", "The channel's name has punctuation in it."),
    Code.CHANNEL_NAME_EMPTY: QT_TRANSLATE_NOOP("", "The channel's name is empty."),
    Code.CHANNEL_NAME_SIGNS: QT_TRANSLATE_NOOP(
        "", "The channel's name has signs in it that Slack does not take."
    ),
    Code.MESSAGE_IS_EMPTY: QT_TRANSLATE_NOOP("", "The message is empty."),
    Code.SHORTEN_MESSAGE: QT_TRANSLATE_NOOP("", "Shorten the message."),
    Code.USE_APP_TOKEN: QT_TRANSLATE_NOOP("", "Use the token of an app."),
    Code.MESSAGE_LIMIT: QT_TRANSLATE_NOOP(
        "", "The workspace's limit of messages is reached. Ask an administrator."
    ),
    Code.CHECK_ADDRESS: QT_TRANSLATE_NOOP("", "Check the address under Connections."),
    Code.TEXT_TOO_LONG: QT_TRANSLATE_NOOP("", "The text is too long."),
    Code.MESSAGE_GONE: QT_TRANSLATE_NOOP("", "The message is gone."),
    Code.OTHER_APPS_MESSAGE: QT_TRANSLATE_NOOP("", "Only the app that posted a message can change it."),
    Code.EDIT_WINDOW_CLOSED: QT_TRANSLATE_NOOP(
        "", "The workspace does not let messages of that age be changed."
    ),
    Code.CHANNEL_FROZEN: QT_TRANSLATE_NOOP("", "The channel is frozen."),
    Code.NOTHING_SENDS: QT_TRANSLATE_NOOP("", "Nothing can be sent: {folder} can't be written ({reason})."),
    Code.MEND_AND_RESUME: QT_TRANSLATE_NOOP(
        "", "Mend that, and go on with: incident-composer deliveries --resume"
    ),
    Code.BAD_ADDRESS: QT_TRANSLATE_NOOP("", "“{address}” is not a mail address that can be written to."),
    Code.MAY_HAVE_ARRIVED: QT_TRANSLATE_NOOP("", "{text} The message may have arrived."),
    Code.TWO: QT_TRANSLATE_NOOP("", "{first} {second}"),
    Code.OLDER_COPY: QT_TRANSLATE_NOOP("", "The record is an older copy of itself."),
}
