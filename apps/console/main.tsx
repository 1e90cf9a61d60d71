import { giveStylesTheNonce } from './nonce.ts'
import '#ui/tokens.css'
import '#ui/console/base.css'
import { createRoot } from 'react-dom/client'
import { ApiProblem } from '#ui/console/problem.ts'
import { applyThemeChoice } from './themeChoice.ts'

giveStylesTheNonce()
applyThemeChoice()

const root = document.getElementById('root')
if (root) {
  // The gallery answers for the API by itself and needs no session.
  const app = location.pathname.startsWith('/console/gallery')
    ? import('./gallery/GalleryApp.tsx').then(({ GalleryApp }) => <GalleryApp />)
    : import('./ConsoleApp.tsx').then(({ ConsoleApp }) => <ConsoleApp />)
  // A problem that a screen shows is handled; anything else that a boundary catches is a defect.
  const onCaughtError = (error: unknown) => {
    if (!(error instanceof ApiProblem)) console.error(error)
  }
  app.then((element) => createRoot(root, { onCaughtError }).render(element))
}
