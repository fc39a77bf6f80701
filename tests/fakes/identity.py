"""A service that confirms identities, as an adapter for VNeID would, without the world behind it."""

from urllib.parse import urlencode

from dienhong.registry.ports import ConfirmedIdentity, NotConfirmed


class FakeIdentityProvider:
    name = "VNeID (giả)"

    def address(self, *, return_to, state):
        return f"https://vneid.invalid/?{urlencode({'redirect_uri': return_to, 'state': state})}"

    def confirmed(self, answer, *, return_to, state):
        if answer.get("state") != state or "code" not in answer:
            raise NotConfirmed("Chưa xác nhận được. Hãy thử lại từ đầu.")
        return ConfirmedIdentity(identity_number=answer["code"], name="Đặng Thị Mây", level=2)
