"""/danh-sach-ho/: the public list of a village, objections to it; households, changes and rolls for who keeps them."""

from django.urls import path

from dienhong.rolls.views import changes, desk, objections, public, rolls, typing

app_name = "rolls"
urlpatterns = [
    path("", public.index, name="index"),
    path("thon/<slug:code>/", public.listed, name="public"),
    path("thon/<slug:code>/phan-anh/", public.object_to, name="object"),
    path("phan-anh/<slug:code>/", public.receipt, name="receipt"),
    path("viec/", desk.index, name="desk"),
    path("viec/<int:pk>/", desk.village, name="village"),
    path("viec/<int:pk>/so/", changes.history, name="history"),
    path("viec/<int:pk>/thay-doi/", changes.kinds, name="kinds"),
    path("viec/<int:pk>/thay-doi/<slug:kind>/", changes.propose, name="propose"),
    path("viec/<int:pk>/niem-yet/", desk.publish, name="publish"),
    path("viec/<int:pk>/phan-anh/", objections.index, name="objections"),
    path("viec/<int:pk>/phan-anh/ghi/", objections.bring, name="bring"),
    path("viec/<int:pk>/chot/", rolls.index, name="rolls"),
    path("viec/<int:pk>/chot/moi/", rolls.take, name="take"),
    path("viec/<int:pk>/go-tay/", typing.start, name="start-typing"),
    path("go-tay/<int:pk>/", typing.rows, name="typing"),
    path("go-tay/<int:pk>/anh/", typing.photo, name="typing-photo"),
    path("go-tay/<int:pk>/bo/", typing.drop, name="drop-typing"),
    path("go-tay/<int:pk>/doi-chieu/", typing.compare, name="typed"),
    path("thay-doi/<int:pk>/", changes.detail, name="change"),
    path("thay-doi/<int:pk>/xac-nhan/", changes.confirm, name="confirm"),
    path("thay-doi/<int:pk>/khong/", changes.refuse, name="refuse"),
    path("niem-yet/<int:pk>/in.docx", desk.print_list, {"kind": "docx"}, name="list-docx"),
    path("niem-yet/<int:pk>/in.pdf", desk.print_list, {"kind": "pdf"}, name="list-pdf"),
    path("y-kien/<int:pk>/", objections.detail, name="objection"),
    path("y-kien/<int:pk>/xoa-loi/", objections.forget_words, name="forget-words"),
    path("chot/<int:pk>/", rolls.detail, name="roll"),
]
