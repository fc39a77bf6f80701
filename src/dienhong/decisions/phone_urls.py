"""Below `hop/<pk>/`: the telephone's page and what lies beside it."""

from django.urls import path

from dienhong.decisions.views import phone

urlpatterns = [
    path("dien-thoai/", phone.page, name="phone"),
    path("dien-thoai/du-lieu/", phone.state, name="phone-state"),
    path("dien-thoai/gui/", phone.send, name="phone-send"),
    path("dien-thoai/may.js", phone.worker, name="phone-worker"),
    path("dien-thoai/ung-dung.json", phone.manifest, name="phone-manifest"),
    path("den-muon/", phone.late, name="late-events"),
    path("den-muon/<int:late_event>/anh/", phone.late_photo, name="late-photo"),
]
