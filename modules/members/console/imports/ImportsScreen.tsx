import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { ChooseFile, DropList, useUpload } from '#ui/console/importing/DropList.tsx'
import { Imports } from '#ui/console/importing/Imports.tsx'
import { Icon } from '#ui/icon/Icon.tsx'
import { useT } from '#ui/locale/locale.tsx'
import { door, importQuery, uploadList } from './imports.queries.ts'
import { importWords } from './imports.words.ts'

/** Lists of people that came in, and the door for the next. */
export default function ImportsScreen() {
  const t = useT()
  const navigate = useNavigate()
  const client = useQueryClient()
  const open = ({ id }: { id: string }) => navigate({ to: '/members/imports/$id', params: { id } })
  const upload = useUpload(async (file) => {
    const list = await uploadList(file)
    client.setQueryData(importQuery(list.id).queryKey, list)
    client.invalidateQueries({ queryKey: [door.key, 'list'] })
    await open(list)
  })
  return (
    <Imports
      door={door}
      title={t(importWords.title)}
      open={open}
      about={({ origin }) => origin}
      words={importWords}
      main={
        <ChooseFile choose={upload.send}>
          {(choose) => (
            <Button
              type="primary"
              icon={<Icon name="upload" size={16} />}
              loading={upload.sending !== undefined}
              onClick={choose}
            >
              {t(importWords.upload)}
            </Button>
          )}
        </ChooseFile>
      }
      first={<DropList {...upload} />}
    />
  )
}
