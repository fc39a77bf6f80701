"""Lists and figures of a plan are counted from an index alone."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("disclosures", "0015_counted_from_the_row")]
    operations = [
        migrations.AlterField(
            "disclosure",
            "plan",
            models.ForeignKey(on_delete=models.PROTECT, related_name="+", to="disclosures.plan", db_index=False),
        ),
        migrations.AddIndex(
            "disclosure",
            models.Index(
                fields=[
                    "plan", "due_on", "public_on", "stage", "is_closed", "closed_on", "is_whole", "is_told",
                    "is_down_early", "told_after", "item", "id",
                ],
                name="disclosures_counted",
            ),
        ),
    ]
