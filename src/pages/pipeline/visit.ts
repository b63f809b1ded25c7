// Makes a visit of a request: who comes, what they may see, and the reading log before anything is shown.

import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Practitioner } from '../../access/visit.ts'
import { lookAs } from '../../ledger/look.ts'
import { record } from '../../ledger/record.ts'
import { finishRemovals } from '../../ledger/removals.ts'
import { isId, newId } from '../../platform/identifier.ts'
import { scannerOf } from '../../platform/scan.ts'
import { findDraft, saveDraft } from './draft.ts'
import { type Fields, fieldsOf, typedIn, valueOf } from './fields.ts'
import type { FormState, OpenVisit, Route, Upload, Visit } from './page.ts'
import { asksForData, pathOf } from './refuse.tsx'
import type { Serving } from './serving.ts'
import { doorOf } from './session.ts'
import { worriesOf } from './worries.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** What the form said. */
    fields: Fields
    upload: Upload | undefined
    practitioner: Practitioner | undefined
  }
}

/** A visit, and whether the reading log was written during it. */
export interface Watched<V> {
  readonly visit: V
  readonly wasLogged: () => boolean
}

/** A visit by anyone. */
export function openVisit(serving: Serving, request: FastifyRequest, reply: FastifyReply): OpenVisit {
  const { config, ledger } = serving
  const instant = ledger.now()
  const { practitioner } = request
  return {
    method: request.method,
    path: pathOf(request),
    params: fieldsOf(request.params) as Record<string, string>,
    query: fieldsOf(request.query),
    body: request.fields,
    upload: request.upload,
    today: { instant, day: ledger.dayOf(instant) },
    get csrf() {
      return reply.generateCsrf()
    },
    wantsJson: asksForData(request),
    isStory: config.mode !== 'production',
    practitioner,
    post: postOf(practitioner, request.session.postId),
    opened: [],
    door: doorOf(serving, request),
    worries: worriesOf(serving, request),
  }
}

function postOf(practitioner: Practitioner | undefined, chosen: string | undefined) {
  const posts = practitioner?.posts ?? []
  return posts.length === 1 ? posts[0] : posts.find(post => post.id === chosen)
}

/** A visit in a post. */
export function visitInPost(serving: Serving, route: Route, open: OpenVisit): Watched<Visit> {
  const { config, db, ledger, guidance, log } = serving
  const { practitioner, post } = open
  if (!practitioner || !post) throw new Error('A visit in a post needs somebody who holds one.')
  const areaIds = post.areas.map(({ id }) => id)
  const { instant } = open.today
  const look = lookAs(
    db,
    { practitionerId: practitioner.id, postId: post.id, agencyId: post.agency.id, areaIds },
    { route: route.url, log: route.log, at: instant },
  )
  // Built upon the open visit, not copied from it: reading its token would write the session.
  const visit: Visit = Object.assign(Object.create(open) as OpenVisit, {
    practitioner,
    post,
    areaIds,
    ledger,
    guidance,
    read: work => look.read(work),
    findRestricted: reference => look.findRestricted(reference),
    opened: look.opened,
    record: command => record(ledger, { ...command, by: { postId: post.id, agencyId: post.agency.id } }),
    removeWords: async () => {
      await finishRemovals(db).catch(error => log.error({ err: error }, 'taking words away failed'))
    },
    report: fault => log.error({ err: fault, method: open.method, route: route.url }),
    scanner: config.scan === undefined ? undefined : scannerOf(config.scan),
    form: () => formOf(serving, open, practitioner),
    saveDraft: draft => saveDraft(db.door, practitioner.id, draft, instant),
    // A page that is no longer there has its address for a name.
    pageInWords: pattern =>
      serving.routes.flatMap(one => (one.url === pattern && 'says' in one ? [one.says] : []))[0] ??
      (pattern.includes(' /api/') ? 'A system, through the API' : pattern),
  } satisfies Omit<Visit, keyof OpenVisit> & Pick<Visit, 'practitioner' | 'post' | 'opened'>)
  return { visit, wasLogged: look.wasLogged }
}

async function formOf(serving: Serving, visit: OpenVisit, practitioner: Practitioner): Promise<FormState> {
  if (visit.method === 'POST') {
    const submission = valueOf(visit.body, '_submission')
    return {
      submission: isId(submission) ? submission : newId(),
      version: Number(valueOf(visit.body, '_version')) || 0,
      typed: typedIn(visit.body),
    }
  }
  const asked = valueOf(visit.query, 'submission')
  const draft = isId(asked) ? await findDraft(serving.db.door, practitioner.id, asked) : undefined
  return draft ?? { submission: newId(), version: 0, typed: {} }
}
