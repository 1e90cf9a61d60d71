import { useSuspenseQuery } from '@tanstack/react-query'
import { Progress } from 'antd'
import { Card, Light, Page, Tag } from '#ui/console/Page.tsx'
import { Icon } from '#ui/icon/Icon.tsx'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { Followers } from './Followers.tsx'
import { Processes, Queues } from './HealthTables.tsx'
import { type Health, healthQuery } from './system.queries.ts'
import { systemWords } from './system.words.ts'
import '#ui/console/list/list.css'
import './system.css'

/** The state of the whole installation, worst first. */
export default function HealthScreen() {
  const t = useT()
  const health = useSuspenseQuery(healthQuery).data
  const { warnings } = health
  return (
    <Page
      title={
        warnings.length === 0
          ? t(systemWords.healthGood)
          : t(systemWords.healthWarn, { count: warnings.length })
      }
      lead={t(systemWords.healthLead, { version: health.versions.juluo })}
    >
      {warnings.length > 0 && (
        <ul className="warnings">
          {warnings.map((warning) => (
            <li key={warning.code + warning.message} className={warning.grave ? 'grave' : ''}>
              <Icon name="warn" size={18} />
              {warning.message}
            </li>
          ))}
        </ul>
      )}
      <div className="health-grid">
        <PostgresCard health={health} />
        <WarehouseCard health={health} />
        <StorageCard health={health} />
      </div>
      <Followers />
      <Queues queues={health.queues} />
      <Processes processes={health.processes} />
    </Page>
  )
}

function Where({ embedded }: { embedded: boolean }) {
  const t = useT()
  return <Tag>{t(embedded ? systemWords.embedded : systemWords.external)}</Tag>
}

function PostgresCard({ health: { postgres } }: { health: Health }) {
  const t = useT()
  const format = useFormat()
  const durable = postgres.fsync && postgres.fullPageWrites && postgres.synchronousCommit !== 'off'
  return (
    <Card
      title={t(systemWords.postgres)}
      note={postgres.version}
      extra={<Where embedded={postgres.embedded} />}
    >
      <dl className="facts small">
        <dt>{t(systemWords.size)}</dt>
        <dd>{format.bytes(postgres.bytes)}</dd>
        <dt>{t(systemWords.connections)}</dt>
        <dd>
          {format.number(postgres.connections)} / {format.number(postgres.maxConnections)}
        </dd>
        <dt>{t(systemWords.durability)}</dt>
        <dd>
          <Light state={durable ? 'good' : 'bad'}>
            {t(durable ? systemWords.durable : systemWords.notDurable)}
          </Light>
        </dd>
        <dt>{t(systemWords.oldest)}</dt>
        <dd>{format.duration(postgres.oldestTransactionSeconds * 1000)}</dd>
      </dl>
    </Card>
  )
}

const warehouseLight = { ready: 'good', degraded: 'warn', missing: 'bad' } as const

function WarehouseCard({ health: { warehouse } }: { health: Health }) {
  const t = useT()
  const format = useFormat()
  return (
    <Card
      title={t(systemWords.warehouse)}
      note={warehouse.reason ?? undefined}
      extra={<Where embedded={warehouse.embedded} />}
    >
      <dl className="facts small">
        <dt>{t(systemWords.state)}</dt>
        <dd>
          <Light state={warehouseLight[warehouse.state]}>{t(systemWords[warehouse.state])}</Light>
        </dd>
        <dt>{t(systemWords.lag)}</dt>
        <dd>{warehouse.lagSeconds === null ? '—' : format.duration(warehouse.lagSeconds * 1000)}</dd>
        <dt>{t(systemWords.freshTo)}</dt>
        <dd>{warehouse.freshTo ? format.timeWithSeconds(warehouse.freshTo) : '—'}</dd>
      </dl>
    </Card>
  )
}

function StorageCard({ health: { storage } }: { health: Health }) {
  const t = useT()
  const format = useFormat()
  const { disk } = storage
  const used = disk ? Math.round((1 - disk.freeBytes / disk.totalBytes) * 100) : 0
  return (
    <Card title={t(systemWords.storage)}>
      {disk && (
        <div className="disk">
          <Progress percent={used} showInfo={false} size="small" aria-label={t(systemWords.disk)} />
          <span className="muted small">
            {t(systemWords.diskFree, {
              free: format.bytes(disk.freeBytes),
              total: format.bytes(disk.totalBytes),
            })}
          </span>
        </div>
      )}
      <dl className="facts small">
        {storage.folders.map((folder) => (
          <div key={folder.name} className="facts-row">
            <dt>{folder.name}</dt>
            <dd>{format.bytes(folder.bytes)}</dd>
          </div>
        ))}
        {storage.tables.slice(0, 3).map((table) => (
          <div key={table.name} className="facts-row">
            <dt>{table.name}</dt>
            <dd>{format.bytes(table.bytes)}</dd>
          </div>
        ))}
      </dl>
    </Card>
  )
}
