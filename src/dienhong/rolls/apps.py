from django.apps import AppConfig


class RollsConfig(AppConfig):
    name = "dienhong.rolls"
    label = "rolls"
