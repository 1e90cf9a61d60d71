import { App, Modal, Select } from 'antd'
import { useState } from 'react'
import { asProblem } from '#ui/console/problem.ts'
import { words } from '#ui/console/words.ts'
import { useT } from '#ui/locale/locale.tsx'
import { changeTags, type Member } from './members.queries.ts'
import { memberWords } from './members.words.ts'

interface TagDialogProps {
  readonly members: readonly Member[]
  readonly mode: 'add' | 'remove'
  readonly known: readonly string[]
  readonly close: (changed: boolean) => void
}

/** Adds tags to members, or takes tags that they have away. */
export function TagDialog({ members, mode, known, close }: TagDialogProps) {
  const t = useT()
  const { message } = App.useApp()
  const [chosen, setChosen] = useState<string[]>([])
  const [busy, setBusy] = useState(false)
  const [open, setOpen] = useState(false)
  const offered = mode === 'add' ? known : [...new Set(members.flatMap((member) => member.tags))]
  const save = async () => {
    setBusy(true)
    try {
      await changeTags({ ids: members.map((member) => member.id), [mode]: chosen })
      message.success(t(mode === 'add' ? memberWords.tagsAdded : memberWords.tagsRemoved))
      close(true)
    } catch (error) {
      message.error(asProblem(error).message)
      setBusy(false)
    }
  }
  return (
    <Modal
      open
      title={t(mode === 'add' ? memberWords.addTagsTo : memberWords.removeTagsFrom, {
        count: members.length,
      })}
      okText={t(mode === 'add' ? memberWords.addTags : memberWords.removeTags)}
      cancelText={t(words.cancel)}
      okButtonProps={{ disabled: chosen.length === 0, loading: busy, danger: mode === 'remove' }}
      onOk={save}
      onCancel={() => close(false)}
    >
      <Select
        mode={mode === 'add' ? 'tags' : 'multiple'}
        autoFocus
        style={{ width: '100%' }}
        aria-label={t(memberWords.chooseTags)}
        placeholder={t(memberWords.chooseTags)}
        value={chosen}
        open={open}
        onOpenChange={setOpen}
        // The list would lie over the button that finishes.
        onSelect={() => setOpen(false)}
        maxCount={20}
        tokenSeparators={[',', '，', '、']}
        onChange={(names: string[]) =>
          setChosen(names.map((name) => name.trim().slice(0, 30)).filter(Boolean))
        }
        options={offered.map((name) => ({ value: name, label: name }))}
      />
    </Modal>
  )
}
