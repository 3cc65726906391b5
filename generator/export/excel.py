"""Text that Excel and WPS show as it is.

They turn whatever looks like a number or a date into one (110118105202 becomes 1.1E+11, 007
becomes 7, 3-5 becomes 5 March), and run whatever begins like a formula (CWE-1236). Two remedies:

- Text made of nothing but digits and the signs of numbers and dates becomes `="110118105"`, a
  formula whose result is exactly that text, so it can be sorted, filtered and looked up. A leading
  apostrophe or tab would stay in the cell as a character of its own.
- Other text that begins like a formula gets a leading apostrophe, the remedy that OWASP names. No
  text from a report is ever put between the quotation marks of a formula.

Values of the EXACT types are made from numbers and truth values, never from text, and stay as they
are: a negative number stays a number.
"""

import re

from generator.export.declare import Type
from generator.regex import regex

EXACT: frozenset[Type] = frozenset({"integer", "number", "boolean"})
_LIKE_NUMBER = regex(r"[0-9.,:/%+\-eE年月日时分秒 ]{1,255}")
_LIKE_FORMULA = regex(r"\s*[=+\-@＝＋－＠]|[\t\r\n]")
_DATE = regex(r"\d{4}-\d\d-\d\d", re.ASCII)


def protected(value: str) -> str:
    """A text of the machine file as it is written in the Excel flavour."""
    if not value or _DATE.fullmatch(value):
        return value
    if _LIKE_NUMBER.fullmatch(value):
        return f'="{value}"'
    return f"'{value}" if _LIKE_FORMULA.match(value) else value
