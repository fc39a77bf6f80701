"""…/phieu/: ballot rounds; …/truc-tuyen/: online votes, and what a household does with its code."""

from django.urls import path

from dienhong.decisions.views import households, online, round_papers, rounds

BALLOTS = [
    path("phieu/moi/<int:matter>/", rounds.plan, name="round-plan"),
    path("phieu/p/<str:code>/", round_papers.slip_page, name="slip-page"),
    path("phieu/<int:pk>/", rounds.detail, name="round"),
    path("phieu/<int:pk>/giay/<slug:slug>.docx", round_papers.paper, {"kind": "docx"}, name="round-docx"),
    path("phieu/<int:pk>/giay/<slug:slug>.pdf", round_papers.paper, {"kind": "pdf"}, name="round-pdf"),
    path("phieu/<int:pk>/gui-ke-hoach/", rounds.sent, name="round-sent"),
    path("phieu/<int:pk>/to/", rounds.team, name="round-team"),
    path("phieu/<int:pk>/doi-ngay/", rounds.days, name="round-days"),
    path("phieu/<int:pk>/cong-khai/", rounds.announce, name="round-announce"),
    path("phieu/<int:pk>/chot/", rounds.open_round, name="round-open"),
    path("phieu/<int:pk>/tuyen/", rounds.routes, name="round-routes"),
    path("phieu/<int:pk>/bat-dau/", rounds.begin, name="round-begin"),
    path("phieu/<int:pk>/ho/", rounds.listed, name="round-list"),
    path("phieu/<int:pk>/ho/<int:entry>/", rounds.household, name="round-household"),
    path("phieu/<int:pk>/ho/<int:entry>/ghi/", rounds.quick, name="round-quick"),
    path("phieu/<int:pk>/ho/<int:entry>/tra-loi/", rounds.read, name="round-read"),
    path("phieu/<int:pk>/khep/", rounds.close, name="round-close"),
    path("phieu/<int:pk>/dem/<int:place>/", rounds.sheet, name="round-sheet"),
    path("phieu/<int:pk>/trang-ky/<int:page>/", round_papers.signed_page, name="round-page"),
    path("phieu/<int:pk>/ho/<int:entry>/den-nha/", rounds.visit, name="round-visit"),
    path("phieu/<int:pk>/ket-luan/", rounds.settle, name="round-settle"),
    path("phieu/<int:pk>/niem-yet/", rounds.published, name="round-published"),
]
ONLINE = [
    path("truc-tuyen/ho/", households.ask_code, name="household-code"),
    path("truc-tuyen/ho/<str:code>/", households.vote, name="household-vote"),
    path("truc-tuyen/ho/<str:code>/phieu/<str:receipt>/", households.slip, name="household-slip"),
    path("truc-tuyen/<int:pk>/phieu/<int:vote>/", online.slip, name="online-slip"),
    path("truc-tuyen/moi/<int:matter>/", online.agree, name="online-agree"),
    path("truc-tuyen/<int:pk>/", online.detail, name="online"),
    path("truc-tuyen/<int:pk>/ma-ho.docx", round_papers.household_codes, {"kind": "docx"}, name="online-codes-docx"),
    path("truc-tuyen/<int:pk>/ma-ho.pdf", round_papers.household_codes, {"kind": "pdf"}, name="online-codes-pdf"),
    path("truc-tuyen/<int:pk>/bao-cao/", online.sent, name="online-sent"),
    path("truc-tuyen/<int:pk>/to/", online.team, name="online-team"),
    path("truc-tuyen/<int:pk>/hoi/", online.poll, name="online-poll"),
    path("truc-tuyen/<int:pk>/het-hoi/", online.poll_end, name="online-poll-end"),
    path("truc-tuyen/<int:pk>/mo/", online.announce, name="online-announce"),
    path("truc-tuyen/<int:pk>/khep/", online.close, name="online-close"),
    path("truc-tuyen/<int:pk>/danh-sach/", online.listed, name="online-list"),
    path("truc-tuyen/<int:pk>/danh-sach/<int:entry>/", online.typed, name="online-typed"),
]
urlpatterns = [*BALLOTS, *ONLINE]
