from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzes.items.expressions import Binding, Call, Cell, Proof, ProofUnreadable, parse_proof

names = st.text(min_size=1, max_size=20)
cells = st.builds(Cell, names, names)
arguments = st.recursive(
    names | cells, lambda inner: st.builds(Call, names, st.lists(inner, max_size=3).map(tuple))
)
calls = st.builds(Call, names, st.lists(arguments, max_size=3).map(tuple))
bindings = st.builds(
    Binding,
    names,
    st.lists(names | cells, min_size=1, max_size=3).map(tuple),
    st.none() | st.text(max_size=30),
)
proofs = st.builds(Proof, calls, st.lists(bindings, max_size=4).map(tuple))


@given(proofs)
def test_what_is_written_is_read_again(proof: Proof) -> None:
    assert parse_proof(str(proof)) == proof


def test_a_proof_reads_as_people_would_write_it() -> None:
    proof = parse_proof('reporter(max(killed[occ-1])); o1 = ledger reads "The Ledger"; o2 = (wire, claim-2)')
    assert proof.call == Call("reporter", (Call("max", (Cell("killed", "occ-1"),)),))
    assert proof.bindings == (Binding("o1", ("ledger",), "The Ledger"), Binding("o2", ("wire", "claim-2")))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "killed[occ-1]",
        "reporter(",
        "reporter(max(killed[occ-1])",
        "reporter() o1 = ledger",
        "reporter(); o1",
        "reporter(); o1 = f(x)",
        "reporter(); o1 = (ledger",
        "reporter(); o1 = ledger reads",
        'reporter("open)',
        'reporter("\\x")',
        "reporter(); = ledger",
        "reporter() & more()",
    ],
)
def test_what_breaks_the_grammar_is_refused(text: str) -> None:
    with pytest.raises(ProofUnreadable):
        parse_proof(text)
