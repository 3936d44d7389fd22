import './app/app.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app/App'
import { pageLanguage } from './i18n/languages'
import { loadTexts } from './i18n/texts'

const root = document.getElementById('root')
if (root === null) throw new Error('The page has no place for the console.')
await loadTexts(pageLanguage())
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
