/** Pictures of the demo, drawn: coffee things before hills, in the colours of the brand, no two alike. */
import { chanceOf } from './chance.ts'

export const sceneCount = 40
const width = 1280
const height = 960

const skies = [
  ['#f1e1cb', '#f8f2e6', '#d9a441'],
  ['#dfeaf0', '#f4f7f6', '#e8b45a'],
  ['#e9dfd2', '#f6efe6', '#b5623f'],
  ['#cfe2d8', '#eef5ef', '#dba545'],
  ['#2f4a45', '#6d8f84', '#f0e2b8'],
  ['#f3d9c9', '#fbeee4', '#c96f4a'],
] as const
const grounds = [
  ['#8fb2a0', '#5f907b', '#1f6b4f'],
  ['#c9b08a', '#a98a60', '#7a5c3a'],
  ['#a9c3cd', '#7fa5b3', '#43707f'],
  ['#c7b8d0', '#9a84a8', '#6b4f7d'],
  ['#e0b58f', '#c58560', '#8f4f35'],
] as const
const ink = '#22302b'
const brew = '#a4603d'

/** What stands in each scene, by the words that go with it in the corpus. */
const things: Readonly<Record<number, Thing>> = {
  1: 'servers', 2: 'fruit', 3: 'cup', 4: 'bottles', 5: 'shelf', 6: 'cards', 7: 'shelf', 8: 'bags', 9: 'bottles', 10: 'latte',
  11: 'window', 12: 'grinder', 13: 'tent', 14: 'dripper', 15: 'dripper', 16: 'cake', 17: 'bowls', 18: 'cup', 19: 'moka', 20: 'cup',
  21: 'puck', 22: 'bags', 23: 'puck', 24: 'drippers', 25: 'cups', 26: 'bowls', 27: 'window', 28: 'rain', 29: 'stall', 30: 'books',
} // biome-ignore format: a list of scenes

type Thing =
  | 'servers' | 'fruit' | 'cup' | 'bottles' | 'shelf' | 'cards' | 'bags' | 'latte' | 'window' | 'grinder' | 'tent' | 'dripper'
  | 'cake' | 'bowls' | 'moka' | 'puck' | 'drippers' | 'cups' | 'rain' | 'stall' | 'books' // biome-ignore format: a list of things
const spare: readonly Thing[] = [
  'dripper',
  'cup',
  'bags',
  'cups',
  'latte',
  'grinder',
  'moka',
  'bowls',
  'window',
  'shelf',
]

/** The scene as SVG, 1280 × 960. The same number is the same picture. */
export function drawScene(scene: number): string {
  const chance = chanceOf('scene', scene)
  const [far, near, sun] = skies[scene % skies.length]!
  const ground = grounds[(scene * 3) % grounds.length]!
  const hill = (base: number, swing: number, colour: string, opacity: number) => {
    const [a, b, c] = [chance.next(), chance.next(), chance.next()].map((at) => base - swing + at * swing * 2)
    return `<path d="M0 ${a} C 320 ${b! - swing}, 480 ${c! + swing}, 700 ${b} S 1100 ${a! - swing}, 1280 ${c} V960 H0 Z" fill="${colour}" opacity="${opacity}"/>`
  }
  const table = 740 + chance.below(40)
  const thing = things[scene] ?? spare[scene % spare.length]!
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">
<defs><linearGradient id="sky" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${far}"/><stop offset="1" stop-color="${near}"/></linearGradient></defs>
<rect width="1280" height="960" fill="url(#sky)"/>
<circle cx="${220 + chance.below(840)}" cy="${150 + chance.below(140)}" r="${56 + chance.below(30)}" fill="${sun}"/>
${hill(480, 70, ground[0], 0.7)}${hill(590, 60, ground[1], 0.85)}${hill(690, 44, ground[2], 1)}
<rect y="${table}" width="1280" height="${height - table}" fill="#f6efe2"/><rect y="${table}" width="1280" height="12" fill="#dcc9a8"/>
<g stroke="${ink}" stroke-width="9" stroke-linejoin="round" stroke-linecap="round">${draw[thing](table, sun, ground)}</g></svg>`
}

type Draw = (table: number, sun: string, ground: readonly string[]) => string

const at = (x: number, y: number, inner: string, scale = 1) =>
  `<g transform="translate(${x} ${y}) scale(${scale})">${inner}</g>`
// Each thing stands on y = 0 around x = 0.
const dripper = (fill = '#fffdf8') =>
  `<path d="M-92 -330 H92 L34 -214 V-184 H-34 V-214 Z" fill="${fill}"/><path d="M-58 -172 H58 L84 -36 Q86 0 52 0 H-52 Q-86 0 -84 -36 Z" fill="#fffdf8"/><path d="M-76 -78 H76 L84 -36 Q86 0 52 0 H-52 Q-86 0 -84 -36 Z" fill="${brew}"/>`
const cup = (fill: string) =>
  `<path d="M-90 -150 H90 L72 -24 Q68 0 44 0 H-44 Q-68 0 -72 -24 Z" fill="${fill}"/><path d="M88 -122 Q150 -118 138 -70 Q128 -34 78 -42" fill="none"/><path d="M-30 -190 q18 -26 0 -52 M24 -190 q18 -26 0 -52" fill="none" opacity=".5"/>`
const server = (level: number) =>
  `<path d="M-44 -220 H44 V-180 L84 -40 Q88 0 52 0 H-52 Q-88 0 -84 -40 L-44 -180 Z" fill="#fffdf8"/><path d="M-${60 + level * 6} -${90 + level * 10} H${60 + level * 6} L84 -40 Q88 0 52 0 H-52 Q-88 0 -84 -40 Z" fill="${brew}"/>`
const bag = (fill: string, label: string) =>
  `<path d="M-88 -290 H88 V-10 Q88 0 78 0 H-78 Q-88 0 -88 -10 Z" fill="${fill}"/><path d="M-88 -244 H88" /><rect x="-54" y="-190" width="108" height="104" rx="10" fill="${label}"/><circle cx="0" cy="-138" r="24" fill="${brew}"/>`
const bowl = (fill: string) =>
  `<path d="M-74 -84 H74 Q70 0 0 0 Q-70 0 -74 -84 Z" fill="${fill}"/><path d="M-58 -66 H58" stroke="${brew}" stroke-width="16"/>`
const bottle = (fill: string) =>
  `<path d="M-24 -310 H24 V-250 Q66 -222 66 -180 V-14 Q66 0 52 0 H-52 Q-66 0 -66 -14 V-180 Q-66 -222 -24 -250 Z" fill="#f4fafa"/><path d="M-66 -140 H66 V-14 Q66 0 52 0 H-52 Q-66 0 -66 -14 Z" fill="${fill}"/>`

const draw: Readonly<Record<Thing, Draw>> = {
  dripper: (table) => at(620, table, dripper(), 1.35) + at(900, table, cup('#e7d2ae')),
  drippers: (table, sun) => at(360, table, dripper()) + at(640, table, dripper(sun), 1.15) + at(930, table, dripper('#cfe2d8')),
  servers: (table) => [230, 435, 640, 845, 1050].map((x, step) => at(x, table, server(step), 0.92)).join(''),
  cup: (table, sun, ground) => at(600, table, cup(ground[1]!), 1.8) + at(930, table, bag('#f1e1cb', sun), 0.8),
  cups: (table, sun, ground) => [sun, ground[0]!, '#c96f4a', '#fffdf8'].map((fill, place) => at(270 + place * 245, table, cup(fill), 1.05)).join(''),
  bags: (table, sun, ground) => at(400, table, bag('#e7d2ae', '#fffdf8')) + at(640, table, bag(ground[1]!, sun), 1.2) + at(890, table, bag('#c96f4a', '#fffdf8')),
  bottles: (table) => at(480, table, bottle('#cfe4ea'), 1.1) + at(700, table, bottle('#e9dfd2'), 1.1) + at(940, table, cup('#fffdf8'), 0.9),
  bowls: (table, sun, ground) => [200, 380, 560, 740, 920, 1080].map((x, place) => at(x, table, bowl([ground[0]!, '#fffdf8', sun][place % 3]!))).join(''),
  latte: (table) =>
    at(640, table - 40, `<ellipse cx="0" cy="-150" rx="300" ry="150" fill="#fffdf8"/><ellipse cx="0" cy="-156" rx="248" ry="118" fill="${brew}"/><path d="M-130 -150 Q-40 -240 60 -196 Q150 -150 40 -108 Q-60 -80 -130 -150 M60 -196 Q130 -250 150 -190" fill="#fbeee0"/>`),
  cake: (table) => at(600, table, `<path d="M-190 -170 H190 V0 H-190 Z" fill="#fbeee0"/><path d="M-190 -120 H190 M-190 -60 H190" stroke="${brew}" stroke-width="26"/><rect x="-190" y="-186" width="380" height="34" fill="#6b4630"/>`, 1.1) + at(960, table, cup('#fffdf8')),
  cards: (table) =>
    [-16, -6, 5, 14].map((turn, place) => `<g transform="translate(${300 + place * 200} ${table - 150}) rotate(${turn})"><rect x="-100" y="-140" width="200" height="250" rx="10" fill="#fffdf8"/><rect x="-76" y="-116" width="152" height="120" fill="${['#dfeaf0', '#f3d9c9', '#cfe2d8', '#f1e1cb'][place]}"/><path d="M-60 40 H60 M-60 74 H20" stroke-width="6"/></g>`).join(''),
  fruit: (table) =>
    at(360, table, `<circle cx="0" cy="-92" r="92" fill="#e8963e"/><path d="M0 -184 q30 -40 70 -34" fill="none"/>`) + at(600, table, `<path d="M-130 0 A130 130 0 0 1 130 0 Z" fill="#f4d35e"/><path d="M-92 -8 A92 92 0 0 1 92 -8 Z" fill="#fbeeb0"/><path d="M0 -8 V-92 M0 -8 L-64 -66 M0 -8 L64 -66" stroke-width="5"/>`) + at(900, table, cup('#fffdf8'), 1.2),
  grinder: (table) => at(560, table, `<rect x="-66" y="-300" width="132" height="300" rx="16" fill="#3d4a46"/><path d="M0 -300 V-350 H130" fill="none"/><circle cx="136" cy="-350" r="24" fill="#b5623f"/><path d="M-66 -110 H66" stroke="#fffdf8"/>`, 1.2) + at(830, table, `<rect x="-150" y="-60" width="300" height="60" rx="10" fill="#fffdf8"/><rect x="40" y="-44" width="84" height="28" fill="#cfe2d8"/>`),
  moka: (table) => at(620, table, `<path d="M-110 0 L-84 -150 H84 L110 0 Z" fill="#b9bdb9"/><path d="M-84 -164 L-112 -330 L92 -330 L84 -164 Z" fill="#d7dad6"/><path d="M92 -310 H170 V-190" fill="none" stroke-width="22"/><path d="M-20 -330 V-362 H20 V-330" fill="${ink}"/>`, 1.25) + at(910, table, cup('#f1e1cb'), 0.85),
  puck: (table, sun) => at(640, table - 40, `<ellipse cx="0" cy="-140" rx="280" ry="140" fill="#8a5a3c"/><ellipse cx="0" cy="-150" rx="230" ry="108" fill="#6b4630"/><path d="M-120 -170 L-30 -140 L20 -176 L130 -136" fill="none" stroke="${sun}" stroke-width="7"/>`),
  shelf: (table, sun, ground) =>
    `<rect x="220" y="${table - 320}" width="840" height="18" fill="#a98a60"/>${at(340, table - 320, cup(sun), 0.8)}${at(560, table - 320, cup('#fffdf8'), 0.8)}${at(800, table - 320, bag(ground[1]!, '#fffdf8'), 0.62)}${at(420, table, dripper(), 0.85)}${at(720, table, bottle('#cfe4ea'), 0.8)}${at(930, table, cup(ground[0]!), 0.9)}`,
  window: (table) => `<rect x="360" y="${table - 560}" width="560" height="470" rx="14" fill="#ffffff" fill-opacity=".55"/><path d="M640 ${table - 560} V${table - 90} M360 ${table - 330} H920" fill="none"/>${at(560, table, cup('#fffdf8'))}${at(820, table, dripper(), 0.7)}`,
  rain: (table) => `<rect x="320" y="${table - 580}" width="640" height="500" rx="14" fill="#7fa5b3" fill-opacity=".6"/><path d="${Array.from({ length: 26 }, (_, drop) => `M${350 + ((drop * 97) % 580)} ${table - 550 + ((drop * 61) % 420)} l-10 34`).join(' ')}" stroke="#eef5f6" stroke-width="6"/>${at(640, table, cup('#f1e1cb'), 1.2)}`,
  tent: (table, sun) => at(420, table, `<path d="M-230 0 L0 -310 L230 0 Z" fill="${sun}"/><path d="M-60 0 L0 -190 L60 0 Z" fill="#3d4a46"/>`) + at(860, table, dripper(), 0.95),
  stall: (table) => at(640, table, `<path d="M-330 -400 H330 L380 -270 H-380 Z" fill="#c96f4a"/><path d="M-200 -400 L-226 -270 M-66 -400 L-76 -270 M66 -400 L76 -270 M200 -400 L226 -270" stroke="#fffdf8" stroke-width="30"/><path d="M-340 -270 V0 M340 -270 V0" fill="none"/><rect x="-340" y="-150" width="680" height="150" fill="#e7d2ae"/>${at(-120, -150, cup('#fffdf8'), 0.7)}${at(110, -150, dripper(), 0.55)}`),
  books: (table, sun, ground) => [0, 1, 2, 3, 4, 5].map((place) => `<rect x="${250 + place * 64}" y="${table - 250 - ((place * 47) % 80)}" width="52" height="${250 + ((place * 47) % 80)}" fill="${[sun, ground[1], '#fffdf8', '#c96f4a', ground[0], '#43707f'][place]}"/>`).join('') + at(860, table, cup('#fffdf8'), 1.25),
} // biome-ignore format: drawings, not prose
