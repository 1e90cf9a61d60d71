/** Bins of a histogram of times that a person reads at a glance: minutes, quarters of an hour, hours, days. */
const minute = 60
const hour = 60 * minute
const day = 24 * hour
const widths = [
  1,
  2,
  5,
  10,
  15,
  30,
  minute,
  2 * minute,
  5 * minute,
  10 * minute,
  15 * minute,
  30 * minute,
  hour,
  2 * hour,
  3 * hour,
  6 * hour,
  12 * hour,
  day,
  2 * day,
  3 * day,
  7 * day,
  14 * day,
  28 * day,
]

/** The last one holds all that took longer. */
export const mostBins = 16

/** Width in seconds with which nearly all (`most`: the time in which 98 % were there) lie before the last bin. */
export const widthOf = (most: number): number =>
  widths.find((width) => most < width * (mostBins - 1)) ?? Math.ceil(most / (mostBins - 1) / day) * day
