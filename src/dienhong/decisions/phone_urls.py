"""Below `hop/<pk>/` and `phieu/<pk>/`: the telephone's page and what lies beside it."""

from django.urls import URLPattern, path

from dienhong.decisions.views import phone


def of_kind(of: phone.Kind) -> list[URLPattern]:
    """The addresses of a meeting, or of a ballot round."""
    with_kind = {"of": of}
    return [
        path("dien-thoai/", phone.page, with_kind, name=f"{of.prefix}phone"),
        path("dien-thoai/du-lieu/", phone.state, with_kind, name=f"{of.prefix}phone-state"),
        path("dien-thoai/gui/", phone.send, with_kind, name=f"{of.prefix}phone-send"),
        path("dien-thoai/may.js", phone.worker, with_kind, name=f"{of.prefix}phone-worker"),
        path("dien-thoai/ung-dung.json", phone.manifest, with_kind, name=f"{of.prefix}phone-manifest"),
        path("den-muon/", phone.late, with_kind, name=f"{of.prefix}late-events"),
        path("den-muon/<int:late_event>/anh/", phone.late_photo, with_kind, name=f"{of.prefix}late-photo"),
    ]
