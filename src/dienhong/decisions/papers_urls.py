"""Papers to print, below `/ban-quyet-dinh/`."""

from django.urls import path

from dienhong.decisions.views import papers

urlpatterns = [
    path("hop/<int:pk>/giay/", papers.index, name="papers"),
    path("hop/<int:pk>/giay/ban-in/<int:number>/", papers.printing, name="printing"),
    path("hop/<int:pk>/giay/viec-<int:position>/<slug:slug>.<slug:kind>", papers.item_paper, name="item-paper"),
    path("hop/<int:pk>/giay/<slug:slug>.<slug:kind>", papers.paper, name="paper"),
    path("hop/<int:pk>/giay/<slug:slug>/lap/<slug:kind>/", papers.ask, name="ask-paper"),
    path("viec/<int:pk>/van-ban/<int:version>/quyet-dinh.<slug:kind>", papers.written, name="written"),
]
