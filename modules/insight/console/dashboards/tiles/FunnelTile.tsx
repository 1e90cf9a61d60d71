import { StepsChart } from '../../funnel/StepsChart.tsx'
import '../../funnel/funnel.css'

/** The steps of a funnel, as on its screen. */
export { StepsChart as FunnelTile }
