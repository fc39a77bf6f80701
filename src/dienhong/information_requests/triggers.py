"""What was asked and what was answered is evidence: rows are added and never changed.

One change goes through: who asked, what they asked and what they were told may be emptied, once two people have decided
it (`information_requests_erasure`). That there was a request, its days and its outcome stay.
"""

from dienhong.foundations.append_only import AppendOnly, Emptied, Erasing

OF_STEP = "SELECT request_id FROM information_requests_step WHERE id = OLD.step_id"
TRIGGERS = AppendOnly(
    "requests",
    (
        "information_requests_servicetarget",
        "information_requests_submission",
        "information_requests_step",
        "information_requests_screening",
        "information_requests_clearance",
        "information_requests_erasureproposal",
        "information_requests_erasure",
    ),
    Erasing(
        decisions="information_requests_erasure",
        proposals="information_requests_erasureproposal",
        about="request_id",
        emptied={
            "information_requests_submission": Emptied("OLD.request_id", {"wanted": b"", "purpose": b"", "digest": ""}),
            "information_requests_step": Emptied(
                "OLD.request_id",
                {"words": "", "file_id": None, "file_name": "", "found": [], "unchecked": [], "is_erased": True},
            ),
            "information_requests_screening": Emptied(OF_STEP, {"found": [], "unchecked": []}),
            "information_requests_clearance": Emptied(OF_STEP, {"reason": "-"}),
        },
        marked=("information_requests_step",),
    ),
)
install, remove = TRIGGERS.install, TRIGGERS.remove
