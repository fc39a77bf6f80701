"""A commune with its plan of this year, one disclosure that is out, and the words about it."""

from types import SimpleNamespace
from uuid import uuid4

import pytest

from dienhong.disclosures import actions as disclosures
from dienhong.disclosures.actions import Content, Told
from dienhong.dissemination import actions
from dienhong.dissemination.actions.languages import Sound, Words
from dienhong.foundations import clock
from tests.disclosures.conftest import folders
from tests.fakes.communes import commune, neighbour, officer, province
from tests.programmes import places
from tests.reports.conftest import client_of

__all__ = ["commune", "folders", "neighbour", "officer", "province"]

KHMER = "សូមអញ្ជើញបងប្អូនអានសេចក្តីជូនដំណឹងនេះ។"
MP3 = b"ID3\x03\x00\x00\x00\x00\x00\x00" + (b"\xff\xfb\x90\x00" + b"\x00" * 413) * 3
TEXT = "Mỗi hộ 20.000 đồng một tháng từ quý sau. Hộ nghèo được miễn."


@pytest.fixture
def now():
    return clock.read()


@pytest.fixture
def today(now):
    return clock.legal_day(now)


@pytest.fixture
def second(commune):
    """Another officer of the commune."""
    return places.actor(commune.second_officer)


@pytest.fixture
def client(commune):
    return client_of(commune.officer)


@pytest.fixture
def plan(commune, officer, today):
    return disclosures.draft_plan(
        organization=commune.committee, year=today.year, has_portal=True, has_radio=True, by=officer
    )


@pytest.fixture
def desk(plan, officer, today, now):
    """Opens, publishes, changes; adds words in another language."""

    def content(text=TEXT, **parts):
        return Content(event="Nghị quyết số 14/NQ-HĐND", since=today, text=text, is_cleared=True, **parts)

    def opened(title="Mức thu phí vệ sinh môi trường", *, out=True, code="11.12.1", text=TEXT, **rest):
        found = disclosures.open_disclosure(
            item=plan.items.get(code=code),
            title=title,
            content=content(text),
            key=str(uuid4()),
            by=officer,
            at=now,
            **rest,
        )
        if out:
            publish(found)
        return found

    def publish(found):
        told = Told(form="portal", claimed_on=today)
        disclosures.record(disclosure=found, told=told, key=str(uuid4()), by=officer, at=now)

    def change(found, text="Mỗi hộ 25.000 đồng một tháng."):
        disclosures.change(disclosure=found, content=content(text), key=str(uuid4()), by=officer, at=now)

    def withdraw(found):
        disclosures.withdraw(
            disclosure=found,
            reason="Ghi nhầm",
            signer_post="Chủ tịch",
            signer_name="Hồ Văn Lành",
            is_owed_again=True,
            by=officer,
            on=places.ON,
        )

    def propose(found, text=KHMER, *, language="km", by=officer, key=None, **parts):
        words = Words(language, text, parts.pop("translator_name", "Thạch Sô Phia"), **parts)
        return actions.propose_text(disclosure=found, words=words, key=key or str(uuid4()), by=by)

    def keep(found, data=MP3, *, language="vi", by=officer, key=None, **parts):
        sound = Sound(language, "Lâm Thị Hoa", data, **parts)
        return actions.keep_voice(disclosure=found, sound=sound, key=key or str(uuid4()), by=by)

    def approved(thing):
        actions.write_down_approval(
            thing=thing, name="Hòa thượng Danh Lung", post="sư cả", note="Ký trên bản in", by=officer
        )
        return thing

    return SimpleNamespace(
        open=opened,
        publish=publish,
        change=change,
        withdraw=withdraw,
        propose=propose,
        keep=keep,
        approved=approved,
        content=content,
    )
