"""Addresses of programmes."""

from django.urls import path, register_converter
from django.urls.converters import IntConverter

from dienhong.programmes.views import closing, duties, evidence, programmes, registers, targets, units


class YearConverter(IntConverter):
    """A year that has a calendar here; any other is an address that does not exist."""

    regex = "2[01][0-9]{2}"


class MonthConverter(IntConverter):
    regex = "1[0-2]|[1-9]"


register_converter(YearConverter, "year")
register_converter(MonthConverter, "month")

app_name = "programmes"

urlpatterns = [
    path("", programmes.programme_list, name="list"),
    path("mo/<int:version_id>/", programmes.open_form, name="open"),
    path("tien-do/<int:version_id>/", programmes.progress, name="progress"),
    path("theo-dieu-khoan/<int:version_id>/", programmes.idle, name="idle"),
    path("theo-dieu-khoan/<int:version_id>/<path:eid>/", programmes.by_provision, name="by_provision"),
    path("viec/<int:pk>/", evidence.task, name="task"),
    path("minh-chung/", evidence.evidence_list, name="evidence_list"),
    path("minh-chung/moi/<int:unit_id>/", evidence.new, name="evidence_new"),
    path("minh-chung/<int:pk>/", evidence.show, name="evidence"),
    path("minh-chung/<int:pk>/sua/", evidence.revise, name="evidence_revise"),
    path("minh-chung/<int:pk>/chap-nhan/", evidence.accept, name="evidence_accept"),
    path("minh-chung/<int:pk>/tra-lai/", evidence.give_back, name="evidence_return"),
    path("minh-chung/<int:pk>/tep/<int:file_id>/", evidence.file, name="evidence_file"),
    path("<int:pk>/", programmes.show, name="show"),
    path("<int:pk>/cap-nhat/<int:version_id>/", programmes.follow, name="follow"),
    path("<int:pk>/cong-khai/", programmes.publish, name="publish"),
    path("<int:pk>/ket-thuc/", programmes.close, name="close"),
    path("<int:pk>/nhiem-vu/<int:duty_id>/", duties.duty, name="duty"),
    path("<int:pk>/nhiem-vu/<int:duty_id>/giao/", duties.assign, name="assign"),
    path("<int:pk>/giao-viec/", duties.assign_many, name="assign_many"),
    path("<int:pk>/giao-viec/<int:assignment_id>/thoi/", duties.withdraw, name="withdraw"),
    path("<int:pk>/giao-viec/<int:assignment_id>/phu-trach/", duties.owner, name="owner"),
    path("<int:pk>/ke-hoach/", duties.plan, name="plan"),
    path("<int:pk>/ke-hoach/thoi-han/", duties.window, name="window"),
    path("<int:pk>/ke-hoach/<year:year>.<slug:kind>", duties.plan_file, name="plan_file"),
    path("<int:pk>/thang/<year:year>/<month:month>/", duties.by_month, name="by_month"),
    path("<int:pk>/chi-tieu/<int:target_id>/", targets.target, name="target"),
    path("<int:pk>/chi-so/<int:indicator_id>/", targets.indicator, name="indicator"),
    path("<int:pk>/chi-so/<int:indicator_id>/bo/", targets.stop_measuring, name="stop_measuring"),
    path("<int:pk>/mien-tinh/", targets.exemptions, name="exemptions"),
    path("<int:pk>/mien-tinh/<int:exemption_id>/thoi/", targets.end_exemption, name="end_exemption"),
    path("<int:pk>/mien-tinh/them/<int:cell_id>/", targets.exempt, name="exempt"),
    path("<int:pk>/danh-sach/", registers.overview, name="registers"),
    path("<int:pk>/danh-sach/<slug:name>/", registers.register, name="register"),
    path("<int:pk>/danh-sach/<slug:name>/nhap/", registers.import_table, name="register_import"),
    path("<int:pk>/danh-sach/<slug:name>/nhap/ghi/", registers.enter_table, name="register_enter"),
    path("<int:pk>/danh-sach/muc/<int:entry_id>/thoi/", registers.end, name="register_end"),
    path("<int:pk>/don-vi/", units.units, name="units"),
    path("<int:pk>/don-vi/<int:unit_id>/", units.unit, name="unit"),
    path("<int:pk>/don-vi/<int:unit_id>/chot/", closing.figures, name="figures"),
    path("<int:pk>/don-vi/<int:unit_id>/chot/<slug:period>/", closing.close, name="figures_close"),
    path("<int:pk>/don-vi/<int:unit_id>/chot/<slug:period>/mo-lai/", closing.reopen, name="figures_reopen"),
]
