"""How forms become HTML: Django's fields in the markup of the design."""

from django.forms.renderers import TemplatesSetting


class PageFormRenderer(TemplatesSetting):
    """Fields, errors and hints come from `templates/django/forms/`."""
