from django.apps import AppConfig


class DisclosuresConfig(AppConfig):
    name = "dienhong.disclosures"
    label = "disclosures"
