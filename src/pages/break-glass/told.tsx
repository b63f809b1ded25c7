// What the second person sees on their home page, until they say that they saw it.
import type { PoolClient } from 'pg'
import { NotFound } from '../../access/refusals.ts'
import { markSeen, type Scope } from '../../ledger/break-glass.ts'
import { isId } from '../../platform/identifier.ts'
import { breakGlassUsed } from '../../procedures/break-glass.ts'
import { Button } from '../kit/component/button.tsx'
import { NotificationBanner } from '../kit/component/messages.tsx'
import { sayDay, sayTime } from '../kit/days.ts'
import { ActionForm } from '../pipeline/form.tsx'
import type { Answer, Visit } from '../pipeline/page.ts'

/** Instants are milliseconds since 1970. */
export interface ToldOf {
  readonly id: string
  readonly who: string
  readonly title: string
  readonly reason: string
  readonly scope: Scope
  readonly startsAt: number
  readonly endsAt: number
}

/** What the practitioner was told and has not said to have seen, oldest first. */
export async function readToldOf(client: PoolClient, practitionerId: string): Promise<ToldOf[]> {
  const { rows } = await client.query<ToldOf>({
    name: 'openings told of',
    text: `select b.id, w.name as who, p.title, b.reason, b.scope, b.starts_at as "startsAt", coalesce(b.ended_at, b.ends_at) as "endsAt"
           from break_glass b join post p on p.id = b.post_id join practitioner w on w.id = p.practitioner_id
           where b.told_practitioner_id = $1 and b.seen_at is null order by b.starts_at, b.id`,
    values: [practitionerId],
  })
  return rows
}

/** A banner for each. It names no child and no file: the second person may have no need to know which. */
export function ToldOfOpenings({ visit, told }: { visit: Visit; told: readonly ToldOf[] }) {
  return (
    <>
      {told.map(one => (
        <NotificationBanner title="You were told" titleId={`told-${one.id}`}>
          <p class="govuk-notification-banner__heading">
            {one.who} opened a restricted record at {sayTime(one.startsAt)} on{' '}
            {sayDay(visit.ledger.dayOf(one.startsAt))}, until {sayTime(one.endsAt)}
          </p>
          <p class="govuk-body">
            {one.title}. Why: “{one.reason}” What was needed:{' '}
            {breakGlassUsed.fields.scope.options[one.scope].label.toLowerCase()}.
          </p>
          <p class="govuk-body">
            If this surprises you, ring {one.who} now, and tell the privacy officer. It is reviewed on the next working
            day.
          </p>
          <ActionForm visit={visit} action={`/break-glass/${one.id}/seen`}>
            <Button class="govuk-button--secondary govuk-!-margin-bottom-0">I have seen this</Button>
          </ActionForm>
        </NotificationBanner>
      ))}
    </>
  )
}

/** `POST /break-glass/:id/seen` */
export async function seen(visit: Visit): Promise<Answer> {
  const id = visit.params['id']
  if (!isId(id)) throw new NotFound()
  await markSeen(visit.ledger, visit.areaIds, id, visit.practitioner.id)
  return { redirect: '/due' }
}
