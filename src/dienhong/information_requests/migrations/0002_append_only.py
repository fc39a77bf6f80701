"""The database itself refuses to change what came in and what was answered, on SQLite and on PostgreSQL."""

from django.db import migrations

from dienhong.information_requests import triggers


def install(_apps, schema_editor):
    triggers.install(schema_editor.connection)


def remove(_apps, schema_editor):
    triggers.remove(schema_editor.connection)


class Migration(migrations.Migration):
    dependencies = [("information_requests", "0001_initial")]
    operations = [migrations.RunPython(install, remove)]
