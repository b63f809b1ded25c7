// One picture of who is involved with an adult over several files: the files, then each agency with what each file says of it.

import type { Alike } from '../../ledger/alike-adults.ts'
import type { United } from '../../ledger/same-person.ts'
import { sayKind } from '../../people/agencies.ts'
import { nameOfChild } from '../case-file/child.ts'
import { Styles as ListStyles } from '../due/due.view.tsx'
import { sayRelationship } from '../find/relationship.ts'
import { Details, InsetText } from '../kit/component/messages.tsx'
import { count, sayAge, sayDay } from '../kit/days.ts'
import { RestrictionTag } from '../kit/restriction.tsx'
import { framed } from '../pipeline/frame.ts'
import type { Visit } from '../pipeline/page.ts'
import { OfferedAlike } from './alike.tsx'
import { mostUnfolded, Styles, sayAsOf, Tally, Telephone } from './involved.view.tsx'
import { Mark, stateWords } from './marks.tsx'
import { order, type State } from './picture.ts'
import type { OpenedFile } from './together.page.ts'
import type { AgencyTogether } from './together.ts'

interface Shown {
  readonly person: United
  /** Who may be the same adult on other files, under another name: offered, and not among the files. */
  readonly offered: readonly Alike[]
  /** Those that were opened: not all, where there are many. */
  readonly files: readonly OpenedFile[]
  readonly lines: readonly AgencyTogether<OpenedFile>[]
}

/** The page. */
export function togetherView(visit: Visit, { person, offered, files, lines }: Shown): string {
  const [name = ''] = person.names
  const { day } = visit.today
  const groups = order.map(state => ({ state, lines: lines.filter(line => line.state === state) }))
  const children = (
    <>
      <ListStyles />
      <Styles />
      <span class="govuk-caption-l">
        {person.names.join(', also ')}
        {person.birthDay && `, ${sayAge(person.birthDay, day)} (born ${sayDay(person.birthDay)})`}
      </span>
      <h1 class="govuk-heading-l">Who else is involved, over {count(files.length, 'file')}</h1>
      <InsetText>
        {person.files.length > 1 && (
          <>
            <b>May be the same person.</b> {sayWhy(person)} Nobody has confirmed that it is one person: it may be two.{' '}
          </>
        )}
        {person.birthDay === null && 'No date of birth is recorded. '}Read each file before you act on it.
      </InsetText>
      <h2 class="govuk-heading-m" id="files">
        {count(files.length, 'file')} on which {name} may stand
      </h2>
      <ul class="gt-results" aria-labelledby="files">
        {files.map(file => (
          <FileLine file={file} today={day} />
        ))}
      </ul>
      {files.length < person.files.length && (
        <p class="govuk-body">
          Your post may see {person.files.length} files. Only the first {files.length} are put together here: find the
          others by{' '}
          <a class="govuk-link" href={`/find?${new URLSearchParams({ for: 'involved', q: name })}`}>
            the name
          </a>
          .
        </p>
      )}
      <OfferedAlike {...{ person, offered, today: day }} />
      <h2 class="govuk-heading-m">Agencies over these files</h2>
      <Tally groups={groups} />
      {groups.map(group => group.lines.length > 0 && <Group {...group} files={files} today={day} />)}
      <p class="govuk-body gt-quiet">
        As far as your post may see, on {sayDay(day)}. Files that you may not see, and what another agency has not
        shared with yours, are neither shown nor counted.
      </p>
    </>
  )
  return framed(visit, {
    title: `Who else is involved with ${name}`,
    back: { href: `/find?${new URLSearchParams({ for: 'involved', q: name })}`, text: 'Who else is involved?' },
    why: (
      <p>
        Your post may see each of these files for a reason of its own:{' '}
        {files.map(({ head, read }, at) => (
          <>
            {at > 0 && ', '}
            <a class="govuk-link" href={`/case/${head.reference}/why`}>
              {nameOfChild(read)}
            </a>
          </>
        ))}
        .
      </p>
    ),
    children,
  })
}

/** What the files have in common, so that they are of one person perhaps. */
function sayWhy({ files }: United): string {
  const has = (one: United['files'][number]['by']) => files.some(({ by }) => by === one)
  const near = 'the children live at the same postcode'
  const because =
    has('birth-day') && has('postcode')
      ? `the name is the same, and the date of birth is, or ${near}`
      : has('birth-day')
        ? 'the name and the date of birth are the same'
        : has('postcode')
          ? `the name is the same and ${near}`
          : ''
  const together = because && `These files are put together because ${because}.`
  const beside = has('person') && 'You put a file beside with another name on it, to read them together.'
  return [together, beside].filter(Boolean).join(' ')
}

const besideBy = {
  'birth-day': 'Same name and date of birth',
  postcode: 'Same name and postcode of the child',
  alone: '',
  person: 'Put beside by you',
} as const

function FileLine({ file: { head, read, on }, today }: { file: OpenedFile; today: string }) {
  const child = nameOfChild(read)
  const last = read.entries
    .map(entry => entry.recordedOn)
    .toSorted()
    .at(-1)
  return (
    <li class="gt-result">
      <p class="gt-result__name gt-result__who">
        <a class="govuk-link" href={`/case/${head.reference}/involved`}>
          {child}
        </a>{' '}
        <RestrictionTag restriction={head.restriction} />
      </p>
      <p class="gt-result__who">{on.roles.map(role => sayRelationship(role, child)).join(', ')}</p>
      <p class="gt-result__who gt-result__because">{besideBy[on.by]}</p>
      <p class="gt-result__where gt-quiet">
        <a class="govuk-link" href={`/case/${head.reference}`}>
          File<span class="govuk-visually-hidden"> of {child}</span>
        </a>{' '}
        {head.reference}
        <br />
        {[head.workerName ?? 'Nobody is allocated', head.teamName].filter(Boolean).join(', ')}
        {last && (
          <>
            <br />
            Last record: {sayAsOf(last, today).replace('As of ', '')}
          </>
        )}
      </p>
    </li>
  )
}

interface GroupProps {
  state: State
  lines: readonly AgencyTogether<OpenedFile>[]
  files: readonly OpenedFile[]
  today: string
}

/** Of whom no file knows anything: the same is said of them all, once. */
const unknown: ReadonlySet<State> = new Set(['not-asked', 'not-connected'])

function Group({ state, lines, files, today }: GroupProps) {
  const says = unknown.has(state) && lines.every(line => sayAlike(line) === sayAlike(lines[0])) && sayAlike(lines[0])
  const list = (
    <ul class={`gt-agencies${says ? ' gt-agencies--short' : ''}`}>
      {lines.map(line => (
        <Agency line={line} isShort={Boolean(says)} {...{ files, today }} />
      ))}
    </ul>
  )
  return (
    <section class="gt-involved__group" aria-labelledby={state}>
      <h2 class="govuk-heading-m" id={state}>
        <Mark state={state} /> {stateWords[state]}
      </h2>
      {says && <p class="govuk-body gt-quiet">{says}</p>}
      {says && lines.length > mostUnfolded ? (
        <Details summary={count(lines.length, 'agency', 'agencies')}>{list}</Details>
      ) : (
        list
      )}
    </section>
  )
}

/** What every file says alike; nothing where they differ. */
function sayAlike(line: AgencyTogether<OpenedFile> | undefined): string | undefined {
  const said = new Set(line?.on.map(one => one.line.says.join(' ')))
  return said.size === 1 ? [...said][0] : undefined
}

function Agency({
  line: { agency, state, on },
  isShort,
  today,
}: Omit<GroupProps, 'state' | 'lines'> & { line: AgencyTogether<OpenedFile>; isShort: boolean }) {
  const contacts = new Map(on.map(({ line: { contact } }) => [`${contact.name} ${contact.telephone}`, contact]))
  // Who is named says more than the agency's own number, which stands with them.
  const named = [...contacts.values()].filter(({ name }) => name !== null)
  return (
    <li class={`gt-agency gt-agency--together${state === 'overdue' ? ' gt-agency--overdue' : ''}`}>
      <p class="gt-agency__name">
        <b>{agency.name}</b> <span class="gt-quiet">{sayKind(agency.kind)}</span>
      </p>
      {!isShort && (
        <ul class="gt-agency__files">
          {on
            .filter(({ line }) => !unknown.has(line.state))
            .map(one => (
              <OnFile {...one} today={today} />
            ))}
          {[...unknown].map(each => (
            <NotKnownOn state={each} files={on.filter(({ line }) => line.state === each).map(({ file }) => file)} />
          ))}
        </ul>
      )}
      <div class="gt-agency__ring">
        {(named.length > 0 ? named : [...contacts.values()]).map(({ name, telephone }) => (
          <p>
            {name && (
              <>
                {name}
                <br />
              </>
            )}
            {telephone ? <Telephone number={telephone} /> : 'No telephone number is recorded'}
          </p>
        ))}
      </div>
    </li>
  )
}

function OnFile({
  file,
  line: { state, says, asOf, answer },
  today,
}: AgencyTogether<OpenedFile>['on'][number] & { today: string }) {
  const base = `/case/${file.head.reference}`
  return (
    <li>
      <Mark state={state} />
      <div>
        <p>
          <a class="govuk-link" href={`${base}/involved`}>
            {nameOfChild(file.read)}
          </a>
          : <b>{stateWords[state].toLowerCase()}</b>
          {asOf && <span class="gt-quiet">. {sayAsOf(asOf, today)}</span>}
        </p>
        {says.map(text => (
          <p class="gt-agency__words">{text}</p>
        ))}
        {answer !== null && (
          <p>
            <a class="govuk-link" href={`${base}#fact-${answer}`}>
              Read the answer<span class="govuk-visually-hidden"> about {nameOfChild(file.read)}</span>
            </a>
          </p>
        )}
      </div>
    </li>
  )
}

/** The files that say nothing of an agency, in one line. */
function NotKnownOn({ state, files }: { state: State; files: readonly OpenedFile[] }) {
  if (files.length === 0) return null
  return (
    <li>
      <Mark state={state} />
      <p>
        {new Intl.ListFormat('en-GB').format(files.map(({ read }) => nameOfChild(read)))}:{' '}
        <b>{stateWords[state].toLowerCase()}</b>
      </p>
    </li>
  )
}
