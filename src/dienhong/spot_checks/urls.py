"""/doi-chieu/: figures of what was due, what is overdue and whose, rounds of looking on the spot."""

from django.urls import path

from dienhong.spot_checks.views import coverage, findings, overdue, rounds

app_name = "spot_checks"
urlpatterns = [
    path("", coverage.index, name="index"),
    path("danh-sach/", coverage.listed, name="list"),
    path("qua-han/", overdue.overdue, name="overdue"),
    path("dot/", rounds.index, name="rounds"),
    path("dot/moi/", rounds.open_round, name="open"),
    path("dot/<int:pk>/", rounds.detail, name="round"),
    path("dot/<int:pk>/rut/", rounds.draw, name="draw"),
    path("dot/<int:pk>/phieu.docx", rounds.print_sheet, {"kind": "docx"}, name="sheet-docx"),
    path("dot/<int:pk>/phieu.pdf", rounds.print_sheet, {"kind": "pdf"}, name="sheet-pdf"),
    path("dot/<int:pk>/cach-rut/", rounds.proof, name="proof"),
    path("dot/<int:pk>/khung.txt", rounds.frame, name="frame"),
    path("noi/<int:pk>/", findings.sample, name="sample"),
    path("ket-qua/<int:pk>/tra-loi/", findings.reply, name="reply"),
    path("ket-qua/<int:pk>/anh/", findings.photo, name="photo"),
    path("ket-qua/<int:pk>/tra-loi/<int:reply_pk>/anh/", findings.reply_photo, name="reply-photo"),
]
