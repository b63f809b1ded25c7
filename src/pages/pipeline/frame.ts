// Puts what a page shows into the frame that all pages share, filled in for this visit.

import { mayInArea } from '../../access/visit.ts'
import { openingsNotice } from '../break-glass/banner.tsx'
import { type PageProps, page } from '../kit/layout.tsx'
import { mainPages } from './main-pages.ts'
import type { OpenVisit } from './page.ts'

/** What only the page knows. `title` is for the tab; the h1 is the page's own. */
export type Framed = Omit<
  PageProps,
  'nav' | 'post' | 'area' | 'signOut' | 'banner' | 'nonce' | 'notice' | 'whyHref' | 'links'
>

/** A whole page as HTML. */
export function framed(visit: OpenVisit, props: Framed): string {
  const { practitioner, post } = visit
  const [first, ...others] = visit.opened
  const named = visit.opened.find(({ head }) => head.reference === visit.params['reference'])
  // Of several files, none of which the address names, each has a reason of its own: the page says them.
  const opened = named ?? (others.length === 0 ? first : undefined)
  const main = mainPages.filter(one => post && (one.visit === 'signed-in' || mayInArea(post, one.visit)))
  return page({
    ...props,
    why: props.why ?? opened?.why,
    whyHref: opened && `/case/${opened.head.reference}/why`,
    notice: openingsNotice(visit),
    nav: main.map(({ text, href }) => ({ text, href, isCurrent: visit.path === href })),
    area: post?.areas.map(({ name }) => name).join(' and '),
    post: practitioner && { name: practitioner.name, role: post?.title ?? '', href: '/post' },
    signOut: practitioner && { action: '/sign-out', csrf: visit.csrf },
    links: post ? [{ text: 'What the guidance says', href: '/guidance' }] : undefined,
    banner: visit.isStory ? 'story' : undefined,
  })
}
