"""/hoi-nghi-thon/: the yearly conference of a village, for who prepares, holds and answers it."""

from django.urls import path

from dienhong.conferences.views import desk, moving, papers, work

app_name = "conferences"
urlpatterns = [
    path("", desk.desk, name="desk"),
    path("moi/<int:village>/", work.plan, name="plan"),
    path("<int:pk>/", desk.detail, name="conference"),
    path("<int:pk>/thong-nhat/", work.agree, name="agree"),
    path("<int:pk>/dong-y/", moving.agree_itself, name="agree-itself"),
    path("<int:pk>/bao-khong-hop/", moving.call_off, name="call-off"),
    path("<int:pk>/doi-ngay/", moving.move, name="move"),
    path("<int:pk>/bao-cao/<slug:part>/", work.report, name="report"),
    path("<int:pk>/kien-nghi/", work.propose, name="propose"),
    path("<int:pk>/kien-nghi/<int:number>/", work.reply, name="reply"),
    path("<int:pk>/bien-ban/", work.write, name="write"),
    path("<int:pk>/bien-ban/trang-ky/", work.add_page, name="add-page"),
    path("<int:pk>/bien-ban/trang-ky/<int:page>/", papers.signed_page, name="signed-page"),
    path("<int:pk>/da-gui/", work.send, name="send"),
    path("<int:pk>/giay/<slug:slug>.<slug:kind>", papers.paper, name="paper"),
]
