"""/cong-khai/: what everybody may know; /cong-khai/viec/: the work on it."""

from django.urls import path

from dienhong.disclosures.views import desk, public, village, work

app_name = "disclosures"
urlpatterns = [
    path("", public.index, name="index"),
    path("xa/<slug:code>/", public.index, name="commune"),
    path("<int:pk>/", public.detail, name="public"),
    path("<int:pk>/tep/<int:number>/", public.file, name="file"),
    path("thon/", village.to_tell, name="village"),
    path("thon/<int:village>/<int:pk>/", village.pass_on, name="pass-on"),
    path("viec/", desk.desk, name="desk"),
    path("viec/ke-hoach/moi/<int:organization>/", desk.draft, name="draft"),
    path("viec/ke-hoach/<int:pk>/", desk.plan, name="plan"),
    path("viec/ke-hoach/<int:pk>/quy/<int:number>/", desk.quarter, name="quarter"),
    path("viec/ke-hoach/<int:pk>/bo-sung/", desk.add_local, name="add-local"),
    path("viec/muc/<int:pk>/", desk.item, name="item"),
    path("viec/muc/<int:pk>/phu-trach/", desk.own, name="own"),
    path("viec/muc/<int:pk>/mo/", work.open_one, name="open"),
    path("viec/<int:pk>/", work.detail, name="detail"),
    path("viec/<int:pk>/ghi-nhan/", work.record, name="record"),
    path("viec/<int:pk>/ban-moi/", work.change, name="change"),
    path("viec/<int:pk>/xem-lai/", work.clear, name="clear"),
    path("viec/<int:pk>/cho/", work.hold, name="hold"),
    path("viec/<int:pk>/rut/", work.withdraw, name="withdraw"),
    path("viec/niem-yet/<int:pk>/go/", work.remove, name="remove"),
    path("viec/niem-yet/<int:pk>/bang-chung/", work.proof, name="proof"),
]
