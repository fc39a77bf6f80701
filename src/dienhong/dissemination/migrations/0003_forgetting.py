"""What was made from a version may go when two people had that version erased, and not before."""

from django.db import migrations

from dienhong.dissemination import triggers


def install(_apps, schema_editor):
    triggers.install(schema_editor.connection)


def remove(_apps, schema_editor):
    triggers.remove(schema_editor.connection)


class Migration(migrations.Migration):
    dependencies = [("dissemination", "0002_append_only"), ("disclosures", "0007_erasure")]
    operations = [migrations.RunPython(install, remove)]
