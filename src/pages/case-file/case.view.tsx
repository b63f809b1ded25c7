/** The child's file as HTML. */
import { type ActOfAccess, isPartner, may } from '../../access/policy.ts'
import { isOpen } from '../../engine/standing.ts'
import { unruled } from '../../engine/unruled.ts'
import type { LinkRead } from '../../ledger/links.ts'
import type { Names, ReadCase } from '../../ledger/read.ts'
import { kindOfCase } from '../../procedures/case-kinds.ts'
import { childNamed } from '../../procedures/people.ts'
import { Assessments } from '../assessment/of-case.tsx'
import { CensusOnRecorded } from '../census/hint.tsx'
import { hintsOnFile, hintsOnRecord } from '../census/hints-of-file.ts'
import { DocumentLinks } from '../documents/links.tsx'
import { reasonsFor, sayHowLate, sayWhyHref } from '../duty/reasons.ts'
import { EarlyHelps } from '../early-help/of-case.tsx'
import { Held, OtherFiles } from '../holding/notice.tsx'
import { CaseColumns, NameBand } from '../kit/case-frame.tsx'
import { Chronology } from '../kit/chronology.tsx'
import { Button } from '../kit/component/button.tsx'
import { DateInput } from '../kit/component/date-input.tsx'
import { Details, InsetText, NotificationBanner } from '../kit/component/messages.tsx'
import { Pagination } from '../kit/component/pagination.tsx'
import { sayDay } from '../kit/days.ts'
import { ProcessLine } from '../kit/process-line.tsx'
import { sayRestriction } from '../kit/restriction.tsx'
import { Thread } from '../kit/thread.tsx'
import { Meetings } from '../meeting/of-case.tsx'
import type { Visit } from '../pipeline/page.ts'
import type { OtherCase } from '../record/siblings.ts'
import { Feedback } from '../refer/feedback.tsx'
import { ageInWords, detailsOf, nothingShared, peopleAround } from './child.ts'
import { chronologyOf } from './chronology-of-case.tsx'
import type { ShownDuty } from './duties.ts'
import { Owed } from './owed.tsx'
import { stepsOfCase, threadOfCase } from './thread-of-case.ts'

interface CaseViewProps {
  visit: Visit
  read: ReadCase
  names: Names
  duties: readonly ShownDuty[]
  name: string
  isGranted: boolean
  links: readonly LinkRead[]
  together: readonly OtherCase[]
  /** The past day whose knowledge is shown; nothing for now. */
  asKnownOn: string | undefined
}

const entriesOnAPage = 50

/** Everything below the header. */
export function CaseView(props: CaseViewProps) {
  const { visit, read, names, duties, name, isGranted, links, together, asKnownOn } = props
  const today = asKnownOn ?? visit.today.day
  const { head } = read
  const base = `/case/${head.reference}`
  const { label, namedBy, wayLabel } = kindOfCase(head.kind)
  const isOpened = visit.opened.some(({ glass }) => glass !== undefined)
  const mayDo = (act: ActOfAccess) => asKnownOn === undefined && may(visit.post.role, act, 'granted')
  const mayRecord = mayDo('record') || may(visit.post.role, 'answer-access-request', 'granted')
  const reader = { mayDo, isOpened, own: visit.post.agency.id, postId: visit.post.id }
  const about = { read, guidance: visit.guidance, names, reference: head.reference, ...reader }
  const all = chronologyOf(about).toReversed()
  const pages = Math.max(1, Math.ceil(all.length / entriesOnAPage))
  const page = Math.min(Math.max(1, Number(visit.query['page']) || 1), pages)
  // A knot leads to its entry, on whichever page of the chronology that stands.
  const pageOf = new Map(all.map((entry, at) => [entry.id, Math.floor(at / entriesOnAPage) + 1]))
  const hrefOf = (id: string) => (pageOf.get(id) === page ? `#${id}` : `${base}?page=${pageOf.get(id) ?? 1}#${id}`)
  const steps = stepsOfCase({ read, duties, guidance: visit.guidance, today, isGranted })
  const shown = all.slice((page - 1) * entriesOnAPage, page * entriesOnAPage)
  return (
    <>
      {asKnownOn !== undefined && (
        <InsetText>
          This is the file as it was known at the end of {sayDay(asKnownOn)}. What was recorded or corrected later is
          not in it.
        </InsetText>
      )}
      {visit.query['day'] === 'none' && (
        <InsetText>
          That is no day of the past, for example 27 3 2026. This is the file as it is known today. Choose another day
          below.
        </InsetText>
      )}
      <Recorded {...{ visit, read, duties, names }} />
      {asKnownOn === undefined && <Held visit={visit} head={head} />}
      <NameBand
        name={name}
        facts={[
          ...(namedBy === childNamed ? [{ term: 'Age', value: ageInWords(read, today) }] : []),
          ...(head.kind === 'child' ? [] : [{ term: 'What it is', value: label }]),
          {
            term: head.kind === 'child' ? 'Lead social worker' : 'Worker',
            value: head.workerName ?? (asKnownOn === undefined ? 'Nobody is allocated' : 'Not known for that day'),
          },
          ...(head.teamName ? [{ term: 'Team', value: head.teamName }] : []),
          ...detailsOf(read),
          { term: 'File', value: head.reference },
        ]}
        restrictions={sayRestriction(head.restriction)}
        action={
          asKnownOn === undefined && (
            <>
              <a class="govuk-link gt-band__link" href={`${base}/involved`}>
                Who else is involved
              </a>
              <a class="govuk-link gt-band__link" href={`${base}/told`}>
                Who was told what
              </a>
              {mayDo('record') && head.kind === 'child' && (
                <a class="govuk-link gt-band__link" href={`${base}/meeting`}>
                  Call a meeting
                </a>
              )}
              {mayDo('see-census-hints') && head.kind === 'child' && (
                <a class="govuk-link gt-band__link" href={`${base}/census`}>
                  What the census will query ({hintsOnFile(visit, read).length})
                </a>
              )}
              {mayDo('record') && isPartner(visit.post.role) && (
                <a class="govuk-link gt-band__link" href={`${base}/refer`}>
                  Tell the council
                </a>
              )}
              {may(visit.post.role, 'answer-access-request', 'granted') && (
                <a class="govuk-link gt-band__link" href={`${base}/access-request`}>
                  Requests for this record
                </a>
              )}
              {may(visit.post.role, 'hold-disposal', 'granted') && (
                <a class="govuk-link gt-band__link" href={`${base}/retention`}>
                  How long it is kept
                </a>
              )}
              {mayRecord && <Button href={`${base}/record`}>Record something</Button>}
            </>
          )
        }
      />
      <Thread
        of={name}
        todayWord={asKnownOn && sayDay(asKnownOn)}
        {...threadOfCase(read, duties, visit.guidance, today, hrefOf)}
      />
      {steps.length > 0 && (
        <>
          <h2 class="govuk-heading-s govuk-!-margin-bottom-2">
            {head.kind === 'child' ? 'Where the child is in the process' : 'Where it is in the process'}
          </h2>
          <ProcessLine label={wayLabel} steps={steps} />
        </>
      )}
      <People read={read} isGranted={isGranted} />
      {asKnownOn === undefined && <Assessments read={read} />}
      {asKnownOn === undefined && <Meetings read={read} />}
      {asKnownOn === undefined && <EarlyHelps read={read} />}
      {asKnownOn === undefined && <OtherFiles visit={visit} head={head} {...{ links, together }} />}
      <CaseColumns
        owed={
          <Owed
            duties={duties}
            today={today}
            unruled={unruled(read.known, head.kind, visit.guidance)}
            guidance={visit.guidance}
            all={visit.query['duties'] === 'all' ? undefined : `${base}?duties=all#owed`}
          />
        }
        happened={
          <>
            {asKnownOn === undefined && all.length > 0 && <AsDocument base={base} />}
            <Chronology
              entries={shown}
              empty={`What is recorded about ${namedBy === childNamed ? 'the child' : 'it'} will stand here, newest first.`}
            />
            {pages > 1 && <Pages base={base} page={page} pages={pages} />}
          </>
        }
      />
      {asKnownOn === undefined && <AskAsKnown base={base} />}
    </>
  )
}

/** After recording: what the fact met and what it started. */
function Recorded({ visit, read, duties, names }: Pick<CaseViewProps, 'visit' | 'read' | 'duties' | 'names'>) {
  const id = visit.query['recorded']
  const entry = read.entries.find(one => one.id === id)
  if (!entry) return null
  const label = visit.guidance.kinds.get(entry.kind)?.label ?? entry.kind
  const met = duties.filter(duty => duty.row.met_by === entry.root)
  const late = met.filter(duty => duty.standing === 'met-late' && reasonsFor(read, duty.row.id).length === 0)
  const started = duties.filter(duty => duty.row.trigger_root === entry.root && isOpen(duty.standing))
  return (
    <NotificationBanner type="success">
      <p class="govuk-notification-banner__heading">
        {entry.knownSince === null ? 'Recorded' : 'Moved to this file'}: {label}
      </p>
      {met.length > 0 && <p>This met: {met.map(duty => duty.must).join('; ')}.</p>}
      {late.map(duty => (
        <p>
          {met.length === 1 ? 'This' : `“${duty.must}”`} was {sayHowLate(duty.row, duty.rule)}.{' '}
          <a class="govuk-notification-banner__link" href={sayWhyHref(read.head.reference, duty.row.id)}>
            Say why
            {met.length > 1 && <span class="govuk-visually-hidden"> “{duty.must}” was late</span>}
          </a>
        </p>
      ))}
      {started.length > 0 && (
        <ul class="govuk-list govuk-list--bullet">
          {started.map(duty => (
            <li>
              {duty.must}: {duty.words}
            </li>
          ))}
        </ul>
      )}
      <Feedback {...{ visit, read, names }} root={entry.root} />
      <CensusOnRecorded hints={hintsOnRecord(visit, read, entry.root)} />
    </NotificationBanner>
  )
}

function People({ read, isGranted }: Pick<CaseViewProps, 'read' | 'isGranted'>) {
  const people = peopleAround(read)
  // A round or an arrangement is about bodies: that no person is recorded there says nothing.
  if (people.length === 0 && (read.head.kind === 'assurance' || read.head.kind === 'arrangements')) return null
  return (
    <section class="gt-people" aria-labelledby="people">
      <h2 id="people" class="govuk-heading-s govuk-!-margin-bottom-1">
        Who is who
      </h2>
      {people.length === 0 && (
        <p class="gt-empty">
          {!isGranted
            ? nothingShared
            : read.head.kind === 'child' || read.head.kind === 'child-death'
              ? 'Nobody around the child is recorded yet. Parents, partners, brothers and sisters belong here.'
              : 'Nobody is recorded yet. Children affected, and others who have to do with it, belong here.'}
        </p>
      )}
      {people.length > 0 && (
        <ul class="govuk-list">
          {people.map(({ name, who, more, href }) => (
            <li>
              <a class="govuk-link" href={href}>
                {name}
              </a>
              , {who.toLowerCase()}
              {more && ` · ${more}`}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function Pages({ base, page, pages }: { base: string; page: number; pages: number }) {
  const to = (number: number) => `${base}?page=${number}#happened`
  return (
    <Pagination
      items={Array.from({ length: pages }, (_, at) => ({
        number: at + 1,
        href: to(at + 1),
        isCurrent: at + 1 === page,
      }))}
      {...(page > 1 ? { previous: { href: to(page - 1), text: 'Newer' } } : {})}
      {...(page < pages ? { next: { href: to(page + 1), text: 'Older' } } : {})}
    />
  )
}

/** Beside the chronology: the same to print, to send and to write on. */
function AsDocument({ base }: { base: string }) {
  return (
    <p class="govuk-body-s gt-no-print">
      The chronology as a document: <DocumentLinks title="The chronology" href={form => `${base}/chronology.${form}`} />{' '}
      ·{' '}
      <a class="govuk-link" href={`${base}/documents`}>
        Plan, letters and other documents
      </a>
    </p>
  )
}

function AskAsKnown({ base }: { base: string }) {
  return (
    <Details summary="See this file as it was known on a past day">
      <form method="get" action={`${base}/as-known`} novalidate>
        <DateInput id="on" namePrefix="on" legend="On which day?" hint="For example, 27 3 2026" />
        <Button class="govuk-button--secondary">Show</Button>
      </form>
    </Details>
  )
}
