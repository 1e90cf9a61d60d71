/** How large a tile begins, by what it shows; whoever places it may change that. */
import type { TileContent } from './dashboard.ts'
import type { Box } from './layout.ts'

type Size = Pick<Box, 'w' | 'h'>

const analyses: Readonly<Record<string, Size>> = {
  funnel: { w: 6, h: 6 },
  retention: { w: 6, h: 7 },
  paths: { w: 12, h: 8 },
  network: { w: 6, h: 7 },
  stickiness: { w: 6, h: 5 },
}

export function sizeOf(content: TileContent): Size {
  switch (content.kind) {
    case 'metric':
      return content.show === 'number' ? { w: 3, h: 3 } : { w: 6, h: 5 }
    case 'analysis':
      return analyses[content.analysis] ?? { w: 6, h: 6 }
    case 'goal':
      return { w: 4, h: 3 }
    case 'signals':
      return { w: 4, h: 5 }
    case 'text':
      return { w: 12, h: 2 }
  }
}
