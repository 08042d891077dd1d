"""What a grader keeps for herself while she grades: drafts of a mark, and comments to use again."""

from __future__ import annotations

from django.db import transaction

from quizzes.models import Comment, FrozenItem, GradingDraft, Response, SavedComment, User

MOST_SAVED = 12
"""Comments kept for a level; of more the one longest unused goes."""


@transaction.atomic
def save_draft(*, response: Response, grader: User, level: int | None, comment: str) -> GradingDraft | None:
    """The draft as it is now; None where nothing is chosen or written any more."""
    if level is None and not comment.strip():
        GradingDraft.objects.filter(response=response, grader=grader).delete()
        return None
    draft, _ = GradingDraft.objects.update_or_create(
        response=response, grader=grader, defaults={"level": level, "comment": comment}
    )
    return draft


@transaction.atomic
def keep_comment(*, grader: User, level: int, text: str) -> SavedComment | None:
    """A comment kept for answers of a level, to be used again with any item; None for an empty one."""
    text = text.strip()[:500]
    if not text:
        return None
    saved, _ = SavedComment.objects.update_or_create(author=grader, level=level, text=text)
    mine = SavedComment.objects.filter(author=grader, level=level).order_by("-used_at", "-pk")
    mine.filter(pk__in=list(mine.values_list("pk", flat=True)[MOST_SAVED:])).delete()
    return saved


def drop_saved(*, grader: User, saved: int) -> None:
    """Forget a kept comment; what was written with it stays."""
    SavedComment.objects.filter(pk=saved, author=grader).delete()


def use_saved(*, grader: User, comment: str) -> None:
    """Kept comments that a written comment contains come first from now on."""
    for saved in SavedComment.objects.filter(author=grader):
        if saved.text in comment:
            saved.save(update_fields=["used_at"])


@transaction.atomic
def take_out_comment(*, item: FrozenItem, responses: list[int], author: User, text: str) -> int:
    """A comment of one's own taken out of the answers that have it; of how many."""
    mine = Comment.objects.filter(response__in=responses, response__item=item, author=author, text=text)
    return mine.delete()[0]
