import { defineMessages, type Message } from '#base/i18n/messages.ts'
import type { MetricFault } from './resolve.ts'

export const words = defineMessages({
  written: { zh: '自定义公式', en: 'A formula' },
})

const faults = defineMessages({
  empty: { zh: '公式是空的，写上字母和运算符', en: 'The formula is empty; write letters and signs' },
  unexpected: {
    zh: '第 {at} 个字符「{found}」放在这里不对',
    en: '“{found}” at character {at} cannot stand here',
  },
  unclosed: {
    zh: '第 {at} 个字符的左括号没有对应的右括号',
    en: 'The bracket at character {at} is never closed',
  },
  ended: { zh: '公式在第 {at} 个字符处没写完', en: 'The formula breaks off at character {at}' },
  tooDeep: { zh: '套得太深了，最多 {most} 层', en: 'Nested too deeply; at most {most} levels' },
  number: { zh: '第 {at} 个字符处的「{found}」不是数字', en: '“{found}” at character {at} is no number' },
  unknownMetric: { zh: '没有叫「{key}」的指标', en: 'There is no metric “{key}”' },
  circle: { zh: '指标互相引用成了一圈：{keys}', en: 'These metrics ask each other in a circle: {keys}' },
  missingLetter: {
    zh: '公式第 {at} 个字符用了 {letter}，但没有说它是什么',
    en: 'The formula uses {letter} at character {at}, but nothing says what it is',
  },
  tooMany: { zh: '一个指标最多由 {most} 个数算出', en: 'A metric is worked out from {most} figures at most' },
})

export const faultSentence = (fault: MetricFault['fault']): Message => faults[fault]
