/** Every section by its name. */
import type { ReportSection } from '../body.ts'
import type { SectionName } from '../kinds.ts'
import type { Material } from '../material.ts'
import { annotationsSection } from './annotations.ts'
import { contentSection } from './content.ts'
import { activitiesSection, feedbackSection, ordersSection } from './doings.ts'
import { goalsSection } from './goals.ts'
import { groupsSection } from './groups.ts'
import { improvementsSection } from './improvements.ts'
import { northSection, overviewSection } from './overview.ts'
import { signalsSection } from './signals.ts'

export const sections: Readonly<Record<SectionName, (from: Material) => Promise<ReportSection>>> = {
  overview: overviewSection,
  north: northSection,
  goals: goalsSection,
  groups: groupsSection,
  content: contentSection,
  activities: activitiesSection,
  feedback: feedbackSection,
  orders: ordersSection,
  signals: signalsSection,
  improvements: improvementsSection,
  annotations: annotationsSection,
}
