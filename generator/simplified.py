"""Characters made comparable, for matching only: traditional ones simplified, wide ones narrow.

What is shown stays as printed. `simplified` makes each character one character, so that places in a
text stay where they are; its pairs are those of OpenCC (see NOTICE) whose simplified character
occurs in a name of the gazetteer or in the form. Characters that stand in such names themselves
(乾, 於) are left alone.
"""

import unicodedata
from functools import lru_cache

from generator.regex import regex

_TRADITIONAL = (
    "丟並亞佈佔併來侖侶侷係俬倉個們倖倫偉側傑傘備傢傳傾僅僑僕儀儁億儉優儲兌兒兗內兩冊凈凍凱別"
    "則剋剎剛剝創劃劉劍勁動務勝勞勵勸勻匯區協卻卽厙厤厲參叢吳呂員唸問啓啞啟喚喬單嗎噁噲噹嚀嚥"
    "嚮嚴囌圇國圍園圓圖團垻埡埰執堅堖堯報場塊塗塢塵塹墊墰墳墶墻墾壇壋壓壘壚壜壞壟壠壩壯壺壽夠"
    "夢夥夾奧奪奮婁媧媽嫗孃孫學孿宮寀實寧審寫寬寶將專尋對導屆層屬岡峯峴島峽崍崑崗崙嵐嵗嶁嶇嶗"
    "嶠嶧嶨嶮嶺嶼嶽巋巒巖帥師帳帶幃幫幹幾庫廂廈廕廟廠廢廣廬廳弔張強彆彈彌彎彔彙彥彫彿後徑從徠"
    "復徵徹恆悅惡惱愛慄態慣慶慼憑憲應懞懲懷戀戰戲戶拋捨捲掃掛採揚換揮損搖搶摺撈撥撫擁擊擔據擬"
    "擴擺攔攜攝敎敗敘數斷旂旣昇時晉暉暘暢曆曇曉曏曬書會朮東枴柵柺査桿梘條棊棖棗棟棧棲椏楊楓業"
    "極榦榮構槓樂樅樑樓標樞樣樸樹樺橋機橫檜檢檯櫟櫻欄權欏欒欖欽歐歡歲歷歸殻殼氂氣汎決沒沖況涇"
    "涼淥淨淩淪淵淶淺渙減渦測渾湞湧湯溈準溝溫溮溳溼滄滎滙滬滸滾滿漁漚漢漣漲漵漿潁潑潙潛潤潯潿"
    "澇澗澠澤澮澱濃濕濟濤濰濱濼瀆瀋瀏瀘瀝瀟瀠瀧瀨瀰瀲瀾灃灄灑灕灘灣灤為烏無煉煙煥煩煬熱燈燒營"
    "爐爛爭爲爺爾牆牽犛犢狀猶獃獄獅獨獲獵獻現琱琿瑤瑪璉璣璦環瓊瓏甌甕產産甦甯畝畢畫異畵當疇疊"
    "療發皁盃盞監盤盧盪眞眾睏矇硃硤硯碩碭確碼磚磧磯磽礄礆礎礙礦礬礱祕祿禎禦禪禮禿稅稜種稱穀積"
    "穩穫窩窪窯竇竈竪競筆筍筧箇節範築篔篤篩簀簍簡簹簽簾籌籤籬籮粵糧糰糾紀約紅紋納紐純紗紙級紡"
    "紮細紹終絃組結絡給絨統絲絳綉綏經綜綠綢綫維網綵綸綺綽綿緊緑緒線緞緣編緯緱練緻縉縣縫縮縱縴"
    "縹總績織繞繡繩繫繳繼續纍纏纔纖缽罈罎罰羅羣羨義習聖聞聯聰聲聶職肅脈脣脩脫腦腳腸膠膩臘臚臥"
    "臨臺與興舉舊舘艤艷茲荊莊華菴菸萇萊萬葉葦葯蒐蒓蒼蓆蓋蓮蓴蔔蔘蔞蔣蔥蔭蕎蕓蕩蕪蕭薊薌薑薩薹"
    "藍藝藥藪藴藺蘄蘆蘇蘊蘋蘭蘿處虛號虯蜆蝦螄螞蟬蟻蠶蠻衆術衕衚衛衝裏補裝裡製複褳襬覈見規覓視"
    "親覺覽觀計訓託記訟訥訪設許訴訶註証詔評詞詢試詩話該詳誇誌認語誠誤說説誰課誼調談請論諧諫諮"
    "諶諸諾謀謙講謝謨證識譙譚譜譯議護譽讀變讓讚豎豐豔豬貓貝貞負財貢貧貨貫責貴買費貿賀賁資賈賒"
    "賓賚賜賡賢賣賦質賴購賽贈贊贛趕趙跡踰蹟蹤躍車軍軒軟軫軸軹軻較載輓輔輕輝輞輦輪輯輻輿轄轅轉"
    "轎轟辦農迴逕這連週進遊運過達違遙遜遞遠適遲遷選遼邁還邊邏郟郵鄆鄉鄒鄔鄖鄧鄭鄰鄲鄴酇酈醣醫"
    "釀釋釗針釣釦釵鈎鈐鈞鈡鈴鈸鈺鉅鉗鉛鉢鉤銀銅銘銜銷鋁鋅鋒鋪鋼錄錢錦錫錯録錶鍊鍋鍔鍬鍵鍼鍾鎂"
    "鎌鎖鎣鎭鎮鏇鏈鏞鏡鏵鐔鐘鐮鐵鐸鐺鑑鑒鑲鑼長門閃閆開閑閒間閔閘閣閤閩閬閭閶閻闆闇闊闕闖關闞"
    "闢陘陝陞陰陳陸陽隊際隨險隱隴隻雋雙雜雞離雲電霑霧霽靈靜鞏鞦韆韋韓韜韻響頁頂頃項順須頌預頓"
    "頗領頡頭頸頻顆題額顏顓顔顙類顧顯風颱飛飯飲飼養餘館餵饅饒馬馮馱馳馴駐駒駕駝駟駱駿騌騎騰騾"
    "驅驊驕驗驛驥驪體髮鬆鬍鬚鬥鬧鬱魚魯鮁鮎鮑鮓鮦鮮鯉鯨鰲鰺鱗鱘鳥鳧鳩鳬鳳鳴鴉鴛鴦鴨鴻鴿鵑鵝鵠"
    "鵡鵬鵰鵲鶚鶯鶴鶿鷀鷂鷄鷗鷥鷲鷹鸕鸚鸞鹹鹼鹽麗麥麪麫麯麴麵麼麽黃點黨齊齋齒齡齣龍龐龔龕龜"
)
_SIMPLIFIED = (
    "丢并亚布占并来仑侣局系私仓个们幸伦伟侧杰伞备家传倾仅侨仆仪俊亿俭优储兑儿兖内两册净冻凯别"
    "则克刹刚剥创划刘剑劲动务胜劳励劝匀汇区协却即厍历厉参丛吴吕员念问启哑启唤乔单吗恶哙当咛咽"
    "向严苏囵国围园圆图团坝垭采执坚垴尧报场块涂坞尘堑垫坛坟垯墙垦坛垱压垒垆坛坏垄垅坝壮壶寿够"
    "梦伙夹奥夺奋娄娲妈妪娘孙学孪宫采实宁审写宽宝将专寻对导届层属冈峰岘岛峡崃昆岗仑岚岁嵝岖崂"
    "峤峄峃崄岭屿岳岿峦岩帅师帐带帏帮干几库厢厦荫庙厂废广庐厅吊张强别弹弥弯录汇彦雕佛后径从徕"
    "复征彻恒悦恶恼爱栗态惯庆戚凭宪应蒙惩怀恋战戏户抛舍卷扫挂采扬换挥损摇抢折捞拨抚拥击担据拟"
    "扩摆拦携摄教败叙数断旗既升时晋晖旸畅历昙晓向晒书会术东拐栅拐查杆枧条棋枨枣栋栈栖桠杨枫业"
    "极干荣构杠乐枞梁楼标枢样朴树桦桥机横桧检台栎樱栏权椤栾榄钦欧欢岁历归壳壳牦气泛决没冲况泾"
    "凉渌净凌沦渊涞浅涣减涡测浑浈涌汤沩准沟温浉涢湿沧荥汇沪浒滚满渔沤汉涟涨溆浆颍泼沩潜润浔涠"
    "涝涧渑泽浍淀浓湿济涛潍滨泺渎沈浏泸沥潇潆泷濑弥潋澜沣滠洒漓滩湾滦为乌无炼烟焕烦炀热灯烧营"
    "炉烂争为爷尔墙牵牦犊状犹呆狱狮独获猎献现雕珲瑶玛琏玑瑷环琼珑瓯瓮产产苏宁亩毕画异画当畴叠"
    "疗发皂杯盏监盘卢荡真众困蒙朱硖砚硕砀确码砖碛矶硗硚硷础碍矿矾砻秘禄祯御禅礼秃税棱种称谷积"
    "稳获窝洼窑窦灶竖竞笔笋笕个节范筑筼笃筛箦篓简筜签帘筹签篱箩粤粮团纠纪约红纹纳纽纯纱纸级纺"
    "扎细绍终弦组结络给绒统丝绛绣绥经综绿绸线维网彩纶绮绰绵紧绿绪线缎缘编纬缑练致缙县缝缩纵纤"
    "缥总绩织绕绣绳系缴继续累缠才纤钵坛坛罚罗群羡义习圣闻联聪声聂职肃脉唇修脱脑脚肠胶腻腊胪卧"
    "临台与兴举旧馆舣艳兹荆庄华庵烟苌莱万叶苇药搜莼苍席盖莲莼卜参蒌蒋葱荫荞芸荡芜萧蓟芗姜萨苔"
    "蓝艺药薮蕴蔺蕲芦苏蕴苹兰萝处虚号虬蚬虾蛳蚂蝉蚁蚕蛮众术同胡卫冲里补装里制复裢摆核见规觅视"
    "亲觉览观计训托记讼讷访设许诉诃注证诏评词询试诗话该详夸志认语诚误说说谁课谊调谈请论谐谏咨"
    "谌诸诺谋谦讲谢谟证识谯谭谱译议护誉读变让赞竖丰艳猪猫贝贞负财贡贫货贯责贵买费贸贺贲资贾赊"
    "宾赉赐赓贤卖赋质赖购赛赠赞赣赶赵迹逾迹踪跃车军轩软轸轴轵轲较载挽辅轻辉辋辇轮辑辐舆辖辕转"
    "轿轰办农回迳这连周进游运过达违遥逊递远适迟迁选辽迈还边逻郏邮郓乡邹邬郧邓郑邻郸邺酂郦糖医"
    "酿释钊针钓扣钗钩钤钧钟铃钹钰巨钳铅钵钩银铜铭衔销铝锌锋铺钢录钱锦锡错录表炼锅锷锹键针钟镁"
    "镰锁蓥镇镇旋链镛镜铧镡钟镰铁铎铛鉴鉴镶锣长门闪闫开闲闲间闵闸阁合闽阆闾阊阎板暗阔阙闯关阚"
    "辟陉陕升阴陈陆阳队际随险隐陇只隽双杂鸡离云电沾雾霁灵静巩秋千韦韩韬韵响页顶顷项顺须颂预顿"
    "颇领颉头颈频颗题额颜颛颜颡类顾显风台飞饭饮饲养余馆喂馒饶马冯驮驰驯驻驹驾驼驷骆骏骔骑腾骡"
    "驱骅骄验驿骥骊体发松胡须斗闹郁鱼鲁鲅鲇鲍鲊鲖鲜鲤鲸鳌鲹鳞鲟鸟凫鸠凫凤鸣鸦鸳鸯鸭鸿鸽鹃鹅鹄"
    "鹉鹏雕鹊鹗莺鹤鹚鹚鹞鸡鸥鸶鹫鹰鸬鹦鸾咸碱盐丽麦面面曲曲面么么黄点党齐斋齿龄出龙庞龚龛龟"
)
# A Chinese character in a pattern: any letter but a Latin one. As a range of code points it would
# take Python milliseconds to compile, in each pattern that it stands in.
HAN = r"[^\W\d_a-zA-Z]"
_PAIRS = str.maketrans(_TRADITIONAL, _SIMPLIFIED)
_WIDE = tuple(zip("，：；（）？！％\u3000\xa0", ",:;()?!%  ", strict=True))
_ANY = regex(f"[{_TRADITIONAL}]")


@lru_cache(maxsize=512)  # the lines of a report, which many patterns are looked for in
def folded(text: str) -> str:
    """The text in Unicode's form NFKC, all characters as their plain twins.

    Nearly every line has wide punctuation; with that made narrow, a line most often is in this form
    already, which is a quick thing to see.
    """
    for wide, narrow in _WIDE:
        text = text.replace(wide, narrow)
    return unicodedata.normalize("NFKC", text)


@lru_cache(maxsize=512)
def simplified(text: str) -> str:
    """The text with its traditional characters replaced, character for character."""
    return text.translate(_PAIRS) if _ANY.search(text) else text


def traditional_of(characters: frozenset[str]) -> tuple[str, str]:
    """The traditional characters that become one of some characters, and those, in their order."""
    pairs = zip(_TRADITIONAL, _SIMPLIFIED, strict=True)
    found = [(old, new) for old, new in pairs if new in characters]
    return "".join(old for old, _ in found), "".join(new for _, new in found)
