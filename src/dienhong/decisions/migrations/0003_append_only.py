"""The database itself refuses to change what happened at a meeting, on SQLite and on PostgreSQL."""

from django.db import migrations

from dienhong.decisions import triggers


def install(_apps, schema_editor):
    triggers.install(schema_editor.connection)


def remove(_apps, schema_editor):
    triggers.remove(schema_editor.connection)


class Migration(migrations.Migration):
    dependencies = [("decisions", "0002_initial")]
    operations = [migrations.RunPython(install, remove)]
