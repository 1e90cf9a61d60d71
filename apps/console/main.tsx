import { giveStylesTheNonce } from './nonce.ts'

giveStylesTheNonce()

import { createRoot } from 'react-dom/client'
import '#ui/tokens.css'
import '#ui/console/base.css'
import { ConsoleApp } from './ConsoleApp.tsx'
import { applyThemeChoice } from './themeChoice.ts'

applyThemeChoice()

const root = document.getElementById('root')
if (root) createRoot(root).render(<ConsoleApp />)
