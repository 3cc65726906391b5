"""Numbers in the prose against the tables."""

from collections.abc import Iterator

from generator.bilingual import Text
from generator.model import Claim, Edit, NotAssessable, Report, Severity
from generator.regex import regex
from generator.rules import sources
from generator.rules.answers import AllAnswered, answered
from generator.rules.reading import fact
from generator.rules.registry import Hit, rule
from generator.rules.statements import differing, edits, positive, words_of, zero
from generator.rules.wording import quoted
from generator.specimen import Specimen, of_persons

_RECEIVED = "requests.received.total"
_OPENING = "requests.brought_forward.total"
_PROCESSED = "requests.processed.total"
_CARRIED = "requests.carried_forward.total"
# What says that some were not answered, in the same sentence or anywhere in the paragraph.
_EXCEPTED = regex(r"除|其余|剩余|余下|余\d|到期|届满|尚未|正在|未办")
_LEFT_OPEN = regex(r"结转|正在办理|正在处理|尚在|在办|未到期|继续办理|顺延|办理中")
_OWN_COUNT = Text(
    "正文可能只统计一部分申请，或者采用与表格不同的口径。",
    "The prose may count only some of the requests, or count them in another way.",
)


_SEVEN = of_persons(received=7, granted=7, processed=7)


@rule(
    "NX-RECV",
    Severity.WARNING,
    title=Text("正文所写收到的申请数与表格一致", "Requests received: prose and table agree"),
    meaning=Text(
        "正文写收到多少件申请，第三部分表格“本年新收”的总计应当是同一个数，或者连同上年结转是同一个数。",
        "The number of requests that the prose says were received is that of the table, either new "
        "requests alone or together with those carried over.",
    ),
    basis=sources.SAME_NUMBERS,
    sources=sources.FORM,
    message=Text(
        "正文写收到申请{stated}件；表中本年新收总计为{received}件，连同上年结转为{due}件。",
        "Requests received: the prose states {stated}; the table has {received} new, {due} "
        "together with those carried over.",
    ),
    wordings={
        "included": Text(
            "正文写连同上年结转收到申请{stated}件；表中本年新收总计为{received}件，"
            "连同上年结转为{due}件。",
            "Requests received with those carried over: the prose states {stated}; the table has "
            "{received} new, {due} together with those carried over.",
        )
    },
    exceptions=_OWN_COUNT,
    passes=Specimen(
        cells=_SEVEN,
        added={"overview": "全年收到政府信息公开申请7件。"},
    ),
    breaks=Specimen(added={"overview": "全年收到政府信息公开申请7件。"}),
)
def received_differs(report: Report) -> Iterator[Hit]:
    """A stated number of requests received is n, or n with those brought forward."""
    claims = differing(report, "requests_received", positive)
    if claims:
        received, opening = report.value(_RECEIVED), report.value(_OPENING)
        yield Hit(
            {
                "stated": claims[0].value,
                "received": fact(received),
                "due": fact(received + opening),
            },
            at=_RECEIVED,
            cells=(_RECEIVED, _OPENING),
            line=claims[0].line,
            wording="included" if "+" in claims[0].cell else "",
            mended_by=_received(report, claims),
        )


def _received(report: Report, claims: tuple[Claim, ...]) -> tuple[Edit, ...]:
    """What would satisfy NX-RECV: the number may always include what was brought forward."""
    with_opening = (claim._replace(cell=f"{_RECEIVED}+{_OPENING}") for claim in claims)
    return edits(report, *claims, *with_opening)


@rule(
    "NX-DONE",
    Severity.WARNING,
    title=Text("正文所写答复的申请数与表格一致", "Requests answered: prose and table agree"),
    meaning=Text(
        "正文写答复或办结多少件申请，第三部分表格（七）总计应当是同一个数。",
        "The number of requests that the prose says were answered is the total decided in the "
        "table.",
    ),
    basis=sources.SAME_NUMBERS,
    sources=sources.FORM,
    message=Text(
        "正文写答复或办结{stated}件；表中（七）总计为{processed}件。",
        "Requests answered: the prose states {stated}; the table has {processed} decided.",
    ),
    exceptions=_OWN_COUNT,
    passes=Specimen(
        cells=_SEVEN,
        added={"overview": "全年收到政府信息公开申请7件，答复7件。"},
    ),
    breaks=Specimen(added={"overview": "对政府信息公开申请依法办理，全年答复7件。"}),
)
def processed_differs(report: Report) -> Iterator[Hit]:
    """A stated number of requests answered is T."""
    claims = differing(report, "requests_processed", positive)
    if claims:
        numbers = {"stated": claims[0].value, "processed": fact(report.value(_PROCESSED))}
        yield Hit(
            numbers,
            at=_PROCESSED,
            cells=(_PROCESSED,),
            line=claims[0].line,
            mended_by=edits(report, *claims),
        )


@rule(
    "NX-ALLDONE",
    Severity.NOTICE,
    title=Text("“均已答复”与结转数一致", "“All answered” and the number carried forward agree"),
    meaning=Text(
        "正文写申请均已答复或全部办结时，第三部分表格结转下年度继续办理的件数应当是0。",
        "Where the prose says that all requests were answered, none is carried forward to the next "
        "year.",
    ),
    basis=sources.SAME_NUMBERS,
    sources=sources.FORM,
    message=Text(
        "正文写{phrase}；表中结转下年度继续办理{carried}件，办结{processed}件。",
        "The prose says {phrase} (all answered); the table has {carried} carried forward and "
        "{processed} decided.",
    ),
    exceptions=Text(
        "年末收到、仍在法定期限内的申请可以结转，正文可能只指已到期的申请。",
        "Requests received late in the year may be carried forward within their term; the prose "
        "may mean only those that were due.",
    ),
    passes=Specimen(added={"overview": "全年政府信息公开申请均在规定时间内答复。"}),
    breaks=Specimen(
        cells=of_persons(received=1, carried_forward=1),
        added={"overview": "全年政府信息公开申请均在规定时间内答复。"},
    ),
)
def all_answered_but_some_carried(report: Report) -> Iterator[Hit]:
    """“均已答复” or “全部办结” leaves nothing to carry forward."""
    said = next((one for one in answered(report) if not _excepts(one)), None)
    if said is None:
        raise NotAssessable("no_statement", "all_answered")
    carried = report.value(_CARRIED)
    if carried > 0:
        processed = report.value(_PROCESSED)
        yield Hit(
            {"carried": fact(carried), "processed": fact(processed)},
            {"phrase": quoted(said.phrase)},
            at=_CARRIED,
            cells=(_CARRIED, _PROCESSED),
            line=said.paragraph.line,
        )


def _excepts(said: AllAnswered) -> bool:
    """Whether the sentence leaves some out, or the paragraph says that some were not answered."""
    return bool(_LEFT_OPEN.search(said.paragraph.text) or _EXCEPTED.search(said.whole))


@rule(
    "NX-ZERO",
    Severity.WARNING,
    title=Text("“未收到申请”与表格一致", "“No requests received” and the table agree"),
    meaning=Text(
        "正文写没有收到政府信息公开申请时，第三部分表格“本年新收”的总计应当是0。",
        "Where the prose says that no request was received, the table has 0 new requests.",
    ),
    basis=sources.SAME_NUMBERS,
    sources=sources.FORM,
    message=Text(
        "正文写{words}；表中本年新收总计为{received}件。",
        "The prose says {words} (no request was received); new requests in the table: {received}.",
    ),
    exceptions=Text(
        "正文可能只指某一类申请人或某一渠道。",
        "The prose may mean one kind of applicant or one channel only.",
    ),
    passes=Specimen(added={"overview": "全年未收到政府信息公开申请。"}),
    breaks=Specimen(
        cells=_SEVEN,
        added={"overview": "全年未收到政府信息公开申请。"},
    ),
)
def none_received_but_some_counted(report: Report) -> Iterator[Hit]:
    """A report whose prose says that none was received has n = 0."""
    if any(claim.value for claim in report.claims_on("requests_received")):
        raise NotAssessable("no_statement", "none_received")
    claims = differing(report, "requests_received", zero)
    if claims:
        numbers = {"received": fact(report.value(_RECEIVED))}
        yield Hit(
            numbers,
            {"words": quoted(words_of(report, claims[0]))},
            at=_RECEIVED,
            cells=(_RECEIVED,),
            line=claims[0].line,
            mended_by=edits(report, *claims),
        )
