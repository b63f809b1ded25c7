// From an error to an answer: the four refusals, what the framework refuses, and everything else, which is our fault.

import { randomBytes } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Conflict, Gone, NotAllowed, NotFound, Restricted } from '../../access/refusals.ts'
import { FileFault } from '../../ledger/stored-objects.ts'
import { StoreFault } from '../../platform/object-store.ts'
import type { Content } from '../kit/component/markup.ts'
import { isWorthKeeping, keepForm } from './kept.ts'
import { refusalPage } from './refusal.view.tsx'
import { OtherWords } from './sent-forms.ts'
import type { Serving } from './serving.ts'

/** The form did not carry the token of this session: it is too old, or somebody forged it. */
export class TooOld extends Error {
  readonly status = 403
  /** Whether what was typed is kept and will be offered. */
  readonly isKept: boolean
  constructor(isKept: boolean) {
    super('This page was open for too long to be sent.')
    this.isKept = isKept
  }
}

/** Nobody is signed in (any more), and what was asked for needs somebody. */
export class NotSignedIn extends Error {
  readonly status = 401
}

/** Too many failed attempts to sign in. */
export class TooOften extends Error {
  readonly status = 429
}

interface Said {
  readonly status: number
  readonly title: string
  readonly says: Content
}

/** Answers an error; what was typed is shown again in any case. */
export async function refuse(
  serving: Serving,
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<void> {
  const said = describe(error) ?? unexpected(serving, error, request)
  reply.code(said.status)
  if (asksForData(request)) {
    const detail = error instanceof Error && said.status < 500 ? error.message : said.title
    await reply
      .type('application/problem+json')
      .send(JSON.stringify({ type: 'about:blank', title: said.title, status: said.status, detail }))
    return
  }
  // Only forms that ask for words: a password is never shown again. Their own words say nothing of whether there is a record.
  const typed = isWorthKeeping(request.fields) ? request.fields : undefined
  const isKept = isClosed(error) && (await keepForAuthor(serving, request, request.practitioner?.id))
  const isStory = serving.config.mode !== 'production'
  await reply.type('text/html; charset=utf-8').send(refusalPage({ ...said, typed, isKept, isStory }))
}

/** Whether the page that a form came from is not to be had any more: recalled, ended, taken away, or never there. */
function isClosed(error: unknown): boolean {
  return [NotFound, NotAllowed, Restricted, Gone].some(one => error instanceof one)
}

/** Whether data was asked for rather than a page. */
export function asksForData(request: FastifyRequest): boolean {
  const { accept = '' } = request.headers
  return request.url.startsWith('/api/') || (accept.includes('json') && !accept.includes('html'))
}

function describe(error: unknown): Said | undefined {
  if (error instanceof NotFound) return notFound
  if (error instanceof NotAllowed)
    return { status: 403, title: 'You may not do this in your post', says: <Says>{error.message}</Says> }
  if (error instanceof Restricted)
    return { status: 403, title: 'This record is restricted', says: <SaysRestricted refusal={error} /> }
  if (error instanceof Gone) return { status: 410, title: 'This is no longer kept', says: <SaysGone refusal={error} /> }
  if (error instanceof Conflict) {
    return {
      status: 409,
      title: 'Somebody else recorded first',
      says: (
        <Says>
          {error.message} Nothing of yours was recorded and nothing of theirs was changed. Read what is there now, then
          decide what still needs saying.
        </Says>
      ),
    }
  }
  if (error instanceof OtherWords) return { status: 409, title: 'You sent this form before', says: <SaysOtherWords /> }
  if (error instanceof TooOld)
    return { status: 403, title: 'This page was too old to send', says: <SaysTooOld isKept={error.isKept} /> }
  if (error instanceof NotSignedIn) return { status: 401, title: 'You are not signed in', says: <SaysNotSignedIn /> }
  if (error instanceof TooOften) {
    return {
      status: 429,
      title: 'Too many attempts to sign in',
      says: (
        <Says>
          Ten attempts failed within a minute, under this name or from your network. Wait a minute, then try again.
        </Says>
      ),
    }
  }
  return describeFramework((error as { statusCode?: number } | null)?.statusCode)
}

function describeFramework(status: number | undefined): Said | undefined {
  if (status === 413)
    return {
      status,
      title: 'This is too large to send',
      says: <Says>A form can hold about a million characters. Nothing was recorded.</Says>,
    }
  if (status === undefined || status < 400 || status >= 500) return undefined
  return {
    status,
    title: 'This could not be read',
    says: <Says>What was sent could not be read. Go back and try again.</Says>,
  }
}

const notFound: Said = {
  status: 404,
  title: 'There is nothing here',
  says: (
    <Says>
      There is no such page or record, or it is not yours to see. Check the address. If you should be able to see a
      record, ask your manager, or the front door of children’s social care.
    </Says>
  ),
}

/** A reference that a person can read out on the telephone finds the line in the log. */
function unexpected({ log }: Serving, error: unknown, request: FastifyRequest): Said {
  const reference = randomBytes(4).toString('hex').toUpperCase()
  log.error({ err: error, reference, method: request.method, route: request.routeOptions.url })
  const { status, title, text } = faultOf(error)
  const says = (
    <>
      <Says>{text}</Says>
      <Says>
        If it happens again, tell us this reference: <strong>{reference}</strong>
      </Says>
    </>
  )
  return { status, title, says }
}

/** What a person is told of a fault of ours. */
function faultOf(error: unknown): { readonly status: number; readonly title: string; readonly text: string } {
  if (error instanceof StoreFault)
    return {
      status: 503,
      title: 'The file cannot be fetched just now',
      text: 'It is kept in a store that does not answer. The record of it is as it was. Try again later.',
    }
  if (error instanceof FileFault)
    return error.code === 'missing'
      ? {
          status: 500,
          title: 'The file is missing',
          text: 'The store in which it is kept does not have it any more. The record of it is as it was. Ask whoever filed it for the original.',
        }
      : {
          status: 500,
          title: 'The file is not the one that was filed',
          text: 'It was changed since, so it is not given out. The record of it is as it was. Ask whoever filed it for the original.',
        }
  return {
    status: 500,
    title: 'Something went wrong',
    text: 'The fault is ours. What you did last may not have been recorded: look before you do it again.',
  }
}

/**
 * Keeps a form that cannot be taken for the one who wrote it, where we know who that is and the form came from our pages.
 * @returns whether it is kept
 */
export async function keepForAuthor(
  { db, ledger }: Serving,
  request: FastifyRequest,
  author: string | undefined,
): Promise<boolean> {
  // Browsers say from where a form was sent; `Origin` is no help, since without a referrer it is null.
  const isForeign = (request.headers['sec-fetch-site'] ?? 'same-origin') !== 'same-origin'
  if (!author || isForeign || !isWorthKeeping(request.fields)) return false
  await keepForm(db.door, author, request.fields, ledger.now())
  return true
}

/** The address without what follows the question mark. */
export function pathOf(request: FastifyRequest): string {
  return request.url.split('?', 1)[0] ?? '/'
}

function Says({ children }: { children: Content }) {
  return <p class="govuk-body">{children}</p>
}

function SaysOtherWords() {
  return (
    <>
      <Says>
        What you sent the first time was carried out, and stands as it was. What you wrote since was not: it is below,
        and is kept for a week under{' '}
        <a class="govuk-link" href="/drafts">
          Your drafts
        </a>
        .
      </Says>
      <Says>
        If it is something else, go on from there and send it. If the first was wrong, correct it on the file.
      </Says>
    </>
  )
}

function SaysGone({ refusal: { message, reference } }: { refusal: Gone }) {
  return (
    <>
      <Says>{message}</Says>
      {reference && (
        <Says>
          <a class="govuk-link" href={`/case/${reference}/certificate`}>
            What was disposed of, under which rule and by whom
          </a>
        </Says>
      )}
    </>
  )
}

function SaysRestricted({ refusal: { ask, found } }: { refusal: Restricted }) {
  return (
    <>
      <Says>
        There is a record with the reference {found.reference}. Only the people to whom it was opened may see it, and
        nothing of it is shown here. Ask {ask}.
      </Says>
      <Says>
        If a child may come to harm before you reach them, you can{' '}
        <a class="govuk-link" href={`/case/${found.reference}/open`}>
          open it for some minutes
        </a>
        . A second person is told at once, and it is reviewed on the next working day.
      </Says>
      <Says>That you asked for it is written down.</Says>
    </>
  )
}

function SaysTooOld({ isKept }: { isKept: boolean }) {
  const after = isKept ? (
    <>
      Your words are kept.{' '}
      <a class="govuk-link" href="/drafts">
        Go on writing
      </a>
      , and send them from there.
    </>
  ) : (
    'Open the page again before you send it. If you wrote something, copy it from below first.'
  )
  return <Says>It was opened before you last signed in, or in another window, so nothing was recorded. {after}</Says>
}

function SaysNotSignedIn() {
  return (
    <Says>
      Nothing was recorded. If you wrote something, copy it from below before you leave this page, then{' '}
      <a class="govuk-link" href="/sign-in">
        sign in
      </a>
      .
    </Says>
  )
}
