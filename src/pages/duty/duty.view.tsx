/** One duty as HTML. */
import type { Change, Explanation, Owed, Since } from '../../engine/explain.ts'
import { getEdition } from '../../guidance/editions.ts'
import { isLocal } from '../../guidance/limits.ts'
import { describeSource } from '../../guidance/sources.ts'
import { whyCorrected } from '../../ledger/command.ts'
import type { DutyRow, Names, ReadCase } from '../../ledger/read.ts'
import type { StoredEntry } from '../../ledger/rows.ts'
import { assessmentOfDuty } from '../assessment/of-case.tsx'
import { Button } from '../kit/component/button.tsx'
import { InsetText, Tag } from '../kit/component/messages.tsx'
import { SummaryList } from '../kit/component/summary-list.tsx'
import { Table } from '../kit/component/table.tsx'
import { sayAbout, sayDay } from '../kit/days.ts'
import type { Visit } from '../pipeline/page.ts'
import { isOfEach } from '../record/line-choices.ts'
import { named } from '../record/open-form.ts'
import { WhyLate } from './why-late.tsx'

interface DutyViewProps {
  visit: Visit
  row: DutyRow
  explained: Explanation
  /** How it stands today. */
  words: string
  /** What ended it departs from the guidance. */
  departs: boolean
  /** Entries that the reader may see, by id. */
  visible: ReadonlyMap<string, StoredEntry>
  names: Names
  name: string
  read: ReadCase
  base: string
}

const unseen = 'a record you may not see'

/** The whole explanation. */
export function DutyView(props: DutyViewProps) {
  const { visit, row, explained, words, departs, visible, names, name, read, base } = props
  const { rule, duty, edition, trigger, limit, since, skipped, changes } = explained
  const seesTrigger = visible.has(trigger.root)
  const numberOf = (entry: Change['entry']) =>
    read.known.byRoot.get(entry.root)?.number ?? visible.get(entry.root)?.number ?? entry.number
  const label = (kind: string) => visit.guidance.kinds.get(kind)?.label ?? kind
  const triggerLink = seesTrigger ? (
    <a class="govuk-link" href={`${base}#fact-${trigger.number}`}>
      {label(trigger.kind)}
    </a>
  ) : (
    unseen
  )
  const [first] = rule.dischargedBy
  const assessment = assessmentOfDuty(
    read,
    row,
    rule.dischargedBy.map(({ kind }) => kind),
  )
  const isOfAnother = !duty.met && isOfEach(rule) && row.agency_id !== visit.post.agency.id
  return (
    <>
      <span class="govuk-caption-l">{name}</span>
      <h1 class="govuk-heading-l">{rule.must}</h1>
      {departs && (
        <p class="govuk-body">
          <Tag class="govuk-tag--yellow">Departure</Tag>
        </p>
      )}
      <p class="govuk-body-l">
        {words}
        {isLocal(edition.within) && (
          <>
            {' '}
            <Tag class="govuk-tag--grey">Local policy, not the guidance</Tag>
          </>
        )}
      </p>
      {row.remark && <InsetText>{row.remark}</InsetText>}
      {isOfAnother && <p class="govuk-body">Only {names.agencies.get(row.agency_id)} can do this.</p>}
      {!duty.met && first && !isOfAnother && (
        <Button
          href={
            first.apart
              ? '/break-glass'
              : `${base}/record/${first.kind}?${named.answers}=${encodeURIComponent(duty.id)}`
          }
        >
          Record: {first.label}
        </Button>
      )}
      {assessment && (
        <p class="govuk-body">
          <a class="govuk-link" href={`${base}/assessment/${assessment}`}>
            Open the assessment
          </a>
        </p>
      )}
      <WhyLate {...{ visit, row, read, names }} />
      <h2 class="govuk-heading-m">How the day is worked out</h2>
      <SummaryList
        rows={[
          {
            key: 'Because of',
            value: (
              <>
                {triggerLink}, {sayWhen(trigger.happened)}
              </>
            ),
          },
          { key: 'Counted from', value: duty.due ? sayWhen(duty.from) : 'No clock runs' },
          { key: 'Limit', value: limit },
          since.length > 0 && { key: 'Since', value: since.map(one => <Decided since={one} />) },
          { key: 'Days not counted', value: skipped.length === 0 ? 'None' : <Skipped skipped={skipped} /> },
          { key: 'Due', value: dueInWords(row) },
          { key: 'Met by', value: rule.dischargedBy.map(kind => kind.label).join(' · ') },
          { key: 'Known since', value: sayDay(visit.ledger.dayOf(duty.knownSince)) },
          { key: 'Who', value: [rule.who, names.agencies.get(row.agency_id)].filter(Boolean).join(' · ') },
        ]}
      />
      <h2 class="govuk-heading-m">Where it is written</h2>
      <SummaryList
        rows={[
          { key: 'Source', value: describeSource({ ...edition.source, confirmed: true }) },
          rule.cites.length > 0 && {
            key: 'Edition',
            value: (
              <>
                {getEdition(edition.edition).title}
                {duty.inherited && ', carried on by the edition in force on that day'}
              </>
            ),
          },
          {
            key: 'Force',
            value:
              edition.force === 'must' ? 'Must: law' : 'Should: statutory guidance, departed from only with a reason',
          },
          {
            key: 'Checked',
            value: edition.source.confirmed
              ? 'Confirmed from a source at hand'
              : `Not confirmed yet: to be checked against the published ${rule.cites.length > 0 ? 'guidance' : 'law'}`,
          },
          {
            key: 'Requirement',
            value: rule.cites.join(', ') || 'None of the guidance: this is law beside it',
          },
        ]}
      />
      <p class="govuk-body">
        <a class="govuk-link" href={`/guidance/procedure/${visit.guidance.procedureOf.get(rule.id)?.id}#${rule.id}`}>
          Which edition says what
        </a>
      </p>
      <h2 class="govuk-heading-m">What changed it, when and why</h2>
      <Table
        firstCellIsHeader
        head={['Recorded on', 'By which record and why', 'What it changed'].map(content => ({ content }))}
        rows={changes.map(change => [
          { content: sayDay(change.entry.recordedOn) },
          {
            content: visible.has(change.entry.id) ? (
              <>
                {acts[change.entry.act]}
                <a class="govuk-link" href={`${base}#fact-${numberOf(change.entry)}`}>
                  {label(change.entry.kind)}
                </a>
                <WhyChanged entry={visible.get(change.entry.id)} read={read} names={names} />
              </>
            ) : (
              `Changed by ${unseen}`
            ),
          },
          { content: changeInWords(change) },
        ])}
      />
    </>
  )
}

/** Why an entry was corrected or struck out, and by whom; as far as the reader may see the entry. */
function WhyChanged({
  entry,
  read,
  names,
}: { entry: StoredEntry | undefined } & Pick<DutyViewProps, 'read' | 'names'>) {
  if (!entry) return null
  const words = read.words.get(entry.id)
  const why = words?.[whyCorrected] ?? (entry.act === 'strike-out' ? words?.['reason'] : undefined)
  const by = entry.recordedBy ? names.posts.get(entry.recordedBy) : undefined
  return (
    <>
      {why && (
        <>
          <br />
          {why}
        </>
      )}
      {by && (
        <>
          <br />
          <span class="gt-quiet">{by.name}</span>
        </>
      )}
    </>
  )
}

/** From which decision on it is so: the area's own, or that of a government. */
function Decided({ since }: { since: Since }) {
  switch (since.by) {
    case 'local-policy':
      return (
        <>
          {since.isSet ? 'Since the area’s policy of' : 'Without a number since the area’s policy of'}{' '}
          {sayDay(since.from)}. The day on which it arose decides which policy counts.
        </>
      )
    case 'commencement':
      return (
        <>
          Since {sayDay(since.from)}, when section {since.provision.split('-s')[1]} of the{' '}
          {getEdition('cwsa2026').title} came into force.
        </>
      )
    case 'arrangements':
      return (
        <>
          {since.is === 'board' ? 'Before' : 'After'} the area’s own{' '}
          {since.of === 'safeguarding' ? 'safeguarding' : 'child death review'} arrangements began
          {since.from ? ` on ${sayDay(since.from)}` : ': no day is recorded, so 29 September 2019 counts'}.
        </>
      )
  }
}

function Skipped({ skipped }: { skipped: Explanation['skipped'] }) {
  return (
    <ul class="govuk-list govuk-!-margin-bottom-0">
      {skipped.map(({ day, reason }) => (
        <li>
          {sayDay(day)}: {reason}
        </li>
      ))}
    </ul>
  )
}

const acts: Readonly<Record<Change['entry']['act'], string>> = {
  record: '',
  correct: 'Correction: ',
  'strike-out': 'Struck out: ',
  disagree: 'Disagreement: ',
  redact: 'Words taken away: ',
  dispose: 'Disposed of: ',
}

function sayWhen({ from, to }: { from: string; to: string }): string {
  return from === to ? sayDay(from) : sayAbout(from, to)
}

function dueInWords(row: DutyRow): string {
  if (row.due_latest === null) return 'No day: it is to be done promptly, and ages until it is'
  const day =
    row.due_earliest === row.due_latest
      ? sayDay(row.due_latest)
      : `between ${sayDay(row.due_earliest ?? '')} and ${sayDay(row.due_latest)}`
  if (row.due_latest_at === null) return day
  return `${day}, ${new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', hour: '2-digit', minute: '2-digit' }).format(row.due_latest_at)}`
}

function changeInWords({ was, is }: Change): string {
  if (!was && is)
    return `Owed${is.latest ? `, due on ${sayDay(is.latest)}` : ''}${is.met ? `, and met on ${sayDay(is.met)}` : ''}`
  if (!is) return 'No longer owed'
  const said: string[] = []
  if (was) {
    said.push(...moved('Counted from', was.from, is.from), ...moved('Due', was.latest, is.latest))
    said.push(...happened('met', was, is), ...happened('lapsed', was, is))
  }
  return said.join('; ') || 'Nothing that shows'
}

function moved(what: string, was: string | null, is: string | null): string[] {
  if (was === is) return []
  return [`${what}: ${was ? sayDay(was) : 'no day'} became ${is ? sayDay(is) : 'no day'}`]
}

function happened(what: 'met' | 'lapsed', was: Owed, is: Owed): string[] {
  if (was[what] === is[what]) return []
  const word = what === 'met' ? 'Met' : 'Ended without being met'
  return [is[what] ? `${word} on ${sayDay(is[what])}` : what === 'met' ? 'Open again' : 'Stands again']
}
