/** What the duties of organisations have in common: the round that asks, and the answer in which an organisation shows how it meets one. */
import { type DutyDefinition, duty } from '../engine/duty.ts'
import { dataOf, fact } from '../engine/fact.ts'
import { choice, choices, day, narrative, optional, parties, words } from '../engine/field.ts'
import { before } from '../guidance/limits.ts'
import { wt2018 } from '../guidance/sources.ts'

/** Kinds of organisation. Those of the first group are named in section 11 of the Children Act 2004. */
export const organisations = {
  authority: 'Local authority, or a district council',
  'health-commissioner': 'Health commissioner: clinical commissioning group, or integrated care board',
  'health-provider': 'NHS trust or other health provider',
  'general-practice': 'GP surgery',
  police: 'Police force, or police and crime commissioner',
  'transport-police': 'British Transport Police',
  probation: 'Probation',
  prison: 'Prison or young offender institution',
  secure: 'Secure estate for children',
  'youth-offending': 'Youth offending team',
  school: 'School',
  college: 'College',
  'early-years': 'Early years and childcare',
  'adult-care': 'Adult social care',
  housing: 'Housing',
  'childrens-home': 'Children’s home',
  immigration: 'Immigration and border bodies',
  cafcass: 'Cafcass',
  mappa: 'MAPPA responsible authority',
  charity: 'Charity, voluntary or faith body',
  private: 'Private organisation',
  sport: 'Sports club or association',
} as const
export type Organisation = keyof typeof organisations

const section11Bodies: readonly Organisation[] = [
  'authority',
  'health-commissioner',
  'health-provider',
  'general-practice',
  'police',
  'transport-police',
  'probation',
  'prison',
  'secure',
  'youth-offending',
]

export const assuranceRoundOpened = fact('assurance-round-opened', {
  label: 'Assurance round opened with an organisation',
  happenedOn: 'Day on which the organisation was asked',
  joins: 'organisation',
  fields: {
    organisation: parties('Organisation', 'agency'),
    kind: choice('What kind it is', organisations),
    answerBy: day('Answer wanted by', { ...optional, ahead: true }),
    period: words('Period', optional),
  },
})

/** Each duty of chapter 2 that a kind of organisation shows how it meets, by a code that is kept for ever. */
const shown = {
  'education-acts': 'Arrangements under the Education Act 2002',
  'education-guidance': 'Keeping children safe in education',
  'school-lead': 'Designated safeguarding lead, and a part in assessments and plans',
  'school-policies': 'Policies that reflect the partners’ procedures',
  'early-years-requirements': 'Safeguarding requirements of the early years foundation stage',
  'early-years-lead': 'Lead practitioner for safeguarding, trained',
  'health-section-11': 'Section 11 in health',
  'designated-professionals': 'Designated professionals in place for the area',
  'health-leadership': 'Leadership of safeguarding, and assurance through contracts',
  'designated-posts': 'Designated doctors and nurses, employed or contracted',
  'named-professionals': 'Named doctor, nurse, midwife or practitioner',
  'named-gp': 'Named GP, and a lead in each surgery',
  'police-section-11': 'Section 11 in the police, as a safeguarding partner',
  'police-practice': 'Recognising, sharing, investigating, taking part',
  'transport-police': 'Children on the railway',
  prisons: 'Prisoners who are a risk, contact and visits, mothers and babies',
  probation: 'Offenders who are a risk, or parents',
  'youth-offending': 'A lead, a part in plans, and watch over children in custody',
  mappa: 'Risk to children in plans for offenders',
  'adult-care': 'Children in the household, and what a parent’s needs mean for them',
  housing: 'Worries seen through contact with families, suitable homes',
  'home-standards': 'Quality standards, risk and placement plans in the home',
  'home-policies': 'Policies on abuse, referral and going missing',
  'home-partners': 'Work with partners and the placing authority',
  'secure-partners': 'Work with partners, youth offending team and placing authority',
  immigration: 'Children’s welfare in immigration and nationality functions',
  'immigration-referrals': 'Referring worries, trafficking and children alone among them',
  cafcass: 'Children in family proceedings',
  'service-families': 'Children of service families here',
  'base-liaison': 'Liaison with a United States base, where there is one',
  'same-arrangements': 'The same arrangements as public bodies',
  'people-know': 'Staff and volunteers know what to do and how to refer',
  'charity-commission': 'Protecting people from harm, and reporting to the Charity Commission',
  'sport-arrangements': 'Arrangements in sport, and work with the partners',
  'sport-standards': 'Standards for safeguarding children in sport',
  'sport-people-know': 'Coaches and volunteers know what to do',
  'staff-competent': 'Staff are competent, inducted and reviewed, and feel able to speak up',
  'allegation-policy': 'A clear written policy on allegations',
  'allegation-process': 'Time limits and support in the process for allegations',
  'designated-officer': 'A designated officer, qualified and experienced',
} as const
export type Shown = keyof typeof shown

export const dutyShown = fact('organisation-duty-shown', {
  label: 'Shown how a duty is met',
  happenedOn: 'Day of the answer',
  about: [assuranceRoundOpened.kind],
  fields: {
    which: choices('Which', shown),
    rating: choice('How it stands', { met: 'Met', partly: 'Partly met', 'not-met': 'Not met' }, optional),
    evidence: narrative('What shows it', optional),
    people: words('Who leads on it', optional),
  },
})

type Opened = { readonly data: { readonly kind?: string; readonly answerBy?: string } }

/** Whether the organisation is named in section 11 of the Children Act 2004. */
export function isSection11({ data }: Opened): boolean {
  return section11Bodies.some(kind => kind === data.kind)
}

interface Ours {
  readonly code: Shown
  /** The kinds of organisation that owe it; every kind where none is named. */
  readonly of?: readonly Organisation[]
  /** As an instruction that begins with "Show". */
  readonly must: string
  readonly force: 'must' | 'should'
  /** Where it is written, in chapter 2 or beside it. */
  readonly at: string
  readonly confirmed?: boolean
  readonly cites: readonly string[]
}

/** A duty of a kind of organisation: in each round it shows how it meets it, by the day that the round names. */
export function organisationDuty({ code, of, must, force, at, confirmed = false, cites }: Ours): DutyDefinition {
  return duty({
    id: `show-${code}`,
    who: of ? of.map(kind => organisations[kind]).join(', ') : 'Every organisation',
    by: { eachOf: 'organisation' },
    must,
    arisesFrom: assuranceRoundOpened,
    when: ({ data }) => !of || of.some(kind => kind === data.kind),
    countsFrom: ({ data }) => (data.answerBy ? { day: data.answerBy } : undefined),
    dischargedBy: [dutyShown],
    dischargedWhen: answer => dataOf(dutyShown, answer)?.which?.includes(code) ?? false,
    onlyOwn: true,
    cites,
    editions: [
      {
        edition: 'wt2018',
        within: before('the end of the day that the round names'),
        force,
        source: wt2018.at(at, { confirmed }),
      },
    ],
  })
}
