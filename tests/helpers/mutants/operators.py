"""What people get wrong in code: for a module's tree, each part of the text that may become another one.

A change is made in the text and not in the tree, so that lines stay where coverage saw them. Texts for people,
docstrings, annotations, asserts and ``__all__`` are left alone.
"""

import ast
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any, Final

from attrs import frozen

__all__ = ["Splice", "splices_of"]

_COMPARED: Final[Mapping[type[ast.cmpop], tuple[str, str]]] = {
    ast.Lt: ("<", "<="),
    ast.LtE: ("<=", "<"),
    ast.Gt: (">", ">="),
    ast.GtE: (">=", ">"),
    ast.Eq: ("==", "!="),
    ast.NotEq: ("!=", "=="),
    ast.Is: ("is", "is not"),
    ast.IsNot: (r"is\s+not", "is"),
    ast.In: ("in", "not in"),
    ast.NotIn: (r"not\s+in", "in"),
}
_COUNTED: Final[Mapping[type[ast.operator], tuple[str, str]]] = {
    ast.Add: ("+", "-"),
    ast.Sub: ("-", "+"),
    ast.Mult: ("*", "+"),
    ast.FloorDiv: ("//", "*"),
    ast.Mod: ("%", "//"),
    ast.BitAnd: ("&", "|"),
    ast.BitOr: ("|", "&"),
}
_CALLED: Final = {"any": "all", "all": "any", "min": "max", "max": "min", "sorted": "list"}
_EITHER_WAY: Final = frozenset(
    {"both", "both_known", "gcd", "max", "maximum", "min", "minimum", "overlap"}
)
"""Functions whose arguments may be swapped, and nothing is otherwise."""

_PLAIN_TYPES: Final = frozenset(
    {"bool", "bytes", "date", "datetime", "dict", "float", "int", "list", "set", "str", "tuple"}
)


@frozen
class Splice:
    """The bytes from start to end become another text."""

    kind: str
    start: int
    end: int
    after: str


def splices_of(tree: ast.Module, text: str) -> Iterator[Splice]:
    """Yield every change of a module, as parts of its text."""
    return _Finder(text, tree).found()


class _Finder:
    def __init__(self, text: str, tree: ast.Module) -> None:
        self._code = text.encode()
        self._tree = tree
        self._starts: list[int] = [0]
        for line in self._code.splitlines(keepends=True):
            self._starts.append(self._starts[-1] + len(line))
        self._fields: dict[str, set[str]] = defaultdict(set)
        self._imported: set[str] = set()
        for node in ast.walk(tree):
            if isinstance(node, ast.Import | ast.ImportFrom):
                self._imported |= {one.asname or one.name for one in node.names}
            if isinstance(node, ast.Attribute):
                self._fields[ast.unparse(node.value)].add(node.attr)
        removed = (ast.Expr, ast.Continue, ast.Break, ast.Raise, ast.AugAssign, ast.Assign)
        self._ways: dict[Any, Callable[[Any], Iterator[Splice]]] = {
            ast.Compare: self._comparison,
            ast.BoolOp: self._conditions,
            ast.UnaryOp: self._operand,
            ast.BinOp: self._counted,
            ast.Constant: self._constant,
            ast.Call: self._call,
            ast.Attribute: self._other_field,
            ast.IfExp: self._branches,
            ast.Dict: self._entries_of_dict,
            (ast.Set, ast.List, ast.Tuple): self._entries_of,
            ast.comprehension: self._filters,
            ast.AugAssign: self._added,
            removed: self._statement,
            ast.If: self._guard,
        }

    def found(self) -> Iterator[Splice]:
        for node in self._kept(self._tree):
            yield from self._of(node)

    def _kept(self, node: ast.AST) -> Iterator[ast.AST]:
        """Walk the tree, past what is no behaviour."""
        yield node
        for name, value in ast.iter_fields(node):
            if name in {"annotation", "returns", "decorator_list", "type_params"}:
                continue
            for child in value if isinstance(value, list) else [value]:
                if isinstance(child, ast.AST) and not _left_alone(child):
                    yield from self._kept(child)

    def _of(self, node: ast.AST) -> Iterator[Splice]:
        for kinds, splices in self._ways.items():
            if isinstance(node, kinds):
                yield from splices(node)

    def _operand(self, node: ast.UnaryOp) -> Iterator[Splice]:
        if isinstance(node.op, ast.Not | ast.USub):
            kind = "not dropped" if isinstance(node.op, ast.Not) else "minus dropped"
            yield self._put(kind, node, self._text(node.operand))

    def _constant(self, node: ast.Constant) -> Iterator[Splice]:
        if isinstance(node.value, bool):
            yield self._put("truth", node, str(not node.value))
        elif isinstance(node.value, int):
            yield self._put("number", node, str(node.value + 1))

    def _entries_of_dict(self, node: ast.Dict) -> Iterator[Splice]:
        yield from self._entries(node, list(zip(node.keys, node.values, strict=True)))

    def _entries_of(self, node: ast.Set | ast.List | ast.Tuple) -> Iterator[Splice]:
        if not isinstance(getattr(node, "ctx", None), ast.Store):
            yield from self._entries(node, [(one, one) for one in node.elts])

    def _filters(self, node: ast.comprehension) -> Iterator[Splice]:
        for condition in node.ifs:
            yield self._put("filter dropped", condition, "True")

    def _added(self, node: ast.AugAssign) -> Iterator[Splice]:
        yield from self._between("count", node.target, node.value, *_augmented(type(node.op)))

    def _statement(self, node: ast.stmt) -> Iterator[Splice]:
        names = isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name | ast.Tuple)
        if not names:  # without a name the rest would not even run
            yield self._put("statement removed", node, "pass")

    def _comparison(self, node: ast.Compare) -> Iterator[Splice]:
        for (left, right), op in zip(
            pairwise([node.left, *node.comparators]), node.ops, strict=True
        ):
            before, after = _COMPARED[type(op)]
            pattern = rf"\b{before}\b" if before[0].isalpha() else re.escape(before)
            yield from self._between("comparison", left, right, pattern, after)

    def _conditions(self, node: ast.BoolOp) -> Iterator[Splice]:
        before, after = ("and", "or") if isinstance(node.op, ast.And) else ("or", "and")
        for left, right in pairwise(node.values):
            yield from self._between("and/or", left, right, rf"\b{before}\b", after)
        for dropped in node.values:
            kept = [self._inside(one) for one in node.values if one is not dropped]
            yield self._put("condition dropped", node, f"({f' {before} '.join(kept)})")

    def _counted(self, node: ast.BinOp) -> Iterator[Splice]:
        names = (node.left, node.right)
        if type(node.op) not in _COUNTED or any(_is_text(one) or _is_type(one) for one in names):
            return
        before, after = _COUNTED[type(node.op)]
        yield from self._between("count", node.left, node.right, re.escape(before), after)

    def _call(self, node: ast.Call) -> Iterator[Splice]:
        if isinstance(node.func, ast.Name) and node.func.id in _CALLED and node.args:
            called = _CALLED[node.func.id]
            if called == "list":
                yield self._put("order dropped", node, f"list({self._text(node.args[0])})")
            else:
                yield self._put("call", node.func, called)
        name = getattr(node.func, "attr", getattr(node.func, "id", ""))
        for left, right in pairwise(node.args if name not in _EITHER_WAY else ()):
            both = (left, right)
            if all(isinstance(one, ast.Name | ast.Attribute) for one in both) and not (
                _is_type(left) and _is_type(right)
            ):
                first, second = self._text(left), self._text(right)
                between = self._code[self._end(left) : self._start(right)].decode()
                yield Splice(
                    "arguments swapped",
                    self._start(left),
                    self._end(right),
                    f"{second}{between}{first}",
                )
        if isinstance(node.func, ast.Name) and node.func.id in {"Text", "field", "dict"}:
            return
        arguments = [*node.args, *node.keywords]
        for number, argument in enumerate(arguments):
            if (
                isinstance(argument, ast.keyword)
                and argument.arg not in {None, "strict"}
                and number
            ):
                start = self._end(arguments[number - 1])
                yield Splice("argument dropped", start, self._end(argument), "")

    def _other_field(self, node: ast.Attribute) -> Iterator[Splice]:
        base = ast.unparse(node.value)
        if (
            not isinstance(node.ctx, ast.Load)
            or base in {"self", *self._imported}
            or not isinstance(node.value, ast.Name)
        ):
            return
        others = sorted(self._fields[base] - {node.attr})
        if others:
            # one other field of each place, the next one in the alphabet, so that all get their turn
            after = next((other for other in others if other > node.attr), others[0])
            yield self._put("another field", node, f"{self._text(node.value)}.{after}")

    def _branches(self, node: ast.IfExp) -> Iterator[Splice]:
        yield self._put("other branch", node, self._inside(node.body))
        yield self._put("other branch", node, self._inside(node.orelse))

    def _entries(
        self, node: ast.AST, entries: Sequence[tuple[ast.expr | None, ast.expr]]
    ) -> Iterator[Splice]:
        if len(entries) <= 1 or all(_is_type(value) for _, value in entries):
            return
        for number, (key, value) in enumerate(entries):
            start = self._start(key) if key is not None else self._start(value) - 2
            end = self._end(value)
            if number + 1 < len(entries):
                following = entries[number + 1]
                end = self._start(following[0] or following[1])
                end -= 2 if following[0] is None else 0
            else:
                start = self._end(entries[number - 1][1])
            if self._start(node) <= start < end <= self._end(node):
                yield Splice("entry removed", start, end, "")

    def _guard(self, node: ast.If) -> Iterator[Splice]:
        leaving = (ast.Return, ast.Continue, ast.Break, ast.Raise)
        if not node.orelse and isinstance(node.body[-1], leaving):
            yield self._put("guard removed", node.test, "False")
        else:
            yield self._put("condition turned", node.test, f"not ({self._text(node.test)})")

    def _between(
        self, kind: str, left: ast.expr, right: ast.expr, pattern: str, after: str
    ) -> Iterator[Splice]:
        start, end = self._end(left), self._start(right)
        if found := re.search(pattern.encode(), self._code[start:end]):
            yield Splice(kind, start + found.start(), start + found.end(), after)

    def _put(self, kind: str, node: ast.AST, after: str) -> Splice:
        return Splice(kind, self._start(node), self._end(node), after)

    def _inside(self, node: ast.AST) -> str:
        text = self._text(node)
        return text if isinstance(node, ast.Name | ast.Constant) else f"({text})"

    def _text(self, node: ast.AST) -> str:
        return self._code[self._start(node) : self._end(node)].decode()

    def _start(self, node: Any) -> int:
        return self._starts[int(node.lineno) - 1] + int(node.col_offset)

    def _end(self, node: Any) -> int:
        return self._starts[int(node.end_lineno) - 1] + int(node.end_col_offset)


def _augmented(op: type[ast.operator]) -> tuple[str, str]:
    before, after = _COUNTED.get(op, ("+", "-"))
    return re.escape(f"{before}="), f"{after}="


def _left_alone(node: ast.AST) -> bool:
    match node:
        case (
            ast.Expr(value=ast.Constant())
            | ast.Assert()
            | ast.JoinedStr()
            | ast.Assign(targets=[ast.Name(id="__all__" | "__slots__")])
            | ast.If(test=ast.Name(id="TYPE_CHECKING"))
            | ast.FunctionDef(name="__dir__" | "__repr__")
            | ast.AnnAssign(annotation=ast.Name(id="TypeAlias"))
            | ast.AnnAssign(value=None)
        ):
            return True
        case ast.Subscript(value=ast.Name(id=name)):
            return name[:1].isupper() and not name.isupper()
        case _:
            return False


def _is_text(node: ast.AST) -> bool:
    return isinstance(node, ast.JoinedStr) or (
        isinstance(node, ast.Constant) and isinstance(node.value, str)
    )


def _is_type(node: ast.AST) -> bool:
    """Return whether a name is one of a type, as in ``str | None``."""
    match node:
        case ast.Name(id=name):
            return (name[:1].isupper() and not name.isupper()) or name in _PLAIN_TYPES
        case ast.Constant(value=None):
            return True
        case ast.Attribute(attr=name):
            return name[:1].isupper() or name == "ndarray"
        case ast.BinOp(left=left, op=ast.BitOr(), right=right):
            return _is_type(left) and _is_type(right)
        case _:
            return False
