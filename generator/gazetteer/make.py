"""`make gazetteer`: the list of divisions made again from the package it is published in.

It becomes tables in the shape in which they are looked up, so that reading them takes no time:
three of divisions, one of the pinyin of their names.

    python -m generator.gazetteer.make china-division-2.7.0.tgz

The package is accepted only if its sha512 is the one written here; the files that come out
have the same bytes every time.
"""

import base64
import csv
import gzip
import hashlib
import io
import sys
import tarfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from generator.errors import OperatorError, UsageError
from generator.gazetteer.divisions import DIVISIONS, NAMES, NO_PLACES, TOWNS
from generator.gazetteer.names import division_names, town_keys
from generator.gazetteer.pinyin import PINYIN, all_transcribed

SHA512 = "4uUPAT+1WfqDh5jytq7omdCmHNk3j+k76zEG/2IqaGcYB90c2SwcixttcypdsZ3T/9tN1TTpBDoeZn+Yw/qBEA=="
TABLES = ("provinces", "cities", "areas", "streets")


def compact(package: bytes, sha512: str = SHA512) -> dict[str, bytes]:
    """The gzipped tables of a package by file; UsageError when it is not the expected package."""
    found = base64.b64encode(hashlib.sha512(package).digest()).decode()
    if found != sha512:
        raise UsageError("package", f"its sha512 is {found}, expected {sha512}", "Fetch it again.")
    names = dict(sorted(_rows(package)))
    keys = {code: town_keys(name) if len(code) == 9 else () for code, name in names.items()}
    listed = ((code, name) for code, name in names.items() if keys[code] != (name,))
    higher = {c: name for c, name in names.items() if len(c) < 9 and name not in NO_PLACES}
    printed = {code: division_names(name) for code, name in higher.items()}
    return {
        DIVISIONS: _gzipped(("code", "name"), listed),
        TOWNS: _gzipped(("key", "codes"), _codes_by(keys)),
        NAMES: _gzipped(("name", "codes"), _codes_by(printed)),
        PINYIN: _gzipped(("part", "pinyin"), all_transcribed(names.values()).items()),
    }


def _codes_by(names: Mapping[str, Iterable[str]]) -> Iterator[tuple[str, str]]:
    """All names, each with the codes that have it, in their order."""
    codes: dict[str, list[str]] = {}
    for code, several in names.items():
        for name in several:
            codes.setdefault(name, []).append(code)
    return ((name, " ".join(found)) for name, found in codes.items())


def _gzipped(header: tuple[str, str], rows: Iterable[tuple[str, str]]) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    return gzip.compress(text.getvalue().encode("utf-8"), mtime=0)


def _rows(package: bytes) -> Iterator[tuple[str, str]]:
    with tarfile.open(fileobj=io.BytesIO(package), mode="r:gz") as archive:
        for table in TABLES:
            member = archive.extractfile(f"package/dist/{table}.csv")
            if member is None:
                raise UsageError("package", f"{table}.csv is no file", "Fetch it again.")
            for row in csv.DictReader(io.TextIOWrapper(member, encoding="utf-8")):
                yield row["code"], row["name"]


def main() -> int:
    """Write the tables from the package named on the command line; exit code 2 when refused."""
    try:
        tables = compact(Path(sys.argv[1]).read_bytes())
    except (OperatorError, OSError, IndexError) as error:
        sys.stderr.write(f"{error}\n")
        return 2
    for file, data in tables.items():
        Path(__file__).with_name(file).write_bytes(data)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
