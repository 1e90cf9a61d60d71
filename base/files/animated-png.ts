/** Animated PNG: the decoder would silently keep the first picture, which is not what was sent. */

/** True when an `acTL` chunk comes before the picture data, which is what makes a PNG animated. */
export function isAnimatedPng(bytes: Uint8Array): boolean {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  if (view.toString('latin1', 1, 4) !== 'PNG') return false
  for (let at = 8; at + 8 <= view.length; ) {
    const kind = view.toString('latin1', at + 4, at + 8)
    if (kind === 'acTL') return true
    if (kind === 'IDAT' || kind === 'IEND') return false
    at += 12 + view.readUInt32BE(at)
  }
  return false
}
