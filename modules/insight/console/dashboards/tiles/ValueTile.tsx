import { AliveChart } from '../../value/AliveChart.tsx'
import '../../value/value.css'

/** Who is still a customer, as on its screen. */
export { AliveChart as ValueTile }
