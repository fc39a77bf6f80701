"""The database itself refuses to change what came into a fund and went out of it, on SQLite and on PostgreSQL."""

from django.db import migrations

from dienhong.funds import triggers


def install(_apps, schema_editor):
    triggers.install(schema_editor.connection)


def remove(_apps, schema_editor):
    triggers.remove(schema_editor.connection)


class Migration(migrations.Migration):
    dependencies = [("funds", "0001_initial")]
    operations = [migrations.RunPython(install, remove)]
