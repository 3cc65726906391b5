"""What is known of a report: the values that flow from reading through judging to the pages."""

from generator.model.body import (
    TOWNSHIP_KINDS,
    Body,
    BodyKind,
    Resolution,
)
from generator.model.company import (
    ALONE,
    Company,
    Typical,
)
from generator.model.document import (
    ABSENT,
    PICTURE,
    UNREAD,
    Artefact,
    Document,
    GridCell,
    Number,
    Paragraph,
    PrintedLabel,
    Reading,
    SectionReading,
    Source,
    Status,
    TableReading,
)
from generator.model.dossier import (
    Dossier,
    FileOutcome,
    FileRecord,
    Measure,
    MeasureStatus,
    Opened,
    Reply,
    Township,
)
from generator.model.mention import Mention, Place
from generator.model.overlap import (
    ALIKE,
    LEAST_COMPARED,
    MOSTLY_ALIKE,
    PASSAGE,
    Overlap,
    SharedPassage,
)
from generator.model.report import (
    Agreement,
    Claim,
    NotAssessable,
    Period,
    Report,
    StatedChange,
    number_text,
)
from generator.model.verdict import (
    Assessment,
    Edit,
    Finding,
    Outcome,
    Severity,
)

__all__ = [
    "ABSENT",
    "ALIKE",
    "ALONE",
<<<<<<< HEAD
    "LEAST_COMPARED",
    "MOSTLY_ALIKE",
    "PASSAGE",
=======
    "PICTURE",
>>>>>>> 318c7d2 (wip)
    "TOWNSHIP_KINDS",
    "UNREAD",
    "Agreement",
    "Artefact",
    "Assessment",
    "Body",
    "BodyKind",
    "Claim",
    "Company",
    "Document",
    "Dossier",
    "Edit",
    "FileOutcome",
    "FileRecord",
    "Finding",
    "GridCell",
    "Measure",
    "MeasureStatus",
    "Mention",
    "NotAssessable",
    "Number",
    "Opened",
    "Outcome",
    "Overlap",
    "Paragraph",
    "Period",
    "Place",
    "PrintedLabel",
    "Reading",
    "Reply",
    "Report",
    "Resolution",
    "SectionReading",
    "Severity",
    "SharedPassage",
    "Source",
    "StatedChange",
    "Status",
    "TableReading",
    "Township",
    "Typical",
    "number_text",
]
