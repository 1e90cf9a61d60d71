import { giveStylesTheNonce } from './nonce.ts'
import '#ui/tokens.css'
import '#ui/console/base.css'
import { createRoot } from 'react-dom/client'
import { applyThemeChoice } from './themeChoice.ts'

giveStylesTheNonce()
applyThemeChoice()

const root = document.getElementById('root')
if (root) {
  // The gallery answers for the API by itself and needs no session.
  const app = location.pathname.startsWith('/console/gallery')
    ? import('./gallery/GalleryApp.tsx').then(({ GalleryApp }) => <GalleryApp />)
    : import('./ConsoleApp.tsx').then(({ ConsoleApp }) => <ConsoleApp />)
  app.then((element) => createRoot(root).render(element))
}
