"""Templates, compiled once and kept beside their sources, as Python keeps modules."""

from contextlib import suppress
from functools import cache
from importlib.metadata import version
from pathlib import Path

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined, Template
from jinja2.bccache import Bucket

TEMPLATES = Path(__file__).parents[2] / "site_templates"


class Compiled(FileSystemBytecodeCache):
    """Bytecode that is out of date as soon as its source, jinja2 or this module is another."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._maker = f"{version('jinja2')} {Path(__file__).read_text(encoding='utf-8')}"
        super().__init__(str(folder), "%s.pyc")

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


def environment(templates: Path = TEMPLATES) -> Environment:
    """The templates of a folder; what they do not know is an error."""
    return Environment(
        loader=FileSystemLoader(templates),
        bytecode_cache=Compiled(templates / "__pycache__"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


@cache
def _environment() -> Environment:
    return environment()


@cache
def template(name: str) -> Template:
    """A template of the site."""
    return _environment().get_template(name)


def compile_all() -> None:
    """Compile every template, so that no build has to."""
    for name in _environment().list_templates(extensions=["html"]):
        template(name)
