from django.apps import AppConfig


class OpendataConfig(AppConfig):
    name = "dienhong.opendata"
    label = "opendata"
