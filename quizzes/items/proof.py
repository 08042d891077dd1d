"""Proving an item: its key follows from the matrix, and every other answer on offer is refuted.

An item stores its proof as text (grammar: `expressions.py`; what the questions mean: `questions.py`):

    reporter-and-source(max(killed[occ-1]));
        o1 = (ledger, claim-7) reads "The Ledger: the port authority"; o2 = (wire, claim-2) reads "…"

The call is put to the matrix again; each option is bound to what it says there. The item is proved where
the key's options are right answers, all others are wrong ones, each binding still reads as it did when the
item was drafted, the sentence groups are those that prove the key, and every piece of evidence is in its
article word for word. A teacher may reword stem and options: the bindings hold what they must go on saying.

A multi item has several right answers. An order item's call holds of (earlier, later) for every two of its options
and never of (later, earlier). An evidence item binds the answer that its sentences prove, a tf3 item the statement
that the matrix bears out, refutes, or surely says nothing of (`untold`).

Calls without options: `highest(max(cell))` and `agreed(cell)` give a number item's figure; `from()` binds the
claims that an open item's model answer is built from. Change a claim, and the items that rest on it fail.
"""

from __future__ import annotations

from itertools import combinations

from quizzes.items.asking import Groups, Question, Undecided
from quizzes.items.bounds import figure
from quizzes.items.expressions import Call, Proof, ProofUnreadable, Term, parse_proof
from quizzes.items.groups import NoSentence
from quizzes.items.highest import top_claims
from quizzes.items.matrix import Matrix, NotInMatrix
from quizzes.items.questions import QUESTIONS, agreed_figure
from quizzes.items.types import ItemDraft, ItemKind, Pairing
from quizzes.items.wording import shown_count, source_phrase
from quizzes.nlp.types import Claim, Comparison

UNKNOWN = "unknown"
"""The verdict of a tf3 item on what the articles do not say."""


def prove(draft: ItemDraft, comparison: Comparison) -> bool:
    """True where the draft's key, and nothing else on offer, follows from the comparison."""
    return follows(draft, Matrix(comparison))


def follows(draft: ItemDraft, matrix: Matrix) -> bool:
    """True where the draft is proved by the comparison behind the matrix."""
    try:
        return _evidence_stands(draft, matrix) and _key_follows(draft, parse_proof(draft.proof), matrix)
    except (ProofUnreadable, NotInMatrix, Undecided, NoSentence):
        return False


def _evidence_stands(draft: ItemDraft, matrix: Matrix) -> bool:
    return bool(draft.evidence) and all(
        e.text and matrix.reading(e.article).text[e.start : e.end] == e.text for e in draft.evidence
    )


def _key_follows(draft: ItemDraft, proof: Proof, matrix: Matrix) -> bool:
    match draft.kind:
        case ItemKind.CHOICE:
            return _options_follow(draft, proof, matrix, {draft.key})
        case ItemKind.MULTI:
            return len(draft.key) > 1 and _options_follow(draft, proof, matrix, set(draft.key))
        case ItemKind.EVIDENCE:
            return _groups_follow(draft, proof, matrix)
        case ItemKind.TF3:
            return _verdict_follows(draft, proof, matrix)
        case ItemKind.ORDER:
            return _order_follows(draft, proof, matrix)
        case ItemKind.CLAIM_EVIDENCE:
            choice = draft.key["choice"]
            return (
                _options_follow(draft, proof, matrix, {choice})
                and proving_groups(matrix, proof.call, _bound(proof)[choice]) == draft.key["groups"]
            )
        case ItemKind.MATCH:
            return _pairs_follow(draft, proof, matrix)
        case ItemKind.NUMBER:
            return _figure_follows(draft, proof, matrix)
        case ItemKind.OPEN:
            return _model_follows(draft, proof, matrix)


def _options_follow(draft: ItemDraft, proof: Proof, matrix: Matrix, keys: set[str]) -> bool:
    if isinstance(draft.options, Pairing):
        return False
    question, bound = _question(proof), _bound(proof)
    offered = {o.id for o in draft.options}
    return (
        keys < offered <= bound.keys()
        and _read_as_drafted(question, proof, matrix)
        and all(question.holds(matrix, proof.call.arguments, bound[o]) is (o in keys) for o in offered)
    )


def _groups_follow(draft: ItemDraft, proof: Proof, matrix: Matrix) -> bool:
    question, key = _question(proof), _the_one(proof)
    return (
        _read_as_drafted(question, proof, matrix)
        and question.holds(matrix, proof.call.arguments, key)
        and bool(draft.key)
        and proving_groups(matrix, proof.call, key) == draft.key
    )


def proving_groups(matrix: Matrix, call: Call, key: Term) -> Groups:
    """Sentence groups for the right answer `key` to the question `call`, in the order of the articles.

    Raises NoSentence or Undecided where no sentence that a student can pick proves it.
    """
    return QUESTIONS[call.name].groups(matrix, call.arguments, key)


def _verdict_follows(draft: ItemDraft, proof: Proof, matrix: Matrix) -> bool:
    question, statement = _question(proof), _the_one(proof)
    found = verdict(matrix, proof.call, statement)
    return _read_as_drafted(question, proof, matrix) and found == draft.key and type(found) is type(draft.key)


def verdict(matrix: Matrix, call: Call, statement: Term) -> bool | str:
    """Whether the matrix bears a statement out: True, False, or "unknown" where surely no article says."""
    question = QUESTIONS[call.name]
    if question.untold(matrix, call.arguments, statement):
        return UNKNOWN
    return question.holds(matrix, call.arguments, statement)


def _order_follows(draft: ItemDraft, proof: Proof, matrix: Matrix) -> bool:
    if isinstance(draft.options, Pairing):
        return False
    question, bound = _question(proof), _bound(proof)
    return (
        sorted(draft.key) == sorted(o.id for o in draft.options)
        and _read_as_drafted(question, proof, matrix)
        and all(
            question.holds(matrix, proof.call.arguments, (*bound[a], *bound[b]))
            and not question.holds(matrix, proof.call.arguments, (*bound[b], *bound[a]))
            for a, b in combinations(draft.key, 2)
        )
    )


def _pairs_follow(draft: ItemDraft, proof: Proof, matrix: Matrix) -> bool:
    if not isinstance(draft.options, Pairing):
        return False
    question, bound = _question(proof), _bound(proof)
    left, right = ({o.id for o in column} for column in (draft.options.left, draft.options.right))
    keyed = {(a, b) for a, b in draft.key}
    return (
        left | right <= bound.keys()
        and sorted(a for a, _ in keyed) == sorted(left)
        and _read_as_drafted(question, proof, matrix)
        and all(
            question.holds(matrix, proof.call.arguments, (*bound[a], *bound[b])) is ((a, b) in keyed)
            for a in left
            for b in right
        )
    )


def _bound(proof: Proof) -> dict[str, Term]:
    return {b.option: b.term for b in proof.bindings}


def _the_one(proof: Proof) -> Term:
    """What the only binding stands for."""
    if len(proof.bindings) != 1:
        raise ProofUnreadable("one binding is expected")
    return proof.bindings[0].term


def _read_as_drafted(question: Question, proof: Proof, matrix: Matrix) -> bool:
    return all(question.text(matrix, b.term) == b.reads for b in proof.bindings)


def _figure_follows(draft: ItemDraft, proof: Proof, matrix: Matrix) -> bool:
    found = figure_of(matrix, proof.call)
    wrong = [float(shown) for shown, _ in draft.misconceptions]
    return found is not None and draft.key["low"] == draft.key["high"] == found and found not in wrong


def figure_of(matrix: Matrix, call: Call) -> float | None:
    """The figure that a number item's call gives."""
    match call:
        case Call("highest", (argument,)):
            return figure(top_claims(matrix, argument)[0].value)
        case Call("agreed", arguments):
            return agreed_figure(matrix, arguments)
        case _:
            raise Undecided(f"{call.name} gives no figure")


def _model_follows(draft: ItemDraft, proof: Proof, matrix: Matrix) -> bool:
    """An open item has no key to prove: what its model answer is built from must still read as it did."""
    if proof.call != Call("from") or len(draft.key["levels"]) != 3 or not draft.key["names"]:
        return False
    return all(told_by(matrix, matrix.claim(str(b.term[0]))) == b.reads for b in proof.bindings)


def told_by(matrix: Matrix, claim: Claim) -> str:
    """ "The Ledger: “at least 22”, the port authority": what one article gives, and by whose word."""
    return f"{matrix.name(claim.article)}: “{shown_count(claim)}”, {source_phrase(claim.source)}"


def _question(proof: Proof) -> Question:
    if proof.call.name not in QUESTIONS:
        raise ProofUnreadable(f"no question is called {proof.call.name}")
    return QUESTIONS[proof.call.name]
