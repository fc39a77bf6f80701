from django.apps import AppConfig


class ReportsConfig(AppConfig):
    name = "dienhong.reports"
    label = "reports"
