/** What studies and interviews add to the module. */
import type { Module } from '#base/module.ts'
import type { Parts } from '#base/parts.ts'
import type { Audience } from '../audience.ts'
import { interviewHeld } from './interviews.facts.ts'
import { interviewLabels } from './interviews.messages.ts'
import { interviewRoutes } from './interviews.routes.ts'
import { interviewPersonal } from './personal.ts'
import { studyRoutes } from './studies.routes.ts'
import { interviewsDue } from './work.ts'

export const interviewsPart = (parts: Pick<Parts, 'files'>, audience: Audience) =>
  ({
    permissions: [
      {
        name: 'interviews.read',
        label: interviewLabels.read,
        roles: ['owner', 'admin', 'operator', 'analyst'],
      },
      {
        name: 'interviews.edit',
        label: interviewLabels.edit,
        roles: ['owner', 'admin', 'operator', 'analyst'],
      },
    ],
    routes: [...studyRoutes(audience), ...interviewRoutes(parts)],
    facts: [interviewHeld],
    work: [interviewsDue],
    personal: [interviewPersonal],
  }) satisfies Partial<Module>
