import { StatesChart } from '../../lifecycle/StatesChart.tsx'
import '../../lifecycle/lifecycle.css'

/** Actives above zero and who fell silent below, as on its screen. */
export { StatesChart as LifecycleTile }
