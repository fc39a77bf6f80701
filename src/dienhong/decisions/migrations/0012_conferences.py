"""A meeting can be the conference of the year (LDC art. 33)."""

from django.db import migrations, models

from dienhong.decisions import triggers


def install(_apps, schema_editor):
    triggers.install(schema_editor.connection)


class Migration(migrations.Migration):
    dependencies = [("decisions", "0011_count_witnesses")]
    operations = [
        migrations.AddField(
            model_name="meeting", name="is_yearly", field=models.BooleanField(default=False)
        ),
        migrations.RunPython(install, migrations.RunPython.noop),
    ]
