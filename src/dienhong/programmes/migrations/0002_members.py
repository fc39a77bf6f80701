"""What evidence is about is an entry of a register; an item of a register may have a last day."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("programmes", "0001_initial")]

    operations = [
        migrations.RemoveField("evidence", "persons"),
        migrations.AddField("rosterentry", "due_on", models.DateField(blank=True, null=True)),
        migrations.AddField(
            "evidence", "entries", models.ManyToManyField(related_name="evidence", to="programmes.rosterentry")
        ),
        migrations.AlterField("cell", "why", models.TextField(blank=True)),
    ]
