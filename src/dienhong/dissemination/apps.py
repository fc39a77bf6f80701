from django.apps import AppConfig


class DisseminationConfig(AppConfig):
    name = "dienhong.dissemination"
    label = "dissemination"
