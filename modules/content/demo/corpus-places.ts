/** 产品内测 and 上海据点. How it is written down: `corpus.ts`. */
export const places = `
@@ beta/内测任务

=== beta-task-7 | announcement | chenlang | 4 | pinned
第七轮内测：新豆单页和「一杯一记」
这一轮试两件事：豆单页的风味筛选好不好找；「一杯一记」记完一杯要几步。
请每人至少记三杯，一事一帖写到「反馈」。12 月 1 日截止，48 小时内每条都有下文。
- qingye 已经记了两杯，水质那一栏找了半天。
  chenlang 收到，今天就改。
- hanxiaohe 截图放反馈里了。

=== beta-task-6 | announcement | chenlang | 32 |
第六轮内测小结：23 条反馈，17 条已经改
没改的六条也写了为什么。谢谢每一位写「这里不对」的人。
- qingye 有下文的感觉真好。

=== beta-beans | announcement | linxiao | 15 |
新豆样品寄出：三支未上市，请先别发到群外
每人三包 50 克。请写：第一口、凉了之后、会不会回购。
- ~ 收到，B 那支凉了之后惊艳。
- qingye A 有点平，C 会回购。

@@ beta/反馈

=== beta-water-field | idea | qingye | 3 |
「一杯一记」的水质一栏藏得太深
现象：要展开「更多」才看到。期望：和水温放在一起。参数帖里水质越来越重要了。
- chenlang 同意，明天的版本挪上来。
- ~ 顺便记住上次填的值，我家水不会天天变。

=== beta-filter | question | hanxiaohe | 3 | accepted
风味筛选选了「柑橘」，还是出来好多「可可」
选择两个风味的时候是「或」还是「且」？
* chenlang 目前是「或」，容易误会。改成默认「且」，结果少于三支时提示放宽。

=== beta-timer | idea | ~ | 8 |
计时器切到后台就停了
现象：接个电话回来，计时归零。期望：继续走。手机：安卓。
- chenlang 已复现，这周修。

=== beta-share | idea | ~ | 12 |
分享图上的豆名被截断
「埃塞俄比亚耶加雪菲孔加水洗 G1」只剩一半，建议两行。
- ~ 同样的问题，云南那支更长。

=== beta-notify | discussion | ~ | 28 |
上新通知能不能只提醒我关注的产区？
每周二都响一次，我只想知道肯尼亚。
- linxiao 好建议，记到下一轮。

=== beta-card | idea | ~ | 40 |
冲煮卡片能导出成表格吗
一百杯想自己画图看看。
- qingye 强烈附议，我手抄了一百张。
- chenlang 排进第八轮。

=== beta-font | idea | ~ | 54 |
老人家看不清参数，字能放大吗？
给爸妈装了小程序，灰色小字看不见。
- chenlang 跟随系统字号已经在改，颜色也会加深。

@@ shanghai/约杯测

=== sh-cupping-nov | discussion | hanxiaohe | 2 | pinned
11 月第二场线下杯测：周日 14:00 武康路店
六支豆，十二个位子。带自己的勺子，结束之后可以在吧台冲一杯。
报名在下面说一声「来」，来不了请提前一天说，把位子让给别人。
- ~ 来！
- ~ 来，带一位朋友可以吗？
  hanxiaohe 可以，算两个位子。
- momo 可惜我在深圳，求直播。

=== sh-cupping-recap | discussion | hanxiaohe | 16 |
上一场杯测复盘：九个人，最高分是最便宜的那支
盲测第一名是卢旺达，价格倒数第二。大家揭晓的时候笑成一团。
![杯测桌和打分表](scene:26)
- ~ 下次还想盲测。
- ache 盲测治百病。

=== sh-roastery | discussion | ~ | 27 |
拼车去看烘焙工厂，松江，下周六
许老师带队，可以看一锅完整的烘焙。还差两个人。
- xulaoshi 早点吃饭再来，一锅要看四十分钟。
- ~ 我来一个！

=== sh-latte-throwdown | discussion | hanxiaohe | 44 |
拉花小赛，输的人洗杯子
不比天鹅，比谁的爱心最圆。
- xumu 隔空报名当评委。

=== sh-bean-split | discussion | ~ | 35 |
拼豆：一公斤瑰夏，十个人分
一人一百克，武康路店自取，群里接龙，不收手续费。
- songzhiyi 人在北京，眼红。

@@ shanghai/探店

=== sh-wukang | discussion | hanxiaohe | 6 |
武康路这家，坐窗边第二桌
手冲给三支豆选，咖啡师会问你今天想喝亮的还是稳的。人均 48，周末排队二十分钟。
![街角咖啡店的窗](scene:27)
- ~ 亮的还是稳的，这句话好会问。
- songzhiyi 下次去上海就坐这桌。

=== sh-suzhou-creek | discussion | ~ | 19 |
苏州河边新开的小店，冰滴很惊艳
八小时冰滴，酒香收得很干净。下午四点以后阳光正好。#上海探店
- ~ 周末去了，冰滴卖完了，改喝 SOE 也不错。

=== sh-trap | discussion | ~ | 23 |
踩雷一家：手冲 68，端上来是凉的
环境很好看，咖啡师在打电话。不点名了，只提醒大家先看豆子的烘焙日期。
- hanxiaohe 不点名也能对上号……

=== sh-nanchang | discussion | ~ | 41 |
南昌路的早晨，七点开门的只有它
美式 18 块，可颂现烤，给上早班的人续命。#上海探店
- keke 可颂照片呢？

=== sh-vinyl | discussion | ~ | 60 |
能听黑胶的咖啡店，一张唱片一杯手冲
老板按唱片给你选豆，听爵士的时候喝日晒。#上海探店
- qingye 想去，周末从杭州过来。

=== sh-pudong | discussion | ~ | 78 |
浦东打工人的十五分钟咖啡地图
陆家嘴地铁口到写字楼，步行十五分钟内五家，写了每家出杯时间。
- ~ 出杯时间才是真需求。
`
