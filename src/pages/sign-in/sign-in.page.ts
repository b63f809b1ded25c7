// Signing in: the start page, the way to the provider, and the way back; and signing out.

import { NotFound } from '../../access/refusals.ts'
import { findPractitioner } from '../../access/visit.ts'
import { draftsOf } from '../pipeline/draft.ts'
import { valueOf } from '../pipeline/fields.ts'
import { isOwnAddress, keptFormsOf } from '../pipeline/kept.ts'
import type { Answer, OpenVisit } from '../pipeline/page.ts'
import { recognise } from './recognise.ts'
import { anothersView, startView, tryAgainView, unknownView } from './sign-in.view.tsx'

/** `GET /sign-in` */
export async function page(visit: OpenVisit): Promise<Answer> {
  if (visit.door.elsewhere) return { redirect: visit.door.elsewhere }
  const kept = valueOf(visit.query, 'kept') === 'yes'
  const out = valueOf(visit.query, 'out') === 'yes'
  return { html: startView(visit, { to: wanted(visit), kept, out }) }
}

/** `GET /sign-in/begin`: a link, not a form, because a browser may refuse to follow a form to another site. */
export async function begin(visit: OpenVisit): Promise<Answer> {
  const { address, pending } = await visit.door.openId.begin(wanted(visit))
  visit.door.setPending(pending)
  return { redirect: address }
}

/** `GET /sign-in/back` */
export async function back(visit: OpenVisit): Promise<Answer> {
  const { door } = visit
  if (!door.pending) return { html: tryAgainView(visit), status: 400 }
  const query = new URLSearchParams(Object.entries(visit.query).map(([name, value]) => [name, String(value)]))
  const { pending } = door
  let signedIn: Awaited<ReturnType<typeof door.openId.finish>>
  try {
    signedIn = await door.openId.finish(query.toString(), pending)
  } catch {
    // Refused there, taken too long, or pressed "back": whichever it was, beginning again is the way on.
    return { html: tryAgainView(visit), status: 400 }
  }
  const { id, name, isAnothers } = await recognise(door.database, signedIn)
  if (isAnothers) return { html: anothersView(visit, name), status: 403 }
  const practitioner = id && (await findPractitioner(door.database, id))
  if (!practitioner) return { html: unknownView(visit, name), status: 403 }
  const kept = await keptFormsOf(door.database, practitioner.id)
  // Without a post there is nothing to see but what they wrote themselves.
  const isOffered =
    kept.length > 0 || (practitioner.posts.length === 0 && (await draftsOf(door.database, practitioner.id)).length > 0)
  if (practitioner.posts.length === 0 && !isOffered) return { html: unknownView(visit, name), status: 403 }
  await door.begin(practitioner.id)
  return { redirect: isOffered ? '/drafts' : pending.to }
}

/** `POST /sign-out` */
export async function signOut(visit: OpenVisit): Promise<Answer> {
  await visit.door.end()
  return { redirect: '/sign-in?out=yes' }
}

/** `GET /` */
export async function home(): Promise<Answer> {
  return { redirect: '/due' }
}

function wanted(visit: OpenVisit): string {
  const to = valueOf(visit.query, 'to')
  return isOwnAddress(to) ? to : '/'
}

/** The provider of the story, which a production server does not have. */
export function storyOf(visit: OpenVisit) {
  const { story } = visit.door.openId
  if (!story) throw new NotFound()
  return story
}
