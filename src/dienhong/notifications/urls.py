"""Addresses of notices."""

from django.urls import path

from dienhong.notifications import views

app_name = "notifications"

urlpatterns = [
    path("", views.notices, name="list"),
    path("<int:pk>/", views.open_notice, name="open"),
    path("in/<int:locality>/", views.sheets, name="sheets"),
]
