"""Requests in and out, who made them, and the disputes that followed."""

from generator.bilingual import Text
from generator.metrics.definition import Metric, Sum, joined

_RECEIVED = "requests.received.total"
_DISPUTES = Sum(
    (
        "appeals.reconsideration.total",
        "appeals.suit_direct.total",
        "appeals.suit_after_reconsideration.total",
    )
)
_TOWNSHIPS_ONLY = Text(
    "把各乡镇的数相加得不到全县的数，因为县直部门不在其中。",
    "Adding up townships does not give the total of a county: its departments are missing.",
)
_FROM_2024 = Text(
    "自2024年起，对不予公开不服的须先申请行政复议（《行政复议法》第二十三条），直接起诉因此依法减少，前后年份不可直接比较。",
    "Since 2024 a refusal must first go to reconsideration (Administrative Reconsideration Law, "
    "Article 23), so direct suits fall by law and earlier years are not comparable.",
)
_EARLIER_REQUESTS = Text(
    "复议和诉讼可能针对上一年的申请。",
    "Reconsiderations and suits may concern requests of the year before.",
)

RATES = (
    Metric(
        "carry_over_rate",
        "rate",
        Text("结转率", "Carry-over rate"),
        Text(
            "本年应当办理的申请中，有多少转到下一年继续办理。",
            "Of all the requests in hand this year, the share carried forward to the next.",
        ),
        Text(
            "分母是新收和上年结转之和。表中没有收到日期，结转不等于逾期。",
            "The denominator is new requests plus those carried over. The table gives no dates of "
            "receipt, so carried forward does not mean late.",
        ),
        Sum(("requests.carried_forward.total",)),
        Sum((_RECEIVED, "requests.brought_forward.total")),
    ),
    Metric(
        "natural_person_share",
        "rate",
        Text("自然人申请占比", "Share of requests by natural persons"),
        Text(
            "本年新收的申请中，有多少由个人提出，而不是由企业或其他组织提出。",
            "Of the new requests, the share made by individuals and not by businesses or other "
            "organisations.",
        ),
        Text(
            "分母是本年新收的申请，不含上年结转。",
            "The denominator is new requests, without those carried over.",
        ),
        Sum(("requests.received.natural_person",)),
        Sum((_RECEIVED,)),
    ),
    Metric(
        "reconsideration_correction_rate",
        "rate",
        Text("复议纠错率", "Correction rate on reconsideration"),
        Text(
            "本年审结的行政复议中，有多少结果为纠正。",
            "Of the reconsiderations decided this year, the share that ended in a correction.",
        ),
        joined(
            Text(
                "分母是已审结的案件；别处也有以全部立案数为分母的算法。",
                "The denominator is decided cases; others divide by all cases filed.",
            ),
            _EARLIER_REQUESTS,
        ),
        Sum(("appeals.reconsideration.corrected",)),
        Sum(("appeals.reconsideration.total",), ("appeals.reconsideration.pending",)),
    ),
    Metric(
        "suit_loss_rate",
        "rate",
        Text("诉讼败诉率", "Loss rate in court"),
        Text(
            "按本站的定义：本年审结的行政诉讼中，有多少结果为纠正。",
            "By this site's definition: of the suits decided this year, the share that ended in a "
            "correction.",
        ),
        joined(
            Text(
                "公式是本站自定的，别处的算法可能不同。",
                "The formula is this site's own; others may count differently.",
            ),
            _FROM_2024,
        ),
        Sum(("appeals.suit_direct.corrected", "appeals.suit_after_reconsideration.corrected")),
        Sum(
            ("appeals.suit_direct.total", "appeals.suit_after_reconsideration.total"),
            ("appeals.suit_direct.pending", "appeals.suit_after_reconsideration.pending"),
        ),
    ),
    Metric(
        "disputes_per_100_requests",
        "ratio",
        Text("每百件申请的争议数", "Disputes per 100 requests"),
        Text(
            "每新收100件申请，有多少件行政复议和行政诉讼。",
            "How many reconsiderations and suits there were for every 100 new requests.",
        ),
        joined(
            _EARLIER_REQUESTS,
            Text(
                "所以可能超过100；它不是比例，不给置信区间。",
                "So the figure can exceed 100; it is not a share and has no interval.",
            ),
            _FROM_2024,
        ),
        _DISPUTES,
        Sum((_RECEIVED,)),
        per=100,
    ),
)

COUNTS = (
    Metric(
        "requests_received",
        "count",
        Text("新收申请数", "Requests received"),
        Text("本年新收到的政府信息公开申请数量。", "How many new requests came in this year."),
        _TOWNSHIPS_ONLY,
        Sum((_RECEIVED,)),
    ),
    Metric(
        "requests_processed",
        "count",
        Text("办结申请数", "Requests decided"),
        Text("本年办结的政府信息公开申请数量。", "How many requests were decided this year."),
        joined(
            Text(
                "上年结转来的申请也算在内。",
                "Requests carried over from the year before are included.",
            ),
            _TOWNSHIPS_ONLY,
        ),
        Sum(("requests.processed.total",)),
    ),
    Metric(
        "disputes",
        "count",
        Text("争议数", "Disputes"),
        Text(
            "本年因政府信息公开引起的行政复议和行政诉讼数量，包括尚未审结的。",
            "How many reconsiderations and suits over government information there were this year, "
            "pending ones included.",
        ),
        joined(_EARLIER_REQUESTS, _FROM_2024),
        _DISPUTES,
    ),
)
