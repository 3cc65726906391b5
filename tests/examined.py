"""A corpus as pages and exports see it, with every cell, made in this process in one piece."""

from generator.corpus import Corpus
from generator.example_messages import example_messages
from generator.judging import judge_all
from generator.metrics import measured
from generator.model import Dossier
from generator.progress import Progress, silent
from generator.rule_benchmark import rule_benchmark
from generator.settings import Thresholds
from generator.survey import Survey


def examine(corpus: Corpus, progress: Progress = silent) -> Survey:
    """Everything that is known of a corpus, without its texts."""
    judged = judge_all(corpus, progress)
    measured = (_measured(one, corpus.settings.thresholds) for one in judged.dossiers.values())
    return Survey(
        dossiers=tuple(sorted(measured, key=lambda dossier: dossier.report.id)),
        files=judged.records,
        replies=judged.replies,
        settings=corpus.settings,
        illustrations=example_messages(),
        benchmark=rule_benchmark(),
    )


def _measured(dossier: Dossier, thresholds: Thresholds) -> Dossier:
    return measured(dossier, thresholds)
