from django.apps import AppConfig


class SiteConfig(AppConfig):
    name = "dienhong.site"
    label = "site_root"
