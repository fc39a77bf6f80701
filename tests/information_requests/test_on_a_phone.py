"""Every page of requests on a narrow phone: axe finds nothing, nothing runs out of the screen, no script is needed."""

import re
from types import SimpleNamespace

import pytest

from browser.axe import violations
from dienhong.foundations import clock
from dienhong.information_requests.models import Came, Channel
from tests.information_requests.conftest import days
from tests.journeys.test_every_page import answering
from tests.reports.conftest import client_of

MACHINERY = re.compile(r"\{\{|\{%|(?<![\w-])None\b|<c-[a-z]|&#x27;&lt;")
pytestmark = [pytest.mark.django_db, pytest.mark.browser]


@pytest.fixture
def pages(commune, requests, disclosed, head):
    """Who opens which page: one of each kind, in each state that looks different."""
    now = clock.read()
    today = clock.legal_day(now)
    owed = disclosed(out=False)

    def live(**parts):
        return requests.submit(today - days(3), at=now, **{"channel": Channel.OFFICE, **parts})

    waits, refused, incomplete, held, disputed = (live(disclosure=owed), *(live() for _n in range(4)))
    helped = requests.submit(today, at=now, came=Came.VILLAGE_HEAD, village=commune.villages[0], by=head)
    requests.refuse(refused, on=today)
    requests.act("ask_completion", incomplete, words="Hãy ghi năm.", on=today)
    requests.answer(held, words="Gọi 0912 345 678.", on=today)
    requests.act("dispute", requests.answer(disputed, on=today), words="Sai năm", on=today)
    citizen = ["/hoi-thong-tin/", f"/hoi-thong-tin/hoi/{commune.place.code}/?ve={owed.pk}", f"/cong-khai/{owed.pk}/"]
    citizen += [f"/hoi-thong-tin/m/{each.code}/" for each in (waits, refused, incomplete, held, disputed)]
    citizen += [f"/hoi-thong-tin/m/{waits.code}/bien-nhan/", f"/hoi-thong-tin/m/{incomplete.code}/bo-sung/"]
    desk = ["/hoi-thong-tin/viec/", f"/hoi-thong-tin/viec/nhap/{commune.committee.pk}/"]
    desk += [f"/hoi-thong-tin/viec/muc-tieu/{commune.committee.pk}/", f"/hoi-thong-tin/viec/{held.pk}/xem-lai/"]
    desk += [f"/hoi-thong-tin/viec/{each.pk}/" for each in (waits, held, disputed, helped)]
    desk += [f"/hoi-thong-tin/viec/{waits.pk}/{name}/" for name in ("tiep-nhan", "tra-loi", "tu-choi", "gia-han")]
    village = ["/hoi-thong-tin/thon/", f"/hoi-thong-tin/thon/{commune.villages[0].pk}/hoi/"]
    people = ((client_of(), citizen), (client_of(commune.officer), desk), (client_of(commune.head), village))
    return [(client, path) for client, paths in people for path in paths]


def test_axe_finds_nothing_and_nothing_is_wider_than_a_phone(pages, chromium):
    context = chromium.new_context(viewport={"width": 360, "height": 800}, locale="vi-VN")
    wrong = []
    for client, path in pages:
        response = client.get(path)
        assert response.status_code == 200, path
        text = response.content.decode()
        wrong += [f"{path}: {mark}" for mark in MACHINERY.findall(text)]
        page = context.new_page()
        page.route("**/*", answering(SimpleNamespace(text=text)))
        page.goto("http://dienhong.test/trang/")
        wrong += [f"{path}: {line}" for line in violations(page)]
        if page.evaluate("document.documentElement.scrollWidth") > 360:
            wrong.append(f"{path}: wider than the screen")
        page.close()
    context.close()
    assert wrong == []
