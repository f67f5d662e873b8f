"""The window's words for the record."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from composer.domain.codes import Code

SENTENCES: dict[Code, object] = {
    Code.RECORD_GONE: QT_TRANSLATE_NOOP(
        "", "The record {path} was deleted or replaced while it was open, so nothing was stored."
    ),
    Code.COPY_AND_RESTART: QT_TRANSLATE_NOOP(
        "", "Copy what you typed, put the file back, and start the program again."
    ),
    Code.RECORD_READ_ONLY: QT_TRANSLATE_NOOP(
        "", "The record {path} was opened for reading only, so nothing was stored."
    ),
    Code.MAY_WRITE_AND_RESTART: QT_TRANSLATE_NOOP(
        "", "See that the file and its folder may be written by you, and start the program again."
    ),
    Code.DISK_KEPT_NOTHING: QT_TRANSLATE_NOOP(
        "", "The disk could not keep what was written to {path}, so nothing more is stored."
    ),
    Code.DISK_SOUND_RESTART: QT_TRANSLATE_NOOP(
        "", "See that the disk is sound, and start the program again."
    ),
    Code.HALF_CHARACTER: QT_TRANSLATE_NOOP(
        "", "The text holds half of a character, which can't be stored, so nothing was."
    ),
    Code.DELETE_CHARACTER: QT_TRANSLATE_NOOP(
        "", "Delete the character that is shown as a box or a question mark."
    ),
    Code.NO_SPACE: QT_TRANSLATE_NOOP(
        "", "There is no space left for the record {path}, so nothing was stored."
    ),
    Code.FREE_SPACE: QT_TRANSLATE_NOOP("", "Free some space on that disk and try again."),
    Code.RECORD_UNWRITABLE: QT_TRANSLATE_NOOP("", "The record {path} may not be written by you."),
    Code.CHANGE_PERMISSIONS: QT_TRANSLATE_NOOP(
        "", "Change the permissions of the file and its folder, or use another home with --home."
    ),
    Code.RECORD_UNOPENABLE: QT_TRANSLATE_NOOP("", "The record {path} can't be opened."),
    Code.SEE_FILE_EXISTS: QT_TRANSLATE_NOOP(
        "", "See that the file and its folder exist and may be read and written by you."
    ),
    Code.DISK_REFUSED: QT_TRANSLATE_NOOP(
        "", "The disk refused to read or write the record {path} ({error}), so nothing was stored."
    ),
    Code.DISK_SPACE_RESTART: QT_TRANSLATE_NOOP(
        "", "See that the disk is sound and has space, and start the program again."
    ),
    Code.RECORD_BUSY: QT_TRANSLATE_NOOP(
        "",
        "Another program has been writing to the record {path} for more than {seconds} seconds, so nothing was stored.",
    ),
    Code.CLOSE_OTHERS: QT_TRANSLATE_NOOP("", "Close other programs that use this home, and try again."),
    Code.RECORD_DAMAGED: QT_TRANSLATE_NOOP("", "The record {path} is damaged, or is not a record at all."),
    Code.PUT_ASIDE: QT_TRANSLATE_NOOP(
        "", "Leave the file as it is, put it aside, and go on with a backup or with another home (--home)."
    ),
    Code.RECORD_TOO_NEW: QT_TRANSLATE_NOOP(
        "",
        "The record {path} was written by a newer version of this program (schema {version}, this one knows {head}).",
    ),
    Code.UPDATE_PROGRAM: QT_TRANSLATE_NOOP("", "Update the program. The file was not touched."),
    Code.COPY_UNWRITABLE: QT_TRANSLATE_NOOP("", "The copy {path} can't be written: {reason}."),
    Code.OTHER_FOLDER: QT_TRANSLATE_NOOP("", "Choose another folder."),
    Code.HIGH_WATER_UNWRITABLE: QT_TRANSLATE_NOOP(
        "", "The file {path} can't be read and written ({reason}), so nothing can be sent."
    ),
    Code.MAY_WRITE_AND_TRY: QT_TRANSLATE_NOOP(
        "", "See that it and its folder may be written by you, and try again."
    ),
}
