"""Names of places that are ordinary words as well, and may stand before 镇, 县 or 区 as such.

`发放镇政务公开手册` hands something out in a town and is not about 发放镇; `创建平安乡镇` names
none. Names that hold one of these words are not looked for.
"""

_DOING = (
    "发展 建设 统一 合作 劳动 联合 创新 革新 更新 前进 奋进 跃进 飞跃 超越 上升 迎接 始建 兴建 "
    "开通 发放 打通 振兴 奋斗 启蒙 自立 联络 招商 拥军 创业 敬业 复原 复兴 延长 互助 通道 解放 "
    "迎新 育新 建新 起步 求索 合力 优胜 会战 会同 点头 留下 进化 转导 重新 马上 长期 长久 永久 "
    "一心 比如 无为 新建 治安 建国 立新 建一 新一 收成 开张 加查"
)
_BEING = (
    "安全 先进 健康 平等 团结 幸福 友好 友爱 繁荣 和谐 平安 安定 安稳 文明 致富 富裕 富强 富饶 "
    "富民 宽阔 明亮 宏伟 勤劳 忠诚 丰收 高兴 新兴 新生 光明 胜利 公平 公道 民主 民生 民意 民权 "
    "民众 爱民 新民 同心 中小 大中 小康 生态 美丽 清风 先锋 前锋 首善 模范 永恒 友谊 光荣 公正 "
    "自强 高尚 兴旺 安宁 吉祥 和睦 阳光 英雄 爱国 光辉 民乐 丰盛 和新"
)
_THINGS = (
    "青年 地方 人民 文化 学院 市场 工业 中心 中枢 世纪 民族 计划 资源 工程 建筑 公民 土地 铁路 "
    "交通 工人 工农 机场 广场 大陆 航空 航天 石油 石化 纺织 公园 化工 冶金 开发区 平台 集体 电力 "
    "港口 码头 口岸 渡口 红军 公安 民政 民建 宏观 大众 全军 花园 园林 矿山 水源 源头 草原 湿地 "
    "旅游 农场 林场 果园 茶园 稻田 水田 火车站 车站 体育场 工业园 工业区 创业园 联盟 革命 商家 "
    "商店 酒店 法官 将军 长官 口头 平房 高台 灯塔 运河 大门 街头 小村 小店 民办 大业 生机 福利 "
    "文教 高峰 新村 商城 新区 城镇 大街 火箭 山城 大楼 明星 卫星 楼房 电厂 海洋 太阳 水土"
)
_WHERE = (
    "第一 第二 第三 第四 第五 四方 东方 东风 中方 上方 后方 上游 南岸 北岸 东岸 西岸 江岸 沿江 "
    "沿湖 近海 城中 城区 城东 城西 城南 城北 城郊 城关 城厢 东城 西城 南城 北城 老城 新城 古城 "
    "小城 县城 主城 郊区 矿区 新市 市中 市南 市北 南部 北部 东部 西部 中部 河东 河西 江南 江北 "
    "路南 路北 路口 关口 桥头 村头 山区 山前 山下 山中 山里 河边 海边 湖边 江边 高新 新 东北 "
    "东南 西北 西南 中南 南北 东街 西街 万里 十里 一元 大有 前所 三道"
)
_WORDS = frozenset(f"{_DOING} {_BEING} {_THINGS} {_WHERE}".split())


def is_ordinary(name: str) -> bool:
    """Whether the name of a place may be an ordinary word with the word for what it is."""
    return name[:-1].removesuffix("街").removesuffix("苏") in _WORDS
