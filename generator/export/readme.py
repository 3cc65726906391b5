"""README.txt of the data folder, in both languages."""

from generator.bilingual import LANGS, Lang, Text
from generator.export.dictionary import FILES
from generator.export.licence import licence_url
from generator.export.parts import LIMIT
from generator.settings import Settings

_ABOUT = Text(
    """本文件夹的数字来自各单位自行公布的政府信息公开工作年度报告，未经审计，按原样收录，不改动也不补缺。
与原报告不一致时，以原报告为准。空白不等于0。
corrections.csv 是对发现的答复。其中 our_mistake 撤回发现：仍列在 findings.csv，但不计入任何总数。

文件""",
    """The numbers in this folder come from the annual reports that the bodies published themselves.
They have not been audited, altered or filled in. Where they differ from a report, the report
prevails. Blank is not 0.
corrections.csv holds the replies to findings. Of these, our_mistake withdraws a finding: it stays
in findings.csv but counts in no total.

Files""",
)
_FORMATS = Text(
    f"""格式
- *.csv：UTF-8、逗号分隔、英文列名，供程序使用。
- excel/*.csv：同样的内容，供 Excel 和 WPS 直接打开：中文列名，编号写作 ="110118105" 以免变成
  1.1E+08，以等号、加号、减号或 @ 开头的文字前加一撇，以免被当作公式。
- 报告超过 {LIMIT} 份时，cells、claims、assessments 按省份分为多个文件，目录见各文件夹的 index.csv。
- dictionary.csv 说明每一列；datapackage.json 供程序读取同样的说明。
- everything.zip 是全部内容；checksums.sha256 用于核对：sha256sum -c checksums.sha256""",
    f"""Formats
- *.csv: UTF-8, commas, English column names, for programs.
- excel/*.csv: the same for opening in Excel or WPS: Chinese column names, codes written as
  ="110118105" so that they do not become 1.1E+08, and an apostrophe before text that begins with
  an equals, plus, minus or at sign, so that it is not run as a formula.
- With more than {LIMIT} reports, cells, claims and assessments are one file per province, listed in
  the index.csv of their folder.
- dictionary.csv explains every column; datapackage.json says the same to programs.
- everything.zip holds it all; to check: sha256sum -c checksums.sha256""",
)
_CITE = Text(
    """引用
引用某个数字时，请写明该单位的报告、年度和原文网址，并说明数字由该单位自行公布。引用整套数据：
  {title}{publisher}，数据文件，{address}，访问日期。
请一并写下 everything.zip 的 SHA-256 校验值，以便他人找到同一版本。

许可
数据的汇编：{licence}
各报告是发布单位的公文，我们不主张任何权利。""",
    """How to cite
To cite a number, name the body, the year and the address of its report, and say that the figure
is self-reported. To cite the data as a whole:
  {title}{publisher}, data files, {address}, date of access.
Please add the SHA-256 checksum of everything.zip, so that others can find the same version.

Licence
The compilation of the data: {licence}
The reports are official documents of the bodies that issued them; we claim no rights in them.""",
)
_NO_ADDRESS = Text("网址", "address of the site")


def readme(settings: Settings) -> bytes:
    """What each file is, how to cite it and under what licence it may be used.

    The byte-order mark makes browsers and old editors read the Chinese right.
    """
    return "\n\n\n".join(_in(lang, settings) for lang in LANGS).encode("utf-8-sig") + b"\n"


def _in(lang: Lang, settings: Settings) -> str:
    title = settings.title.in_(lang)
    comma = "，" if lang == "zh" else ", "
    cite = _CITE.in_(lang).format(
        title=title,
        publisher=comma + settings.publisher if settings.publisher else "",
        address=settings.base_url or _NO_ADDRESS.in_(lang),
        licence=f"{settings.licence} {licence_url(settings.licence)}".strip(),
    )
    files = "\n".join(_line(name, lang) for name in FILES)
    return "\n\n".join(
        (
            title,
            _ABOUT.in_(lang) + "\n" + files,
            _FORMATS.in_(lang),
            cite,
        )
    )


def _line(name: str, lang: Lang) -> str:
    row = FILES[name].row.in_(lang)
    return f"- {name}.csv：每行是{row}" if lang == "zh" else f"- {name}.csv: one row per {row}"
