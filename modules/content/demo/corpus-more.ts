/** What came up besides: short films, wishes, and small talk of all groups. How it is written down: `corpus.ts`. */
export const more = `
@@ pour-over/参数与复盘

=== film-pour | video | ache | 8 | featured
三十秒看懂三段注水
film: 30
第一段 36 克闷蒸，第二段绕小圈到 150，第三段贴中心到 225。注意看水柱的粗细，一直没变。
- xiaoman 看了五遍，原来壶嘴要离这么近。
- ~ 可以出一个慢放吗？

=== film-latte | video | hanxiaohe | 22 |
从鸭子到天鹅的两个月
film: 45
把六十四次练习剪在一起，第 1 次和第 64 次放在两边。
- xumu 手稳了好多。
- keke 看哭了，我还停在第 3 次。

=== film-roast | video | xulaoshi | 53 |
一锅豆子的八分钟：听一爆的声音
film: 60
戴耳机听，4 分 50 秒像爆米花那一下就是一爆。
- ~ 原来一爆真的会「爆」。

=== humidity | discussion | ~ | 142 |
梅雨季，同样的格数流速慢了二十秒
豆子吸潮之后更韧，细粉也粘。除湿机开到 50 % 又回来了。
- laoxu 江南人民的日常。

=== kids | discussion | ~ | 107 |
带娃冲一杯：把闷蒸变成数数游戏
三岁的小朋友负责数到三十，她数得越来越快，咖啡越来越酸。
- songzhiyi 最可爱的闷蒸计时器。
- tangguo 这个应该拍视频。

@@ start-here/新手上手

=== thanks-ache | discussion | ~ | 4 |
来了三十天，谢谢每一个回过我的人
第一天问「为什么是酸的」，今天有人问了同样的问题，我居然能回答了。
- ache 这就是这里最好的样子。
- xiaoman 希望三十天后我也能发这样一条。

=== idea-map | idea | ~ | 36 |
想要一张「味道地图」，从不好喝倒推原因
酸了点哪里、苦了点哪里，新人不用每次都从头问。
- ache 我先画一版，大家来改。
- tangguo 画好之后置顶。

=== idea-buddy | idea | keke | 27 |
给新人配一个搭子，前七天随时问
我来的时候是青野带的，少走了好多弯路。
- qingye 我愿意再带三个。
- tangguo 这周就试，先配十对。

=== parents | discussion | ~ | 64 |
给爸妈选一支不苦不酸的
爸爸喝茶三十年，妈妈怕睡不着。巴西半日晒冲淡一点，爸爸说「像炒花生」，算是夸。
- keke 像炒花生是最高评价了。

=== first-week | article | tangguo | 180 | featured pinned
新人第一周做什么：每天十分钟就够
第一天介绍自己和手边的器具；第二天读一遍「给新人的十个词」；第三天冲一杯拍给大家看。
第四天回复一位也在问问题的人；第五天看一次直播回放；第六天改一个变量再冲一杯；第七天写一句「这周我最大的变化」。
做不到也没关系，慢慢来，这里没有人催。#第一杯打卡
- xiaoman 今天是第一天，已完成。
- ~ 第四天最难，后来发现回答别人自己也学会了。

@@ pour-over/晒单

=== rain-coffee | photo | songzhiyi | 30 |
下雨天，适合冲一支安静的豆
![窗上的雨滴和一杯咖啡](scene:28)
危地马拉，可可和橙皮，配一本没看完的书。
- laoxu 照片里能听到雨声。

=== market-stall | photo | xumu | 19 |
周末市集摆摊，卖出第一杯
![市集上的小摊](scene:29)
一个上午卖了 41 杯，最受欢迎的居然是热巧克力。
- hanxiaohe 我说什么来着！
- hechuan 恭喜第一天，记得算账。
- qingye 成都的朋友有口福了。

@@ shanghai/探店

=== sh-book | photo | ~ | 12 |
书店二楼的咖啡，靠窗只有三个位子
![书架旁边的咖啡桌](scene:30)
下午两点到四点光最好，店员会轻声提醒你杯子烫。#上海探店
- hanxiaohe 这家我也喜欢，别说太大声。

@@ offers/本周上新

=== tue-10-27 | announcement | linxiao | 26 |
本周二上新：滤纸三种规格和一只新滤杯
蛋糕杯 155、V60 01 与 02。新滤杯是树脂的，摔不碎，给第一次买的人。
- xiaoman 树脂的好，怕摔。
- ~ 02 的滤纸终于补货了。
`
