/** What the visitor's agency told children's social care, and what is owed to it: whom to ring about which child. */
import { Button } from '../kit/component/button.tsx'
import { Tag } from '../kit/component/messages.tsx'
import { SummaryList } from '../kit/component/summary-list.tsx'
import { sayDay, sayDue } from '../kit/days.ts'
import { valueOf } from '../pipeline/fields.ts'
import { framed } from '../pipeline/frame.ts'
import type { Answer, Visit } from '../pipeline/page.ts'
import { readAfterSent, readSent, type Sent, sentHref, statusTags, statusWords } from './sent.ts'

const atOnce = 50
const none = 'You have told children’s social care of nobody here yet.'

/** `GET /refer/sent` */
export async function page(visit: Visit): Promise<Answer> {
  const isWaiting = valueOf(visit.query, 'show') === 'waiting'
  const after = readAfterSent(valueOf(visit.query, 'after'))
  const found = await visit.read(({ client }) =>
    readSent(client, { areaIds: visit.areaIds, today: visit.today, isWaiting, after, limit: atOnce + 1 }),
  )
  const rows = found.slice(0, atOnce)
  const last = found.length > atOnce ? rows.at(-1) : undefined
  const title = `What ${visit.post.agency.name} sent`
  return {
    html: framed(visit, {
      title,
      children: (
        <>
          <h1 class="govuk-heading-l">{title}</h1>
          <p class="govuk-body">
            Each child of whom you told children’s social care, the newest first. Open one for its receipt: whom to
            ring, what they decided, and how to disagree.
          </p>
          <nav aria-label="Which of them">
            <ul class="govuk-list">
              <Choice href={sentHref()} isChosen={!isWaiting} text="All" />
              <Choice href={sentHref({ isWaiting: true })} isChosen={isWaiting} text="Not decided yet" />
            </ul>
          </nav>
          {rows.length > 0 ? (
            <List rows={rows} visit={visit} />
          ) : (
            <p class="govuk-body">{after ? 'The list ends here.' : isWaiting ? 'No decision is owed to you.' : none}</p>
          )}
          {last && (
            <p class="govuk-body">
              <a class="govuk-link" href={sentHref({ isWaiting, after: { at: last.at, id: last.id } })} rel="next">
                Earlier ones
              </a>
            </p>
          )}
          <Button href="/refer" class="govuk-button--secondary">
            Tell the council about a child
          </Button>
        </>
      ),
    }),
  }
}

function Choice({ href, isChosen, text }: { href: string; isChosen: boolean; text: string }) {
  return (
    <li>
      {isChosen ? (
        <b aria-current="true">{text}</b>
      ) : (
        <a class="govuk-link" href={href}>
          {text}
        </a>
      )}
    </li>
  )
}

function List({ rows, visit }: { rows: readonly Sent[]; visit: Visit }) {
  return (
    <SummaryList
      rows={rows.map(one => ({
        key: (
          <a class="govuk-link" href={`/case/${encodeURIComponent(one.reference)}/receipt`}>
            {one.name}
          </a>
        ),
        value: <Standing one={one} sentOn={visit.ledger.dayOf(one.at)} today={visit.today.day} />,
      }))}
    />
  )
}

function Standing({ one: { status, isOverdue, due }, sentOn, today }: { one: Sent; sentOn: string; today: string }) {
  return (
    <>
      <Tag class={statusTags[status]}>{statusWords[status]}</Tag> {status === 'sent' ? 'on' : 'Sent on'}{' '}
      {sayDay(sentOn)}
      {due && (
        <div class="govuk-!-margin-top-1">
          {isOverdue ? 'A decision was owed by' : 'A decision is owed by'} {sayDay(due)}: {sayDue(due, today)}
          {isOverdue && '. Ring them'}
        </div>
      )}
    </>
  )
}
