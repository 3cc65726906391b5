"""How characters are spoken in names of places, where a dictionary of words has them otherwise.

A dictionary takes 朝阳 for the morning sun (zhaoyang) and 长 alone for an elder (zhang), but in
names 朝 is chao and 长 is chang nearly everywhere. So a line of the table holds a character with
its reading in names, if there is a usual one, then other readings, each with the words in which
they hold; the longest word counts. A change to it needs `make gazetteer`.
"""

import re
from functools import cache

# Names that are spoken or parted otherwise than others with the same beginning (大城镇) or end.
WHOLE = {
    "单县": "Shan Xian",
    "大城县": "Daicheng Xian",
    "下花园区": "Xiahuayuan Qu",
    "六合区": "Luhe Qu",
    "梁园区": "Liangyuan Qu",
    "浚县": "Xun Xian",
    "清新区": "Qingxin Qu",
    "神农架林区": "Shennongjia Linqu",
    "绿园区": "Lüyuan Qu",
    "蔚县": "Yu Xian",
}

_READINGS = """
阿 a; e 东阿
泊 bo; po 水泊 罗布泊 镜泊 泊里; bo 大水泊
卜 bu; bo 罗卜 萝卜
藏 zang; cang 藏龙岛 珠藏 藏马
曾 zeng
刹 cha
长 chang; zhang 长子 长官 长老
朝 chao; zhao 朝晖 朝霞 朝辉 朝旭 朝歌
称 cheng; chen 称多
重 chong; zhong 尚重 重工 起重
大 da; dai 大夫
单 dan; shan 单城 单集 单王
调 diao
洞 dong; tong 洪洞
都 du
番 fan; pan 番禺
佛 fo
簿 bu
盖 gai
戛 ga
行 xing; hang 太行 闵行 庄行 庙行 徐行 杨行 殷行 竹行 柳行 高行 中行
合 he
会; kuai 会稽
珲 hun
伽 jia
解 jie; xie 解州 解店 解家沟 解集
劲 jin
咀 zui
浚 jun
隽 jun
筠 yun; jun 筠连 筠门
卡 ka; qia 卡子; ka 浪卡子
阚 kan
勒 le
乐 le; yue 乐清 礼乐 音乐; lao 乐亭 乐陵
棱 leng; ling 穆棱
潦 lao; liao 潦河
栎 li; yue 栎阳
六 liu; lu 六安
漯 luo
柏 bai
泌 bi
牟 mou; mu 牟平 中牟
埫 tang
朴 pu
堡; pu 南堡; bu 红寺堡 镇北堡
桲 bo
峤 qiao
湫 qiu
仇 qiu
色 se
陕 shan; shaan 陕西
召 zhao; shao 召陵
杓 shao
射 she
什 shi
峙 zhi; shi 繁峙
垌 dong; tong 垌塚
峒 dong; tong 崆峒
坬 wa
尾 wei
隗 wei
尉 wei; yu 尉犁
涡 guo; wo 漩涡
厦 xia; sha 广厦
歙 she
莘 shen; xin 莘庄
圩 xu; wei 任圩 圩丰 复兴圩 孙圩 平圩 庄圩 徐圩 戴圩 耿圩 裴圩 西圩 团结圩 黄圩 刘圩 联圩
荥 xing; ying 荥经 荥河
涌 yong; chong 东涌 大涌 霞涌 葵涌 麻涌 铁涌
翟 zhai
蚌 bang; beng 蚌埠 蚌山
䃥 zhuang
"""


def in_names(text: str, syllables: list[str]) -> list[str]:
    """The syllables of a part of a name, one a character, as they are spoken in names of places."""
    usual, words, pattern = _table()
    spoken = [usual.get(*pair) for pair in zip(text, syllables, strict=True)]
    for found in pattern.finditer(text):
        character, syllable = words[found.group()]
        spoken[text.index(character, found.start())] = syllable
    return spoken


@cache
def _table() -> tuple[dict[str, str], dict[str, tuple[str, str]], re.Pattern[str]]:
    """The usual readings by character, the character and its reading by word, and all words."""
    usual: dict[str, str] = {}
    words: dict[str, tuple[str, str]] = {}
    for line in _READINGS.strip().splitlines():
        (character, *reading), *others = (entry.split() for entry in line.split(";"))
        usual |= zip(character, reading, strict=False)
        for syllable, *found in others:
            words |= dict.fromkeys(found, (character, syllable))
    return usual, words, re.compile("|".join(sorted(words, key=len, reverse=True)))
