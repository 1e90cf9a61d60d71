/** What 山丘咖啡 sells, as its shops call it; prices in fen. */
export interface Good {
  readonly sku: string
  readonly name: string
  readonly priceMinor: number
  readonly kind: 'bean' | 'drip' | 'ware' | 'treat'
}

export const goods: readonly Good[] = [
  { sku: 'SQ-YJ-227', name: '云间 · 耶加雪菲 227g', priceMinor: 6_800, kind: 'bean' },
  { sku: 'SQ-PP-227', name: '山丘日常拼配 227g', priceMinor: 4_800, kind: 'bean' },
  { sku: 'SQ-GD-227', name: '谷底 · 深烘曼特宁 227g', priceMinor: 5_600, kind: 'bean' },
  { sku: 'SQ-RX-227', name: '日晒西达摩 227g', priceMinor: 6_400, kind: 'bean' },
  { sku: 'SQ-GE-100', name: '瑰夏 · 生产批次 100g', priceMinor: 12_800, kind: 'bean' },
  { sku: 'SQ-GE-10', name: '挂耳 · 云间 10 包', priceMinor: 3_900, kind: 'drip' },
  { sku: 'SQ-PP-30', name: '挂耳 · 日常拼配 30 包', priceMinor: 8_800, kind: 'drip' },
  { sku: 'SQ-LZ-100', name: 'V60 滤纸 100 张', priceMinor: 2_800, kind: 'ware' },
  { sku: 'SQ-SH-600', name: '分享壶 600ml', priceMinor: 8_900, kind: 'ware' },
  { sku: 'SQ-MD-01', name: '手摇磨豆机', priceMinor: 26_800, kind: 'ware' },
  { sku: 'SQ-QN-06', name: '海盐曲奇 6 片', priceMinor: 2_600, kind: 'treat' },
  { sku: 'SQ-BZ-12', name: '每月订阅杯', priceMinor: 3_200, kind: 'treat' },
]
