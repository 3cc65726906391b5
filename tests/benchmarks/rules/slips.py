"""The errors that are planted, one kind a function: it writes one into a clean world.

A kind names the rules of which one at least should speak. It returns the edit that would undo it
when it is of a single cell, `DONE` when it is not, and None where the world has no place for it.
"""

import random
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

from generator.bilingual import Text
from generator.model import Edit
from tests.benchmarks.rules.drafts import (
    CASES,
    COLUMNS,
    DOCUMENTS,
    OUTCOMES,
    RESULTS,
    ROWS,
    World,
)

DONE = Edit("", 0, 0)
Plant = Callable[[random.Random, World], Edit | None]
SUMS = ("TB-BALANCE", "TB-SUM", "TB-ROW", "TC-SUM")


@dataclass(frozen=True, slots=True)
class Slip:
    """A kind of error; `sum` says that it changes a number that has to add up."""

    key: str
    name: Text
    rules: tuple[str, ...]
    plant: Plant

    @property
    def arithmetic(self) -> bool:
        """Whether it changes a number that the form makes part of a sum."""
        return self.rules == SUMS


SLIPS: dict[str, Slip] = {}


def slip(key: str, zh: str, en: str, rules: tuple[str, ...]) -> Callable[[Plant], Plant]:
    """Register a kind of error."""

    def register(plant: Plant) -> Plant:
        SLIPS[key] = Slip(key, Text(zh, en), rules, plant)
        return plant

    return register


# Numbers that have to add up.


def _summed(world: World) -> list[str]:
    """The cells of tables B and C."""
    return [cell for cell in world.this.cells if cell.startswith(("requests.", "appeals."))]


def _misprint(
    rng: random.Random, world: World, cells: list[str], misread: Callable[[str], str]
) -> Edit | None:
    """One of the cells printed otherwise; None when that makes another number of none of them."""
    rng.shuffle(cells)
    for cell in cells:
        true = world.this.cells[cell]
        printed = misread(str(true))
        if printed.isdigit() and int(printed) != true:
            world.this.cells[cell] = int(printed)
            return Edit(cell, int(printed), true)
    return None


def _totals(cells: list[str]) -> list[str]:
    return [cell for cell in cells if cell.endswith(".total") or cell.startswith("requests.proc")]


@slip("digit_dropped", "漏掉一位数字", "a digit dropped", SUMS)
def _digit_dropped(rng: random.Random, world: World) -> Edit | None:
    cells = [cell for cell in _summed(world) if world.this.cells[cell] > 9]

    def misread(text: str) -> str:
        place = rng.randrange(len(text))
        return text[:place] + text[place + 1 :]

    return _misprint(rng, world, cells, misread)


@slip("digit_doubled", "多打一位数字", "a digit typed twice", SUMS)
def _digit_doubled(rng: random.Random, world: World) -> Edit | None:
    return _misprint(rng, world, _summed(world), lambda text: text + text[-1])


@slip("digits_swapped", "两位数字颠倒", "two digits swapped", SUMS)
def _digits_swapped(rng: random.Random, world: World) -> Edit | None:
    cells = [cell for cell in _summed(world) if world.this.cells[cell] > 9]
    return _misprint(rng, world, cells, lambda text: text[:-2] + text[-1] + text[-2])


@slip("total_forgotten", "总计漏填（印为0）", "a total left at 0", SUMS)
def _total_forgotten(rng: random.Random, world: World) -> Edit | None:
    return _misprint(rng, world, _totals(_summed(world)), lambda _: "0")


@slip("total_off", "总计差1", "a total off by one", SUMS)
def _total_off(rng: random.Random, world: World) -> Edit | None:
    change = rng.choice((-1, 1))
    return _misprint(rng, world, _totals(_summed(world)), lambda text: str(int(text) + change))


@slip("part_off", "分项差1", "a part off by one", SUMS)
def _part_off(rng: random.Random, world: World) -> Edit | None:
    cells = [cell for cell in _summed(world) if cell not in _totals([cell])]
    change = rng.choice((-1, 1))
    return _misprint(rng, world, cells, lambda text: str(int(text) + change))


@slip("part_forgotten", "分项漏填（印为0）", "a part left at 0", SUMS)
def _part_forgotten(rng: random.Random, world: World) -> Edit | None:
    cells = [cell for cell in _summed(world) if cell not in _totals([cell])]
    return _misprint(rng, world, cells, lambda _: "0")


@slip("typed_elsewhere", "数字填到相邻的列", "a number typed one column further", SUMS)
def _typed_elsewhere(rng: random.Random, world: World) -> Edit | None:
    cells = world.this.cells
    pairs = [
        (f"requests.{row}.{one}", f"requests.{row}.{other}")
        for row in ROWS
        for one, other in pairwise(COLUMNS)
        if cells[f"requests.{row}.{one}"] != cells[f"requests.{row}.{other}"]
    ]
    if not pairs:
        return None
    one, other = rng.choice(pairs)
    cells[one], cells[other] = cells[other], cells[one]
    return DONE


@slip("row_shifted", "整行数字错位一格", "a row shifted by one column", SUMS)
def _row_shifted(rng: random.Random, world: World) -> Edit | None:
    cells = world.this.cells
    filled = [row for row in ROWS if cells[f"requests.{row}.total"]]
    if not filled:
        return None
    columns = (*COLUMNS, "total")
    row = rng.choice(filled)
    values = [cells[f"requests.{row}.{column}"] for column in columns]
    for column, value in zip(columns, (0, *values[:-1]), strict=True):
        cells[f"requests.{row}.{column}"] = value
    return DONE


@slip("counted_twice", "同一申请计入两种结果", "a request counted under two outcomes", SUMS)
def _counted_twice(rng: random.Random, world: World) -> Edit | None:
    cells = world.this.cells
    row, column = rng.choice(OUTCOMES), rng.choice(COLUMNS)
    if not cells[f"requests.processed.{column}"]:
        return None
    for at in (column, "total"):
        cells[f"requests.{row}.{at}"] += 1
    return DONE


@slip("carried_left_out", "结转数漏填", "the number carried forward left out", SUMS)
def _carried_left_out(_: random.Random, world: World) -> Edit | None:
    cells = world.this.cells
    if not cells["requests.carried_forward.total"]:
        return None
    for column in (*COLUMNS, "total"):
        cells[f"requests.carried_forward.{column}"] = 0
    return DONE


@slip("opening_left_out", "上年结转数漏填", "the number brought forward left out", SUMS)
def _opening_left_out(_: random.Random, world: World) -> Edit | None:
    cells = world.this.cells
    if not cells["requests.brought_forward.total"]:
        return None
    for column in (*COLUMNS, "total"):
        cells[f"requests.brought_forward.{column}"] = 0
    return DONE


@slip("result_left_out", "复议、诉讼结果漏填", "the result of a case left out", SUMS)
def _result_left_out(rng: random.Random, world: World) -> Edit | None:
    cells = [f"appeals.{case}.{result}" for case in CASES for result in RESULTS]
    return _misprint(rng, world, cells, lambda _: "0")


# Numbers of table A, and of one year beside the next.


@slip("rules_of_a_township", "乡镇填报规章", "government rules of a township", ("TA-RULES-TOWN",))
def _rules(rng: random.Random, world: World) -> Edit | None:
    world.this.cells[f"proactive.government_rules.{rng.choice(('issued', 'in_force'))}"] = 6
    return DONE


@slip("stock_below_flow", "现行有效少于净增", "fewer in force than added", ("TA-STOCK",))
def _stock(rng: random.Random, world: World) -> Edit | None:
    issued = world.this.cells[f"{DOCUMENTS}.issued"]
    if issued < 2:
        return None
    world.this.cells[f"{DOCUMENTS}.in_force"] = rng.randrange(issued - 1)
    return DONE


@slip("fee_in_yuan", "收费以元填报", "charges printed in yuan", ("TA-FEE-UNIT",))
def _fee(rng: random.Random, world: World) -> Edit | None:
    world.this.cells["proactive.charges.amount"] = rng.choice((3500, 12800, 260000))
    return DONE


@slip("digit_added_to_a_count", "许可、处罚数多打一位", "a digit added to a count", ("CY-JUMP",))
def _jump(rng: random.Random, world: World) -> Edit | None:
    cell = f"proactive.{rng.choice(('licences', 'penalties'))}.decisions"
    if world.this.cells[cell] < 10:
        return None
    world.this.cells[cell] *= 10
    return DONE


@slip("opening_differs", "上年结转与上年报告不符", "opening balance not last year's", ("CY-CARRY",))
def _opening_differs(_: random.Random, world: World) -> Edit | None:
    cells = world.this.cells
    for row in ("brought_forward", "granted"):
        cells[f"requests.{row}.natural_person"] += 1
    world.this.sum_up()
    world.this.prose["overview"][2] = f"全年办理{world.this.place.own}收到的政府信息公开申请。"
    return DONE


@slip("stock_not_rolled", "现行有效件数未顺延", "documents not rolled forward", ("CY-STOCK",))
def _stock_not_rolled(rng: random.Random, world: World) -> Edit | None:
    world.this.cells[f"{DOCUMENTS}.in_force"] += rng.randint(2, 9)
    return DONE


@slip("last_years_numbers", "沿用上年全部数字", "last year's numbers left", ("CY-COPY",))
def _last_years_numbers(_: random.Random, world: World) -> Edit | None:
    if sum(number > 0 for number in world.last.cells.values()) < 10:
        return None
    world.this.cells = dict(world.last.cells)
    return DONE


# Prose beside the tables.


def _say(world: World, place: int, sentence: str) -> Edit:
    world.this.prose["overview"][place] = sentence.format(
        own=world.this.place.own, town=world.this.place.town, year=world.this.year
    )
    return DONE


@slip("received_differs", "正文收到数不符", "another number received in the prose", ("NX-RECV",))
def _received(rng: random.Random, world: World) -> Edit | None:
    due = sum(world.this.cells[f"requests.{r}.total"] for r in ("received", "brought_forward"))
    return _say(world, 2, f"{{year}}年共收到政府信息公开申请{due + rng.randint(1, 9)}件。")


@slip("answered_differs", "正文答复数不符", "another number answered in the prose", ("NX-DONE",))
def _answered(rng: random.Random, world: World) -> Edit | None:
    received = world.this.cells["requests.received.total"]
    done = world.this.cells["requests.processed.total"] + rng.randint(1, 5)
    if not received:
        return None
    return _say(world, 2, f"全年收到政府信息公开申请{received}件，办结{done}件。")


@slip("none_received", "正文称未收到申请", "the prose says none was received", ("NX-ZERO",))
def _none_received(_: random.Random, world: World) -> Edit | None:
    if not world.this.cells["requests.received.total"]:
        return None
    return _say(world, 2, "本年度{own}未收到政府信息公开申请。")


@slip("all_answered", "正文称全部答复而有结转", "all answered, some carried", ("NX-ALLDONE",))
def _all_answered(_: random.Random, world: World) -> Edit | None:
    received = world.this.cells["requests.received.total"]
    if not (received and world.this.cells["requests.carried_forward.total"]):
        return None
    return _say(world, 2, f"{{year}}年收到政府信息公开申请{received}件，均已按时答复。")


@slip("no_cases", "正文称无复议诉讼而表中有", "no cases in the prose, some counted", ("NX-CASE",))
def _no_cases(_: random.Random, world: World) -> Edit | None:
    if not any(world.this.cells[f"appeals.{case}.total"] for case in CASES):
        return None
    world.this.prose["appeals"] = ["全年未发生因政府信息公开引起的行政复议、行政诉讼。"]
    return DONE


@slip("documents_differ", "正文规范性文件数不符", "documents differ", ("TA-STOCK-NARR",))
def _documents(rng: random.Random, world: World) -> Edit | None:
    issued = world.this.cells[f"{DOCUMENTS}.issued"] + rng.randint(1, 4)
    return _say(world, 4, f"{{year}}年制发行政规范性文件{issued}件。")


@slip("percentage", "百分比与件数不符", "a percentage that is not its fraction", ("NX-PCT",))
def _percentage(rng: random.Random, world: World) -> Edit | None:
    cells = world.this.cells
    done, granted = (cells[f"requests.{row}.total"] for row in ("processed", "granted"))
    if done < 4 or granted < 2:
        return None
    share = (100 * granted + done // 2) // done
    printed = share + rng.choice((-20, 20))
    said = f"{{year}}年共办结政府信息公开申请{done}件，其中予以公开{granted}件，占{printed}%。"
    return _say(world, 2, said)


@slip("change_differs", "同比增减数不符", "a stated change that is not one", ("NX-DELTA",))
def _change(rng: random.Random, world: World) -> Edit | None:
    now, before = (d.cells["requests.received.total"] for d in (world.this, world.last))
    if not now:
        return None
    more = abs(now - before) + rng.randint(1, 5)
    return _say(world, 2, f"{{year}}年收到政府信息公开申请{now}件，比上年增加{more}件。")


@slip("fees_contradict", "信息处理费自相矛盾", "fee figures that contradict", ("NX-FEE",))
def _fees_contradict(_: random.Random, world: World) -> Edit | None:
    world.this.prose["other"] = ["发出收费通知0件，总金额300元，实际收取总金额300元。"]
    return DONE


# Names, dates and texts.


@slip("foreign_place", "残留外地地名", "a place of elsewhere left in", ("TX-PLACE",))
def _foreign_place(rng: random.Random, world: World) -> Edit | None:
    town = world.other.place.town
    sentences = (
        f"通过{town}政务公开栏及时公开各类信息。",
        f"{town}认真落实各项公开制度，不断完善公开目录。",
        f"群众可到{town}便民服务中心查阅公开信息。",
    )
    return _say(world, 5, rng.choice(sentences))


@slip("wrong_level", "上级称谓不符", "a wrong word for the level above", ("TX-LEVEL",))
def _wrong_level(rng: random.Random, world: World) -> Edit | None:
    wrong = {"县": "区", "区": "县"}.get(world.this.place.county[-1])
    if wrong is None:
        return None
    sentences = (
        f"积极参加{wrong}组织的各类业务培训。",
        f"按照{wrong}政府的统一部署推进各项工作。",
    )
    return _say(world, 6, rng.choice(sentences))


@slip("section_copied", "抄自其他乡镇", "a section of another's report", ("TX-SIM-OTHER",))
def _section_copied(_: random.Random, world: World) -> Edit | None:
    here, there = world.this.place, world.other.place
    for section in ("overview", "problems"):
        text = "\n".join(world.other.prose[section])
        for old, new in ((there.town, here.town), (there.county, here.county)):
            text = text.replace(old, new)
        world.this.prose[section] = text.replace(there.own, here.own).split("\n")
    return DONE


@slip("own_text_copied", "照抄上年正文", "last year's own text", ("TX-SIM-SELF",))
def _own_text_copied(_: random.Random, world: World) -> Edit | None:
    year, last = str(world.this.year), str(world.last.year)
    for section in ("overview", "problems"):
        world.this.prose[section] = [line.replace(last, year) for line in world.last.prose[section]]
    return DONE


@slip("wrong_year", "残留往年年份", "an older year left in the prose", ("TX-YEAR",))
def _wrong_year(rng: random.Random, world: World) -> Edit | None:
    old = world.this.year - rng.choice((2, 3))
    return _say(world, 0, f"{old}年，{{town}}认真落实各项公开任务，取得了新的成效。")


@slip("wrong_period", "统计期限不是报告年度", "another period", ("STR-PERIOD",))
def _wrong_period(_: random.Random, world: World) -> Edit | None:
    year = world.this.year
    world.this.prose[""] = [f"本报告统计期限为{year - 1}年1月1日至{year - 1}年12月31日。"]
    return DONE


@slip("published_late", "3月31日之后公布", "published after 31 March", ("DT-MAR31",))
def _published_late(rng: random.Random, world: World) -> Edit | None:
    world.this.date = f"{world.this.year + 1}年{rng.randint(4, 9)}月12日"
    return DONE


@slip("published_early", "落款日期早于年度结束", "dated before the year ended", ("DT-BEFORE",))
def _published_early(rng: random.Random, world: World) -> Edit | None:
    world.this.date = f"{world.this.year}年{rng.choice((1, 1, 11, 12))}月{rng.randint(6, 28)}日"
    return DONE


@slip("old_form_cited", "引用已废止的格式", "the superseded form cited", ("STR-SUPERSEDED",))
def _old_form_cited(_: random.Random, world: World) -> Edit | None:
    cited = (
        "根据《国务院办公厅政府信息与政务公开办公室关于政府信息公开工作年度报告有关事项的通知》"
        "（国办公开办函〔2019〕60号）编制本报告，统计期限为"
        f"{world.this.year}年1月1日至{world.this.year}年12月31日。"
    )
    world.this.prose[""] = [cited]
    return DONE


@slip("no_improvements", "第五部分没有改进措施", "no improvements named", ("STR-S5-BOTH",))
def _no_improvements(_: random.Random, world: World) -> Edit | None:
    del world.this.prose["problems"][1]
    return DONE


# Tables and cells.


@slip("heading_left_out", "缺少一个标题", "a main heading left out", ("STR-SECTIONS",))
def _heading_left_out(_: random.Random, world: World) -> Edit | None:
    world.this.swaps.append(("五、存在的主要问题及改进情况\n", ""))
    return DONE


@slip("row_left_out", "缺少一行", "a row left out", ("STR-CELLS",))
def _row_left_out(rng: random.Random, world: World) -> Edit | None:
    label = rng.choice(("1.属于国家秘密", "2.重复申请", "3.要求提供公开出版物"))
    key = {"1": "withheld_state_secret", "2": "not_handled_duplicate"}.get(
        label[0], "not_handled_publication"
    )
    cells = [str(world.this.cells[f"requests.{key}.{c}"]) for c in (*COLUMNS, "total")]
    world.this.swaps.append((f"\t{label}\n" + "".join(f"\t{n}\n" for n in cells), ""))
    return DONE


@slip("label_mistyped", "行名错字", "a label mistyped", ("STR-LABEL",))
def _label_mistyped(_: random.Random, world: World) -> Edit | None:
    world.this.swaps.append(("三类内部事务信息", "三类内容事务信息"))
    return DONE


@slip("cell_blank", "空格或“/”", "a blank or a “/” for a number", ("STR-BLANK",))
def _cell_blank(rng: random.Random, world: World) -> Edit | None:
    zeros = [cell for cell in _summed(world) if world.this.cells[cell] == 0]
    world.this.printed[rng.choice(zeros)] = rng.choice(("", "/"))
    return DONE


@slip("no_whole_number", "小数或负数", "a decimal or negative count", ("STR-NONINT",))
def _no_whole_number(rng: random.Random, world: World) -> Edit | None:
    world.this.printed["proactive.coercive_measures.decisions"] = rng.choice(("-1", "1.5", "-3"))
    return DONE


@slip("old_edition", "使用2019年版表格", "the table of the older edition", ("STR-FORMAT-YEAR",))
def _old_edition(_: random.Random, world: World) -> Edit | None:
    cells = world.this.cells
    closed = [row for row in OUTCOMES if row.startswith("closed_")]
    for column in (*COLUMNS, "total"):
        parts = [cells.pop(f"requests.{row}.{column}") for row in closed]
        cells[f"requests.closed_otherwise.{column}"] = sum(parts)
    world.this.requests = 2019
    return DONE
