"""The tables of both editions."""

from generator.form.appeals import appeals
from generator.form.layout import Edition, Table, TableKey
from generator.form.proactive import PROACTIVE_2019, PROACTIVE_2021
from generator.form.requests import REQUESTS_2019, REQUESTS_2021

FORM: dict[tuple[TableKey, Edition], Table] = {
    (table.key, table.edition): table
    for table in (
        PROACTIVE_2021,
        PROACTIVE_2019,
        REQUESTS_2021,
        REQUESTS_2019,
        appeals(2021),
        appeals(2019),
    )
}
