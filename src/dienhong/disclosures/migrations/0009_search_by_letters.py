"""On PostgreSQL, words are found by their groups of three letters: the index of `pg_trgm`, where it can be made.

Since PostgreSQL 13 the owner of a database may create this extension; where the server lacks it, search reads the rows
of the commune or the province asked for, which takes longer and finds the same. SQLite reads the rows.
"""

from django.db import DatabaseError, migrations, transaction

INDEX = "disclosures_by_letters"


def make(_apps, schema_editor):
    connection = schema_editor.connection
    if connection.vendor != "postgresql":
        return
    try:
        with transaction.atomic(using=connection.alias), connection.cursor() as cursor:
            cursor.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm")
            cursor.execute(
                f"CREATE INDEX IF NOT EXISTS {INDEX} ON disclosures_disclosure USING gin (search gin_trgm_ops)"
            )
    except DatabaseError:
        return  # not installed on this server, or not for us to create


def drop(_apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(f"DROP INDEX IF EXISTS {INDEX}")


class Migration(migrations.Migration):
    dependencies = [("disclosures", "0008_passed_on")]
    operations = [migrations.RunPython(make, drop)]
