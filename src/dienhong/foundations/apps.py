from django.apps import AppConfig


class FoundationsConfig(AppConfig):
    name = "dienhong.foundations"
    label = "foundations"
