"""Personal data is declared on the model: a new field that looks personal and is not declared fails here."""

import pytest
from django.apps import apps

from dienhong.foundations.encryption import EncryptedTextField
from dienhong.foundations.personal import PersonalData

OURS = [model for model in apps.get_models() if model.__module__.startswith("dienhong.")]
LOOKS_PERSONAL = ("phone", "email", "birth", "identity_number", "username", "full_name", "address")


def _declared(model):
    declared = getattr(model, "personal_data", None)
    return set(declared.fields) if isinstance(declared, PersonalData) else set()


@pytest.mark.parametrize("model", OURS, ids=lambda model: model._meta.label)
def test_a_field_that_looks_personal_is_declared(model):
    fields = [field.name for field in model._meta.get_fields() if not field.auto_created or field.concrete]
    looks = {name for name in fields if any(part in name for part in LOOKS_PERSONAL)}
    assert looks <= _declared(model)


@pytest.mark.parametrize("model", OURS, ids=lambda model: model._meta.label)
def test_every_encrypted_field_is_declared_and_every_declared_field_exists(model):
    names = {field.name for field in model._meta.get_fields()}
    encrypted = {field.name for field in model._meta.get_fields() if isinstance(field, EncryptedTextField)}
    assert encrypted <= _declared(model) <= names
