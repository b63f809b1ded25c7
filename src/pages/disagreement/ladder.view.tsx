// A disagreement: the child's safety first, then the ladder with its clock, the sides, the next steps, and what was said.
import { may } from '../../access/policy.ts'
import type { Statement } from '../../engine/fact.ts'
import { isOpen } from '../../engine/standing.ts'
import { factsOf, type Side } from '../../ledger/disagree.ts'
import { standingOf } from '../../ledger/read.ts'
import {
  disagreementAnswered,
  disagreementSafetyAnswered,
  receiptOf,
  type Stage,
  stages,
} from '../../procedures/disagreement-facts.ts'
import { inOrder, isAbove } from '../../procedures/disagreement-ladder.ts'
import { referralReceived } from '../../procedures/referral.ts'
import { nameOfChild, wordsOf } from '../case-file/child.ts'
import { sayDuty } from '../case-file/duties.ts'
import { saidBy } from '../case-file/values.ts'
import { Chronology } from '../kit/chronology.tsx'
import { Button } from '../kit/component/button.tsx'
import { InsetText, NotificationBanner, Tag, WarningText } from '../kit/component/messages.tsx'
import { SummaryList } from '../kit/component/summary-list.tsx'
import { count, daysBetween, sayDay, sayTime } from '../kit/days.ts'
import { Marked } from '../kit/marking.tsx'
import { ProcessLine, type ProcessStep } from '../kit/process-line.tsx'
import { Said } from '../kit/said.tsx'
import { framed } from '../pipeline/frame.ts'
import type { Visit } from '../pipeline/page.ts'
import { Styles } from '../record/record.view.tsx'
import {
  isRaisedOnReceipt,
  isSafetyOwed,
  ladderHref,
  type OpenLadder,
  type StepName,
  steps,
  stepsNow,
} from './open-ladder.ts'
import { sayDecision, sayEnd, sayMatter, sayWho } from './said.ts'

interface Shown {
  readonly visit: Visit
  readonly opened: OpenLadder
}

/** The page. */
export function ladderView(visit: Visit, opened: OpenLadder): string {
  const { head, why, read, ladder } = opened
  const name = nameOfChild(read)
  const children = (
    <>
      <Styles />
      <Done visit={visit} />
      <span class="govuk-caption-l">{name}</span>
      <h1 class="govuk-heading-l govuk-!-margin-bottom-2">Disagreement: {lowered(sayMatter(ladder.raised))}</h1>
      <p class="govuk-body">
        <Tag class={ladder.ended ? 'govuk-tag--green' : 'govuk-tag--yellow'}>
          {ladder.ended ? (ladder.ended.how === 'settled' ? 'Settled' : 'Withdrawn') : 'Open'}
        </Tag>{' '}
        {ladder.ended
          ? sayEnd(opened)
          : `${stages[ladder.present.stage]}, ${sayOpenFor(daysBetween(ladder.raised.happened.from, visit.today.day))}`}
      </p>
      <Safety visit={visit} opened={opened} />
      <section aria-labelledby="ladder">
        <h2 class="govuk-heading-m" id="ladder">
          How far it has gone
        </h2>
        <ProcessLine label="The stages of the disagreement" steps={inOrder.map(stage => stepOf(opened, stage))} />
        <Clock visit={visit} opened={opened} />
      </section>
      <Next visit={visit} opened={opened} />
      <section aria-labelledby="sides">
        <h2 class="govuk-heading-m" id="sides">
          Who disagrees about what
        </h2>
        <Sides opened={opened} />
      </section>
      <section aria-labelledby="said">
        <h2 class="govuk-heading-m" id="said">
          What was said
        </h2>
        <History visit={visit} opened={opened} />
      </section>
    </>
  )
  return framed(visit, {
    title: `Disagreement: ${name}`,
    back: { href: `/case/${encodeURIComponent(head.reference)}`, text: name },
    why: <p>{why}</p>,
    children,
  })
}

function sayOpenFor(days: number): string {
  return days === 0 ? 'raised today' : `open for ${count(days, 'day')}`
}

const lowered = (text: string) => `${text.charAt(0).toLowerCase()}${text.slice(1)}`

const done: Readonly<Record<StepName | 'raise', string>> = {
  raise: 'The other side was told that you disagree, and owes you an answer',
  safety: 'The other side was told how the child is safe meanwhile',
  answer: 'Your answer has reached the other side',
  higher: 'It was taken higher, and the other side was told',
  settle: 'It is settled, and the other side was told',
  withdraw: 'You withdrew it, and the other side was told',
}

function Done({ visit }: { visit: Visit }) {
  const said = visit.query['done']
  const text = typeof said === 'string' && Object.hasOwn(done, said) ? done[said as keyof typeof done] : undefined
  return text ? <NotificationBanner type="success" text={text} /> : null
}

/** What was answered last of the child’s safety; until then what whoever raised it said. */
function Safety({ visit, opened }: Shown) {
  const { read, ladder, names, side } = opened
  const last = ladder.safety.at(-1)
  const { raised } = ladder
  const said = wordsOf(read, (last ?? raised) as never)
  const safety = last ? last.data.safety : raised.data.safety
  const { options } = disagreementSafetyAnswered.fields.safety
  const others = names.agencies.get(opened.sides.answers[0] ?? '') ?? 'The other side'
  const isNow = !ladder.ended
  // Since it went higher nobody answered anew.
  const isOld = last !== undefined && isSafetyOwed(ladder)
  const mustAnswer = isNow && isSafetyOwed(ladder)
  return (
    <section
      class={`gt-meanwhile${isNow && safety === 'not-safe' ? ' gt-meanwhile--not-safe' : ''}`}
      aria-labelledby="meanwhile"
    >
      <h2 class="govuk-heading-m" id="meanwhile">
        How is the child safe while this is open?
      </h2>
      {isNow && safety === 'not-safe' && (
        <WarningText>
          The child is said not to be safe. Ring 999 if it is danger now; nothing waits for this.
        </WarningText>
      )}
      <p class="govuk-body">
        <b>{safety ? `Safe: ${lowered(options[safety].label)}` : 'Nobody said so yet'}</b>
        {safety && ` (${sayWho(last ?? raised, names)}, ${sayDay((last ?? raised).happened.from)})`}
      </p>
      <Words text={last ? said['how'] : said['safetyHow']} />
      {said['safetyBy'] && <p class="govuk-body">Who makes sure: {said['safetyBy']}</p>}
      {last && raised.data.safety && raised.data.safety !== safety && (
        <p class="govuk-body">
          {sayWho(raised, names)} answered when it was raised: {lowered(options[raised.data.safety].label)}.
        </p>
      )}
      {last?.data.lookAgainOn && <p class="govuk-body">To be looked at again on {sayDay(last.data.lookAgainOn)}.</p>}
      {mustAnswer && (
        <p class="govuk-body">
          {side === 'answers'
            ? `You owe an answer to this at once${isOld ? ', again, because it went higher' : ''}.`
            : `${others} has not answered this ${isOld ? 'since it went higher' : 'yet'}. If you worry now, ring.`}
        </p>
      )}
      {mustAnswer && mayTake(visit, opened, 'safety') && (
        <Button href={ladderHref(opened.head.reference, raised.root, 'safety')} class="govuk-!-margin-bottom-0">
          {steps.safety.text}
        </Button>
      )}
    </section>
  )
}

function Words({ text }: { text: string | undefined }) {
  return text ? (
    <p class="govuk-body gt-as-typed">
      <Marked text={text} />
    </p>
  ) : null
}

function mayTake({ post }: Visit, { ladder, side }: OpenLadder, step: StepName): boolean {
  return stepsNow(ladder, side).includes(step) && may(post.role, 'record', 'granted')
}

/** A stage as a step on the line: who talked to whom, and what was answered. */
function stepOf(opened: OpenLadder, stage: Stage): ProcessStep {
  const { read, ladder, names } = opened
  const at = ladder.rungs.findLast(rung => rung.stage === stage)
  const label = stages[stage]
  if (!at) return { label, state: isAbove(stage, ladder.present.stage) && !ladder.ended ? 'ahead' : 'not-needed' }
  const said = wordsOf(read, at.by as never)
  const ours = said['takenBy'] || said['raisedBy']
  const theirs = said['withWhom']
  const last = at.answers.at(-1)
  const answer = last && disagreementAnswered.fields.answer.options[last.data.answer ?? 'upheld'].label
  const by = last && wordsOf(read, last as never)['answeredBy']
  const isHere = at === ladder.present && !ladder.ended
  const lines: (string | false | undefined)[] = [
    `From ${sayDay(at.by.happened.from)}`,
    ours && (receiptOf(at.by) === undefined ? `For ${sayWho(at.by, names)}: ${ours}` : ours),
    (by || theirs) && `For ${names.agencies.get(opened.sides.answers[0] ?? '') ?? 'the other side'}: ${by || theirs}`,
    answer ? `${answer}, ${sayDay(last.happened.from)}` : !isHere && 'Not answered',
  ]
  return {
    label,
    state: isHere ? 'now' : 'done',
    note: lines.filter(Boolean).map(line => (
      <>
        {line}
        <br />
      </>
    )),
  }
}

/** By when an answer is owed at the present stage. */
function Clock({ visit, opened: { ladder, clock, names, read, head } }: Shown) {
  if (!clock || ladder.ended) return null
  const rule = visit.guidance.rules.get(clock.rule)
  const standing = standingOf(clock, visit.today)
  const { words } = sayDuty(clock, rule, names, visit.today, read.known)
  return (
    <p class={`govuk-body${standing === 'overdue' ? ' gt-meanwhile__late' : ''}`}>
      {standing === 'overdue' && <b>Overdue: </b>}
      <a class="govuk-link" href={`/case/${head.reference}/duty?id=${encodeURIComponent(clock.id)}`}>
        {rule?.must ?? 'Answer'}
      </a>
      : {isOpen(standing) ? words : lowered(words)}{' '}
      {clock.due_latest && <Tag class="govuk-tag--grey">Local policy</Tag>}
    </p>
  )
}

const advice: Readonly<Record<Side, string>> = {
  raises: 'You raised it. You can take it higher at any time, with or without an answer.',
  answers: 'You owe the answers. Talk to each other: an answer that nobody explained settles little.',
  partners: 'It has reached the partners’ own process.',
}

const adviceOnReceipt =
  'You owe the answers, to somebody without an account. They read on their receipt what you tell them, and nothing else. If they ring, take it higher for them.'

/** What this side can do now. */
function Next({ visit, opened }: Shown) {
  const { ladder, side, head } = opened
  const onReceipt = isRaisedOnReceipt(ladder)
  // What is owed of the child’s safety stands above everything.
  const now = stepsNow(ladder, side).filter(
    step => mayTake(visit, opened, step) && !(step === 'safety' && isSafetyOwed(ladder)),
  )
  if (ladder.ended)
    return (
      <InsetText>
        It has ended, and no answer is owed any more.{' '}
        {onReceipt ? (
          'Whoever raised it can say on their receipt that they still do not agree.'
        ) : (
          <>
            <a class="govuk-link" href={`/case/${encodeURIComponent(head.reference)}/disagreement`}>
              Raise it anew
            </a>{' '}
            if you still do not agree.
          </>
        )}
      </InsetText>
    )
  if (now.length === 0) return null
  return (
    <section aria-labelledby="next">
      <h2 class="govuk-heading-m" id="next">
        What you can do now
      </h2>
      <p class="govuk-body">{onReceipt && side === 'answers' ? adviceOnReceipt : advice[side]}</p>
      <div class="govuk-button-group">
        {now.map((step, at) => (
          <Button
            href={ladderHref(head.reference, ladder.raised.root, step)}
            class={at === first(now) ? undefined : 'govuk-button--secondary'}
          >
            {steps[step].text}
          </Button>
        ))}
      </div>
    </section>
  )
}

/** The one that stands out: answering before all else, for whoever owes it. */
function first(now: readonly StepName[]): number {
  return Math.max(now.indexOf('answer'), 0)
}

/** Who they said they are, and whether the family may hear of it. Nobody checked it. */
function sayReferrer(read: OpenLadder['read'], sent: NonNullable<OpenLadder['sent']>): string {
  const { source } = sent.data
  const said = wordsOf(read, sent as never)
  const { options } = referralReceived.fields.source
  return [
    [said['referrer'], said['agency'], source && options[source].label].filter(Boolean).join(', '),
    sent.data.unnamed && 'They asked not to be named to the family',
  ]
    .filter(Boolean)
    .join('. ')
}

function Sides({ opened: { read, ladder, names, sides, sent } }: { opened: OpenLadder }) {
  const { raised } = ladder
  const said = wordsOf(read, raised as never)
  const agency = (id: string) => names.agencies.get(id) ?? 'another agency'
  const who = isRaisedOnReceipt(ladder)
    ? said['raisedBy']
    : [agency(raised.agency), said['raisedBy']].filter(Boolean).join(': ')
  return (
    <SummaryList
      rows={[
        { key: 'Disagrees', value: who },
        sent && { key: 'Who they said they are; nobody checked it', value: sayReferrer(read, sent) },
        {
          key: 'Decided',
          value: [sides.answers.map(agency).join(', ') || 'Not said', said['withWhom']].filter(Boolean).join(': '),
        },
        sides.partners && { key: 'For the partners', value: agency(sides.partners) },
        { key: 'About', value: sayDecision(raised) },
        { key: 'Raised', value: sayMoment(raised as never) },
        { key: 'What is disputed', value: <Words text={said['reasons']} /> },
      ]}
    />
  )
}

function sayMoment({ happened }: Statement): string {
  return happened.at === null ? sayDay(happened.from) : `${sayDay(happened.from)} at ${sayTime(happened.at)}`
}

/** Everything that was recorded of it, the newest first. */
function History({ visit, opened: { read, ladder, names } }: Shown) {
  return (
    <Chronology
      empty="What is said of it will stand here."
      entries={factsOf(ladder).map(fact => {
        const definition = visit.guidance.kinds.get(fact.kind)
        const by = read.entries.find(entry => entry.id === fact.root)?.recordedBy
        const { against: _, ...data } = fact.data as Record<string, unknown>
        const at = fact.happened.at
        return {
          id: `said-${fact.number}`,
          day: fact.happened.from,
          what: definition?.label ?? fact.kind,
          source: [at !== null && `at ${sayTime(at)}`, sayWho(fact, names), by && names.posts.get(by)?.name]
            .filter(Boolean)
            .join(' · '),
          children: <Said said={saidBy(definition, data, wordsOf(read, fact), names)} />,
        }
      })}
    />
  )
}
