import { Card, Light } from '#ui/console/Page.tsx'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import type { Health } from './system.queries.ts'
import { systemWords } from './system.words.ts'

export function Queues({ queues }: { queues: Health['queues'] }) {
  const t = useT()
  const format = useFormat()
  return (
    <Card flush title={t(systemWords.queues)}>
      <table className="list-table">
        <thead>
          <tr>
            <th>{t(systemWords.job)}</th>
            <th className="num">{t(systemWords.waiting)}</th>
            <th className="num">{t(systemWords.active)}</th>
            <th className="num">{t(systemWords.failed)}</th>
            <th className="num">{t(systemWords.oldestWaiting)}</th>
          </tr>
        </thead>
        <tbody>
          {queues.map((queue) => (
            <tr key={queue.name}>
              <td className="phone-first">
                <code>{queue.name}</code>
              </td>
              <td className="num phone-line" data-label={t(systemWords.waiting)}>
                {format.number(queue.waiting)}
              </td>
              <td className="num phone-line" data-label={t(systemWords.active)}>
                {format.number(queue.active)}
              </td>
              <td
                className={`num phone-line ${queue.failed ? 'bad' : ''}`}
                data-label={t(systemWords.failed)}
              >
                {format.number(queue.failed)}
              </td>
              <td className="num phone-line" data-label={t(systemWords.oldestWaiting)}>
                {queue.oldestSeconds ? format.duration(queue.oldestSeconds * 1000) : '—'}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  )
}

export function Processes({ processes }: { processes: Health['processes'] }) {
  const t = useT()
  const format = useFormat()
  return (
    <Card flush title={t(systemWords.processes)}>
      <table className="list-table">
        <thead>
          <tr>
            <th>{t(systemWords.process)}</th>
            <th>{t(systemWords.roles)}</th>
            <th>{t(systemWords.state)}</th>
            <th className="num">{t(systemWords.memory)}</th>
            <th className="num">{t(systemWords.uptime)}</th>
          </tr>
        </thead>
        <tbody>
          {processes.map((process) => (
            <tr key={`${process.host}:${process.pid}`}>
              <td className="phone-first">
                <span className="two-lines">
                  <b>{process.host}</b>
                  <small>
                    PID {process.pid} · {process.version}
                  </small>
                </span>
              </td>
              <td className="phone-line" data-label={t(systemWords.roles)}>
                {process.roles.join(', ')}
              </td>
              <td className="phone-line" data-label={t(systemWords.state)}>
                <Light state={process.alive ? 'good' : 'bad'}>
                  {t(process.alive ? systemWords.running : systemWords.silent)}
                </Light>
              </td>
              <td className="num phone-line" data-label={t(systemWords.memory)}>
                {format.bytes(process.memoryBytes)}
              </td>
              <td className="num phone-line" data-label={t(systemWords.uptime)}>
                {format.duration(process.uptimeSeconds * 1000)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  )
}
