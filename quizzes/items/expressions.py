"""The grammar of proofs, and nothing of their meaning: text to a small tree and back.

proof    = call { "; " binding }
call     = name "(" [ argument { ", " argument } ] ")"
argument = call | cell | name
cell     = name "[" name "]"                      a measure of an occurrence
binding  = name " = " term [ " reads " quoted ]    an option's id, what it stands for, and how that read when drafted
term     = cell | name | "(" argument { ", " argument } ")"
name     = letters, digits, "_", "." and "-", or any text in double quotes as JSON writes it

reporter-and-source(max(killed[occ-1])); o1 = (ledger, claim-7) reads "The Ledger: the port"; o2 = (wire, claim-2) reads …
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass


class ProofUnreadable(ValueError):
    """The text is no proof; says where it stops being one."""


@dataclass(frozen=True)
class Cell:
    measure: str
    occurrence: str

    def __str__(self) -> str:
        return f"{written(self.measure)}[{written(self.occurrence)}]"


@dataclass(frozen=True)
class Call:
    name: str
    arguments: tuple[Argument, ...] = ()

    def __str__(self) -> str:
        return f"{written(self.name)}({', '.join(shown(a) for a in self.arguments)})"


Argument = Call | Cell | str
Term = tuple[Cell | str, ...]


@dataclass(frozen=True)
class Binding:
    """What an option stands for, and how that read when the item was drafted."""

    option: str
    term: Term
    reads: str | None = None

    def __str__(self) -> str:
        parts = [shown(part) for part in self.term]
        term = parts[0] if len(parts) == 1 else f"({', '.join(parts)})"
        return f"{written(self.option)} = {term}" + (
            "" if self.reads is None else f" reads {quoted(self.reads)}"
        )


@dataclass(frozen=True)
class Proof:
    """`call` is the question put to the matrix, `bindings` say what each option answers."""

    call: Call
    bindings: tuple[Binding, ...] = ()

    def __str__(self) -> str:
        return "; ".join(map(str, (self.call, *self.bindings)))


def shown(argument: Argument) -> str:
    return written(argument) if isinstance(argument, str) else str(argument)


def written(name: str) -> str:
    """A name as the grammar writes it: bare where it can be, else quoted."""
    return name if _BARE.fullmatch(name) and name != READS else quoted(name)


def quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def parse_proof(text: str) -> Proof:
    """The tree of a proof's text; ProofUnreadable where it breaks the grammar."""
    return _Parser(text).proof()


READS = "reads"

_BARE = re.compile(r"[\w.\-]+")
_TOKEN = re.compile(r'\s*(?:(?P<name>[\w.\-]+)|(?P<quoted>"(?:[^"\\]|\\.)*")|(?P<mark>[()\[\],;=]))')


class _Parser:
    """Recursive descent over the grammar above, a method a rule."""

    def __init__(self, text: str) -> None:
        self.tokens = self._tokens(text.strip())
        self.at = 0

    @staticmethod
    def _tokens(text: str) -> list[tuple[str, str]]:
        tokens, place = [], 0
        while place < len(text):
            found = _TOKEN.match(text, place)
            if not found:
                raise ProofUnreadable(f"cannot read {text[place : place + 20]!r}")
            kind = str(found.lastgroup)
            value = found[kind]
            tokens.append(("mark" if value == READS else kind, _unquoted(value)))
            place = found.end()
        return tokens

    def proof(self) -> Proof:
        head = self.argument()
        if not isinstance(head, Call):
            raise ProofUnreadable("a proof begins with a call")
        bindings = []
        while self.takes(";"):
            option = self.name()
            self.expect("=")
            term = self.term()
            bindings.append(Binding(option, term, self.name() if self.takes(READS) else None))
        if self.at < len(self.tokens):
            raise ProofUnreadable(f"unexpected {self.tokens[self.at][1]!r}")
        return Proof(head, tuple(bindings))

    def term(self) -> Term:
        if not self.takes("("):
            return (self.leaf(),)
        parts = [self.leaf()]
        while self.takes(","):
            parts.append(self.leaf())
        self.expect(")")
        return tuple(parts)

    def leaf(self) -> Cell | str:
        argument = self.argument()
        if isinstance(argument, Call):
            raise ProofUnreadable("an option stands for names and cells, not for a call")
        return argument

    def argument(self) -> Argument:
        name = self.name()
        if self.takes("["):
            occurrence = self.name()
            self.expect("]")
            return Cell(name, occurrence)
        if not self.takes("("):
            return name
        arguments: list[Argument] = []
        if not self.takes(")"):
            arguments.append(self.argument())
            while self.takes(","):
                arguments.append(self.argument())
            self.expect(")")
        return Call(name, tuple(arguments))

    def name(self) -> str:
        if self.at < len(self.tokens) and self.tokens[self.at][0] != "mark":
            self.at += 1
            return self.tokens[self.at - 1][1]
        raise ProofUnreadable("a name is expected")

    def takes(self, mark: str) -> bool:
        if self.tokens[self.at : self.at + 1] == [("mark", mark)]:
            self.at += 1
            return True
        return False

    def expect(self, mark: str) -> None:
        if not self.takes(mark):
            raise ProofUnreadable(f"{mark!r} is expected")


def _unquoted(value: str) -> str:
    try:
        return str(json.loads(value)) if value.startswith('"') else value
    except json.JSONDecodeError as fault:
        raise ProofUnreadable(f"cannot read {value!r}") from fault
