"""The database itself refuses to change what was counted, published, decided, objected."""

from django.db import migrations

from dienhong.rolls import triggers


def install(_apps, schema_editor):
    triggers.install(schema_editor.connection)


def remove(_apps, schema_editor):
    triggers.remove(schema_editor.connection)


class Migration(migrations.Migration):
    dependencies = [("rolls", "0002_changes_lists_typing")]
    operations = [migrations.RunPython(install, remove)]
