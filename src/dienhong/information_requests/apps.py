from django.apps import AppConfig


class InformationRequestsConfig(AppConfig):
    name = "dienhong.information_requests"
    label = "information_requests"
