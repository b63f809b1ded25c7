// The pages in the strip at the top, in order. A page is shown there to those who may visit it.

import type { ActOfArea } from '../../access/visit.ts'

interface MainPage {
  readonly text: string
  readonly href: string
  readonly visit: 'signed-in' | ActOfArea
}

/* biome-ignore format: the list is read as a table */
export const mainPages: readonly MainPage[] = [
  { text: 'What is due', href: '/due',      visit: 'signed-in' },
  { text: 'Referrals to decide', href: '/triage', visit: 'see-triage' },
  { text: 'Tell the council', href: '/refer', visit: 'refer' },
  { text: 'Find',        href: '/find',     visit: 'signed-in' },
  { text: 'Files without a team', href: '/take-in', visit: 'see-waiting' },
  { text: 'Possibly one child', href: '/same-child', visit: 'see-same-child' },
  { text: 'Overview',    href: '/overview', visit: 'see-overview' },
  { text: 'Opened in an emergency', href: '/break-glass', visit: 'review-break-glass' },
  { text: 'Who looked',  href: '/log',      visit: 'see-reading-log' },
  { text: 'No longer kept', href: '/disposal', visit: 'see-disposal' },
  { text: 'Local policy', href: '/local-policy', visit: 'set-local-policy' },
  { text: 'Law to come', href: '/commencement', visit: 'set-commencement' },
  { text: 'Import',      href: '/import',   visit: 'import-file' },
  { text: 'Your drafts', href: '/drafts',   visit: 'signed-in' },
]
