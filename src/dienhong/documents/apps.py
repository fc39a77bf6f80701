from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    name = "dienhong.documents"
    label = "documents"
