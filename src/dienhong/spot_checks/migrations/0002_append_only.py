"""The database itself refuses to change what is evidence, on SQLite and on PostgreSQL."""

from django.db import migrations

from dienhong.spot_checks import triggers


def install(_apps, schema_editor):
    triggers.install(schema_editor.connection)


def remove(_apps, schema_editor):
    triggers.remove(schema_editor.connection)


class Migration(migrations.Migration):
    dependencies = [("spot_checks", "0001_initial")]
    operations = [migrations.RunPython(install, remove)]
