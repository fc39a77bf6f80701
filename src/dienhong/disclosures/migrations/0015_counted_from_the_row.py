"""The row of a disclosure repeats its plan and what its newest version's postings say; told for those that exist."""

from collections import defaultdict

from django.db import migrations, models
from django.db.models import OuterRef, Subquery

from dienhong.disclosures import asking
from dienhong.foundations.clock import legal_day

BATCH = 5_000


def tell(apps, _schema_editor):
    disclosures = apps.get_model("disclosures", "Disclosure").objects
    asked = apps.get_model("disclosures", "Item").objects
    plan = Subquery(asked.filter(pk=OuterRef("item_id")).values("plan_id")[:1])
    last = 0
    columns = ("pk", "due_on", "item_id")
    while rows := list(disclosures.filter(pk__gt=last).order_by("pk").values_list(*columns)[:BATCH]):
        last = rows[-1][0]
        forms = dict(asked.filter(pk__in={row[2] for row in rows}).values_list("pk", "asked__result__forms"))
        newest, withdrawn, claims = newest_and_claims(apps, [row[0] for row in rows])
        alike = defaultdict(list)
        for pk, due_on, item in rows:
            version = newest.get(pk)
            alike[told(claims[version], due_on, forms[item], is_withdrawn=version in withdrawn)].append(pk)
        for (is_whole, is_told, is_down_early, told_after), pks in alike.items():
            disclosures.filter(pk__in=pks).update(
                is_whole=is_whole, is_told=is_told, is_down_early=is_down_early, told_after=told_after, plan_id=plan
            )


def newest_and_claims(apps, pks):
    versions = apps.get_model("disclosures", "Version").objects.filter(disclosure__in=pks).order_by("number")
    newest = dict(versions.values_list("disclosure_id", "pk"))
    found = apps.get_model("disclosures", "Withdrawal").objects.filter(version__in=list(newest.values()))
    withdrawn = set(found.values_list("version_id", flat=True))
    claims = defaultdict(list)
    found = apps.get_model("disclosures", "Posting").objects.filter(version__in=list(newest.values()))
    for version, *claim in found.values_list(
        "version_id", "form", "place", "village_id", "removal__is_early", "claimed_on", "recorded_at"
    ):
        claims[version].append(claim)
    return newest, withdrawn, claims


def told(claims, due_on, forms, *, is_withdrawn):
    after = [(legal_day(recorded) - day).days for *_where, day, recorded in claims if day <= due_on]
    down = {(form, place, village) for form, place, village, is_early, *_days in claims if is_early}
    hung = {(form, place, village) for form, place, village, is_early, *_days in claims if not is_early}
    return (
        not asking.lacking(forms, [form for form, *_rest in claims]),
        bool(claims) and not is_withdrawn,
        any({(form, place, None), (form, place, village)}.isdisjoint(hung) for form, place, village in down),
        min(after, default=None),
    )


class Migration(migrations.Migration):
    dependencies = [("disclosures", "0014_notebook_files_can_go")]
    operations = [
        migrations.AddField("disclosure", "is_whole", models.BooleanField(default=False)),
        migrations.AddField("disclosure", "is_told", models.BooleanField(default=False)),
        migrations.AddField("disclosure", "is_down_early", models.BooleanField(default=False)),
        migrations.AddField("disclosure", "told_after", models.SmallIntegerField(blank=True, null=True)),
        migrations.AddField(
            "disclosure",
            "plan",
            models.ForeignKey(
                null=True, on_delete=models.PROTECT, related_name="+", to="disclosures.plan", db_index=False
            ),
        ),
        migrations.RunPython(tell, migrations.RunPython.noop),
    ]
