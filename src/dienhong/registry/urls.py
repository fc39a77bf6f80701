from django.urls import path

from dienhong.registry.views import changes, codes, imports, lists

app_name = "registry"
urlpatterns = [
    path("", lists.organizations, name="home"),
    path("nhap/<int:pk>/", imports.preview, name="import-preview"),
    path("nhap/<int:pk>/quyet-dinh/", imports.decide, name="import-decide"),
    path("nhap/mau/<slug:register>.xlsx", imports.template, name="import-template"),
    path("nguoi/<int:pk>/", lists.person, name="person"),
    path("nguoi/<int:pk>/du-lieu.json", lists.person_file, name="person-file"),
    path("nguoi/<int:pk>/chuc-danh/", changes.give_post, name="give-post"),
    path("nguoi/<int:pk>/tai-khoan/", changes.open_account, name="open-account"),
    path("nguoi/<int:pk>/cap-lai/", changes.reset_access, name="reset-access"),
    path("nguoi/<int:pk>/xoa-du-lieu/", changes.erase_person, name="erase-person"),
    path("nguoi/<int:pk>/phieu/", codes.issue, name="issue-code"),
    path("phieu/<int:pk>/da-giao/", codes.deliver, name="deliver-code"),
    path("chuc-danh/<int:pk>/ket-thuc/", changes.end_post, name="end-post"),
    path("to-chuc/<int:pk>/ket-thuc/", changes.end_organization, name="end-organization"),
    path("<slug:code>/to-chuc/", lists.organizations, name="organizations"),
    path("<slug:code>/to-chuc/them/", changes.add_organization, name="add-organization"),
    path("<slug:code>/dia-ban/", lists.localities, name="localities"),
    path("<slug:code>/dia-ban/them/", changes.add_locality, name="add-locality"),
    path("<slug:code>/dia-ban/nhap-doi-ten/", changes.succeed, name="succeed"),
    path("<slug:code>/noi-niem-yet/", lists.facilities, name="facilities"),
    path("<slug:code>/noi-niem-yet/ghi/", changes.state_facilities, name="state-facilities"),
    path("<slug:code>/nguoi/", lists.people, name="people"),
    path("<slug:code>/nguoi/them/", changes.add_person, name="add-person"),
    path("<slug:code>/ho/", lists.households, name="households"),
    path("<slug:code>/nhap/", imports.upload, name="import"),
]
