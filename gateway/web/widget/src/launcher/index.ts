import type { Panel, Surroundings } from '../panel'
import { type Appearance, appearance } from './appearance'
import { direction, type Language, language } from './language'
import { LAUNCHER_STYLE } from './style'

declare const __PANEL__: string

const WORDS: Record<Language, [open: string, close: string]> = {
  en: ['Open chat', 'Close chat'],
  de: ['Chat öffnen', 'Chat schließen'],
  es: ['Abrir el chat', 'Cerrar el chat'],
  ar: ['افتح المحادثة', 'أغلق المحادثة'],
}
const BUBBLE = 'M21 12a8 8 0 0 1-8 8H4l2-3.5A8 8 0 1 1 21 12z'
const CROSS = 'M6 6l12 12M18 6L6 18'
const AGAIN = 15_000

const script = document.currentScript as HTMLScriptElement
const page = script.dataset
const base = new URL('.', script.src).href
const key = page.key ?? ''
const remembered = `rapport:${key}:open`

/** What the page's own scripts may do. */
interface Rapport {
  open(): void
  close(): void
}

function remember(open: boolean) {
  try {
    if (open) sessionStorage.setItem(remembered, '1')
    else sessionStorage.removeItem(remembered)
  } catch {
    // The page may not store anything: the chat is closed on the next one.
  }
}

function wasOpen() {
  try {
    return sessionStorage.getItem(remembered) === '1'
  } catch {
    return false
  }
}

function icon(button: HTMLElement, path: string) {
  const space = 'http://www.w3.org/2000/svg'
  const svg = document.createElementNS(space, 'svg')
  svg.setAttribute('viewBox', '0 0 24 24')
  svg.setAttribute('aria-hidden', 'true')
  svg.append(document.createElementNS(space, 'path'))
  svg.firstElementChild!.setAttribute('d', path)
  button.replaceChildren(svg)
}

function show(look: Appearance, spoken: Language, locale: string) {
  const host = document.createElement('rapport-chat')
  host.dataset.position = look.position
  const root = host.attachShadow({ mode: 'open' })
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(`${LAUNCHER_STYLE}:host{--accent:${look.accent};--on-accent:${look.onAccent}}`)
  root.adoptedStyleSheets = [sheet]
  const button = document.createElement('button')
  button.className = 'launcher'
  button.type = 'button'
  root.append(button)

  let panel: Panel | undefined
  let loading: Promise<Panel> | undefined
  let tries = 0
  let words = spoken

  function draw(open: boolean) {
    button.setAttribute('aria-expanded', String(open))
    button.setAttribute('aria-label', WORDS[words][open ? 1 : 0])
    button.lang = words
    icon(button, open ? CROSS : BUBBLE)
    host.toggleAttribute('data-open', open)
    if (open) button.removeAttribute('data-unread')
  }

  const surroundings: Surroundings = {
    base,
    key,
    root,
    look,
    language: spoken,
    locale,
    identity: page.identity
      ? { token: page.identity }
      : page.externalId
        ? { externalId: page.externalId, hash: page.identityHash ?? '' }
        : undefined,
    closed() {
      remember(false)
      draw(false)
      button.focus()
    },
    unread: () => button.setAttribute('data-unread', ''),
    spoken(now) {
      words = language(now)
      host.dir = direction(words)
      draw(panel?.isOpen() ?? false)
    },
  }

  function load(): Promise<Panel> {
    if (loading) return loading
    button.setAttribute('aria-busy', 'true')
    const again = tries++ ? `&try=${tries}` : ''
    loading = import(/* @vite-ignore */ base + __PANEL__ + again)
      .then((module: { mount(in_: Surroundings): Panel }) => (panel = module.mount(surroundings)))
      .catch((failure: unknown) => {
        loading = undefined
        throw failure
      })
      .finally(() => button.removeAttribute('aria-busy'))
    return loading
  }

  async function open(focus: boolean) {
    const loaded = await load()
    remember(true)
    loaded.open(focus)
    draw(true)
  }

  const failed = (failure: unknown) => console.warn('rapport: the chat could not be loaded', failure)
  button.onclick = () => (panel?.isOpen() ? panel.close() : void open(true).catch(failed))
  host.dir = direction(words)
  draw(false)
  document.body.append(host)
  ;(window as unknown as { Rapport: Rapport }).Rapport = {
    open: () => void open(true).catch(failed),
    close: () => panel?.close(),
  }
  if (wasOpen()) void open(false).catch(failed)
}

async function start() {
  const answer = await fetch(`${base}api/v1/widget/config?key=${encodeURIComponent(key)}`, { credentials: 'omit' })
    .catch(() => undefined)
  if (!answer || answer.status >= 500 || answer.status === 429) {
    setTimeout(() => void start(), AGAIN)
  } else if (answer.ok) {
    const { theme, locale } = (await answer.json()) as { theme: Record<string, string>; locale?: string }
    const wished = page.locale ?? locale ?? document.documentElement.lang
    show(appearance(page, theme), language(wished, navigator.language), wished)
  } else {
    console.warn(`rapport: no chat here (${answer.status}): is the key right, and allowed on this site?`)
  }
}

const idle = () => (window.requestIdleCallback ?? setTimeout)(() => void start())
if (document.readyState === 'complete') idle()
else addEventListener('load', idle, { once: true })
