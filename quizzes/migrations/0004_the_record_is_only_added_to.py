"""The record refuses changes in the database itself, and a replaced key may let nobody lose.

What still passes: a teacher's account or an assignment that is gone leaves NULL in its place, and the rows of a class go with
the class, once that is marked as deleted. A migration that rebuilds quizzes_audit on SQLite drops these triggers: it must
make them again (tests/models/test_audit.py).
"""

from django.db import migrations, models

WORDS = "the record of a class is only added to"
KEPT = ("classroom_id", "action", "subject", "old", "new", "reason", "at")
EMPTIED = ("actor_id", "assignment_id")


def same(is_same):
    kept = [f'NEW."{c}" {is_same} OLD."{c}"' for c in KEPT]
    emptied = [f'(NEW."{c}" {is_same} OLD."{c}" OR NEW."{c}" IS NULL)' for c in EMPTIED]
    return " AND ".join([*kept, *emptied])


LIVING = "EXISTS (SELECT 1 FROM quizzes_classroom WHERE id = OLD.classroom_id AND deleted_at IS NULL)"

SQLITE = [
    f"CREATE TRIGGER audit_is_not_changed BEFORE UPDATE ON quizzes_audit WHEN NOT ({same('IS')}) "
    f"BEGIN SELECT RAISE(ABORT, '{WORDS}'); END",
    f"CREATE TRIGGER audit_is_not_deleted BEFORE DELETE ON quizzes_audit WHEN {LIVING} "
    f"BEGIN SELECT RAISE(ABORT, '{WORDS}'); END",
]
POSTGRES = [
    f"""CREATE FUNCTION audit_is_kept() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        IF TG_OP = 'DELETE' THEN
            IF {LIVING} THEN RAISE EXCEPTION '{WORDS}'; END IF;
            RETURN OLD;
        END IF;
        IF NOT ({same("IS NOT DISTINCT FROM")}) THEN RAISE EXCEPTION '{WORDS}'; END IF;
        RETURN NEW;
    END $$""",
    "CREATE TRIGGER audit_is_kept BEFORE UPDATE OR DELETE ON quizzes_audit "
    "FOR EACH ROW EXECUTE FUNCTION audit_is_kept()",
]
UNDO = {
    "sqlite": ["DROP TRIGGER audit_is_not_changed", "DROP TRIGGER audit_is_not_deleted"],
    "postgresql": ["DROP TRIGGER audit_is_kept ON quizzes_audit", "DROP FUNCTION audit_is_kept()"],
}


def lock(apps, schema_editor):
    for statement in {"sqlite": SQLITE, "postgresql": POSTGRES}.get(schema_editor.connection.vendor, ()):
        schema_editor.execute(statement)


def unlock(apps, schema_editor):
    for statement in UNDO.get(schema_editor.connection.vendor, ()):
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("quizzes", "0003_attempts_and_results")]

    operations = [
        migrations.AddField("keyrepair", "keeps_better", models.BooleanField(default=False)),
        migrations.RunPython(lock, unlock),
    ]
