// On the receipt: how far a disagreement has come, what its sender was told of each answer, and what they can say now.
import type { PublicLadder, PublicReceipt, PublicRung, ReceiptStep, Told } from '../../ledger/public-receipt.ts'
import type { Stage } from '../../procedures/disagreement-facts.ts'
import { inOrder } from '../../procedures/disagreement-ladder.ts'
import { Button } from '../kit/component/button.tsx'
import { NotificationBanner, Tag } from '../kit/component/messages.tsx'
import { SummaryList } from '../kit/component/summary-list.tsx'
import { sayDay, sayWeekday } from '../kit/days.ts'
import { ProcessLine, type ProcessStep } from '../kit/process-line.tsx'

/** The stages, for somebody who never heard of them: as a name, and within a sentence. */
export const inPlain: Readonly<Record<Stage, { readonly name: string; readonly whom: string }>> = {
  practitioners: { name: 'Whoever decided', whom: 'whoever decided' },
  managers: { name: 'Their managers', whom: 'the managers of whoever decided' },
  senior: { name: 'Senior and named professionals', whom: 'senior and named professionals' },
  partners: { name: 'The safeguarding partners', whom: 'the safeguarding partners' },
}

interface Shown {
  readonly receipt: PublicReceipt
  /** Where the receipt is. */
  readonly href: string
  readonly today: string
}

/** Where somebody disagrees, or can; nothing where neither is so. */
export function Disagreeing(shown: Shown) {
  const { receipt } = shown
  const { disagreements, steps, authority } = receipt
  const last = disagreements.at(-1)
  if (!last && steps.length === 0) return null
  return (
    <section aria-labelledby="disagree">
      <h2 class="govuk-heading-m" id="disagree">
        {last && !last.ended ? 'You disagree' : 'Do you think that this is wrong?'}
      </h2>
      {disagreements.map(one => one.ended && <Ended {...shown} ladder={one} />)}
      {last && !last.ended && <Open {...shown} ladder={last} />}
      {steps.includes('disagree') && (
        <>
          <p class="govuk-body">
            {last
              ? 'Are you still worried, or do you know more? Say so again, and it begins anew.'
              : `Are you still worried? Say so, and ${authority.name} has to answer you, and to look at once at how the child is safe until then. You need nobody’s leave. If you are not heard, you can take it higher.`}
          </p>
          <Button href={`${shown.href}/disagree`} class="govuk-button--secondary">
            I disagree
          </Button>
        </>
      )}
    </section>
  )
}

const done: Readonly<Record<ReceiptStep, string>> = {
  disagree: 'What you wrote has arrived. You are owed an answer',
  accept: 'You accepted the answer',
  higher: 'It was taken a stage higher',
  withdraw: 'You withdrew it',
}

/** What was done just now. */
export function Done({ step }: { step: unknown }) {
  const text = typeof step === 'string' && Object.hasOwn(done, step) ? done[step as ReceiptStep] : undefined
  return text ? <NotificationBanner type="success" text={text} /> : null
}

/** One that is open: the stages, the answers, and how to go on. */
function Open({ receipt: { authority, steps }, ladder, href, today }: Shown & { ladder: PublicLadder }) {
  const { rungs, safety } = ladder
  const present = rungs.at(-1)
  const before = rungs.slice(0, -1)
  return (
    <>
      <p class="govuk-body">
        <Tag class="govuk-tag--yellow">Open</Tag> You said so on {sayDay(ladder.raisedOn)}.
      </p>
      <ProcessLine label="How far it has gone" steps={inOrder.map(stage => stepOf(rungs, stage))} />
      <SummaryList
        rows={[
          {
            key: 'The child, until it is settled',
            value: (
              <>
                {safety && (
                  <Telling
                    says={`${authority.name} looked at how the child is safe on ${sayDay(safety.on)}`}
                    told={safety.told}
                    silent="Ring if you worry"
                  />
                )}
                {(!safety || safety.isOld) && (
                  <p class="govuk-!-margin-top-1 govuk-!-margin-bottom-0">
                    {authority.name} has to say at once how the child is safe
                    {safety ? ', again, because it went higher' : ''}. It has not recorded that yet: ring if you worry
                  </p>
                )}
              </>
            ),
          },
          {
            key: 'The answer',
            value: present && <Answer rung={present} due={ladder.due} today={today} by={authority.name} isOpen />,
          },
          ...before.toReversed().map(rung => ({
            key: `Before, from ${inPlain[rung.stage].whom}`,
            value: <Answer rung={rung} due={undefined} today={today} by={authority.name} />,
          })),
        ]}
      />
      <div class="govuk-button-group">
        {steps.includes('accept') && (
          <Button href={`${href}/accept`} class="govuk-button--secondary">
            Accept the answer
          </Button>
        )}
        {steps.includes('higher') && (
          <Button href={`${href}/higher`} class="govuk-button--secondary">
            Take it a stage higher
          </Button>
        )}
        {steps.includes('withdraw') && (
          <a class="govuk-link" href={`${href}/withdraw`}>
            Withdraw it
          </a>
        )}
      </div>
    </>
  )
}

function stepOf(rungs: readonly PublicRung[], stage: Stage): ProcessStep {
  const at = rungs.find(rung => rung.stage === stage)
  const label = inPlain[stage].name
  if (!at) {
    const isPast = inOrder.indexOf(stage) < inOrder.indexOf(rungs.at(-1)?.stage ?? 'practitioners')
    return { label, state: isPast ? 'not-needed' : 'ahead' }
  }
  const isNow = at === rungs.at(-1)
  return { label, state: isNow ? 'now' : 'done', note: `From ${sayDay(at.on)}` }
}

interface AnswerProps {
  rung: PublicRung
  due: string | undefined
  today: string
  by: string
  isOpen?: boolean
}

/** What was told of the answer at a stage; or by when it is owed. */
function Answer({ rung: { stage, told, isAnswered }, due, today, by, isOpen = false }: AnswerProps) {
  if (told) return <Telling says={`Told you on ${sayDay(told.on)}`} told={told} silent="" />
  if (isAnswered) return <>{by} recorded an answer, and has not told you yet what it is. Ring and ask</>
  if (!isOpen) return <>Nothing was told to you at this stage</>
  const who = stage === 'partners' ? 'The safeguarding partners settle it' : `${by} owes you an answer`
  if (!due) return <>{who}, as soon as it can be done</>
  return (
    <>
      {who} by {sayWeekday(due, today)}.
      {today > due && (
        <>
          {' '}
          <b>That day has passed.</b> {stage === 'partners' ? 'Ring and ask' : 'Ring and ask, or take it higher'}
        </>
      )}
    </>
  )
}

/** Words that were told, as they were written. */
function Telling({ says, told, silent }: { says: string; told: Told | undefined; silent: string }) {
  if (!told?.words) return <>{[says, silent].filter(Boolean).join('. ')}</>
  return (
    <>
      {says}:<p class="gt-as-typed govuk-!-margin-top-1 govuk-!-margin-bottom-0">{told.words}</p>
    </>
  )
}

/** One that has ended, in a few words. */
function Ended({ receipt: { authority }, ladder: { raisedOn, ended } }: Shown & { ladder: PublicLadder }) {
  if (!ended) return null
  const { how, on, told } = ended
  const ends = {
    accepted: `You accepted the answer on ${sayDay(on)}`,
    withdrawn: `You withdrew it on ${sayDay(on)}`,
    settled: `${authority.name} recorded on ${sayDay(on)} that it is settled`,
  }[how]
  return (
    <div class="govuk-body">
      <Telling
        says={`You said on ${sayDay(raisedOn)} that you disagree. ${ends}`}
        told={told}
        silent={how === 'settled' ? 'Ring if you did not hear how' : ''}
      />
    </div>
  )
}
