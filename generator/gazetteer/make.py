"""`make gazetteer`: the list of divisions made again from the package it is published in.

    python -m generator.gazetteer.make china-division-2.7.0.tgz

The package is accepted only if its sha512 is the one written here; the file that comes out has the
same bytes every time.
"""

import base64
import csv
import gzip
import hashlib
import io
import sys
import tarfile
from collections.abc import Iterator
from pathlib import Path

from generator.errors import OperatorError, UsageError
from generator.gazetteer.divisions import DATA

SHA512 = "4uUPAT+1WfqDh5jytq7omdCmHNk3j+k76zEG/2IqaGcYB90c2SwcixttcypdsZ3T/9tN1TTpBDoeZn+Yw/qBEA=="
TABLES = ("provinces", "cities", "areas", "streets")


def compact(package: bytes, sha512: str = SHA512) -> bytes:
    """The gzipped `code,name` CSV of a package; UsageError when it is not the expected package."""
    found = base64.b64encode(hashlib.sha512(package).digest()).decode()
    if found != sha512:
        raise UsageError("package", f"its sha512 is {found}, expected {sha512}", "Fetch it again.")
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(("code", "name"))
    writer.writerows(sorted(_rows(package)))
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
    """Write the list from the package named on the command line; exit code 2 when refused."""
    try:
        data = compact(Path(sys.argv[1]).read_bytes())
    except (OperatorError, OSError, IndexError) as error:
        sys.stderr.write(f"{error}\n")
        return 2
    Path(__file__).with_name(DATA).write_bytes(data)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
