"""/m/: the shortest address, since it is printed and typed."""

from django.urls import path

from dienhong.documents import views

app_name = "documents"
urlpatterns = [
    path("m/", views.enter, name="enter"),
    path("m/<str:code>/", views.follow, name="follow"),
]
