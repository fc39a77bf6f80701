from django.apps import AppConfig


class NotificationsConfig(AppConfig):
    name = "dienhong.notifications"
    label = "notifications"
