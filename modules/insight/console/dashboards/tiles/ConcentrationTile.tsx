import { Concentration } from '../../network/Concentration.tsx'
import '../../network/network.css'

/** How few do most of it, as on the screen of the network. */
export { Concentration as ConcentrationTile }
