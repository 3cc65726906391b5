"""How names of places are spoken."""

import gzip
import subprocess
import sys

import pytest
from pypinyin import lazy_pinyin

from generator.gazetteer import gazetteer
from generator.gazetteer.pinyin import PINYIN, all_transcribed, pinyin
from tests.conftest import ROOT

# Provinces, cities and counties, without the kind of place, that a dictionary of words gets wrong.
SPOKEN = """
陕西省 Shaanxi  西安市 Xi'an  延安市 Yan'an  长安区 Chang'an  雅安市 Ya'an  淮安市 Huai'an
吉安市 Ji'an  六安市 Lu'an  泰安市 Tai'an  广安市 Guang'an  鄂尔多斯市 E'erduosi
哈尔滨市 Ha'erbin  海拉尔区 Haila'er  东阿县 Dong'e  天峨县 Tian'e  建瓯市 Jian'ou
若尔盖县 Ruo'ergai  普洱市 Pu'er  瑞安市 Rui'an  吕梁市 Lüliang  绿春县 Lüchun  绿园区 Lüyuan
旅顺口区 Lüshunkou  略阳县 Lüeyang  朝阳区 Chaoyang  朝阳市 Chaoyang  朝阳县 Chaoyang
长治市 Changzhi  长海县 Changhai  长岭县 Changling  长宁区 Changning  长宁县 Changning
长丰县 Changfeng  天长市 Tianchang  长泰区 Changtai  长清区 Changqing  长垣市 Changyuan
长葛市 Changge  长洲区 Changzhou  长顺县 Changshun  长武县 Changwu  子长市 Zichang
弓长岭区 Gongchangling  长子县 Zhangzi  长乐区 Changle  长沙市 Changsha  长兴县 Changxing
望都县 Wangdu  尧都区 Yaodu  信都区 Xindu  襄都区 Xiangdu  商都县 Shangdu  昆都仑区 Kundulun
盐都区 Yandu  莲都区 Liandu  都昌县 Duchang  宁都县 Ningdu  于都县 Yudu  殷都区 Yindu
魏都区 Weidu  宜都市 Yidu  曾都区 Zengdu  花都区 Huadu  丰都县 Fengdu  新都区 Xindu  郫都区 Pidu
都匀市 Duyun  昌都市 Changdu  秦都区 Qindu  武都区 Wudu  都兰县 Dulan  江都区 Jiangdu  乐都区 Ledu
成都市 Chengdu  都江堰市 Dujiangyan  大城县 Daicheng  蔚县 Yu  泊头市 Botou  繁峙县 Fanshi
洪洞县 Hongtong  万柏林区 Wanbailin  克什克腾旗 Keshiketeng  霍林郭勒市 Huolinguole
锡林郭勒盟 Xilinguole  珲春市 Hunchun  穆棱市 Muling  闵行区 Minhang  六合区 Luhe  蚌山区 Bengshan
涡阳县 Guoyang  马尾区 Mawei  单县 Shan  浚县 Xun  南乐县 Nanle  民乐县 Minle  乐陵市 Laoling
漯河市 Luohe  召陵区 Shaoling  佛冈县 Fogang  佛坪县 Foping  龙圩区 Longxu  什邡市 Shifang
荥经县 Yingjing  筠连县 Junlian  浪卡子县 Langkazi  崆峒区 Kongtong  称多县 Chenduo
红寺堡区 Hongsibu  库尔勒市 Ku'erle  乌什县 Wushi  阿图什市 Atushi  伽师县 Jiashi  策勒县 Cele
尼勒克县 Nileke  疏勒县 Shule  弥勒市 Mile  勃利县 Boli  康巴什区 Kangbashi
塔什库尔干塔吉克自治县 Tashiku'ergan  克孜勒苏柯尔克孜自治州 Kezilesu  都安瑶族自治县 Du'an
三都水族自治县 Sandu  长白朝鲜族自治县 Changbai  长阳土家族自治县 Changyang  长春市 Changchun
"""
# Those that it gets right, so that what is usual in names spoils none of them.
AS_WORDS = """
山西省 Shanxi  陕州区 Shanzhou  重庆市 Chongqing  厦门市 Xiamen  乐山市 Leshan  乐亭县 Laoting
乐清市 Yueqing  蚌埠市 Bengbu  番禺区 Panyu  吐鲁番市 Tulufan  行唐县 Xingtang  荥阳市 Xingyang
泌阳县 Biyang  歙县 She  铅山县 Yanshan  莘县 Shen  东莞市 Dongguan  大埔县 Dabu  吴堡县 Wubu
尉犁县 Yuli  尉氏县 Weishi  句容市 Jurong  六枝特区 Liuzhi  石柱土家族自治县 Shizhu
会昌县 Huichang  侯马市 Houma  台州市 Taizhou  盱眙县 Xuyi  八宿县 Basu  牟平区 Muping
牟定县 Mouding  射洪市 Shehong  解放区 Jiefang  万载县 Wanzai  射阳县 Sheyang  单城镇 Shancheng
"""


def table(text: str) -> list[tuple[str, str]]:
    words = text.split()
    return list(zip(words[::2], words[1::2], strict=True))


@pytest.mark.parametrize(("name", "said"), table(SPOKEN + AS_WORDS))
def test_divisions_are_spoken_as_in_their_place(name: str, said: str) -> None:
    assert pinyin(name).split()[0] == said


def test_the_names_are_such_that_a_dictionary_gets_wrong() -> None:
    listed = set(gazetteer().names.values())
    wrong = [
        name
        for name, said in table(SPOKEN)
        if name in listed and not "".join(lazy_pinyin(name)).startswith(said.lower())
    ]
    assert len(wrong) > 100


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("柴关乡", "Chaiguan Xiang"),
        ("于家务回族乡", "Yujiawu Huizu Xiang"),
        ("大水彝族苗族布依族乡", "Dashui Yizu Miaozu Buyizu Xiang"),
        ("巴彦塔拉达斡尔民族乡", "Bayantala Dawo'er Minzu Xiang"),
        ("广西壮族自治区", "Guangxi Zhuangzu Zizhiqu"),
        ("内蒙古自治区", "Nei Menggu Zizhiqu"),
        ("鄂温克族自治旗", "Ewenkezu Zizhiqi"),
        ("沧州高新技术产业开发区", "Cangzhou Gaoxin Jishu Chanye Kaifaqu"),
        ("廊坊经济技术开发区", "Langfang Jingji Jishu Kaifaqu"),
        ("五台山风景名胜区", "Wutaishan Fengjing Mingshengqu"),
        ("桂林华侨旅游经济区管理委员会", "Guilin Huaqiao Lüyou Jingjiqu Guanli Weiyuanhui"),
        ("献县经济开发区", "Xianxian Jingji Kaifaqu"),
        ("前进农场", "Qianjin Nongchang"),
        ("工业园区", "Gongye Yuanqu"),
        ("开发区街道", "Kaifaqu Jiedao"),
        ("农场镇", "Nongchang Zhen"),
        ("梁园区", "Liangyuan Qu"),  # no park
        ("下花园区", "Xiahuayuan Qu"),
        ("小高山乡", "Xiaogaoshan Xiang"),  # no people
        ("空港街道", "Konggang Jiedao"),
        ("阿勒泰地区", "Aletai Diqu"),
        ("浦东新区", "Pudong Xinqu"),
        ("清新区", "Qingxin Qu"),  # no new area
        ("神农架林区", "Shennongjia Linqu"),
        ("巴林左旗", "Balin Zuoqi"),
        ("矿区", "Kuangqu"),
        ("大城镇", "Dacheng Zhen"),
        ("六合镇", "Liuhe Zhen"),
        ("泊里镇", "Poli Zhen"),
        ("大水泊镇", "Dashuibo Zhen"),  # holds 水泊, which is spoken otherwise
        ("庄行镇", "Zhuanghang Zhen"),
        ("新圩镇", "Xinxu Zhen"),
        ("东厦镇", "Dongxia Zhen"),
        ("翟镇", "Zhai Zhen"),
        ("石咀镇", "Shizui Zhen"),
        ("镇", "Zhen"),
        ("甲乙丙丁戊镇", "Jiayibingdingwu Zhen"),  # not in the list
        ("西平长安都镇", "Xipingchang'andu Zhen"),
        ("", ""),
    ],
)
def test_a_name_in_pinyin(name: str, said: str) -> None:
    assert pinyin(name) == said


def test_the_table_of_pinyin_is_what_is_transcribed() -> None:
    rows = gzip.decompress((ROOT / "generator" / "gazetteer" / PINYIN).read_bytes()).decode()
    made = all_transcribed(gazetteer().names.values())
    assert rows.splitlines() == ["part,pinyin", *(f"{part},{said}" for part, said in made.items())]


def test_names_of_the_list_need_no_pypinyin() -> None:
    code = (
        "import sys\n"
        "from generator.gazetteer.pinyin import pinyin\n"
        "assert pinyin('柴关乡') + pinyin('沙河市') == 'Chaiguan XiangShahe Shi'\n"
        "assert 'pypinyin' not in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True)
