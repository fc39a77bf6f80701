from django.apps import AppConfig


class ResolutionsConfig(AppConfig):
    name = "dienhong.resolutions"
    label = "resolutions"
