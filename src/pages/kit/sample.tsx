// An invented case page, full of the kit's parts: what the tests measure and what one looks at while designing.
import { CaseColumns, NameBand } from './case-frame.tsx'
import { Chronology, type ChronologyEntry } from './chronology.tsx'
import { Button } from './component/button.tsx'
import { Tag } from './component/messages.tsx'
import { type Day, sayDay, sayDue } from './days.ts'
import { DutyRow } from './duty-list.tsx'
import { type PageProps, page } from './layout.tsx'
import { ProcessLine } from './process-line.tsx'
import { Thread } from './thread.tsx'
import type { ThreadInput } from './thread-marks.ts'

export const today = '2026-04-14'

/** What all sample pages have in common. */
export const frame: Omit<PageProps, 'title' | 'children'> = {
  area: 'Brackenshire',
  post: { name: 'Ruth Adeyemi-Sample', role: 'Social worker, Assessment team', href: '/me' },
  signOut: { action: '/sign-out', csrf: 'sample-token' },
  banner: 'story',
  nav: [
    { text: 'What is due', href: '/' },
    { text: 'Find a child', href: '/find' },
    { text: 'Overview', href: '/overview' },
  ],
  links: [
    { text: 'Accessibility', href: '/accessibility' },
    { text: 'How we use what is recorded', href: '/privacy' },
  ],
}

type Happened = [day: Day, what: string, source: string, words: string, latest?: Day | undefined, strand?: number]

const happened: Happened[] = [
  [
    '2025-05-01',
    'Bruise seen by nursery',
    'Little Acorns Nursery',
    'A bruise on the left arm. Aria said “I fell off the bike”.',
    '2025-05-31',
  ],
  [
    '2025-05-19',
    'Advice given to nursery',
    'Children’s social care',
    'No referral was made. The nursery was asked to keep a note of further injuries.',
  ],
  [
    '2026-01-12',
    'Referral received',
    'Little Acorns Nursery',
    'Two marks on Aria’s back, and she was frightened of going home on Friday.',
  ],
  [
    '2026-01-13',
    'Decision on referral',
    'Children’s social care',
    'An assessment will be made. The nursery was told the reason the same day.',
  ],
  [
    '2026-01-15',
    'Child seen',
    'Children’s social care',
    'Aria was seen alone at nursery. She drew her house with four people in it.',
  ],
  [
    '2026-02-02',
    'Parent’s partner identified',
    'Probation',
    'Known to probation in another area; information was asked for.',
  ],
  [
    '2026-02-20',
    'Assessment completed',
    'Children’s social care',
    'Concluded within 28 working days. The plan is support as a child in need.',
  ],
  [
    '2026-03-20',
    'Injury seen in A&E',
    'Brackenshire General Hospital',
    'A fracture of the right wrist. The explanation changed between two accounts.',
  ],
  [
    '2026-03-20',
    'Strategy discussion held',
    'Children’s social care',
    'Section 47 enquiries start jointly with police. Health and nursery took part.',
    undefined,
    1,
  ],
  [
    '2026-03-21',
    'Child protection medical',
    'Brackenshire General Hospital',
    'The pattern does not fit the account that was given.',
    undefined,
    1,
  ],
  [
    '2026-03-24',
    'Police interview',
    'Brackenshire Police',
    'Recorded as held. The content is kept in a restricted part of the record.',
    undefined,
    1,
  ],
  [
    '2026-04-02',
    'Home visit',
    'Children’s social care',
    'Aria seen with her grandmother, where she is staying since 20 March.',
    undefined,
    1,
  ],
]

/** The thread of an invented child. */
export const sampleThread: ThreadInput = {
  today,
  knots: happened.map(([day, label, , , latest, strand = 0], index) => ({
    day,
    latest,
    label,
    href: `#fact-${index + 1}`,
    strand,
  })),
  rings: [
    { day: '2026-04-09', label: 'Core information from probation', href: '/duty/3', overdue: true, strand: 0 },
    { day: '2026-04-15', label: 'Initial child protection conference', href: '/duty/1', overdue: false, strand: 1 },
    { day: '2026-05-06', label: 'Review of the child in need plan', href: '/duty/2', overdue: false, strand: 0 },
    { day: null, label: 'Tell the grandmother of the outcome', href: '/duty/4', overdue: false, strand: 0 },
  ],
  strands: [{ label: 'Child in need' }, { label: 'Section 47 enquiries' }],
}

const entries: ChronologyEntry[] = happened.map(([day, what, source, words, latest], index) => ({
  id: `fact-${index + 1}`,
  day,
  latest,
  what,
  href: `/fact/${index + 1}`,
  source: index === 5 ? `${source} · recorded on ${sayDay('2026-02-11')}, 9 days later` : source,
  tags: index === 10 ? <Tag class="govuk-tag--grey">Restricted</Tag> : undefined,
  children: <p>{words}</p>,
}))

/** A case page. */
export function sampleCase(): string {
  return page({
    ...frame,
    title: 'Aria Fenwick-Sample',
    back: { href: '/', text: 'What is due' },
    keys: { record: '/case/1/record' },
    why: <p>You are Aria’s lead practitioner since 13 January 2026. That you opened this page is recorded.</p>,
    thread: (
      <>
        <NameBand
          name="Aria Fenwick-Sample"
          facts={[
            { term: 'Age', value: '4 (born 2 June 2021)' },
            { term: 'Lead practitioner', value: 'Ruth Adeyemi-Sample, Assessment team' },
            { term: 'Stays with', value: 'Grandmother, Joan Fenwick-Sample' },
            { term: 'NHS number', value: '999 000 0018' },
          ]}
          restrictions="Do not give the grandmother’s address to anyone outside the core group."
          action={<Button href="/case/1/record">Record something</Button>}
        />
        <Thread of="Aria Fenwick-Sample" {...sampleThread} />
      </>
    ),
    children: (
      <>
        <ProcessLine
          label="Section 47 enquiries"
          steps={[
            { label: 'Strategy discussion', state: 'done', note: '20 March 2026', href: '#fact-9' },
            { label: 'Medical', state: 'done', note: '21 March 2026' },
            { label: 'Second strategy discussion', state: 'not-needed' },
            { label: 'Initial conference', state: 'now', note: 'by tomorrow' },
            { label: 'Core group', state: 'ahead', note: '10 working days after' },
            { label: 'Review conference', state: 'ahead', note: '3 months after' },
          ]}
        />
        <CaseColumns
          owed={
            <ul class="gt-duties__list">
              <DutyRow
                who="Core information from probation"
                href="/duty/3"
                must="Answer the request of 2 February"
                by="Brackenshire Probation"
                due={sayDue('2026-04-09', today, 3)}
                isOverdue
              />
              <DutyRow
                who="Initial child protection conference"
                href="/duty/1"
                must="Hold an initial child protection conference"
                by="Children’s social care · you"
                due={sayDue('2026-04-15', today, 1)}
              />
              <DutyRow
                who="Review of the plan"
                href="/duty/2"
                must="Review the child in need plan"
                by="Children’s social care · you"
                due={sayDue('2026-05-06', today, 15)}
              />
              <DutyRow
                who="Tell the grandmother"
                href="/duty/4"
                must="Tell the grandmother of the outcome"
                by="Children’s social care · you"
                due="promptly: no set day"
              />
            </ul>
          }
          happened={<Chronology entries={entries} empty="What is recorded about Aria will stand here." />}
        />
      </>
    ),
  })
}
