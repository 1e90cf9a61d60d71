import { JobView } from '#ui/console/job/JobProgress.tsx'
import type { Job } from '#ui/console/job/job.queries.ts'
import { defineStories } from '#ui/console/story/story.ts'
import { ago, days, hours, ownerSession } from '#ui/console/story/world.ts'
import type { DeadLetter, Follower, Health, ScheduleEntry } from './system.queries.ts'

const job = (id: number, over: Partial<Job>): Job => ({
  id: `00000000-0000-4000-8000-${String(id).padStart(12, '0')}`,
  name: 'members.export',
  label: '导出成员名单',
  state: 'completed',
  attempts: 1,
  retryLimit: 5,
  requestedBy: 'account:1',
  createdAt: ago(30),
  startedAt: ago(29),
  completedAt: ago(28),
  progress: null,
  result: null,
  error: null,
  can: { cancel: false, retry: false },
  ...over,
})

const running = job(1, {
  state: 'active',
  createdAt: ago(4),
  startedAt: ago(3),
  completedAt: null,
  progress: { done: 14_200, total: 38_412, note: '正在写第 15 页' },
  can: { cancel: true, retry: false },
})
const failed = job(2, {
  name: 'mail.send',
  label: '发送邮件',
  state: 'failed',
  attempts: 6,
  requestedBy: 'system:mail',
  error: '邮件服务器 smtp.example.com 拒绝连接',
  completedAt: ago(74),
  createdAt: ago(120),
  can: { cancel: false, retry: true },
})
const done = job(3, {
  progress: { done: 38_412, total: 38_412, note: null },
  result: {
    fileId: '77',
    url: '/files/demo',
    rows: 38_412,
    errors: [{ row: 204, message: '昵称含有无法识别的字符' }],
  },
})
const jobs: readonly Job[] = [
  running,
  done,
  failed,
  job(4, {
    name: 'log.trim',
    label: '清理过期日志',
    requestedBy: 'system:schedule',
    createdAt: ago(6 * hours),
    completedAt: ago(6 * hours),
  }),
  job(5, {
    state: 'cancelled',
    createdAt: ago(2 * days),
    completedAt: ago(2 * days),
    can: { cancel: false, retry: true },
  }),
]

const letters: readonly DeadLetter[] = [
  {
    id: '12',
    consumer: 'mail',
    effect: 'welcome_member',
    event: { seq: '88213', name: 'member.joined' },
    reason: '邮件服务器 smtp.example.com 拒绝连接',
    attempts: 8,
    failedAt: ago(72),
    state: 'open',
    resolvedBy: null,
    resolvedAt: null,
    can: { redrive: true, discard: true },
  },
  {
    id: '11',
    consumer: 'warehouse',
    effect: '',
    event: { seq: '87002', name: 'page_view' },
    reason: '字段 duration 超出范围',
    attempts: 8,
    failedAt: ago(3 * hours),
    state: 'redriving',
    resolvedBy: null,
    resolvedAt: null,
    can: { redrive: false, discard: false },
  },
]

const followers: readonly Follower[] = [
  {
    name: 'warehouse',
    state: 'running',
    lag: { rows: 42, seconds: 0.8 },
    deadLetters: 1,
    lastError: null,
    can: { pause: true, resume: false },
  },
  {
    name: 'mail',
    state: 'retrying',
    lag: { rows: 3, seconds: 74 },
    deadLetters: 1,
    lastError: '邮件服务器 smtp.example.com 拒绝连接',
    can: { pause: true, resume: false },
  },
  {
    name: 'search',
    state: 'paused',
    lag: { rows: 1_204, seconds: 5_400 },
    deadLetters: 0,
    lastError: null,
    can: { pause: false, resume: true },
  },
]

const schedule: readonly ScheduleEntry[] = [
  {
    job: 'log.trim',
    label: '清理过期日志',
    cron: '20 3 * * *',
    zone: 'Asia/Shanghai',
    why: '访问日志保留 180 天，到期删除',
    nextAt: ago(-18 * hours),
    last: { id: jobs[3]!.id, state: 'completed', at: ago(6 * hours) },
  },
  {
    job: 'files.sweep',
    label: '清理没有用上的文件',
    cron: '10 4 * * *',
    zone: 'Asia/Shanghai',
    why: '上传后没有保存的图片一天后删除',
    nextAt: ago(-19 * hours),
    last: null,
  },
]

const calm: Health = {
  warnings: [],
  postgres: {
    version: '18.4',
    embedded: true,
    bytes: 1_288_490_188,
    fsync: true,
    fullPageWrites: true,
    synchronousCommit: 'on',
    checksums: true,
    connections: 14,
    maxConnections: 100,
    oldestTransactionSeconds: 0.2,
  },
  warehouse: { state: 'ready', embedded: true, freshTo: ago(0), lagSeconds: 0.8, reason: null },
  queues: [
    { name: 'mail.send', waiting: 3, active: 1, failed: 1, oldestSeconds: 74 },
    { name: 'members.export', waiting: 0, active: 1, failed: 0, oldestSeconds: 0 },
  ],
  storage: {
    tables: [
      { name: 'event_log', bytes: 940_000_000, rows: 4_120_331 },
      { name: 'member', bytes: 41_000_000, rows: 38_412 },
    ],
    folders: [
      { name: 'clickhouse', bytes: 612_000_000 },
      { name: 'files', bytes: 204_000_000 },
    ],
    disk: { freeBytes: 41_000_000_000, totalBytes: 80_000_000_000 },
  },
  processes: [
    {
      host: 'hill-1',
      pid: 4_120,
      roles: ['web'],
      version: '0.1.0',
      memoryBytes: 168_000_000,
      startedAt: ago(3 * days),
      uptimeSeconds: 259_200,
      alive: true,
    },
    {
      host: 'hill-1',
      pid: 4_121,
      roles: ['worker', 'sink'],
      version: '0.1.0',
      memoryBytes: 141_000_000,
      startedAt: ago(3 * days),
      uptimeSeconds: 259_200,
      alive: true,
    },
  ],
  versions: { juluo: '0.1.0', node: 'v24.21.0', postgres: '18.4' },
}

const troubled: Health = {
  ...calm,
  warnings: [
    { code: 'warehouseAway', message: '分析库连不上，数字停在 09:12，恢复后会补齐', grave: false },
    { code: 'diskAlmostFull', message: '磁盘只剩 3 GB，不足 5%', grave: true },
  ],
  warehouse: {
    state: 'missing',
    embedded: true,
    freshTo: ago(30),
    lagSeconds: 1_800,
    reason: '进程正在重启',
  },
  storage: { ...calm.storage, disk: { freeBytes: 3_200_000_000, totalBytes: 80_000_000_000 } },
}

const session = { 'GET /api/session': ownerSession }

export default defineStories({
  group: 'system',
  answers: {
    'GET /api/jobs': (url: URL) => ({
      items: jobs.filter(
        (each) => !url.searchParams.get('state') || each.state === url.searchParams.get('state'),
      ),
      next: null,
    }),
    'GET /api/jobs/{id}': (url: URL) => jobs.find((each) => url.pathname.endsWith(each.id)),
    'GET /api/system/dead-letters': { items: letters, next: null },
    'GET /api/system/schedule': { items: schedule },
    'GET /api/system/consumers': { items: followers },
    'GET /api/system/health': calm,
  },
  stories: [
    { name: 'jobs', path: '/settings/jobs', answers: session },
    { name: 'job failed', path: `/settings/jobs?job=${failed.id}`, answers: session },
    { name: 'dead letters', path: '/settings/jobs/dead-letters', answers: session },
    {
      name: 'no dead letters',
      path: '/settings/jobs/dead-letters',
      answers: { ...session, 'GET /api/system/dead-letters': { items: [], next: null } },
    },
    { name: 'schedule', path: '/settings/jobs/schedule', answers: session },
    { name: 'health', path: '/settings/health', answers: session },
    {
      name: 'health troubled',
      path: '/settings/health',
      answers: { ...session, 'GET /api/system/health': troubled },
    },
    {
      name: 'job progress',
      render: () => (
        <div className="stack">
          {[running, done, failed].map((each) => (
            <section key={each.id} className="card">
              <h1>{each.label}</h1>
              <JobView job={each} />
            </section>
          ))}
        </div>
      ),
    },
  ],
})
