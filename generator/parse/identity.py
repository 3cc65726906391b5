"""Title, body and year of a report, as printed; names are completed by the register."""

import re
import unicodedata
from dataclasses import replace

from generator.model import Body, BodyKind, Paragraph, Period
from generator.parse.text import cleaned, sentence

_TITLE = re.compile(
    r"(?:政府信息公开|信息公开|政务公开)[^。；;，,：:]{0,8}?(?:年度报告|年报|告年度报)"
)
_LONGEST_TITLE = 60
_YEAR = re.compile(r"(?<!\d)(20[0-4]\d)\s*年")
_PERIOD = re.compile(
    r"(20[0-4]\d)\s*年\s*0?1\s*月\s*0?1\s*日(?:起|开始)?\s*[,，]?\s*(?:至|到|—|-|－|~|～)"
    r"\s*(?:(20[0-4]\d)\s*年)?\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日"
)
_SUFFIX_KINDS = (
    (("街道", "街道办事处"), BodyKind.SUBDISTRICT),
    (("乡", "镇", "苏木"), BodyKind.TOWNSHIP),
    (("局", "委员会", "委", "办公室", "中心", "厅", "处", "院", "队"), BodyKind.DEPARTMENT),
    (("省", "自治区"), BodyKind.PROVINCE),
    (("县", "区", "旗"), BodyKind.COUNTY),
    (("市", "州", "盟"), BodyKind.CITY),
)
_ANCESTORS = re.compile(r"^.*?(?:省|自治区|自治州|地区|盟|市|自治县|县|区|旗)(?=.{2,})")


def find_title(prose: tuple[Paragraph, ...]) -> tuple[str, int | None]:
    """The title and its first line; a title broken over two lines is joined."""
    for position, paragraph in enumerate(prose[:40]):
        text = _squeeze(paragraph.text)
        if len(text) > _LONGEST_TITLE or not _TITLE.search(text) or text[-1] in "。：；，":
            continue
        above = prose[position - 1] if position else None
        if above and above.line == paragraph.line - 1 and _is_upper_half(above.text, text):
            return _squeeze(above.text) + text, above.line
        return text, paragraph.line
    return "", None


def _squeeze(text: str) -> str:
    return re.sub(r"\s+", "", cleaned(text))


def _is_upper_half(above: str, title: str) -> bool:
    """Whether the line above holds the body's name that a title starting with the year lacks."""
    plain = _squeeze(above)
    has_body = bool(body_of(title))
    return not has_body and 2 <= len(plain) <= 40 and not re.search(r"[。；：:，,《》]", plain)


def find_year(title: str, prose: tuple[Paragraph, ...]) -> int | None:
    """The year of the report: of its title, else of the statistical period it states."""
    printed = _YEAR.search(unicodedata.normalize("NFKC", title))
    if printed:
        return int(printed[1])
    periods = read_periods(prose)
    return periods[0].first_year if periods else None


def read_periods(prose: tuple[Paragraph, ...]) -> tuple[Period, ...]:
    """Every span of dates from 1 January on; the statistical period is among them when stated."""
    return tuple(
        _period(found, paragraph)
        for paragraph in prose
        for found in _PERIOD.finditer(unicodedata.normalize("NFKC", paragraph.text))
    )


def _period(found: re.Match[str], paragraph: Paragraph) -> Period:
    first, last, month, day = found.groups()
    return Period(
        first_year=int(first),
        last_year=int(last or first),
        last_month=int(month),
        last_day=int(day),
        text=sentence(found.string, *found.span()),
        line=paragraph.line,
    )


def body_of(title: str) -> str:
    """The body as printed in a title, before or after the year."""
    rest = unicodedata.normalize("NFKC", title)
    named = re.split(r"(?:政府信息公开|信息公开|政务公开)", rest)[0]
    pieces = [piece for piece in re.split(r"20\d\d\s*年度?", named) if piece.strip("关于的 ")]
    body = pieces[0].strip("关于的 ") if pieces else ""
    if body.endswith("人民") and "人民政府信息公开" in rest:
        body += "政府"
    return body


def body_named(printed: str) -> Body:
    """What the printed name of a body says by itself: its own name and its kind."""
    own = re.sub(r"(?:人民政府|人民政府办公室)$", "", printed)
    name = _ANCESTORS.sub("", own)
    previous = ""
    while name != previous:
        previous, name = name, _ANCESTORS.sub("", name)
    short = re.sub(r"办事处$", "", name) if name.endswith("街道办事处") else name
    kind = next((kind for ends, kind in _SUFFIX_KINDS if own.endswith(ends)), BodyKind.UNKNOWN)
    if printed.endswith("人民政府") and kind is BodyKind.DEPARTMENT:
        kind = BodyKind.UNKNOWN
    return replace(Body(), printed=printed, name=short or own, kind=kind)
