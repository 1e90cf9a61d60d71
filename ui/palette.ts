/**
 * The colours of the two faces as values, for what cannot read CSS variables: Ant Design's theme and
 * charts drawn on a canvas. `tokens.css` holds the same table for everything else; `palette.test.ts`
 * keeps the two equal and checks every text colour against the surfaces it is used on (WCAG AA).
 */
export const palettes = {
  light: {
    ink: '#1E2622',
    paper: '#FAF8F4',
    rail: '#F4F0E8',
    card: '#FFFFFF',
    line: '#E7E2D8',
    'line-soft': '#F0ECE3',
    'line-strong': '#8C8778',
    muted: '#646A65',
    soft: '#F6F2EA',
    selected: '#FBFCFA',
    pine: '#1F6B4F',
    'pine-hover': '#2A7D5F',
    'pine-soft': '#E6F0EA',
    'on-pine': '#FFFFFF',
    persimmon: '#E4572E',
    'persimmon-text': '#B93C17',
    'persimmon-soft': '#FCE9E2',
    wheat: '#D9A441',
    'wheat-text': '#7F5B0B',
    'wheat-soft': '#F9EFD9',
    sky: '#2F6F9F',
    'sky-text': '#28618C',
    'sky-soft': '#E3EEF6',
    plum: '#7A4B7F',
    'plum-soft': '#F0E7F1',
    good: '#2E8B57',
    'good-text': '#23704A',
    warn: '#C98A12',
    'warn-text': '#80570A',
    bad: '#C0392B',
    'bad-text': '#B03325',
    'bad-soft': '#FBEAE7',
    teal: '#3AA6A0',
    'teal-text': '#1F6F6A',
    'teal-soft': '#DDF0EE',
    clay: '#A8643F',
    'clay-text': '#8A4F2F',
    'clay-soft': '#F2E5DC',
    slate: '#68768A',
    'slate-text': '#566376',
    'slate-soft': '#E7EAEF',
  },
  dark: {
    ink: '#E8EBE4',
    paper: '#131714',
    rail: '#171C19',
    card: '#1B211D',
    line: '#2C342F',
    'line-soft': '#242B27',
    'line-strong': '#6F7A73',
    muted: '#99A29B',
    soft: '#212823',
    selected: '#1E2521',
    pine: '#55B88C',
    'pine-hover': '#6CC79E',
    'pine-soft': '#1F372C',
    'on-pine': '#0E1A14',
    persimmon: '#F07C58',
    'persimmon-text': '#F59A7C',
    'persimmon-soft': '#3A241C',
    wheat: '#E2B65F',
    'wheat-text': '#E2B65F',
    'wheat-soft': '#382E1B',
    sky: '#74AEDA',
    'sky-text': '#8DBDE2',
    'sky-soft': '#1D2D39',
    plum: '#BC93C6',
    'plum-soft': '#32263A',
    good: '#5CC08A',
    'good-text': '#7ACFA0',
    warn: '#E3AE45',
    'warn-text': '#E8BC63',
    bad: '#E8756A',
    'bad-text': '#F08D83',
    'bad-soft': '#3B2320',
    teal: '#5CC4BD',
    'teal-text': '#72CFC9',
    'teal-soft': '#18302E',
    clay: '#CE8E68',
    'clay-text': '#D8A07E',
    'clay-soft': '#33261D',
    slate: '#97A4B6',
    'slate-text': '#A7B3C3',
    'slate-soft': '#262C33',
  },
} as const

export type Theme = keyof typeof palettes
export type ColourName = keyof (typeof palettes)['light']

/** Chart series in the order in which they are given out; each also differs by marker or label. */
export const seriesColours = [
  'pine',
  'sky',
  'wheat',
  'plum',
  'persimmon',
  'teal',
  'clay',
  'slate',
] as const satisfies readonly ColourName[]

/** Tints behind a person's initial: soft ground, readable text; picked by `tintOf`. */
export const tints = ['pine', 'sky', 'plum', 'wheat', 'persimmon', 'teal', 'clay', 'slate'] as const
export type Tint = (typeof tints)[number]

/** The same person has the same colour everywhere: the tint follows from the id (or name). */
export function tintOf(key: string): Tint {
  let sum = 0
  for (const char of key) sum = (sum * 31 + (char.codePointAt(0) ?? 0)) % 9973
  return tints[sum % tints.length] as Tint
}
