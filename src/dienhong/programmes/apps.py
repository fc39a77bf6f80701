from django.apps import AppConfig


class ProgrammesConfig(AppConfig):
    name = "dienhong.programmes"
    label = "programmes"
