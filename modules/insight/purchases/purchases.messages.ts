import { defineMessages } from '#base/i18n/messages.ts'

export const words = defineMessages({
  repurchase: { zh: '复购', en: 'Repurchase' },
  intervals: { zh: '购买间隔', en: 'Time between orders' },
  products: { zh: '高复购商品', en: 'Products bought again' },
  repurchaseSays: {
    zh: '付款的成员中再次购买的人：新客与老客、逐月，以及首单后 {days} 天内',
    en: 'Of members who bought, those who bought again: new and old, month by month, and within {days} days of the first order',
  },
  intervalsSays: {
    zh: '相邻两次购买之间隔了多少天',
    en: 'How many days lie between one purchase and the next',
  },
  productsSays: {
    zh: '哪些商品被同一个人再次购买，哪些常在同一单里',
    en: 'Which products the same people buy again, and which are bought in one order',
  },
})
