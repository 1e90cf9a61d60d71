import { HeatMap } from '../../retention/HeatMap.tsx'
import '../../retention/retention.css'

/** The map of cohorts, as on its screen. */
export { HeatMap as RetentionTile }
