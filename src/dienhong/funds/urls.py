"""/quy-thon/: a village's money, for everybody; …/viec/ the work on it, …/bien-lai/ for who holds a receipt."""

from django.urls import path

from dienhong.funds.views import desk, keeping, moving, papers, public, treasurers

app_name = "funds"
urlpatterns = [
    path("", public.index, name="index"),
    path("thon/<slug:code>/", public.village, name="village"),
    path("thon/<slug:code>/<int:pk>/", public.fund, name="public"),
    path("thon/<slug:code>/<int:pk>/anh/<int:spending>/", public.photo, name="public-photo"),
    path("bien-lai/<str:code>/", public.held, name="held"),
    path("viec/", desk.desk, name="desk"),
    path("viec/mo/<int:matter>/", keeping.open_fund, name="open"),
    path("viec/<int:pk>/", desk.detail, name="fund"),
    path("viec/<int:pk>/so/", desk.rows, name="rows"),
    path("viec/<int:pk>/thu/", moving.choose, name="choose"),
    path("viec/<int:pk>/thu/<int:household>/", moving.receive, name="receive"),
    path("viec/<int:pk>/thu/<int:household>/khac/", moving.receive_other, name="receive-other"),
    path("viec/<int:pk>/ung-ho/", moving.receive_gift, name="gift"),
    path("viec/<int:pk>/bien-lai/<int:receipt>/", moving.receipt, name="receipt"),
    path("viec/<int:pk>/bien-lai/<int:receipt>/huy/", moving.cancel_receipt, name="cancel-receipt"),
    path("viec/<int:pk>/bien-lai/<int:receipt>/tep/<slug:kind>/", papers.receipt, name="receipt-paper"),
    path("viec/<int:pk>/giam/<int:household>/", keeping.relieve, name="relieve"),
    path("viec/<int:pk>/giam/<int:household>/sua/", keeping.take_back_relief, name="take-back-relief"),
    path("viec/<int:pk>/thu-quy/", treasurers.propose, name="treasurer"),
    path("viec/<int:pk>/thu-quy/xac-nhan/", treasurers.confirm, name="confirm-treasurer"),
    path("viec/<int:pk>/quyen/", keeping.hand_out_book, name="book"),
    path("viec/<int:pk>/quyen/<int:book>/", moving.leaves, name="leaves"),
    path("viec/<int:pk>/chi/", moving.spend, name="spend"),
    path("viec/<int:pk>/chi/<int:spending>/", moving.spending, name="spending"),
    path("viec/<int:pk>/chi/<int:spending>/huy/", moving.cancel_spending, name="cancel-spending"),
    path("viec/<int:pk>/chi/<int:spending>/anh/", moving.photo, name="photo"),
    path("viec/<int:pk>/thang/", keeping.state, name="state"),
    path("viec/<int:pk>/bang/<int:statement>/", desk.statement, name="statement"),
    path("viec/<int:pk>/bang/<int:statement>/tep/<slug:kind>/", papers.statement, name="statement-paper"),
    path("viec/<int:pk>/quyet-toan/", keeping.close, name="close"),
]
