"""/phat-tin/: the words of a disclosure on their way to the people."""

from django.urls import path

from dienhong.dissemination.views import desk, languages, public, radio, villages

app_name = "dissemination"
urlpatterns = [
    path("<int:pk>/cong/", desk.portal, name="portal"),
    path("<int:pk>/zalo/", desk.zalo, name="zalo"),
    path("<int:pk>/thong-bao/<str:sheet>.<str:kind>", desk.notice, name="notice"),
    path("<int:pk>/thu/", desk.letters, name="letters"),
    path("<int:pk>/loa/", radio.radio, name="radio"),
    path("loa/<int:pk>/phieu.docx", radio.sheet, name="radio-sheet"),
    path("loa/<int:pk>/da-phat/", radio.broadcast, name="broadcast"),
    path("<int:pk>/truong-thon/", villages.heads, name="heads"),
    path("thon/<int:village>/<int:pk>/", villages.village, name="village"),
    path("<int:pk>/tieng-khac/", languages.beside, name="languages"),
    path("<int:pk>/tieng-khac/loi/", languages.propose, name="propose"),
    path("<int:pk>/tieng-khac/giong/", languages.keep, name="keep-voice"),
    path("loi-dich/<int:pk>/", languages.text, name="text"),
    path("loi-dich/<int:pk>/tep/", languages.source, name="source"),
    path("giong-doc/<int:pk>/", languages.voice, name="voice"),
    path("giong-doc/<int:pk>/nghe/", public.listen, name="listen"),
]
