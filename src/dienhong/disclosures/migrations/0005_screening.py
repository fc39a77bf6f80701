
import django.db.models.deletion
import django.db.models.functions.datetime
from django.db import migrations, models

from dienhong.disclosures import triggers

CHUNK = 1000


def move(apps, _schema_editor):
    """What was found stands in a row of its own from now on, dated as the version was.

    A version that is out already is not stopped by what could not be looked into: that was no reason to stop it then.
    """
    Version, Screening = apps.get_model("disclosures", "Version"), apps.get_model("disclosures", "Screening")
    Posting = apps.get_model("disclosures", "Posting")
    out = set(Posting.objects.values_list("version_id", flat=True).distinct())
    Screening.objects.bulk_create(
        (
            Screening(
                version_id=each.pk,
                found=each.found,
                unchecked=[] if each.pk in out else each.unchecked,
                notes=each.unchecked if each.pk in out else [],
                recorded_at=each.recorded_at,
            )
            for each in Version.objects.filter(number__gt=0).order_by("pk").iterator(CHUNK)
        ),
        batch_size=CHUNK,
    )


def back(apps, schema_editor):
    Version, Screening = apps.get_model("disclosures", "Version"), apps.get_model("disclosures", "Screening")
    triggers.remove(schema_editor.connection)
    for each in Screening.objects.order_by("pk").iterator(CHUNK):
        Version.objects.filter(pk=each.version_id).update(found=each.found, unchecked=each.unchecked or each.notes)


def install(_apps, schema_editor):
    triggers.install(schema_editor.connection)


def remove(_apps, schema_editor):
    triggers.remove(schema_editor.connection)


class Migration(migrations.Migration):

    dependencies = [
        ('disclosures', '0004_clocks_before_content'),
        ('documents', '0002_printed_forms'),
    ]

    operations = [
        migrations.CreateModel(
            name='Screening',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('found', models.JSONField(default=list)),
                ('unchecked', models.JSONField(default=list)),
                ('notes', models.JSONField(default=list)),
                ('seconds', models.PositiveIntegerField(default=0)),
                ('recorded_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ('version', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='screening', to='disclosures.version')),
            ],
        ),
        migrations.CreateModel(
            name='GateAnswer',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('question', models.CharField(choices=[('secret', 'Có bí mật nhà nước không?'), ('not-yet', 'Có thông tin chưa được phép công khai không?'), ('personal', 'Có dữ liệu cá nhân không?')], max_length=10)),
                ('said', models.CharField(choices=[('no', 'Không có'), ('lawful', 'Có, và quy định buộc công khai')], max_length=10)),
                ('ground', models.CharField(blank=True, max_length=300)),
                ('recorded_by', models.CharField(max_length=40)),
                ('recorded_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ('version', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='gate_answers', to='disclosures.version')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('version', 'question'), name='one_answer_per_question_of_the_gate'), models.CheckConstraint(condition=models.Q(models.Q(('ground', ''), ('said', 'no')), models.Q(('question', 'personal'), ('said', 'lawful'), models.Q(('ground', ''), _negated=True)), _connector='OR'), name='only_personal_data_may_be_lawful_and_says_why')],
            },
        ),
        migrations.CreateModel(
            name='HeldUpload',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.CharField(max_length=80)),
                ('file_name', models.CharField(max_length=200)),
                ('held_by', models.CharField(max_length=40)),
                ('held_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ('file', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='documents.storedfile')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('key', 'held_by'), name='one_held_file_per_form')],
            },
        ),
        migrations.RunPython(move, back),
        migrations.RemoveField(
            model_name='version',
            name='found',
        ),
        migrations.RemoveField(
            model_name='version',
            name='unchecked',
        ),
        migrations.RunPython(install, remove),  # SQLite rebuilt a table and lost its triggers
    ]
