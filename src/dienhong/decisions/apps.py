from django.apps import AppConfig


class DecisionsConfig(AppConfig):
    name = "dienhong.decisions"
    label = "decisions"

    def ready(self) -> None:
        from dienhong.decisions import checks  # noqa: F401, PLC0415  registers itself
