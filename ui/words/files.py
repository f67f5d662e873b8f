"""The window's words for mistakes in a person's own files."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from composer.domain.codes import Code

SENTENCES: dict[Code, object] = {
    Code.DID_YOU_MEAN: QT_TRANSLATE_NOOP("", "; did you mean {name}?"),
    Code.EXPECTED_ONE_OF: QT_TRANSLATE_NOOP("", "; expected one of: {names}."),
    Code.TOO_DEEP: QT_TRANSLATE_NOOP("", "lists or tables stand too deep within each other."),
    Code.NO_TOML: QT_TRANSLATE_NOOP("", "is not valid TOML here: {first}{rest}."),
    Code.KEY_MISSING: QT_TRANSLATE_NOOP("", "the key {key} is missing."),
    Code.KEY_UNKNOWN: QT_TRANSLATE_NOOP("", "unknown key {key}{hint}"),
    Code.ONE_OF_NOT: QT_TRANSLATE_NOOP("", "expected one of {choices}, not {given}."),
    Code.GREATER_THAN: QT_TRANSLATE_NOOP("", "expected a number greater than {least}, not {given}."),
    Code.AT_LEAST: QT_TRANSLATE_NOOP("", "expected a number of at least {least}, not {given}."),
    Code.AT_MOST: QT_TRANSLATE_NOOP("", "expected a number of at most {most}, not {given}."),
    Code.AT_LEAST_OF_THEM: QT_TRANSLATE_NOOP("", "expected at least {count} of them."),
    Code.AT_MOST_OF_THEM: QT_TRANSLATE_NOOP("", "expected at most {count} of them."),
    Code.MUST_NOT_BE_EMPTY: QT_TRANSLATE_NOOP("", "must not be empty."),
    Code.AT_MOST_CHARACTERS: QT_TRANSLATE_NOOP("", "expected at most {count} characters."),
    Code.NAME_PATTERN: QT_TRANSLATE_NOOP("", "expected a name of letters, digits, - and _ only."),
    Code.CANNOT_BE_READ: QT_TRANSLATE_NOOP("", "cannot be read: {reason}."),
    Code.LARGER_THAN_A_MIB: QT_TRANSLATE_NOOP(
        "", "is larger than 1 MiB; expected a file of a few kilobytes."
    ),
    Code.OTHER_ENCODING: QT_TRANSLATE_NOOP("", "is written in {encoding}; save it as UTF-8."),
    Code.BYTE_NOT_UTF8: QT_TRANSLATE_NOOP("", "holds a byte that is not UTF-8; save the file as UTF-8."),
    Code.HOLDS_NUL: QT_TRANSLATE_NOOP("", "holds a NUL character; expected a text file."),
    Code.ADDRESS_PLAIN: QT_TRANSLATE_NOOP(
        "", "http, without encryption, is for this computer alone; use https://."
    ),
    Code.ADDRESS_HTTPS: QT_TRANSLATE_NOOP("", "expected an address that begins with https://."),
    Code.ADDRESS_PASSWORD: QT_TRANSLATE_NOOP(
        "", "an address must not hold a name or password; the credential goes to the keyring."
    ),
    Code.ADDRESS_QUERY: QT_TRANSLATE_NOOP(
        "", "an address must end with its path; nothing after ? or # fits."
    ),
    Code.ADDRESS_HOST: QT_TRANSLATE_NOOP(
        "", "expected an address with a host, such as https://api.example.com."
    ),
    Code.ADDRESS_SUCH_AS: QT_TRANSLATE_NOOP("", "expected an address such as https://api.example.com."),
    Code.SERVER_SUCH_AS: QT_TRANSLATE_NOOP("", "expected the name of a server, such as smtp.example.com."),
    Code.MAIL_SUCH_AS: QT_TRANSLATE_NOOP(
        "", "expected a mail address, such as Support <support@example.com>."
    ),
    Code.CHANNEL_SUCH_AS: QT_TRANSLATE_NOOP(
        "", "expected the name or id of a Slack channel, such as #executives."
    ),
    Code.SECURITY_NONE: QT_TRANSLATE_NOOP(
        "", "without encryption only this computer may be spoken to; set security to starttls or tls."
    ),
    Code.NEEDS_TO: QT_TRANSLATE_NOOP("", "needs to (mail addresses), slack_channel, or both."),
    Code.UNKNOWN_TABLE: QT_TRANSLATE_NOOP("", "unknown table {key}{hint}"),
    Code.EXPECTED_TABLE: QT_TRANSLATE_NOOP("", "expected a table."),
    Code.ONLY_ONE: QT_TRANSLATE_NOOP("", "there is only one {kind}; {name} is unknown."),
    Code.NAME_AFTER_DOT: QT_TRANSLATE_NOOP("", "expected a name of letters, digits, - and _ after the dot."),
    Code.SECRET_IN_FILE: QT_TRANSLATE_NOOP(
        "",
        "a secret has no place in this file; take it out, replace it at the service, and give the new one to `connections add`.",
    ),
    Code.FILE_AS_IT_WAS: QT_TRANSLATE_NOOP("", "The file {file} is as it was."),
    Code.CHANGED_BY_OTHERS: QT_TRANSLATE_NOOP(
        "", "Something else changed {file} meanwhile, so nothing was written."
    ),
    Code.TRY_AGAIN: QT_TRANSLATE_NOOP("", "Try again."),
    Code.NOTHING_SENT_MEND: QT_TRANSLATE_NOOP("", "Nothing was sent. Mend the file, then try again."),
    Code.NOTHING_SENT: QT_TRANSLATE_NOOP("", "Nothing was sent."),
    Code.CHOICES_MISSING: QT_TRANSLATE_NOOP("", "choices is missing: a field of type choice has some."),
    Code.UNIT_MISSING: QT_TRANSLATE_NOOP(
        "", 'unit is missing: a field of type duration has unit = "hours" or "minutes".'
    ),
    Code.NOTHING_PRESELECTED: QT_TRANSLATE_NOOP(
        "", "a field of type yes_no has no default: nothing is preselected."
    ),
    Code.EXAMPLE_MISSING: QT_TRANSLATE_NOOP("", "example is missing: a whole, believable value."),
    Code.MINIMUM_OVER_MAXIMUM: QT_TRANSLATE_NOOP("", "minimum is greater than maximum."),
    Code.NO_FIELD: QT_TRANSLATE_NOOP("", 'there is no field "{field}"{hint}'),
    Code.FIELD_NAME: QT_TRANSLATE_NOOP(
        "", "expected a name of lower-case letters, digits and _, such as ticket_number."
    ),
    Code.TEXT_OR_TEXTS: QT_TRANSLATE_NOOP("", "Expected text or a list of texts."),
    Code.NOT_COMPUTED: QT_TRANSLATE_NOOP("", "the program computes no such field; leave derived out."),
    Code.IS_DERIVED: QT_TRANSLATE_NOOP("", "this field is derived; expected derived = true here too."),
    Code.NO_FOLDER: QT_TRANSLATE_NOOP("", "there is no such folder."),
    Code.SAME_NAME: QT_TRANSLATE_NOOP("", "has the same name as {file}; that one counts."),
    Code.RULE_LEFT_OUT: QT_TRANSLATE_NOOP(
        "", 'the rule for "{template}" is left out, because that template cannot be used.'
    ),
    Code.NO_TEMPLATE_HINT: QT_TRANSLATE_NOOP("", 'there is no template "{template}"{hint}'),
    Code.SHIPPED_NAMES_UNKNOWN: QT_TRANSLATE_NOOP(
        "", 'the shipped template "{template}" names phases or severities that this plan does not have.'
    ),
    Code.NO_DECLARING_SEVERITY: QT_TRANSLATE_NOOP(
        "", "no severity declares an incident; expected at least one."
    ),
    Code.SAME_COMPONENT: QT_TRANSLATE_NOOP("", "another component has the same name."),
    Code.PLAN_LACKS: QT_TRANSLATE_NOOP("", 'this plan has no {kind} "{name}"{hint}'),
    Code.PLAN_HAS_NO: QT_TRANSLATE_NOOP("", 'the plan has no {kind} "{name}"{hint}'),
    Code.NO_RESOLVING_PHASE: QT_TRANSLATE_NOOP(
        "", "no phase has resolves = true; expected it on the last one."
    ),
    Code.ONE_RESOLVING_PHASE: QT_TRANSLATE_NOOP("", "only one phase can have resolves = true."),
    Code.RESOLVING_IS_LAST: QT_TRANSLATE_NOOP(
        "", "expected the phase that resolves to be the last one; {phase} comes after it."
    ),
    Code.PATTERN_SLUG: QT_TRANSLATE_NOOP(
        "", "expected a pattern that holds {{slug}}, or two incidents of a day get one channel."
    ),
    Code.PATTERN_LETTERS: QT_TRANSLATE_NOOP(
        "", "expected lower-case letters, digits, - and _ beside {{date}} and {{slug}}, as Slack does."
    ),
    Code.PATTERN_TOO_LONG: QT_TRANSLATE_NOOP(
        "", "is too long; a Slack channel's name has at most {count} characters."
    ),
    Code.PLAN_SUPPORT_EMAIL: QT_TRANSLATE_NOOP("", "support_email: expected a mail address."),
    Code.PLAN_PAGE_URL: QT_TRANSLATE_NOOP(
        "", "status_page_url: expected an address that begins with https://."
    ),
    Code.PLAN_NEXT_UPDATE_LINE: QT_TRANSLATE_NOOP(
        "", "next_update_line: expected a sentence that holds {{time}}."
    ),
    Code.PLAN_DATE_FORMAT: QT_TRANSLATE_NOOP(
        "", "date_format: expected a pattern that holds {{day}}, {{month}} and {{year}}."
    ),
    Code.PLAN_MINUTES_OR_COUNTS: QT_TRANSLATE_NOOP(
        "", 'expected either minutes = 15 or counts = "next_business_day" or "next_sprint".'
    ),
    Code.PLAN_TICKET_TEXT: QT_TRANSLATE_NOOP(
        "", "ticket_text is missing: where declares = false, it is the text for the ticket."
    ),
    Code.PLAN_UNTIL_EACH: QT_TRANSLATE_NOOP("", "expected until_minutes in every step but the last."),
    Code.PLAN_UNTIL_GROWS: QT_TRANSLATE_NOOP("", "expected steps whose until_minutes grow."),
    Code.PLAN_CADENCE_MISSING: QT_TRANSLATE_NOOP(
        "", "due names cadence, so the key cadence must say how often."
    ),
    Code.PLAN_DUE_EMPTY: QT_TRANSLATE_NOOP("", "due is empty; expected a reason, or only_when_named = true."),
    Code.PLAN_APPROVES_NOTHING: QT_TRANSLATE_NOOP(
        "", "it names no message: messages needs template names, or channels the names of channels."
    ),
    Code.PLAN_FEED: QT_TRANSLATE_NOOP(
        "", "expected an address that begins with https:// (http:// only for this computer)."
    ),
    Code.PLAN_FEED_PASSWORD: QT_TRANSLATE_NOOP(
        "", "an address must not hold a name or password; feeds are public."
    ),
    Code.PLAN_FEED_MISSING: QT_TRANSLATE_NOOP(
        "", "format, match and page say something about a feed; the key feed is missing."
    ),
    Code.PLAN_FEED_SLOWEST: QT_TRANSLATE_NOOP("", "slowest_minutes is smaller than every_minutes."),
    Code.PLAN_MINUTES_BOTH: QT_TRANSLATE_NOOP("", "expected both minutes_from and minutes_to, or neither."),
    Code.PLAN_MINUTES_ORDER: QT_TRANSLATE_NOOP("", "minutes_from is greater than minutes_to."),
    Code.NO_BODY: QT_TRANSLATE_NOOP("", "there is no text after the head."),
    Code.FIELD_NOT_PUBLIC: QT_TRANSLATE_NOOP(
        "", 'the field "{field}" is {audience}; a public template cannot use it.'
    ),
    Code.OTHER_FOLDERS_CHANNEL: QT_TRANSLATE_NOOP(
        "", 'lies in the folder {folder}, but its head says channel = "{channel}".'
    ),
    Code.HEAD_BEGINS: QT_TRANSLATE_NOOP("", "expected a line {fence}, with which a template's head begins."),
    Code.HEAD_ENDS: QT_TRANSLATE_NOOP("", "expected a second line {fence}, with which the head ends."),
    Code.FILE_NAME: QT_TRANSLATE_NOOP(
        "", "expected a file name of lower-case letters, digits and _, ending in .j2."
    ),
    Code.REQUIRES_UNLISTED: QT_TRANSLATE_NOOP("", 'requires "{field}", which is not among its fields{hint}'),
    Code.SUBJECT_MISSING: QT_TRANSLATE_NOOP("", "the key subject is missing: a mail has one."),
    Code.NO_SUBJECT: QT_TRANSLATE_NOOP("", "the channel {channel} has no subject."),
    Code.IS_GONE: QT_TRANSLATE_NOOP("", "it is gone; what it said counts until the window is closed."),
    Code.PLAN_DOES_NOT_KNOW: QT_TRANSLATE_NOOP(
        "",
        "it does not know “{key}”, on which the open incident “{title}” stands; the plan as it was counts.",
    ),
    Code.LOOPS_OVER: QT_TRANSLATE_NOOP(
        "", "The template loops over the field “{field}”, which is not a list."
    ),
    Code.WRITE_PLAINLY: QT_TRANSLATE_NOOP("", "Write it with {{{{ }}}} instead of {{% for %}}."),
    Code.PRINTS_LIST: QT_TRANSLATE_NOOP(
        "", "The template prints the list field “{field}” as if it were one text."
    ),
    Code.WRITE_LOOP: QT_TRANSLATE_NOOP("", "Write it with {{% for %}} or with the filter join."),
    Code.FILTERS_WORK: QT_TRANSLATE_NOOP(
        "", "The template's filters have more to do than a message ever needs."
    ),
    Code.FEWER_FILTERS: QT_TRANSLATE_NOOP("", "Use fewer filters inside loops, or shorter texts."),
    Code.LOOP_IN_LOOP: QT_TRANSLATE_NOOP("", "a {{% for %}} stands inside another {{% for %}}."),
    Code.LOOP_HAS_MORE: QT_TRANSLATE_NOOP("", "this {{% for %}} has an if, an else or recursive."),
    Code.LOOP_NOT_PLAIN: QT_TRANSLATE_NOOP(
        "", "this {{% for %}} does not go over one plain list field with one plain name."
    ),
    Code.FILTER_NOT_ALLOWED: QT_TRANSLATE_NOOP("", "the filter {filter} is not allowed."),
    Code.FILTER_GIVEN_MORE: QT_TRANSLATE_NOOP("", "the filter {filter} is given more than a text in quotes."),
    Code.FILTER_TAKES_NOTHING: QT_TRANSLATE_NOOP("", "the filter {filter} takes nothing in brackets."),
    Code.JOIN_TAKES_TEXT: QT_TRANSLATE_NOOP("", "the filter join takes one text in quotes."),
    Code.FILTER_ALONE: QT_TRANSLATE_NOOP("", "the filter {filter} stands alone."),
    Code.OTHER_COMPARISON: QT_TRANSLATE_NOOP("", "a comparison other than == or != with a text in quotes."),
    Code.NOT_A_FIELD: QT_TRANSLATE_NOOP("", "the name {name} is not a field."),
    Code.TOO_MANY_NODES: QT_TRANSLATE_NOOP("", "more than {count} fields, conditions and loops."),
    Code.BLOCKS_TOO_DEEP: QT_TRANSLATE_NOOP("", "blocks or conditions stand too deep within each other."),
    Code.BRACKETS_TOO_DEEP: QT_TRANSLATE_NOOP(
        "", "brackets, blocks or conditions stand too deep within each other."
    ),
    Code.NOT_ALLOWED_HERE: QT_TRANSLATE_NOOP("", "{words} is not allowed here."),
    Code.A_CALL: QT_TRANSLATE_NOOP("", "a call"),
    Code.AN_ATTRIBUTE: QT_TRANSLATE_NOOP("", "an attribute (a dot after a name)"),
    Code.AN_INDEX: QT_TRANSLATE_NOOP("", "an index (square brackets)"),
    Code.JOINING: QT_TRANSLATE_NOOP("", "joining with ~"),
    Code.ARITHMETIC: QT_TRANSLATE_NOOP("", "arithmetic"),
    Code.A_CONSTANT: QT_TRANSLATE_NOOP("", "a constant"),
    Code.INNER_IF: QT_TRANSLATE_NOOP("", "an if inside {{{{ }}}}"),
    Code.A_MACRO: QT_TRANSLATE_NOOP("", "a macro"),
    Code.ANOTHER_FILE: QT_TRANSLATE_NOOP("", "another file (include or import)"),
    Code.INHERITANCE: QT_TRANSLATE_NOOP("", "inheritance (extends or block)"),
    Code.A_COMPARISON: QT_TRANSLATE_NOOP("", "a comparison"),
    Code.A_TEST: QT_TRANSLATE_NOOP("", "a test (is …)"),
    Code.TEMPLATE_TOO_LONG: QT_TRANSLATE_NOOP(
        "", "the template has {count} characters; at most {most} are allowed."
    ),
    Code.ODD_CHARACTER: QT_TRANSLATE_NOOP("", "the character U+{number} cannot stand in a message."),
    Code.UNREADABLE_PART: QT_TRANSLATE_NOOP(
        "", "something in it cannot be read (a number too long, or an odd character)."
    ),
    Code.FIELD_NOT_LISTED: QT_TRANSLATE_NOOP(
        "", "the field “{field}” is used here but is not in the head's list of fields."
    ),
    Code.FIELD_NOT_KNOWN_HERE: QT_TRANSLATE_NOOP("", "{where}: the field “{field}” is not known here."),
    Code.CORRECT_TEMPLATE: QT_TRANSLATE_NOOP("", "Correct the template, or add the field to its head."),
    Code.OUTPUT_TOO_LONG: QT_TRANSLATE_NOOP("", "{where}: the filled text has more than {most} characters."),
    Code.SHORTEN_TEMPLATE: QT_TRANSLATE_NOOP("", "Shorten the template or its fields."),
    Code.ALLOWED_IN_TEMPLATES: QT_TRANSLATE_NOOP(
        "",
        "Allowed are {{{{ field }}}}, the filters upper, lower, trim and join, {{% if %}} with and, or, not, == and !=, and {{% for %}} over a list field.",
    ),
    Code.SETTING_UNREADABLE: QT_TRANSLATE_NOOP("", "it can't be read: {reason}"),
    Code.SETTING_NO_TOML: QT_TRANSLATE_NOOP("", "it is not TOML: {reason}"),
    Code.NESTED_TOO_DEEP: QT_TRANSLATE_NOOP("", "its brackets are nested too deeply"),
    Code.NO_SETTING: QT_TRANSLATE_NOOP("", "no such setting"),
    Code.SETTING_MUST_BE: QT_TRANSLATE_NOOP("", "it must be {expected}"),
    Code.EXPECTED_NOT: QT_TRANSLATE_NOOP("", "expected {expected}, not {given}."),
    Code.ANOTHER_VALUE: QT_TRANSLATE_NOOP("", "another value"),
    Code.TEXT_IN_QUOTES: QT_TRANSLATE_NOOP("", "text in quotes"),
    Code.A_WHOLE_NUMBER: QT_TRANSLATE_NOOP("", "a whole number"),
    Code.A_NUMBER: QT_TRANSLATE_NOOP("", "a number"),
    Code.A_FINITE_NUMBER: QT_TRANSLATE_NOOP("", "a finite number"),
    Code.TRUE_OR_FALSE: QT_TRANSLATE_NOOP("", "true or false"),
    Code.A_LIST_IN_BRACKETS: QT_TRANSLATE_NOOP("", "a list in [ ]"),
    Code.A_LIST: QT_TRANSLATE_NOOP("", "a list"),
    Code.A_TABLE: QT_TRANSLATE_NOOP("", "a table"),
    Code.A_DATE: QT_TRANSLATE_NOOP("", "a date such as 2026-02-05"),
    Code.NOT_OPENABLE: QT_TRANSLATE_NOOP("", "it cannot be opened"),
}
