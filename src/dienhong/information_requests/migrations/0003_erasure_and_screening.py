import django.db.models.deletion
import django.db.models.functions.datetime
from django.db import migrations, models

from dienhong.information_requests import triggers


def install(_apps, schema_editor):
    triggers.install(schema_editor.connection)


def remove(_apps, schema_editor):
    triggers.remove(schema_editor.connection)


class Migration(migrations.Migration):

    dependencies = [
        ('documents', '0002_printed_forms'),
        ('information_requests', '0002_append_only'),
    ]

    operations = [
        migrations.RunPython(remove, install),  # a table that they watch is rebuilt
        migrations.CreateModel(
            name='Erasure',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('is_approved', models.BooleanField()),
                ('reason', models.CharField(blank=True, max_length=300)),
                ('files_kept', models.PositiveSmallIntegerField(default=0)),
                ('decided_by', models.CharField(max_length=40)),
                ('decided_name', models.CharField(max_length=120)),
                ('recorded_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
            ],
        ),
        migrations.CreateModel(
            name='ErasureProposal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('ground', models.CharField(choices=[('asked', 'người yêu cầu đề nghị xóa dữ liệu của mình'), ('expired', 'đã hết thời hạn lưu trữ hồ sơ'), ('mistake', 'ghi nhầm người, nhầm dữ liệu')], max_length=10)),
                ('proposed_by', models.CharField(max_length=40)),
                ('proposed_name', models.CharField(max_length=120)),
                ('recorded_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
            ],
        ),
        migrations.CreateModel(
            name='Screening',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('found', models.JSONField(default=list)),
                ('unchecked', models.JSONField(default=list)),
                ('seconds', models.PositiveIntegerField(default=0)),
                ('recorded_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
            ],
        ),
        migrations.RemoveConstraint(
            model_name='step',
            name='a_refusal_has_ground_and_reason',
        ),
        migrations.AddField(
            model_name='step',
            name='is_erased',
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name='step',
            name='is_screened_later',
            field=models.BooleanField(default=False),
        ),
        migrations.AddConstraint(
            model_name='step',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('event', 'refuse'), _negated=True), models.Q(models.Q(('ground', ''), _negated=True), models.Q(models.Q(('words', ''), _negated=True), ('is_erased', True), _connector='OR')), _connector='OR'), name='a_refusal_has_ground_and_reason'),
        ),
        migrations.AddConstraint(
            model_name='step',
            constraint=models.CheckConstraint(condition=models.Q(('is_erased', False), models.Q(('file__isnull', True), ('file_name', ''), ('words', '')), _connector='OR'), name='what_is_erased_of_a_step_is_empty'),
        ),
        migrations.AddField(
            model_name='erasure',
            name='request',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='erasures', to='information_requests.request'),
        ),
        migrations.AddField(
            model_name='erasureproposal',
            name='request',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='erasure_proposals', to='information_requests.request'),
        ),
        migrations.AddField(
            model_name='erasure',
            name='proposal',
            field=models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='decision', to='information_requests.erasureproposal'),
        ),
        migrations.AddField(
            model_name='screening',
            name='step',
            field=models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='screening', to='information_requests.step'),
        ),
        migrations.AddConstraint(
            model_name='erasure',
            constraint=models.UniqueConstraint(condition=models.Q(('is_approved', True)), fields=('request',), name='a_request_is_erased_once'),
        ),
        migrations.AddConstraint(
            model_name='erasure',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('is_approved', True), ('reason', '')), models.Q(('is_approved', False), models.Q(('reason', ''), _negated=True)), _connector='OR'), name='who_keeps_a_request_says_why'),
        ),
        migrations.RunPython(install, remove),
    ]
