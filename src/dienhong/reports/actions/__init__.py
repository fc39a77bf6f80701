"""Verbs: open a report, freeze its figures again, write a section, issue it, correct it."""

from dienhong.reports.actions.issuing import finish_issue, issue, make_files_again
from dienhong.reports.actions.prepare import correct, freeze_again, open_report, write

__all__ = ["correct", "finish_issue", "freeze_again", "issue", "make_files_again", "open_report", "write"]
