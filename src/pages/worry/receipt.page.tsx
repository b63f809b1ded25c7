/**
 * The receipt of somebody who told a council of a child without an account: that it arrived, whom to ring, by when a decision is due,
 * what the council recorded as told to them, and where they disagree, how far that has come. Nothing of the file, and not the child's
 * name: the address may be found by others.
 * Working Together 2018, chapter 1, 'Referral': feedback to the referrer on the decisions taken.
 */
import { NotFound } from '../../access/refusals.ts'
import { addWorkingDays } from '../../guidance/working-days.ts'
import type { PublicReceipt } from '../../ledger/public-receipt.ts'
import { isReceiptCode } from '../../ledger/public-referral.ts'
import { londonDay } from '../../platform/clock.ts'
import { InsetText, Tag } from '../kit/component/messages.tsx'
import { SummaryList } from '../kit/component/summary-list.tsx'
import { sayDay, sayTime } from '../kit/days.ts'
import { framed } from '../pipeline/frame.ts'
import type { Answer, OpenVisit } from '../pipeline/page.ts'
import { InDanger, Telephone } from '../refer/questions.tsx'
import { Disagreeing, Done } from './ladder.view.tsx'
import { receiptHref } from './worry.page.ts'

/** `GET /worry/receipt/:code` */
export async function page(visit: OpenVisit): Promise<Answer> {
  const { code = '' } = visit.params
  const receipt = isReceiptCode(code) ? await visit.worries.receiptOf(code) : undefined
  if (!receipt) throw new NotFound()
  const title = receipt.isDecided ? 'What became of what you sent' : 'What you sent has arrived'
  return { html: framed(visit, { title, children: <ReceiptView title={title} visit={visit} receipt={receipt} /> }) }
}

/** A decision is owed within one working day: T1-REF-01. */
const workingDaysToDecide = 1

function ReceiptView({ title, visit, receipt }: { title: string; visit: OpenVisit; receipt: PublicReceipt }) {
  const { authority, reference, sentAt, isDecided, contact } = receipt
  const sentOn = londonDay(sentAt)
  const due = addWorkingDays(sentOn, workingDaysToDecide)
  return (
    <>
      <Done step={visit.query['done']} />
      <h1 class="govuk-heading-l govuk-!-margin-bottom-2">{title}</h1>
      <p class="govuk-body-l">
        Your reference is <b>{reference}</b>.{' '}
        {isDecided ? <Tag class="govuk-tag--green">Decided</Tag> : <Tag class="govuk-tag--blue">Received</Tag>}
      </p>
      <InDanger places={[{ authority }]} />
      <SummaryList
        rows={[
          { key: 'Sent to', value: `Children’s social care at ${authority.name}` },
          { key: 'It arrived', value: `${sayDay(sentOn)} at ${sayTime(sentAt)}` },
          { key: 'What happens next', value: <Next receipt={receipt} due={due} isLate={visit.today.day > due} /> },
          {
            key: 'Whom to ring',
            value: (
              <>
                {contact && `${contact}; or `}
                {contact ? 'children' : 'Children'}’s social care at {authority.name}
                {authority.telephone && (
                  <>
                    , <Telephone number={authority.telephone} />
                  </>
                )}
                . Say your reference
              </>
            ),
          },
        ]}
      />
      <Disagreeing receipt={receipt} href={receiptHref(visit.params['code'] ?? '')} today={visit.today.day} />
      <InsetText>
        Keep the address of this page, for example as a bookmark: it is the only way back here, and nobody can find it
        for you. Anybody who has it can read this page. On a shared computer, note the reference instead and close the
        window.
      </InsetText>
      <p class="govuk-body">
        If you learn more, or the child is in danger, do not wait for an answer: ring. You can also{' '}
        <a class="govuk-link" href="/worry">
          write again
        </a>
        , and say this reference there.
      </p>
    </>
  )
}

/** What was decided, as far as the council told the sender; or by when. */
function Next({ receipt, due, isLate }: { receipt: PublicReceipt; due: string; isLate: boolean }) {
  const { authority, isDecided, told } = receipt
  if (told)
    return (
      <>
        {authority.name} told you on {sayDay(told.on)}
        {told.words ? ':' : ' what it decided. Ring if you did not hear of it'}
        {told.words && <p class="gt-as-typed govuk-!-margin-top-1 govuk-!-margin-bottom-0">{told.words}</p>}
      </>
    )
  if (isDecided)
    return (
      <>
        A decision was made. {authority.name} should tell you what, and why, as far as it may: ring if you hear nothing
      </>
    )
  return (
    <>
      A social worker decides what happens next by {sayDay(due)}, one working day after it arrived.
      {isLate ? ' That day has passed: ring if you heard nothing.' : ''} You may not be told everything: what is known
      about a family stays private.
    </>
  )
}
