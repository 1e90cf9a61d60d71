/** Pictures in the words of a post, in the markup that our renderer makes. */

/**
 * The first picture is what a reader waits for: it is fetched at once and before other things; all that follow wait
 * until they come near. AVIF or WebP is chosen by what the browser says it takes, at the same address.
 */
export const firstEager = (html: string): string =>
  html.replace(/(<img [^>]*?) loading="lazy"/, '$1 loading="eager" fetchpriority="high"')

/** The address of the first picture, or of the frame of the first film. */
export const firstPicture = (html: string): string | undefined =>
  /<(?:img [^>]*?src|video [^>]*?poster)="(\/files\/[^"]+)"/.exec(html)?.[1]
