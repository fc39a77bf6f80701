from django.apps import AppConfig


class RegistryConfig(AppConfig):
    name = "dienhong.registry"
    label = "registry"
