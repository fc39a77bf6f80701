"""/hoi-thong-tin/: ask and see what became of it; /hoi-thong-tin/viec/: the work on it."""

from django.urls import path

from dienhong.information_requests.views import desk, erasing, papers, public, village, work

app_name = "information_requests"
urlpatterns = [
    path("", public.index, name="index"),
    path("xa/<slug:code>/", public.index, name="commune"),
    path("hoi/<slug:code>/", public.ask, name="ask"),
    path("m/<str:code>/", public.status, name="status"),
    path("m/<str:code>/bien-nhan/", public.receipt, name="receipt"),
    path("m/<str:code>/bien-nhan.docx", papers.receipt, name="receipt-docx"),
    path("m/<str:code>/bo-sung/", public.complete, name="complete"),
    path("m/<str:code>/chua-dung/", public.dispute, name="dispute"),
    path("m/<str:code>/tep/<int:step>/", public.file, name="file"),
    path("thon/", village.entered, name="village"),
    path("thon/<int:pk>/hoi/", village.ask, name="village-ask"),
    path("viec/", desk.desk, name="desk"),
    path("viec/muc-tieu/<int:organization>/", desk.target, name="target"),
    path("viec/nhap/<int:organization>/", work.enter, name="enter"),
    path("viec/<int:pk>/", work.detail, name="detail"),
    path("viec/<int:pk>/tiep-nhan/", work.accept, name="accept"),
    path("viec/<int:pk>/can-bo-sung/", work.ask_completion, name="ask-completion"),
    path("viec/<int:pk>/da-bo-sung/", work.complete, name="paper-complete"),
    path("viec/<int:pk>/noi-khac/", work.point_elsewhere, name="elsewhere"),
    path("viec/<int:pk>/gia-han/", work.extend, name="extend"),
    path("viec/<int:pk>/tra-loi/", work.provide, name="provide"),
    path("viec/<int:pk>/tu-choi/", work.refuse, name="refuse"),
    path("viec/<int:pk>/dinh-chinh/", work.correct, name="correct"),
    path("viec/<int:pk>/giu-nguyen/", work.confirm, name="confirm"),
    path("viec/<int:pk>/xem-lai/", work.clear, name="clear"),
    path("viec/<int:pk>/xoa-du-lieu/", erasing.propose, name="propose-erasure"),
    path("viec/xoa-du-lieu/<int:pk>/", erasing.decide, name="decide-erasure"),
    path("viec/<int:pk>/rut/", work.withdraw, name="withdraw"),
    path("viec/<int:pk>/tep/<int:step>/", work.file, name="work-file"),
    path("viec/<int:pk>/phieu.docx", papers.form, name="form-docx"),
    path("viec/<int:pk>/van-ban-<int:step>.docx", papers.letter, name="letter-docx"),
]
