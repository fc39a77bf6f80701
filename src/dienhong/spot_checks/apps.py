from django.apps import AppConfig


class SpotChecksConfig(AppConfig):
    name = "dienhong.spot_checks"
    label = "spot_checks"
