import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { Imports } from '#ui/console/importing/Imports.tsx'
import { useUrlState } from '#ui/console/list/useUrlState.ts'
import { Icon } from '#ui/icon/Icon.tsx'
import { useT } from '#ui/locale/locale.tsx'
import { words } from '../orders.words.ts'
import { Tabs } from '../Tabs.tsx'
import { door } from './lists.queries.ts'
import { listWords } from './lists.words.ts'
import { UploadDialog } from './UploadDialog.tsx'

/** Files of orders that came in, and the door for the next. */
export default function OrderListsScreen() {
  const t = useT()
  const navigate = useNavigate()
  const [url, setUrl] = useUrlState()
  return (
    <>
      <Imports
        door={door}
        title={t(words.orders)}
        below={<Tabs at="imports" />}
        open={({ id }) => navigate({ to: '/orders/imports/$id', params: { id } })}
        about={({ source }) => source.name}
        words={listWords}
        main={
          <Button
            type="primary"
            icon={<Icon name="upload" size={16} />}
            onClick={() => setUrl({ upload: 'yes' })}
          >
            {t(listWords.upload)}
          </Button>
        }
      />
      {url.upload === 'yes' && <UploadDialog close={() => setUrl({ upload: undefined })} />}
    </>
  )
}
