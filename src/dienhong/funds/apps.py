from django.apps import AppConfig


class FundsConfig(AppConfig):
    name = "dienhong.funds"
    label = "funds"
