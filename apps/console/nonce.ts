/**
 * The page's style policy admits only styles that carry its nonce. Ant Design passes it on, except in
 * two places of its portal (scroll lock and scroll bar measure), so every style element gets it here.
 */
export const nonce = document.querySelector<HTMLMetaElement>('meta[name=csp-nonce]')?.content

export function giveStylesTheNonce() {
  if (!nonce) return
  const create = document.createElement.bind(document)
  document.createElement = ((name: string, options?: ElementCreationOptions) => {
    const element = create(name, options)
    if (name === 'style') element.nonce = nonce
    return element
  }) as typeof document.createElement
}
