from django.apps import AppConfig


class ConferencesConfig(AppConfig):
    name = "dienhong.conferences"
    label = "conferences"
