"""A telephone as the server hears it: events in batches, and what became of each."""

import base64
import json
from datetime import timedelta
from uuid import uuid4

from dienhong.foundations.clock import VIETNAM
from dienhong.registry.models import User
from tests.reports.conftest import client_of

PHOTO = base64.b64encode(b"\xff\xd8\xff\xe0 photo").decode()


def event(kind, *, at, key=None, after=(), seen=None, offset=None, **data):
    return {
        "key": key or uuid4().hex,
        "kind": kind,
        "happened_at": at.astimezone(VIETNAM).isoformat(),
        "entered_at": (at + timedelta(minutes=1)).astimezone(VIETNAM).isoformat(),
        "offset": offset,
        "data": data,
        "after": list(after),
        "seen": seen or {},
    }


def user_of(actor):
    return User.objects.get(pk=actor.account_id)


def sender(actor, evening):
    """Posts events to an address as one telephone; `behind` is by how much its clock is behind ours."""
    client = client_of(user_of(actor))

    def send(*events, to, device="may1", behind=timedelta(), account=actor.key):
        body = {
            "account": account,
            "device": device,
            "sent_at": (evening.at - behind).isoformat(),
            "events": list(events),
        }
        return client.post(to, json.dumps(body), content_type="application/json")

    return send


def results(response):
    assert response.status_code == 200, response.content
    return [each["result"] for each in response.json()["results"]]
