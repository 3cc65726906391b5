"""What became of the requests decided in a year: the outcomes of the form as shares of all."""

from generator.bilingual import Text
from generator.metrics.definition import Metric, Sum, joined

_DECIDED = Sum(("requests.processed.total",))
_DECIDED_INCLUDES = Text(
    "分母是本年办结的全部申请，上年结转来的也算在内。",
    "The denominator is every request decided in the year, those carried over from the year before "
    "included.",
)

OUTCOMES = (
    Metric(
        "disclosure_rate",
        "rate",
        Text("公开率", "Disclosure rate"),
        Text(
            "本年办结的申请中，有多少全部或部分公开了所要的信息。",
            "Of the requests decided this year, the share that led to disclosure in full or in "
            "part.",
        ),
        joined(
            _DECIDED_INCLUDES,
            Text(
                "别处公布的公开率分母不一：有的用收到数，有的先减去不予处理和其他处理的申请；比较之前请先看公式。",
                "Disclosure rates published elsewhere may divide by requests received, or leave "
                "out requests not handled and otherwise closed: look at the formula before you "
                "compare.",
            ),
        ),
        Sum(("requests.granted.total", "requests.partly_granted.total")),
        _DECIDED,
    ),
    Metric(
        "granted_share",
        "rate",
        Text("予以公开占比", "Share disclosed in full"),
        Text(
            "本年办结的申请中，有多少全部公开了所要的信息。",
            "Of the requests decided this year, the share that led to disclosure in full.",
        ),
        _DECIDED_INCLUDES,
        Sum(("requests.granted.total",)),
        _DECIDED,
    ),
    Metric(
        "partly_granted_share",
        "rate",
        Text("部分公开占比", "Share disclosed in part"),
        Text(
            "本年办结的申请中，有多少公开了一部分信息。",
            "Of the requests decided this year, the share that led to disclosure in part.",
        ),
        joined(
            _DECIDED_INCLUDES,
            Text(
                "按表格规定，区分处理的申请只计在这一项，其余部分为何没有公开，表中看不出。",
                "By the form's own rule a request dealt with in separate parts is counted here "
                "only; why the rest was not disclosed cannot be seen from the table.",
            ),
        ),
        Sum(("requests.partly_granted.total",)),
        _DECIDED,
    ),
    Metric(
        "withheld_share",
        "rate",
        Text("不予公开占比", "Share refused"),
        Text(
            "本年办结的申请中，有多少依表中所列的八种理由之一不予公开。",
            "Of the requests decided this year, the share refused for one of the eight reasons "
            "that the form lists.",
        ),
        joined(
            _DECIDED_INCLUDES,
            Text(
                "无法提供、不予处理和其他处理另外计算，不在其中。",
                "Requests that the body was unable to answer, did not handle or otherwise closed "
                "are counted apart.",
            ),
        ),
        Sum(("requests.withheld.total",)),
        _DECIDED,
    ),
    Metric(
        "unavailable_share",
        "rate",
        Text("无法提供占比", "Share unable to provide"),
        Text(
            "本年办结的申请中，有多少因机关没有这项信息、需要另行制作或申请内容不明确而无法提供。",
            "Of the requests decided this year, the share that could not be met: not held, would "
            "have to be created, or still unclear after correction.",
        ),
        joined(
            _DECIDED_INCLUDES,
            Text(
                "“本机关不掌握”一行同时包括信息不存在和不属于本机关负责两种情形，因此算不出“信息不存在率”。",
                "The row “not held by this organ” covers both information that does not exist and "
                "information that another organ is responsible for, so no rate of non-existence "
                "can be computed.",
            ),
        ),
        Sum(("requests.unavailable.total",)),
        _DECIDED,
    ),
    Metric(
        "not_handled_share",
        "rate",
        Text("不予处理占比", "Share not handled"),
        Text(
            "本年办结的申请中，有多少没有作为信息公开申请处理，例如信访举报投诉或重复申请。",
            "Of the requests decided this year, the share not handled as requests for "
            "information, such as petitions, complaints and duplicates.",
        ),
        joined(
            _DECIDED_INCLUDES,
            Text(
                "别处的统计有的把这些申请从分母中减去。",
                "Some statistics elsewhere take these requests out of the denominator.",
            ),
        ),
        Sum(("requests.not_handled.total",)),
        _DECIDED,
    ),
    Metric(
        "otherwise_closed_share",
        "rate",
        Text("其他处理占比", "Share otherwise closed"),
        Text(
            "本年办结的申请中，有多少因逾期不补正、逾期不缴费或其他原因了结。",
            "Of the requests decided this year, the share closed because no correction or no fee "
            "came in time, or for another reason.",
        ),
        joined(
            _DECIDED_INCLUDES,
            Text(
                "2019年版表格只有一行，2021年版分为三行，这里取三行之和。",
                "The 2019 edition of the form has one row for this, the 2021 edition three, which "
                "are added up here.",
            ),
        ),
        Sum(("requests.closed.total",)),
        _DECIDED,
    ),
)
