// Turns the site map into routes: who comes, may they, is the form ours, the page, what it logged, the answer.

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { withReach } from '../../access/reach.ts'
import { Conflict, NotAllowed } from '../../access/refusals.ts'
import { type ActOfArea, findPractitioner, mayInArea, type Post, whoMay } from '../../access/visit.ts'
import { newId } from '../../platform/identifier.ts'
import { fieldsOf } from './fields.ts'
import { keepForm } from './kept.ts'
import type { Answer, OpenVisit, Route, Visit } from './page.ts'
import { asksForData, keepForAuthor, NotSignedIn, pathOf, TooOld } from './refuse.tsx'
import { send } from './send.ts'
import { cameWithOtherWords, OtherWords, rememberSent, sentForm } from './sent-forms.ts'
import type { Serving } from './serving.ts'
import { hasToken } from './session.ts'
import { receiveUpload } from './upload.ts'
import { openVisit, visitInPost } from './visit.ts'

/** Adds the routes of the site map to a context that has sessions. */
export function registerPages(app: FastifyInstance, serving: Serving): void {
  app.decorateRequest('practitioner', undefined)
  app.decorateRequest('upload', undefined)
  app.addHook('preValidation', async request => {
    request.fields = fieldsOf(request.body)
  })
  for (const route of serving.routes) {
    app.route({
      method: route.method,
      url: route.url,
      handler: async (request, reply) => {
        const elsewhere = await admit(serving, route, request, reply, app)
        return send(reply, elsewhere ?? (await answerOnce(serving, route, request, reply)))
      },
    })
  }
}

/** Everything that must hold before the page is asked. @returns where to go first: to sign in, to choose a post */
async function admit(
  serving: Serving,
  route: Route,
  request: FastifyRequest,
  reply: FastifyReply,
  app: FastifyInstance,
): Promise<Answer | undefined> {
  const { practitionerId, postId, was } = request.session
  request.practitioner = practitionerId ? await findPractitioner(serving.db.door, practitionerId) : undefined
  if (route.takes === 'file') await receiveUpload(request, serving.largestFile)
  if (route.visit !== 'anyone' && !request.practitioner) return askToSignIn(serving, request, was)
  if (request.method === 'POST' && !hasToken(app, request, reply)) {
    // Nobody needs to be known where a page gives back what was typed in the same answer.
    if (isOpen(route) && route.tooOld) return withStatus(403, await route.tooOld(openVisit(serving, request, reply)))
    throw new TooOld(await keepForAuthor(serving, request, request.practitioner?.id ?? was))
  }
  if (isOpen(route)) return undefined
  const posts = request.practitioner?.posts ?? []
  if (posts.length === 1 || posts.some(({ id }) => id === postId)) return undefined
  // The post ended while they wrote: their own words stay theirs, and stand where no post is needed.
  const isKept = request.method === 'POST' && (await keepForAuthor(serving, request, request.practitioner?.id))
  return { redirect: isKept ? '/drafts' : '/post' }
}

async function askToSignIn(serving: Serving, request: FastifyRequest, was: string | undefined): Promise<Answer> {
  if (request.method !== 'POST') {
    if (asksForData(request)) throw new NotSignedIn()
    return { redirect: request.url === '/' ? '/sign-in' : `/sign-in?to=${encodeURIComponent(request.url)}` }
  }
  const isKept = await keepForAuthor(serving, request, was)
  if (asksForData(request) || !isKept) throw new NotSignedIn()
  return { redirect: '/sign-in?kept=yes' }
}

/** The answer; and where it carried out a form, that this form was, so that it is not taken for another one. */
async function answerOnce(
  serving: Serving,
  route: Route,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Answer> {
  const author = request.practitioner?.id
  const sent = request.method === 'POST' && author ? sentForm(pathOf(request), request.fields) : undefined
  if (!sent || !author) return answerOf(serving, route, request, reply)
  if (await cameWithOtherWords(serving.db.door, author, sent)) {
    const anew = { ...request.fields, _submission: newId(), _version: '0' }
    await keepForm(serving.db.door, author, anew, serving.ledger.now())
    throw new OtherWords()
  }
  const answer = await answerOf(serving, route, request, reply)
  if ('redirect' in answer) await rememberSent(serving.db.door, author, sent, serving.ledger.now())
  return answer
}

async function answerOf(serving: Serving, route: Route, request: FastifyRequest, reply: FastifyReply): Promise<Answer> {
  const open = openVisit(serving, request, reply)
  if (isOpen(route)) return withConflict(route, open)
  const { visit, wasLogged } = visitInPost(serving, route, open)
  const answer = await withReach(serving.db.door, visit.areaIds, visit.opened, async () => {
    if (route.visit !== 'signed-in') refuseUnless(visit.post, route.visit)
    return withConflict(route, visit)
  })
  if (!('redirect' in answer) && route.log !== 'nothing' && !wasLogged()) {
    throw new Error(`${route.url} must write the reading log and did not.`)
  }
  return answer
}

type OpenRoute = Extract<Route, { visit: 'anyone' | 'practitioner' }>

function isOpen(route: Route): route is OpenRoute {
  return route.visit === 'anyone' || route.visit === 'practitioner'
}

async function withConflict<V extends OpenVisit | Visit>(
  route: { page: (visit: V) => Promise<Answer>; conflict?: (visit: V, conflict: Conflict) => Promise<Answer> },
  visit: V,
): Promise<Answer> {
  try {
    return await route.page(visit)
  } catch (error) {
    if (!(error instanceof Conflict) || !route.conflict) throw error
    return withStatus(error.status, await route.conflict(visit, error))
  }
}

function withStatus(status: number, answer: Answer): Answer {
  return 'html' in answer ? { ...answer, status } : answer
}

function refuseUnless(post: Post, act: ActOfArea): void {
  if (mayInArea(post, act)) return
  const who = new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(whoMay(act).map(role => role.toLowerCase()))
  throw new NotAllowed(
    `Your post is ${post.title}. This page is for a ${who}.`,
    `Ask one at ${post.agency.name} or at the local authority.`,
  )
}

/** Whether the site map, or the list of what else is served, has a line for this route. */
export function isListed(method: string, url: string, listed: readonly { method: string; url: string }[]): boolean {
  const asked = method === 'HEAD' ? 'GET' : method
  return listed.some(line => line.url === url && (line.method === asked || line.method === 'any'))
}
