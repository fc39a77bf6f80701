"""/nghi-quyet/: the resolutions, from the file to the confirmed proposals."""

from django.urls import path

from dienhong.resolutions.views import entry, exports, pages, relations, review, versions, wording

app_name = "resolutions"
urlpatterns = [
    path("", pages.index, name="index"),
    path("them/", entry.upload, name="upload"),
    path("<int:pk>/", pages.detail, name="detail"),
    path("<int:pk>/doc-lai/", entry.retry, name="retry"),
    path("<int:pk>/ban-moi/", entry.add_version, name="add_version"),
    path("<int:pk>/bo-sung/", entry.complete, name="complete"),
    path("van-ban/<int:work_id>/", pages.work, name="work"),
    path("<int:pk>/toan-van/", pages.text, name="text"),
    path("<int:pk>/dieu-khoan/<str:eid>/", pages.provision, name="provision"),
    path("<int:pk>/dieu-khoan/<str:eid>/de-xuat-moi/", wording.add, name="add_proposal"),
    path("<int:pk>/dieu-khoan/<str:eid>/danh-dau/", review.note, name="note"),
    path("<int:pk>/ra-soat/", review.review, name="review"),
    path("<int:pk>/chua-ai-xem/", review.unseen, name="unseen"),
    path("<int:pk>/chua-ai-xem/danh-dau/", review.note_unseen, name="note_unseen"),
    path("<int:pk>/xac-nhan-ca-dieu/", review.confirm_article, name="confirm_article"),
    path("<int:pk>/gop/", wording.merge, name="merge"),
    path("<int:pk>/de-xuat/<int:proposal_id>/xac-nhan/", review.confirm, name="confirm"),
    path("<int:pk>/de-xuat/<int:proposal_id>/bo/", review.reject, name="reject"),
    path("<int:pk>/de-xuat/<int:proposal_id>/sua/", wording.edit, name="edit"),
    path("<int:pk>/de-xuat/<int:proposal_id>/tach/", wording.split, name="split"),
    path("<int:pk>/so-sanh/<int:other_id>/", versions.compare, name="compare"),
    path("<int:pk>/giu-xac-nhan/", versions.keep, name="keep"),
    path("<int:pk>/cong-khai/", versions.publish, name="publish"),
    path("<int:pk>/thoi-cong-khai/", versions.withdraw, name="withdraw"),
    path("<int:pk>/vien-dan/", relations.state, name="state_relation"),
    path("<int:pk>/vien-dan/<int:relation_id>/", relations.relate, name="relate"),
    path("<int:pk>/tep-goc/", exports.source, name="source"),
    path("<int:pk>/akoma-ntoso.xml", exports.akoma, name="akoma"),
    path("<int:pk>/van-ban.docx", exports.docx, name="docx"),
    path("<int:pk>/de-xuat.xlsx", exports.xlsx, name="xlsx"),
    path("<int:pk>/doc.json", exports.json, name="json"),
]
