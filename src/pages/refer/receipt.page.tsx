/** The receipt of whoever told children's social care of a worry: the reference, what happened to it, and by when what is owed. */

import { isPartner } from '../../access/policy.ts'
import { NotFound } from '../../access/refusals.ts'
import type { Statement } from '../../engine/fact.ts'
import { isOpen } from '../../engine/standing.ts'
import { type DutyRow, type ReadCase, readCase, readNames, standingOf } from '../../ledger/read.ts'
import { type AgencyOfArea, readAgencies } from '../../people/agencies.ts'
import { stages } from '../../procedures/disagreement-facts.ts'
import { type Ladder, laddersOf } from '../../procedures/disagreement-ladder.ts'
import {
  acknowledgeReferral,
  decideOnReferral,
  referralAcknowledged,
  referralDecided,
  referralReceived,
  referrerTold,
} from '../../procedures/referral.ts'
import { nameOfChild, wordsOf } from '../case-file/child.ts'
import { Button } from '../kit/component/button.tsx'
import { Tag } from '../kit/component/messages.tsx'
import { SummaryList } from '../kit/component/summary-list.tsx'
import { sayDay, sayDue, sayTime } from '../kit/days.ts'
import { framed } from '../pipeline/frame.ts'
import type { Answer, Visit } from '../pipeline/page.ts'
import { InDanger } from './questions.tsx'
import { type Status, statusTags, statusWords } from './sent.ts'

type Referral = Statement<typeof referralReceived.fields>
type Decision = Statement<typeof referralDecided.fields>

interface Receipt {
  readonly visit: Visit
  readonly read: ReadCase
  readonly referral: Referral
  readonly authority: AgencyOfArea | undefined
  readonly by: string
}

/** `GET /case/:reference/receipt` */
export async function page(visit: Visit): Promise<Answer> {
  const opened = await visit.read(async ({ client, openCase }) => {
    const found = await openCase(visit.params['reference'] ?? '')
    const read = await readCase(client, found.head, visit.guidance, visit.ledger.dayOf)
    const own = (read.known.byKind.get(referralReceived.kind) ?? []) as unknown as readonly Referral[]
    const referral = own.findLast(one => one.agency === visit.post.agency.id)
    if (!referral || !isPartner(visit.post.role)) throw new NotFound()
    const agencies = await readAgencies(client, found.head.areaId)
    const post = read.entries.find(entry => entry.root === referral.root)?.recordedBy
    const names = await readNames(client, [], post ? [post] : [])
    const who = post ? names.posts.get(post) : undefined
    // A system is called as its post.
    const by = who ? [...new Set([who.name, who.title])].join(', ') : visit.post.agency.name
    return { ...found, read, referral, authority: agencies.find(one => one.isAuthority), by }
  })
  const name = nameOfChild(opened.read)
  return {
    html: framed(visit, {
      title: `Receipt: ${name}`,
      back: { href: `/case/${encodeURIComponent(opened.head.reference)}`, text: name },
      why: <p>{opened.why}</p>,
      children: <ReceiptView visit={visit} {...opened} />,
    }),
  }
}

function ReceiptView({ visit, read, referral, authority, by }: Receipt) {
  const council = authority?.name ?? 'the council'
  const of = (rule: { id: string }) =>
    read.duties.find(row => row.rule === rule.id && row.trigger_root === referral.root)
  const [arrived, decided] = [of(acknowledgeReferral), of(decideOnReferral)]
  const status: Status = decided?.met_by ? 'decided' : arrived?.met_by ? 'acknowledged' : 'sent'
  const decisions = (read.known.byKind.get(referralDecided.kind) ?? []) as unknown as readonly Decision[]
  const decision = decisions.findLast(one => one.about === referral.root)
  const told = read.known.byKind.get(referrerTold.kind)?.findLast(one => {
    return one.agency !== visit.post.agency.id && read.known.chains.get(one.root)?.includes(referral.root)
  })
  const explained = wordsOf(read, told)['explained']
  const acknowledged = read.known.byKind.get(referralAcknowledged.kind)?.findLast(one => {
    return one.agency !== visit.post.agency.id && one.about === referral.root
  })
  const contact = wordsOf(read, told)['contact'] || wordsOf(read, acknowledged)['contact']
  const base = `/case/${encodeURIComponent(read.head.reference)}`
  const sentOn = visit.ledger.dayOf(referral.knownSince)
  return (
    <>
      <h1 class="govuk-heading-l govuk-!-margin-bottom-2">{council} was told</h1>
      <p class="govuk-body-l">
        Your reference is <b>{read.head.reference}</b>. <Tag class={statusTags[status]}>{statusWords[status]}</Tag>
      </p>
      {referral.data.safety === 'in-danger' && <InDanger places={authority ? [{ authority }] : []} />}
      <SummaryList
        rows={[
          { key: 'About', value: nameOfChild(read) },
          { key: 'Sent', value: `${sayDay(sentOn)} at ${sayTime(referral.knownSince)}, by ${by}` },
          { key: 'Has it arrived?', value: <Step row={arrived} visit={visit} done="They said so" /> },
          { key: 'What happens next?', value: <Step row={decided} visit={visit} done="They decided" /> },
          {
            key: 'What they decided',
            value: decision ? (
              <>
                {decision.data.outcome ? referralDecided.fields.outcome.options[decision.data.outcome].label : ''}
                {wordsOf(read, decision as never)['reasons'] && (
                  <p class="gt-as-typed govuk-!-margin-top-1 govuk-!-margin-bottom-0">
                    {wordsOf(read, decision as never)['reasons']}
                  </p>
                )}
              </>
            ) : decided?.met_by ? (
              `${council} has not shared it with you yet. It should tell you what it decided, and why: ring if you hear nothing`
            ) : (
              'Nothing yet'
            ),
          },
          ...(explained ? [{ key: 'What they told you', value: <span class="gt-as-typed">{explained}</span> }] : []),
          {
            key: 'Whom to ring',
            value: `${contact ? `${contact}; or the` : 'The'} front door of ${council}${
              authority?.telephone ? `, ${authority.telephone}` : ''
            }. Give the reference`,
          },
        ]}
      />
      <p class="govuk-body">
        <a class="govuk-link" href={base}>
          Look at your file, and add what you learn
        </a>
      </p>
      <Disagreeing decision={decision} isDecided={status === 'decided'} read={read} base={base} council={council} />
      <p class="govuk-body">If anything changes, or the child is in danger, do not wait for an answer: ring.</p>
    </>
  )
}

interface DisagreeingProps {
  decision: Decision | undefined
  isDecided: boolean
  read: ReadCase
  base: string
  council: string
}

/** The first step of the ladder; and where it stands, for whoever has taken it. */
function Disagreeing({ decision, isDecided, read, base, council }: DisagreeingProps) {
  const own = laddersOf(read.known).filter(({ raised }) => raised.data.decision === 'referral')
  const open = own.some(ladder => !ladder.ended)
  if (!isDecided && own.length === 0) return null
  const on = decision && `&on=${decision.happened.from}`
  return (
    <section aria-labelledby="disagree">
      <h2 class="govuk-heading-m" id="disagree">
        Do you think that this is wrong?
      </h2>
      {own.map(ladder => (
        <p class="govuk-body">
          <a class="govuk-link" href={`${base}/disagreement/${ladder.raised.root}`}>
            You said on {sayDay(ladder.raised.happened.from)} that you disagree
          </a>
          : {sayWhereItStands(ladder)}.
        </p>
      ))}
      {!open && (
        <>
          <p class="govuk-body">
            Say so, and {council} has to answer you. Nobody’s leave is needed. If you are not heard, you can take it
            higher.
          </p>
          <Button href={`${base}/disagreement?decision=referral${on ?? ''}`} class="govuk-button--secondary">
            I disagree
          </Button>
        </>
      )}
    </section>
  )
}

function sayWhereItStands({ ended, present }: Ladder): string {
  if (ended) return ended.how === 'settled' ? 'settled' : 'withdrawn'
  const answered = present.answers.length > 0 ? ', answered' : ', no answer yet'
  return `${stages[present.stage].toLowerCase()}${answered}`
}

/** When something was done; or by when it is owed, and how late it is. */
function Step({ row, visit, done }: { row: DutyRow | undefined; visit: Visit; done: string }) {
  if (!row) return <>Nobody owes you this</>
  if (row.met_from) return <>{`${done} on ${sayDay(row.met_from)}`}</>
  const standing = standingOf(row, visit.today)
  if (!row.due_latest || !isOpen(standing)) return <>Not yet</>
  const late = standing === 'overdue'
  return (
    <>
      {late ? 'Not yet, and it was owed' : 'Owed'} by {sayDay(row.due_latest)}:{' '}
      {sayDue(row.due_latest, visit.today.day)}
      {late && '. Ring them'}
    </>
  )
}
