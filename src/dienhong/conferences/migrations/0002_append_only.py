"""The database itself refuses to change what was planned, said and written of a conference."""

from django.db import migrations

from dienhong.conferences import triggers


def install(_apps, schema_editor):
    triggers.install(schema_editor.connection)


def remove(_apps, schema_editor):
    triggers.remove(schema_editor.connection)


class Migration(migrations.Migration):
    dependencies = [("conferences", "0001_initial")]
    operations = [migrations.RunPython(install, remove)]
