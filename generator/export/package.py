"""datapackage.json: the tables described for programs.

Data Package 2.0, https://datapackage.org/standard/data-package/. `fieldsMatch` and labelled
`missingValues` are left out because the published profile rejects them.
"""

import json
from collections.abc import Iterable
from typing import Any

from generator.bilingual import Text
from generator.export.declare import AnyFile, Column
from generator.export.dictionary import FILES
from generator.export.licence import licence_url
from generator.export.parts import INDEX
from generator.export.written import FileFacts
from generator.settings import Settings

PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
NAME = "township-annual-reports"


def datapackage(files: Iterable[FileFacts], settings: Settings) -> bytes:
    """The description of all tables that were written."""
    licence = {"name": settings.licence.replace(" ", "-"), "title": settings.licence}
    if url := licence_url(settings.licence):
        licence["path"] = url
    package: dict[str, Any] = {
        "$schema": PROFILE,
        "name": NAME,
        "title": settings.title.en,
        "description": settings.title.zh,
        "licenses": [licence],
        "resources": [_resource(facts) for facts in files if facts.file and not facts.excel],
    }
    if settings.base_url:
        package["homepage"] = settings.base_url
    if settings.publisher:
        package["contributors"] = [{"title": settings.publisher, "roles": ["publisher"]}]
    return (json.dumps(package, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def _resource(facts: FileFacts) -> dict[str, Any]:
    file = INDEX if facts.file == INDEX.name else FILES[facts.file]
    return {
        "name": facts.path.removesuffix(".csv").replace("/", "-"),
        "type": "table",
        "path": facts.path,
        "title": file.title.en,
        "description": f"每行是{file.row.zh}。One row per {file.row.en}.",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": facts.size,
        "hash": f"sha256:{facts.sha256}",
        "schema": _schema(file),
    }


def _schema(file: AnyFile) -> dict[str, Any]:
    schema: dict[str, Any] = {"fields": [_field(column, file) for column in file.columns]}
    if file.key:
        schema["primaryKey"] = list(file.key)
    if file.references:
        schema["foreignKeys"] = [
            {
                "fields": [reference.column],
                "reference": {"resource": reference.file, "fields": [reference.target]},
            }
            for reference in file.references
        ]
    return schema


def _field(column: Column[Any], file: AnyFile) -> dict[str, Any]:
    field: dict[str, Any] = {
        "name": column.name,
        "type": column.type,
        "title": column.title.en,
        "description": _description(column),
    }
    constraints: dict[str, Any] = {}
    if column.name in file.key:
        constraints["required"] = True
    if column.words:
        constraints["enum"] = list(column.words)
    return field | ({"constraints": constraints} if constraints else {})


def _description(column: Column[Any]) -> str:
    unit = column.unit and Text(f"单位：{column.unit.zh}。", f"Unit: {column.unit.en}.")
    basis = f"依据：{column.basis}。" if column.basis else ""
    said = (f"{column.title.zh}。", *(unit or ()), basis, *(column.note or ()))
    return " ".join(filter(None, said))
