import { Months } from '../../purchases/Months.tsx'
import '../../purchases/purchases.css'

/** Repurchase by month, as on its screen. */
export { Months as RepurchaseTile }
