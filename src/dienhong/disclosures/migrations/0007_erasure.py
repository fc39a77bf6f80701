import django.db.models.deletion
import django.db.models.functions.datetime
from django.db import migrations, models

from dienhong.disclosures import triggers


def install(_apps, schema_editor):
    triggers.install(schema_editor.connection)


def remove(_apps, schema_editor):
    triggers.remove(schema_editor.connection)


class Migration(migrations.Migration):

    dependencies = [
        ('disclosures', '0006_notebooks'),
        ('documents', '0002_printed_forms'),
    ]

    operations = [
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
                ('ground', models.CharField(choices=[('identity', 'số định danh, giấy tờ tùy thân'), ('contact', 'điện thoại, địa chỉ, thư điện tử của cá nhân'), ('birth', 'ngày, năm sinh'), ('account', 'tài khoản ngân hàng của cá nhân'), ('hardship', 'hộ nghèo, hoàn cảnh, người được hỗ trợ'), ('health', 'sức khỏe, bệnh án'), ('child', 'trẻ em'), ('other', 'dữ liệu cá nhân khác')], max_length=10)),
                ('with_title', models.BooleanField(default=False)),
                ('proposed_by', models.CharField(max_length=40)),
                ('proposed_name', models.CharField(max_length=120)),
                ('recorded_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
            ],
        ),
        migrations.RemoveConstraint(
            model_name='version',
            name='a_version_has_content',
        ),
        migrations.AddField(
            model_name='version',
            name='is_erased',
            field=models.BooleanField(default=False),
        ),
        migrations.AddConstraint(
            model_name='version',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('file__isnull', True), ('number', 0), ('text', '')), models.Q(('number__gt', 0), models.Q(models.Q(('text', ''), _negated=True), ('file__isnull', False), ('is_erased', True), _connector='OR')), _connector='OR'), name='a_version_has_content'),
        ),
        migrations.AddConstraint(
            model_name='version',
            constraint=models.CheckConstraint(condition=models.Q(('is_erased', False), models.Q(('event', ''), ('file__isnull', True), ('file_name', ''), ('text', ''), ('text_sha256', '')), _connector='OR'), name='what_is_erased_is_empty'),
        ),
        migrations.AddField(
            model_name='erasure',
            name='version',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='erasures', to='disclosures.version'),
        ),
        migrations.AddField(
            model_name='erasureproposal',
            name='version',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='erasure_proposals', to='disclosures.version'),
        ),
        migrations.AddField(
            model_name='erasure',
            name='proposal',
            field=models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='decision', to='disclosures.erasureproposal'),
        ),
        migrations.AddConstraint(
            model_name='erasure',
            constraint=models.UniqueConstraint(condition=models.Q(('is_approved', True)), fields=('version',), name='a_version_is_erased_once'),
        ),
        migrations.AddConstraint(
            model_name='erasure',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('is_approved', True), ('reason', '')), models.Q(('is_approved', False), models.Q(('reason', ''), _negated=True)), _connector='OR'), name='who_does_not_erase_says_why'),
        ),
        migrations.RunPython(install, remove),  # SQLite rebuilt a table and lost its triggers
    ]
