"""/bao-cao/: reports to the council."""

from django.urls import path

from dienhong.reports import views

app_name = "reports"
urlpatterns = [
    path("", views.index, name="index"),
    path("moi/", views.open_report, name="open"),
    path("<int:pk>/", views.detail, name="detail"),
    path("<int:pk>/in/", views.printed, name="print"),
    path("<int:pk>/viet/<slug:section>/", views.write, name="write"),
    path("<int:pk>/lay-lai-so-lieu/", views.freeze_again, name="freeze-again"),
    path("<int:pk>/ban-hanh/", views.issue, name="issue"),
    path("<int:pk>/dung-tep/", views.make_files_again, name="make-files-again"),
    path("<int:pk>/dinh-chinh/", views.correct, name="correct"),
    path("<int:pk>/tai/bao-cao.<slug:kind>", views.download, name="download"),
]
