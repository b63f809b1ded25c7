// What somebody began to write and did not record: drafts, and forms that arrived after their session had ended.
import { Conflict, NotFound } from '../../access/refusals.ts'
import type { Practitioner } from '../../access/visit.ts'
import { findCase } from '../../ledger/read.ts'
import { isId } from '../../platform/identifier.ts'
import { Button } from '../kit/component/button.tsx'
import { Details } from '../kit/component/messages.tsx'
import { type Draft, discardDraft, draftsOf } from './draft.ts'
import { typedIn, valueOf } from './fields.ts'
import { ActionForm } from './form.tsx'
import { framed } from './frame.ts'
import { discardKept, isOwnAddress, type Kept, keptFormsOf, resumeKept } from './kept.ts'
import type { Answer, OpenVisit, Visit } from './page.ts'
import { Words } from './refusal.view.tsx'

/** `POST /draft`: by script while somebody types, or by the button "Save and come back". */
export async function save(visit: Visit): Promise<Answer> {
  const { body } = visit
  const submission = valueOf(body, '_submission')
  const form = valueOf(body, '_form')
  const version = Number(valueOf(body, '_version')) || 0
  if (!isId(submission) || !isOwnAddress(form)) throw new NotFound()
  const head =
    version === 0
      ? await visit.read(({ client }) => findCase(client, visit.areaIds, valueOf(body, '_case')))
      : undefined
  const areaId = head?.areaId ?? visit.post.areas[0]?.id ?? ''
  const draft = {
    submission,
    version,
    form,
    title: valueOf(body, '_title'),
    typed: typedIn(body),
    areaId,
    caseId: head?.id ?? null,
  }
  const saved = await visit.saveDraft(draft)
  if (!saved.isSaved) {
    throw new Conflict(
      'You saved this in another window later than here, or recorded it there. What you wrote here was not saved over it.',
      [],
    )
  }
  return visit.wantsJson
    ? { json: { saved: clockTime(saved.savedAt), version: saved.version } }
    : { redirect: '/drafts' }
}

/** `GET /drafts`: their own words, also where they hold no post any more. */
export async function page(visit: OpenVisit): Promise<Answer> {
  const { database } = visit.door
  const { id } = authorOf(visit)
  return { html: view(visit, await keptFormsOf(database, id), await draftsOf(database, id)) }
}

/** `POST /drafts/resume`: opens what was kept in its form again. */
export async function resume(visit: OpenVisit): Promise<Answer> {
  const area = visit.post?.areas[0]
  if (!area) return { redirect: '/post' }
  const { database } = visit.door
  const address = await resumeKept(database, authorOf(visit).id, idIn(visit, 'kept'), area.id, visit.today.instant)
  if (!address) throw new NotFound()
  return { redirect: address }
}

/** `POST /drafts/discard` */
export async function discard(visit: OpenVisit): Promise<Answer> {
  const { database } = visit.door
  const { id } = authorOf(visit)
  if (valueOf(visit.body, 'kept')) await discardKept(database, id, idIn(visit, 'kept'))
  else await discardDraft(database, id, idIn(visit, 'draft'))
  return { redirect: '/drafts' }
}

function authorOf({ practitioner }: OpenVisit): Practitioner {
  if (!practitioner) throw new Error('Drafts are for somebody who is signed in.')
  return practitioner
}

function idIn(visit: OpenVisit, name: string): string {
  const id = valueOf(visit.body, name)
  if (!isId(id)) throw new NotFound()
  return id
}

function clockTime(instant: number): string {
  return new Date(instant).toLocaleTimeString('en-GB', {
    timeZone: 'Europe/London',
    hour: '2-digit',
    minute: '2-digit',
  })
}

function dayAndTime(instant: number): string {
  const day = new Date(instant).toLocaleDateString('en-GB', {
    timeZone: 'Europe/London',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  })
  return `${day} at ${clockTime(instant)}`
}

function view(visit: OpenVisit, kept: readonly Kept[], drafts: readonly Draft[]): string {
  const children = (
    <>
      <h1 class="govuk-heading-l">Your drafts</h1>
      {!visit.post && (
        <p class="govuk-body">
          These are your own words. To go on writing you need a post:{' '}
          <a class="govuk-link" href="/post">
            choose yours
          </a>
          , or ask your manager where it has ended.
        </p>
      )}
      {kept.map(one => (
        <section>
          <h2 class="govuk-heading-m">Something that you sent was not recorded</h2>
          <p class="govuk-body">
            {one.title || 'A form'}, {dayAndTime(one.keptAt)}. Your session or your post had ended, or what it was about
            was no longer open to you.
          </p>
          <div class="govuk-button-group">
            {visit.post && (
              <ActionForm visit={visit} action="/drafts/resume">
                <Button name="kept" value={one.id}>
                  Go on writing
                </Button>
              </ActionForm>
            )}
            <Discard visit={visit} name="kept" value={one.id} />
          </div>
          <Words typed={one.typed} />
        </section>
      ))}
      {drafts.map(draft => (
        <section>
          <h2 class="govuk-heading-m">
            <a class="govuk-link" href={`${draft.form}?submission=${draft.submission}`}>
              {draft.title || 'A form'}
            </a>
          </h2>
          <p class="govuk-body">Saved {dayAndTime(draft.savedAt)}. Not recorded yet.</p>
          {/* Their own words, also where they may no longer open the case. */}
          <Details summary="Read what you wrote">
            <Words typed={draft.typed} />
          </Details>
          <Discard visit={visit} name="draft" value={draft.submission} />
        </section>
      ))}
      {kept.length + drafts.length === 0 && (
        <p class="govuk-body">You have no drafts. What you type into a form is saved here until you record it.</p>
      )}
    </>
  )
  return framed(visit, { title: 'Your drafts', children })
}

function Discard({ visit, name, value }: { visit: OpenVisit; name: string; value: string }) {
  return (
    <ActionForm visit={visit} action="/drafts/discard">
      <Button class="govuk-button--secondary" name={name} value={value}>
        Throw away
      </Button>
    </ActionForm>
  )
}
