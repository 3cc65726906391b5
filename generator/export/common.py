"""Words and references that several files share."""

from generator.bilingual import Text
from generator.export.declare import Reference

REPORT = Text("报告编号", "Report id")
TOWNSHIP = Text("单位编号", "Township id")
TOWNSHIP_NAME = Text("单位名称", "Name of the body")
YEAR = Text("报告年度", "Report year")
CELL = Text("单元格", "Cell")
LINE = Text("原文行号", "Line of the original")
FILE = Text("来源文件", "Source file")
RULE = Text("规则编号", "Rule id")
KIND = Text("单位类别", "Kind of body")
COUNTY = Text("县（市、区）", "County")
CITY = Text("地市", "City")
PROVINCE = Text("省份", "Province")
CODE = Text("行政区划代码", "Division code")
SHA256 = Text("SHA-256校验值", "SHA-256 checksum")
ENCODING = Text("字符编码", "Character encoding")
BYTES = Text("字节", "bytes")
CHARACTERS = Text("字符", "characters")

BY_SPACES = Text("多个值以一个空格分隔。", "Several values are separated by one space.")
NO_YEAR = Text("未能读出年度时为空。", "Empty when no year could be read.")
AS_ADDRESS = Text("单元格地址：表.行.列。", "Address of a cell of the form: table.row.column.")

OF_REPORT = Reference("report", "reports", "report")
OF_RULE = Reference("rule", "rules", "rule")
