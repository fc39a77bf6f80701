"""The database itself refuses to change where a slip went, and an answer beside a household of a secret round."""

from django.db import migrations

from dienhong.decisions import triggers


def install(_apps, schema_editor):
    triggers.install(schema_editor.connection)


class Migration(migrations.Migration):
    dependencies = [("decisions", "0005_ballot_rounds")]
    operations = [migrations.RunPython(install, migrations.RunPython.noop)]
