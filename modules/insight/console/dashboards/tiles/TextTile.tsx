/** Plain paragraphs: an empty line begins a new one. */
export function TextTile({ title, text }: { title: string | null; text: string }) {
  return (
    <section className="tile-text">
      {title && <h2>{title}</h2>}
      {text.split(/\n\s*\n/).map((paragraph, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a paragraph is its place
        <p key={at}>{paragraph}</p>
      ))}
    </section>
  )
}
