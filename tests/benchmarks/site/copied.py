"""What the search for copied passages takes by itself: `python -m ….copied CONTENT`.

It prints the seconds of fingerprints and of the comparison, as a build makes them in one process.
"""

import json
import sys
from dataclasses import replace
from functools import partial
from pathlib import Path
from time import perf_counter

from generator.corpus import Corpus, open_corpus
from generator.model import Report
from generator.similarity import Prose, fingerprint, likenesses


def searched(corpus: Corpus) -> dict[str, float]:
    """Seconds of both steps, and how many reports share passages with another."""
    prints, reports, fingerprints = [], [], 0.0
    for file in corpus.files:
        report = corpus.read(file).report
        if report:
            start = perf_counter()
            prints.append(fingerprint(report))
            fingerprints += perf_counter() - start
            township = report.body.division_code or file
            reports.append(replace(report.slim(), id=file, township=township, preferred=True))
    start = perf_counter()
    found = list(likenesses(reports, Prose(prints, partial(_reopened, corpus))))
    return {
        "fingerprints": fingerprints,
        "comparison": perf_counter() - start,
        "reports_with_shared_passages": sum(bool(one.overlaps) for one in found),
    }


def _reopened(corpus: Corpus, report: Report) -> Report:
    return corpus.read(report.source.file).report or report


if __name__ == "__main__":
    sys.stdout.write(json.dumps(searched(open_corpus(Path(sys.argv[1])))) + "\n")
