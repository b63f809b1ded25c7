// Makes a visit of a request: who comes, what they may see, and the reading log before anything is shown.

import type { FastifyReply, FastifyRequest } from 'fastify'
import type { PoolClient } from 'pg'
import { findOwnOpening } from '../../access/opening.ts'
import { NotFound, Restricted } from '../../access/refusals.ts'
import { type Practitioner, whyVisible, writeReading } from '../../access/visit.ts'
import { findRestricted } from '../../ledger/break-glass.ts'
import { findCase } from '../../ledger/read.ts'
import { record } from '../../ledger/record.ts'
import { withContext } from '../../platform/database.ts'
import { isId, newId } from '../../platform/identifier.ts'
import { draftsOf, findDraft, saveDraft } from './draft.ts'
import { type Fields, fieldsOf, typedIn, valueOf } from './fields.ts'
import type { FormState, OpenedCase, OpenReading, OpenVisit, Route, Upload, Visit } from './page.ts'
import { asksForData, pathOf } from './refuse.tsx'
import type { Serving } from './serving.ts'
import { doorOf } from './session.ts'

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
  }
}

function postOf(practitioner: Practitioner | undefined, chosen: string | undefined) {
  const posts = practitioner?.posts ?? []
  return posts.length === 1 ? posts[0] : posts.find(post => post.id === chosen)
}

/** A visit in a post. */
export function visitInPost(serving: Serving, route: Route, open: OpenVisit): Watched<Visit> {
  const { db, ledger, guidance } = serving
  const { practitioner, post } = open
  if (!practitioner || !post) throw new Error('A visit in a post needs somebody who holds one.')
  const areaIds = post.areas.map(({ id }) => id)
  const context = { post: post.id, agency: post.agency.id, practitioner: practitioner.id, areas: areaIds }
  const { instant } = open.today
  let wasLogged = false
  const opened: OpenedCase[] = []
  const log = async (client: PoolClient, areaId: string, caseId: string | null, basis: string) => {
    await writeReading(client, {
      areaId,
      at: instant,
      practitionerId: practitioner.id,
      postId: post.id,
      caseId,
      route: route.url,
      basis,
    })
    wasLogged = true
  }
  const openCase = async (client: PoolClient, reference: string): Promise<OpenedCase> => {
    if (route.log !== 'case') throw new Error(`${route.url} opens a case, so its line in routes.ts must log "case".`)
    const head = await findCase(client, areaIds, reference)
    if (!head) throw await refusalOf(reference)
    const glass = head.restriction === 'restricted' ? await findOwnOpening(client, head) : undefined
    const why = await whyVisible(client, head)
    await log(client, head.areaId, head.id, why)
    const one = { head, why, glass }
    opened.push(one)
    return one
  }
  // Asked whenever nothing is found, whatever there is.
  const lookForRestricted = (reference: string) => findRestricted(ledger.recorder, post.id, areaIds, reference)
  const refusalOf = async (reference: string) => {
    const found = await lookForRestricted(reference)
    return found ? new Restricted(found) : new NotFound()
  }
  const logRestricted = ({ areaId, id }: { areaId: string; id: string }) =>
    withContext(db.reader, context, client =>
      log(client, areaId, id, 'Was told that there is a restricted record, and nothing of it'),
    )
  // Built upon the open visit, not copied from it: reading its token would write the session.
  const visit: Visit = Object.assign(Object.create(open) as OpenVisit, {
    practitioner,
    post,
    areaIds,
    ledger,
    guidance,
    read: <Result>(work: (reading: OpenReading) => Promise<Result>) =>
      withContext(db.reader, context, async client => {
        if (!wasLogged && (route.log === 'list' || route.log === 'search')) {
          for (const areaId of areaIds) await log(client, areaId, null, bases[route.log])
        }
        return work({ client, openCase: reference => openCase(client, reference) })
      }).catch(async error => {
        // The transaction that would have logged it was undone.
        if (error instanceof Restricted) await logRestricted(error.found)
        throw error
      }),
    findRestricted: async reference => {
      const found = await lookForRestricted(reference)
      if (found) await logRestricted(found)
      return found
    },
    opened,
    record: command => record(ledger, { ...command, by: { postId: post.id, agencyId: post.agency.id } }),
    form: () => formOf(serving, open, practitioner),
    saveDraft: draft => saveDraft(db.door, practitioner.id, draft, instant),
    drafts: () => draftsOf(db.door, practitioner.id),
  } satisfies Omit<Visit, keyof OpenVisit> & Pick<Visit, 'practitioner' | 'post' | 'opened'>)
  return { visit, wasLogged: () => wasLogged }
}

const bases = { list: 'A list of what this post may see', search: 'A search in what this post may see' } as const

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
