import { defineProblems } from '#base/http/problem.ts'

export const commerceProblems = defineProblems({
  productNotFound: { status: 404, message: { zh: '没有找到这件商品', en: 'There is no such product' } },
  skuTaken: {
    status: 409,
    message: { zh: '货号「{sku}」已被别的商品使用', en: 'Another product has the number “{sku}”' },
  },
})
