/** Orders as a part of commerce. */
import type { Module } from '#base/module.ts'
import type { Parts } from '#base/parts.ts'
import { openVault } from '#modules/members/api.ts'
import { simulatedOrders } from '../demo/unload.ts'
import { exportOrdersJob } from './export.ts'
import { matchingConsumer } from './following.ts'
import { orderImporting } from './lists/importing.ts'
import { orderLabels } from './orders.messages.ts'
import { filterOf, orderRoutes } from './orders.routes.ts'
import { orderData } from './personal.ts'
import { sendingRoutes } from './sending.routes.ts'
import { sourceRoutes } from './sources.routes.ts'

export type CommerceParts = Pick<Parts, 'config' | 'files' | 'jobs' | 'secrets'>

export function orderParts(parts: CommerceParts): Omit<Module, 'name'> {
  const vault = openVault(parts.secrets)
  const lists = orderImporting(parts, vault)
  const exporting = exportOrdersJob(parts.files, filterOf)
  return {
    permissions: [
      {
        name: 'commerce.orders_read',
        label: orderLabels.read,
        roles: ['owner', 'admin', 'operator', 'analyst', 'support'],
        scope: true,
      },
      { name: 'commerce.orders', label: orderLabels.write, roles: ['owner', 'admin'], scope: true },
      { name: 'commerce.orders_manage', label: orderLabels.manage, roles: ['owner', 'admin'] },
      { name: 'commerce.orders_export', label: orderLabels.export, roles: ['owner', 'admin'] },
    ],
    routes: [
      ...orderRoutes(parts, exporting),
      ...sourceRoutes(parts.secrets),
      ...lists.routes,
      ...sendingRoutes({ vault, secrets: parts.secrets }),
    ],
    jobs: [exporting, ...lists.jobs],
    schedule: lists.schedule,
    consumers: [matchingConsumer(vault)],
    personal: [orderData],
    simulated: [simulatedOrders],
  }
}
