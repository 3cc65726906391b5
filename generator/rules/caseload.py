"""Table B: unpaid fees, repeated requests and many requests carried forward."""

from collections.abc import Iterator

from generator.bilingual import Text
from generator.form import term
from generator.model import NotAssessable, Report, Severity
from generator.rules import sources
from generator.rules.reading import fact
from generator.rules.registry import Hit, rule
from generator.rules.statements import exact
from generator.rules.wording import row_label
from generator.specimen import Specimen, of_persons

_RECEIVED, _OPENING, _PROCESSED, _CARRIED, _UNPAID = (
    f"requests.{row}.total"
    for row in (
        "received",
        "brought_forward",
        "processed",
        "carried_forward",
        "closed_fee_unpaid",
    )
)
_REPEATED = tuple(
    f"requests.{row}.total" for row in ("not_handled_duplicate", "not_handled_mass_requests")
)


_ONE_UNPAID = of_persons(received=1, closed_fee_unpaid=1, processed=1)


@rule(
    "TB-FEE-ROW",
    Severity.WARNING,
    title=Text(
        "逾期未缴费的申请不多于收费通知", "Requests closed for an unpaid fee had a fee notice"
    ),
    meaning=Text(
        "申请因逾期未按收费通知缴费而不再处理的，应当发出过收费通知；正文所写收费通知的件数不应比它少。",
        "A request closed because a fee was not paid had a fee notice, so the prose states at "
        "least as many notices.",
    ),
    basis=Text(
        f"统一格式第三部分表格“{row_label(_UNPAID).zh}”一行的含义；"
        "《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）规定了信息处理费。",
        "The meaning of the row in the table in part three of the form; State Council General "
        "Office letter "
        "〔2020〕 No. 109 regulates the fee.",
    ),
    sources=sources.FORM + sources.FEES,
    message=Text(
        "{row}：表中总计{unpaid}件；正文写发出收费通知{notices}件。",
        "{row}: the table has {unpaid} in total; the prose states {notices} fee notices.",
    ),
    exceptions=Text(
        "收费通知可能在上一年发出。", "The notice may have been issued in the preceding year."
    ),
    passes=Specimen(
        cells=_ONE_UNPAID,
        prose={"other": "2023年度发出收费通知1件，总金额100元，实际收取总金额0元。"},
    ),
    breaks=Specimen(cells=_ONE_UNPAID),
)
def closed_for_a_fee_never_asked(report: Report) -> Iterator[Hit]:
    """As many fee notices are stated as requests were closed for an unpaid fee."""
    unpaid = report.value(_UNPAID)
    if unpaid == 0:
        return
    stated = exact(report, "fee_notices")["fee_notices"]
    if not stated:
        raise NotAssessable("no_statement", "fee_notices")
    notices = sum(claim.value for claim in stated)
    if unpaid > notices:
        yield Hit(
            {"unpaid": fact(unpaid), "notices": notices},
            {"row": row_label(_UNPAID)},
            at=_UNPAID,
            cells=(_UNPAID,),
            line=stated[0].line,
        )


@rule(
    "TB-DUP-LOGIC",
    Severity.NOTICE,
    title=Text(
        "有重复申请时，应办理的申请不止一件", "Repeated requests need more than one request"
    ),
    meaning=Text(
        "重复申请、大量反复申请要与另一件申请相比才成立；全年应办理的申请不超过1件时，需要核对。",
        "A request is repeated, or one of a mass, beside others; where no more than one was due in "
        "the year, readers may ask what it repeats.",
    ),
    basis=Text(
        "统一格式第三部分表格这两行的含义："
        + "、".join(row_label(cell).zh for cell in _REPEATED)
        + "。",
        "The meaning of the two rows in the table in part three of the form: "
        + "; ".join(row_label(cell).en for cell in _REPEATED)
        + ".",
    ),
    sources=sources.FORM,
    message=Text(
        "{cell}为{repeated}；本年新收与上年结转合计{due}件。",
        "{cell}: {repeated}; requests due in the year, new or carried over: {due}.",
    ),
    exceptions=Text(
        "重复的可能是往年已经答复的申请。",
        "What is repeated may be a request answered in an earlier year.",
    ),
    passes=Specimen(cells=of_persons(received=2, granted=1, not_handled_duplicate=1, processed=2)),
    breaks=Specimen(cells=of_persons(received=1, not_handled_duplicate=1, processed=1)),
)
def repeated_without_another(report: Report) -> Iterator[Hit]:
    """Duplicate or mass requests are found only where more than one request was due."""
    due = report.total((_RECEIVED, _OPENING))
    for cell in _REPEATED:
        repeated = report.value(cell)
        if repeated > 0 and due <= 1:
            yield Hit(
                {"repeated": fact(repeated), "due": fact(due)},
                {"cell": term(cell)},
                at=cell,
                cells=(cell, _RECEIVED, _OPENING),
                line=report.line_of(cell),
            )


_MANY = 10


@rule(
    "TB-CARRY-BIG",
    Severity.NOTICE,
    title=Text("结转下年的申请不占多数", "Requests carried forward are not most of those due"),
    meaning=Text(
        "应办理的申请一件也没有办结，或者过半数结转下年时，值得读者留意。",
        "It deserves attention when none of the requests due was decided, or more than half of "
        "them were carried forward.",
    ),
    basis=Text(
        "统一格式第三部分表格新收、结转各行的含义；没有条文限制结转的件数，因此仅作提醒。"
        "10件和半数的界线是本站的取值。",
        "The meaning of the rows in the table in part three of the form; no provision limits how "
        "many are "
        "carried forward, so this is a notice only. The limits of 10 requests and one half are "
        "this site's choice.",
    ),
    sources=sources.FORM,
    message=Text(
        "应办理的申请{due}件，其中{carried}件结转下年，办结{decided}件。",
        "Of {due} requests due {carried} were carried forward; {decided} were decided.",
    ),
    exceptions=Text(
        "年末集中收到的申请仍在法定期限内，可以结转。",
        "Requests that came late in the year may be carried forward within their term.",
    ),
    passes=Specimen(cells=of_persons(received=12, granted=7, processed=7, carried_forward=5)),
    breaks=Specimen(cells=of_persons(received=12, granted=5, processed=5, carried_forward=7)),
)
def most_carried_forward(report: Report) -> Iterator[Hit]:
    """Not more than was received, with nothing decided; nor over half of ten or more due."""
    received, due = report.value(_RECEIVED), report.total((_RECEIVED, _OPENING))
    carried, decided = report.value(_CARRIED), report.value(_PROCESSED)
    none_decided = carried > received and decided == 0
    if none_decided or (due >= _MANY and carried * 2 > due):
        yield Hit(
            {"due": fact(due), "carried": fact(carried), "decided": fact(decided)},
            at=_CARRIED,
            cells=(_RECEIVED, _OPENING, _PROCESSED, _CARRIED),
            line=report.line_of(_CARRIED),
        )
