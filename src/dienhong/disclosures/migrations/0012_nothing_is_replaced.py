"""The database refuses that a row takes the place of another: SQLite would drop the other without a word."""

from django.db import migrations

from dienhong.disclosures import triggers


def install(_apps, schema_editor):
    triggers.install(schema_editor.connection)


def remove(_apps, schema_editor):
    triggers.remove(schema_editor.connection)


class Migration(migrations.Migration):
    dependencies = [("disclosures", "0011_newest_out")]
    operations = [migrations.RunPython(install, remove)]
