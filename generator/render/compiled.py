"""Templates, compiled once for each language and kept beside their sources, as Python does it.

Words that need no facts are filled in as a template is compiled, and attributes and calls are those
of Python: nothing of ours asks Jinja for its context.
"""

from collections.abc import Mapping
from contextlib import suppress
from functools import cache, lru_cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined, Template
from jinja2.bccache import Bucket
from jinja2.compiler import CodeGenerator, Frame
from jinja2.nodes import Call, Const, Expr, Filter, Getattr, Name
from jinja2.runtime import new_context
from markupsafe import Markup, escape

from generator.bilingual import LANGS, Lang, han
from generator.fragments import escaped
from generator.messages import catalogue, translator

TEMPLATES = Path(__file__).parents[2] / "site_templates"
_SHORT = 100  # characters of a text that is worth keeping


class Compiled(FileSystemBytecodeCache):
    """Bytecode that is out of date as soon as its source, the words of its language, jinja2 or this
    module is another.
    """

    def __init__(self, folder: Path, lang: Lang) -> None:
        self._folder = folder
        own = Path(__file__).read_text(encoding="utf-8")
        maker = f"{version('jinja2')} {own} {catalogue(lang)}"
        self._maker = sha256(maker.encode()).hexdigest()
        super().__init__(str(folder), f"%s.{lang}.pyc")

    def get_source_checksum(self, source: str) -> str:
        """What the bytecode follows from."""
        return super().get_source_checksum(self._maker + source)

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fetch bytecode, if it is kept and sound."""
        with suppress(OSError):
            super().load_bytecode(bucket)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep bytecode, unless the folder cannot be written to."""
        with suppress(OSError):
            self._folder.mkdir(exist_ok=True)
            super().dump_bytecode(bucket)


class _Plain(CodeGenerator):
    """Writes `{{ t("key") }}` as the text that it is in the language of the templates, the rest as
    Python would be written; `safe` may stand at the end of what is put out.
    """

    def _output_child_to_const(
        self, node: Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo
    ) -> str:
        match node:
            case Call(node=Name(name="t"), args=[Const(value=key)], kwargs=[]):
                return escape(self.environment.globals["t"](key))  # type: ignore[operator]
        return super()._output_child_to_const(node, frame, finalize)

    def _output_child_pre(self, node: Expr, *_: object) -> None:
        self.write("(" if _is_safe(node) else "environment.escaped(")

    def visit_Filter(self, node: Filter, frame: Frame) -> None:  # noqa: N802
        if _is_safe(node) and node.node:
            self.visit(node.node, frame)
        else:
            super().visit_Filter(node, frame)

    def visit_Getattr(self, node: Getattr, frame: Frame) -> None:  # noqa: N802
        self.visit(node.node, frame)
        self.write(f".{node.attr}")

    def visit_Call(  # noqa: N802
        self, node: Call, frame: Frame, forward_caller: bool = False
    ) -> None:
        self.visit(node.node, frame)
        self.write("(")
        for argument in (*node.args, *node.kwargs):
            self.visit(argument, frame)
            self.write(", ")
        self.write("caller=caller)" if forward_caller else ")")


def _is_safe(node: Expr) -> bool:
    return isinstance(node, Filter) and node.name == "safe"


_short = lru_cache(maxsize=16_384)(escaped)


class _Environment(Environment):
    """Escapes what pages say again and again once."""

    code_generator_class = _Plain

    @staticmethod
    def escaped(value: object) -> str:
        """A value as it may stand on a page."""
        if type(value) is str:
            return _short(value) if len(value) < _SHORT else escaped(value)
        return value if type(value) is Markup else escape(value)


def environment(lang: Lang, templates: Path = TEMPLATES) -> Environment:
    """The templates of a folder in a language; what they do not know is an error."""
    made = _Environment(
        loader=FileSystemLoader(templates),
        bytecode_cache=Compiled(templates / "__pycache__", lang),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
    )
    made.globals["t"] = translator(lang)
    made.filters["han"] = lambda text: Markup(han(escaped(text), lang))  # noqa: S704 - escaped
    return made


@cache
def _environment(lang: Lang) -> Environment:
    return environment(lang)


@cache
def template(lang: Lang, name: str) -> Template:
    """A template of the site."""
    return _environment(lang).get_template(name)


@cache
def _known(lang: Lang) -> dict[str, object]:
    """What every template of the site knows: the words, and the macros."""
    macros = template(lang, "_macros.html").module
    return {"t": translator(lang), "m": macros}


def rendered(lang: Lang, name: str, facts: Mapping[str, object]) -> str:
    """A template of the site with its facts; Jinja would ask for its globals with every page."""
    made = template(lang, name)
    known = {**_known(lang), **facts}
    context = new_context(made.environment, made.name, made.blocks, known, shared=True)
    return "".join(made.root_render_func(context))


def compile_all() -> None:
    """Compile every template, so that no build has to."""
    for lang in LANGS:
        for name in _environment(lang).list_templates(extensions=["html"]):
            template(lang, name)
