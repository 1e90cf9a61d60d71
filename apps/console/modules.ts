/** What the console is made of, one line per module. */
import { audienceConsole } from '#modules/audience/console/audience.console.ts'
import { studiesConsole } from '#modules/audience/console/interviews/studies.console.ts'
import { personasConsole } from '#modules/audience/console/personas/personas.console.ts'
import { rfmConsole } from '#modules/audience/console/rfm/rfm.console.ts'
import { stagesConsole } from '#modules/audience/console/stages/stages.console.ts'
import { commerceConsole } from '#modules/commerce/console/commerce.console.ts'
import { ordersConsole } from '#modules/commerce/console/orders/orders.console.ts'
import { contentConsole } from '#modules/content/console/content.console.ts'
import { exchangeConsole } from '#modules/content/console/exchange/exchange.console.ts'
import { talkConsole } from '#modules/content/console/talk/talk.console.ts'
import { trustConsole } from '#modules/content/console/trust/trust.console.ts'
import { engageConsole } from '#modules/engage/console/engage.console.ts'
import { groupsConsole } from '#modules/groups/console/groups.console.ts'
import { identityConsole } from '#modules/identity/console/identity.console.ts'
import { alertsConsole } from '#modules/insight/console/alerts/alerts.console.ts'
import { attributionConsole } from '#modules/insight/console/attribution/attribution.console.ts'
import { channelsConsole } from '#modules/insight/console/channels/channels.console.ts'
import { dashboardsConsole } from '#modules/insight/console/dashboards/dashboards.console.ts'
import { effectConsole } from '#modules/insight/console/effect/effect.console.ts'
import { experimentsConsole } from '#modules/insight/console/experiments/experiments.console.ts'
import { funnelConsole } from '#modules/insight/console/funnel/funnel.console.ts'
import { goalsConsole } from '#modules/insight/console/goals/goals.console.ts'
import { improvementsConsole } from '#modules/insight/console/improvements/improvements.console.ts'
import { insightConsole } from '#modules/insight/console/insight.console.ts'
import { lifecycleConsole } from '#modules/insight/console/lifecycle/lifecycle.console.ts'
import { metricsConsole } from '#modules/insight/console/metrics/metrics.console.ts'
import { networkConsole } from '#modules/insight/console/network/network.console.ts'
import { overviewConsole } from '#modules/insight/console/overview/overview.console.ts'
import { pathsConsole } from '#modules/insight/console/paths/paths.console.ts'
import { purchasesConsole } from '#modules/insight/console/purchases/purchases.console.ts'
import { reportsConsole } from '#modules/insight/console/reports/reports.console.ts'
import { retentionConsole } from '#modules/insight/console/retention/retention.console.ts'
import { productStageConsole } from '#modules/insight/console/stage/stage.console.ts'
import { trendsConsole } from '#modules/insight/console/trends/trends.console.ts'
import { valueConsole } from '#modules/insight/console/value/value.console.ts'
import { wordsConsole } from '#modules/insight/console/words/words.console.ts'
import { mailboxConsole } from '#modules/mailbox/console/mailbox.console.ts'
import { careConsole } from '#modules/members/console/care/care.console.ts'
import { importsConsole } from '#modules/members/console/imports/imports.console.ts'
import { membersConsole } from '#modules/members/console/members.console.ts'
import { mergeConsole } from '#modules/members/console/merge/merge.console.ts'
import { searchConsole } from '#modules/search/console/search.console.ts'
import { systemConsole } from '#modules/system/console/system.console.ts'
import { teamConsole } from '#modules/team/console/team.console.ts'
import { trackingConsole } from '#modules/tracking/console/tracking.console.ts'
import { type ConsoleModule, defineConsole } from '#ui/console/define.ts'
import { shellWords } from './shell/words.ts'
import { todayWords } from './today/words.ts'

/** The console's own two screens, which show what the modules contribute. */
const ownScreens = defineConsole({
  nav: [{ area: 'today', path: '/', label: todayWords.queue, order: 0 }],
  routes: [
    { path: '/', title: todayWords.today, load: () => import('./today/TodayScreen.tsx') },
    { path: '/settings', title: shellWords.settings, load: () => import('./SettingsScreen.tsx') },
  ],
})

export const consoleModules: readonly ConsoleModule[] = [
  ownScreens,
  insightConsole,
  dashboardsConsole,
  productStageConsole,
  goalsConsole,
  alertsConsole,
  improvementsConsole,
  reportsConsole,
  funnelConsole,
  retentionConsole,
  effectConsole,
  lifecycleConsole,
  pathsConsole,
  channelsConsole,
  attributionConsole,
  networkConsole,
  wordsConsole,
  metricsConsole,
  overviewConsole,
  trendsConsole,
  purchasesConsole,
  membersConsole,
  careConsole,
  importsConsole,
  mergeConsole,
  teamConsole,
  audienceConsole,
  rfmConsole,
  stagesConsole,
  personasConsole,
  studiesConsole,
  groupsConsole,
  talkConsole,
  trustConsole,
  exchangeConsole,
  commerceConsole,
  ordersConsole,
  contentConsole,
  searchConsole,
  valueConsole,
  experimentsConsole,
  identityConsole,
  trackingConsole,
  systemConsole,
  mailboxConsole,
  engageConsole,
]
