// The queue as HTML: the figures, which, and the referrals, each with its way on.
import { referralDecided, referralDecisionLookedAt, referralDecisionProposed } from '../../procedures/referral.ts'
import { Choice, Styles } from '../due/due.view.tsx'
import { names } from '../kit/component/markup.ts'
import { Tag } from '../kit/component/messages.tsx'
import { Pagination } from '../kit/component/pagination.tsx'
import { Figures, sayCounted } from '../kit/duty-list.tsx'
import { RestrictionTag } from '../kit/restriction.tsx'
import type { Visit } from '../pipeline/page.ts'
import { named } from '../record/open-form.ts'
import type { Around, Beside } from './around.ts'
import { type Ask, type Show, shows, triageHref } from './ask.ts'
import type { Counts, Looked, QueueRow } from './queue.ts'
import { type ProposalSaid, proposalOf, safetyOf, sayAgeOf, sayFrom, sayStage, sayWhen, sayWorry } from './said.ts'

interface TriageProps {
  visit: Visit
  ask: Ask
  counts: Counts
  notSafe: readonly QueueRow[]
  rows: readonly QueueRow[]
  around: Around
  isMore: boolean
  looked: Looked | undefined
}

/** Everything below the header. */
export function TriageView(props: TriageProps) {
  const { visit, ask, counts, notSafe, rows, around, looked } = props
  const onTop = new Set(notSafe.map(({ id }) => id))
  return (
    <>
      <Styles />
      <h1 class="govuk-heading-l govuk-!-margin-bottom-2">Referrals to decide</h1>
      <p class="govuk-body gt-quiet">
        A social worker decides within one working day what happens next. A proposal does not stop the clock: the
        decision does.
      </p>
      <Figures
        figures={[
          ...(notSafe.length > 0
            ? [{ number: notSafe.length, orMore: false, label: 'not safe now', href: '#not-safe', isOverdue: true }]
            : []),
          { ...counts.overdue, label: 'overdue', href: triageHref({ show: 'overdue' }), isOverdue: true },
          { ...counts.today, label: 'due today', href: triageHref({ show: 'today' }) },
          { ...counts.proposed, label: 'proposed', href: triageHref({ show: 'proposed' }) },
        ]}
      />
      {notSafe.length > 0 && !ask.after && (
        <section id="not-safe" aria-labelledby="not-safe-title">
          <h2 class="govuk-heading-m" id="not-safe-title">
            Not safe now, as whoever referred said
          </h2>
          <p class="govuk-body">Ring first. What is done at once does not wait for the decision to be written.</p>
          <Referrals visit={visit} rows={notSafe} around={around} />
        </section>
      )}
      <Which ask={ask} counts={counts} />
      {rows.length === 0 ? (
        <p class="gt-empty">{emptyWords(ask, counts, looked)}</p>
      ) : (
        <Referrals visit={visit} rows={rows.filter(({ id }) => !onTop.has(id))} around={around} />
      )}
      {rows.length > 0 && looked && <p class="govuk-body">These are of {whichLooked(ask, looked)} referrals.</p>}
      <More {...props} />
      <p class="govuk-body gt-quiet">
        These are the referrals that your post may see. A decision from an imported file is not asked for here.
      </p>
    </>
  )
}

function Referrals({ visit, rows, around }: Pick<TriageProps, 'visit' | 'rows' | 'around'>) {
  return (
    <ul class="gt-triage">
      {rows.map(row => {
        const told = around.told.get(row.case_id)
        return (
          <Referral
            visit={visit}
            row={{ ...row, birth_day: row.birth_day ?? told?.birthDay ?? null }}
            name={row.name || told?.name || `Child ${row.reference}`}
            proposal={proposalOf(row, around.people)}
            beside={around.beside.get(row.id)}
          />
        )
      })}
    </ul>
  )
}

const offered = ['all', 'new', 'waiting', 'proposed', 'overdue'] as const satisfies readonly Show[]

function Which({ ask, counts }: Pick<TriageProps, 'ask' | 'counts'>) {
  const isOther = !offered.some(show => show === ask.show)
  return (
    <nav class="gt-choices gt-choices--small" aria-label="Which referrals">
      <ul>
        {[...offered, ...(isOther ? [ask.show] : [])].map(show => (
          <Choice
            href={triageHref({ show })}
            isCurrent={show === ask.show}
            text={`${shows[show]} (${sayCounted(counts[show])})`}
          />
        ))}
      </ul>
    </nav>
  )
}

interface ReferralProps {
  visit: Visit
  row: QueueRow
  name: string
  proposal: ProposalSaid | undefined
  beside: Beside | undefined
}

function Referral({ visit, row, name, proposal, beside }: ReferralProps) {
  const { day } = visit.today
  return (
    <li class={names('gt-duty gt-triage__one', row.is_overdue && 'gt-duty--overdue')}>
      <div class="gt-triage__who">
        <p class="gt-duty__who">
          <a class="govuk-link" href={`/case/${row.reference}`}>
            {name}
          </a>
          , {sayAgeOf(row, day)} <RestrictionTag restriction={row.restriction} />
        </p>
        <p>{sayFrom(row, day)}</p>
        {safetyOf(row) === 'unsafe' && (
          <p>
            <Tag class="govuk-tag--red">Not safe now</Tag> as whoever referred said
          </p>
        )}
        {safetyOf(row) === 'not-known' && <p class="gt-duty__by">Whether the child is safe now is not known</p>}
        {sayWorry(row).map(worry => (
          <p class="gt-duty__by">{worry}</p>
        ))}
        {row.twin && (
          <p class="gt-duty__by">
            May be one child with another file:{' '}
            <a class="govuk-link" href={`/case/${row.reference}/same-child/${row.twin}`}>
              compare with {row.twin}
            </a>
          </p>
        )}
        <WhatIsBeside beside={beside} />
      </div>
      <div class="gt-triage__how">
        <p class="gt-duty__due">
          {row.is_overdue && <span class="gt-duty__flag">Overdue</span>} {sayWhen(row, visit)}
        </p>
        {proposal ? <Proposed proposal={proposal} /> : <p>{sayStage(row)}</p>}
        {proposal && row.asked > 0 && (
          <p class="gt-duty__by">
            Answers: {row.answered} of {row.asked}
            {row.late > 0 && <b>, {row.late} overdue</b>}
          </p>
        )}
      </div>
      <Ways row={row} name={name} proposal={proposal} />
    </li>
  )
}

/** The child’s other file, and the children of whom somebody told in the same action. */
function WhatIsBeside({ beside }: Pick<ReferralProps, 'beside'>) {
  if (!beside) return null
  const { joined, together } = beside
  return (
    <>
      {joined && (
        <p class="gt-duty__by">
          Joined with{' '}
          <a class="govuk-link" href={`/case/${joined.reference}`}>
            {joined.reference}
          </a>
          {joined.team && `, ${joined.team}`}
        </p>
      )}
      {together.length > 0 && (
        <p class="gt-duty__by">
          Told of together with{' '}
          {together.map(({ reference, name }, at) => (
            <>
              {at > 0 && (at === together.length - 1 ? ' and ' : ', ')}
              <a class="govuk-link" href={`/case/${reference}`}>
                {name}
              </a>
            </>
          ))}
        </p>
      )}
    </>
  )
}

function Proposed({ proposal: { by, outcome, asked, looks } }: { proposal: ProposalSaid }) {
  return (
    <>
      <p>
        {by} proposes: <b>{outcome}</b>
      </p>
      {asked && <p>{asked} is asked for a second look</p>}
      {looks.map(look =>
        look.agrees ? (
          <p>Second look: {look.by} agrees</p>
        ) : (
          <p>
            <Tag class="govuk-tag--yellow">Dissent</Tag> {look.by} would decide otherwise
            {look.instead && (
              <>
                : <b>{look.instead}</b>
              </>
            )}
          </p>
        ),
      )}
    </>
  )
}

/** What can be done next: asking, proposing or looking, deciding. */
function Ways({ row, name, proposal }: Pick<ReferralProps, 'row' | 'name' | 'proposal'>) {
  const base = `/case/${row.reference}`
  const form = (kind: string, more: Readonly<Record<string, string>>) =>
    `${base}/record/${kind}?${new URLSearchParams(more)}`
  const ofReferral = row.referral ? { [named.about]: row.referral } : {}
  const ways: readonly (readonly [text: string, href: string])[] = [
    ['Ask agencies', `${base}/ask?purpose=referral`],
    ...(proposal
      ? ([['Take a second look', form(referralDecisionLookedAt.kind, { [named.about]: proposal.root })]] as const)
      : []),
    [proposal ? 'Propose otherwise' : 'Propose', form(referralDecisionProposed.kind, ofReferral)],
    ['Decide', form(referralDecided.kind, { [named.answers]: row.id, ...ofReferral })],
  ]
  return (
    <ul class="gt-triage__ways">
      {ways.map(([text, href]) => (
        <li>
          <a class="govuk-link" href={href}>
            {text}
            <span class="govuk-visually-hidden">: {name}</span>
          </a>
        </li>
      ))}
    </ul>
  )
}

function whichLooked({ after }: Ask, { number }: Looked): string {
  return `the ${after ? 'next' : 'first'} ${number.toLocaleString('en-GB')}`
}

function emptyWords(ask: Ask, { all }: Counts, looked: Looked | undefined): string {
  const { show, after } = ask
  if (looked) return `Nothing among ${whichLooked(ask, looked)} referrals. There may be some further on.`
  if (after) return 'The list ends here.'
  if (all.number === 0)
    return 'No referral waits for a decision. A referral appears here when it is recorded, also by an agency that tells the council of a child, and leaves when the decision is recorded.'
  const said: Readonly<Record<Show, string>> = {
    all: '',
    new: 'Every referral waits for something or has a proposal. A new one stands here until agencies are asked or something is proposed, and again when all answers are in.',
    waiting:
      'No referral waits for answers. It does when agencies were asked about the child and one of them has not answered.',
    proposed: 'Nothing is proposed. A proposal stands here until the decision is recorded.',
    overdue: 'No decision is overdue.',
    today: 'No decision is due today.',
  }
  return said[show]
}

function More({ ask, rows, isMore, looked }: TriageProps) {
  const last = rows.at(-1)
  if (!ask.after && !isMore && !looked) return null
  const next = isMore
    ? { after: { day: last?.day ?? '', caseId: last?.case_id ?? '', id: last?.id ?? '' }, text: 'Next page' }
    : looked && { after: looked.until, text: 'Look on' }
  return (
    <Pagination
      label="Pages of referrals"
      {...(ask.after ? { previous: { href: triageHref({ show: ask.show }), text: 'First page' } } : {})}
      {...(next ? { next: { href: triageHref({ ...ask, after: next.after }), text: next.text } } : {})}
    />
  )
}
