/** Where a link leads: an address for what is marked, or one of its own line that shows its page. */
import type { Editor } from '@tiptap/core'
import { type FormEvent, useState } from 'react'
import { cleanLink } from '#base/html/link.ts'
import { api } from '#ui/api.ts'
import { useT } from '#ui/locale/locale.tsx'
import { ask } from '#ui/member/ask.ts'
import { Button } from '#ui/member/Button.tsx'
import { Sheet } from '#ui/member/Sheet.tsx'
import { useToast } from '#ui/member/Toast.tsx'
import { writeWords as words } from '../write.words.ts'

/** `hill.example/a` is meant as an address too. */
const addressOf = (text: string): string | undefined => {
  const trimmed = text.trim()
  const mail = /^[^\s@/:]+@[^\s@/:]+\.[^\s@/:]+$/.test(trimmed) ? `mailto:${trimmed}` : undefined
  return (
    cleanLink(trimmed) ??
    mail ??
    (/^[^\s:/]+\.[^\s:/]{2,}/.test(trimmed) ? cleanLink(`https://${trimmed}`) : undefined)
  )
}

export function LinkSheet({
  editor,
  open,
  close,
  cards,
}: {
  editor: Editor
  open: boolean
  close: () => void
  cards: boolean
}) {
  const t = useT()
  const tell = useToast()
  const present = String(editor.getAttributes('link').href ?? '')
  const [text, setText] = useState(present)
  const [wrong, setWrong] = useState(false)
  const [reading, setReading] = useState(false)
  const end = () => {
    close()
    setTimeout(() => editor.commands.focus(), 0)
  }
  const apply = (event: FormEvent) => {
    event.preventDefault()
    const href = addressOf(text)
    if (!href) return setWrong(true)
    const chain = editor.chain().focus()
    if (editor.state.selection.empty && !present)
      chain
        .insertContent([
          { type: 'text', text: text.trim(), marks: [{ type: 'link', attrs: { href } }] },
          { type: 'text', text: ' ' },
        ])
        .run()
    else chain.extendMarkRange('link').setLink({ href }).run()
    end()
  }
  const asCard = async () => {
    const href = addressOf(text)
    if (!href) return setWrong(true)
    setReading(true)
    const placed = await placeLinkCard(editor, href).catch(() => false)
    setReading(false)
    if (!placed) {
      tell(t(words.linkSilent))
      editor
        .chain()
        .focus()
        .insertContent({ type: 'text', text: href, marks: [{ type: 'link', attrs: { href } }] })
        .run()
    }
    end()
  }
  return (
    <Sheet open={open} close={end} title={t(words.link)}>
      <form onSubmit={apply} className="space-y-4">
        <div>
          <label htmlFor="link-address" className="block pb-1.5 text-[14px] leading-5 font-medium">
            {t(words.linkAddress)}
          </label>
          <input
            id="link-address"
            type="url"
            inputMode="url"
            autoCapitalize="none"
            placeholder="https://"
            value={text}
            aria-invalid={wrong || undefined}
            aria-describedby={wrong ? 'link-problem' : undefined}
            onChange={(event) => {
              setText(event.target.value)
              setWrong(false)
            }}
            className={`block min-h-11 w-full rounded-[10px] border bg-card px-3.5 text-[16px] ${wrong ? 'border-bad' : 'border-line-strong'}`}
          />
          {wrong ? (
            <p id="link-problem" className="mt-1.5 text-[14px] leading-5 text-bad-text">
              {t(words.linkWrong)}
            </p>
          ) : null}
        </div>
        <div className="flex flex-wrap gap-2">
          <Button type="submit" look="solid">
            {t(words.linkApply)}
          </Button>
          {cards && !present ? (
            <Button onClick={asCard} sending={reading}>
              {t(reading ? words.linkReading : words.linkAsCard)}
            </Button>
          ) : null}
          {present ? (
            <Button
              look="remove"
              onClick={() => {
                editor.chain().focus().extendMarkRange('link').unsetLink().run()
                end()
              }}
            >
              {t(words.linkRemove)}
            </Button>
          ) : null}
        </div>
      </form>
    </Sheet>
  )
}

/** Puts the card of a page at the cursor. False when the page says nothing of itself. */
async function placeLinkCard(editor: Editor, href: string): Promise<boolean> {
  const { preview } = await ask(api.POST('/api/member/writing/link', { body: { href } }))
  if (!preview || editor.isDestroyed) return false
  return editor
    .chain()
    .focus()
    .insertContent([{ type: 'linkCard', attrs: preview }, { type: 'paragraph' }])
    .run()
}
