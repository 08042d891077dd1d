"""Grades as files: one quiz, one class, all classes of a teacher."""

from __future__ import annotations

from collections.abc import Sequence

from django.http import HttpResponse
from django.utils import timezone
from django.utils.text import slugify
from django.views.decorators.http import require_safe

from quizzes import access
from quizzes.exchange.gradebook import Table, table_csv, workbook
from quizzes.middleware import TeacherRequest
from quizzes.reports import grade_files
from quizzes.reports.gradebook import all_grades, classes_of

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_safe
def whole_csv(request: TeacherRequest) -> HttpResponse:
    grades = all_grades(list(classes_of(request.user)), timezone.now())
    return _csv(grade_files.long_table(grades), "all classes")


@require_safe
def whole_xlsx(request: TeacherRequest) -> HttpResponse:
    """A sheet for each class."""
    grades = all_grades(list(classes_of(request.user)), timezone.now())
    tables = [grade_files.class_table(one) for one in grades]
    return _xlsx(tables or [grade_files.long_table(())], "all classes")


@require_safe
def classroom_csv(request: TeacherRequest, pk: int) -> HttpResponse:
    table = _of_class(request, pk)
    return _csv(table, table.title)


@require_safe
def classroom_xlsx(request: TeacherRequest, pk: int) -> HttpResponse:
    table = _of_class(request, pk)
    return _xlsx([table], table.title)


def _of_class(request: TeacherRequest, pk: int) -> Table:
    classroom = access.classroom_for_staff(request.user, pk)
    return grade_files.class_table(all_grades([classroom], timezone.now())[0])


@require_safe
def assignment_csv(request: TeacherRequest, pk: int) -> HttpResponse:
    assignment = access.assignment_for_staff(request.user, pk)
    table = grade_files.quiz_table(assignment, timezone.now())
    return _csv(table, f"{assignment.classroom} {assignment.version.title}")


@require_safe
def assignment_xlsx(request: TeacherRequest, pk: int) -> HttpResponse:
    assignment = access.assignment_for_staff(request.user, pk)
    table = grade_files.quiz_table(assignment, timezone.now())
    return _xlsx([table], f"{assignment.classroom} {assignment.version.title}")


def _csv(table: Table, name: str) -> HttpResponse:
    return csv_file(table_csv(table), name)


def csv_file(text: str, name: str) -> HttpResponse:
    """A CSV to be kept under the name."""
    return _file(text.encode(), "text/csv; charset=utf-8", name, "csv")


def _xlsx(tables: Sequence[Table], name: str) -> HttpResponse:
    return _file(workbook(tables), XLSX, name, "xlsx")


def _file(content: bytes, kind: str, name: str, ending: str) -> HttpResponse:
    file_name = f"{slugify(name) or 'grades'}.{ending}"
    disposition = f'attachment; filename="{file_name}"'
    return HttpResponse(content, content_type=kind, headers={"Content-Disposition": disposition})
