"""/so-cai/: the ledger in public. Addresses with a checkpoint are printed on paper, so they never change."""

from django.urls import path

from dienhong.ledger import views

app_name = "ledger"
urlpatterns = [
    path("so-cai/", views.index, name="index"),
    path("so-cai/doi-chieu/", views.compare, name="compare"),
    path("so-cai/so-cai.jsonl", views.export_all, name="export"),
    path("so-cai/<str:code>/", views.locality, name="locality"),
    path("so-cai/<str:code>/so-cai.jsonl", views.export_one, name="export-one"),
    path("so-cai/<str:code>/muc/<int:pk>/", views.entry, name="entry"),
    path("so-cai/<str:code>/<int:size>/", views.checkpoint, name="checkpoint"),
    path("so-cai/<str:code>/<int:size>/diem-niem-phong.txt", views.note, name="note"),
]
