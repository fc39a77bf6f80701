from django.apps import AppConfig


class LawbookConfig(AppConfig):
    name = "dienhong.lawbook"
    label = "lawbook"
