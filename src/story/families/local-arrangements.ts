/** The partners’ local arrangements from the autumn of 2018 to today, with a report each year, one of them late. */
import { addDays, type Day } from '../../guidance/days.ts'
import {
  arrangementsChanged,
  arrangementsPublished,
  arrangementsStarted,
  changePublished,
  startPlanned,
} from '../../procedures/arrangements-publication.ts'
import { protocolPublished, protocolReviewed } from '../../procedures/assessment-protocol.ts'
import {
  deathReportPublished,
  deathsCounted,
  footprintConsidered,
  panelReportGiven,
  reviewArrangementsAgreed,
  reviewArrangementsPublished,
  reviewPartnersNamed,
} from '../../procedures/child-death-arrangements.ts'
import { auditHeld, effectivenessJudged, trainingHeld, trainingJudged } from '../../procedures/effectiveness.ts'
import { footprintAgreed, footprintChecked } from '../../procedures/footprint.ts'
import { scrutinyAnswered, scrutinyArranged, scrutinyReported } from '../../procedures/independent-scrutiny.ts'
import { disputeRaised, disputeSettled } from '../../procedures/partnership-dispute.ts'
import { fundingAgreed } from '../../procedures/partnership-funding.ts'
import { revisionBegun, revisionInPlace, roleNamed } from '../../procedures/partnership-leadership.ts'
import { agenciesSelected, educationInvolved, expectationsTold } from '../../procedures/relevant-agencies.ts'
import { arrangementsAgreed, leadNamed, partnersNamed } from '../../procedures/safeguarding-partners.ts'
import { thresholdPublished, thresholdReviewed } from '../../procedures/threshold-document.ts'
import {
  yearlyReportDrafted,
  yearlyReportPublished,
  yearlyReportScrutinised,
  yearlyReportSent,
} from '../../procedures/yearly-report.ts'
import { agencies } from '../cast.ts'
import type { Life, Lifeline, Today } from '../life.ts'
import { workday } from '../workdays.ts'
import { openMatter } from './matter.ts'

const byHand = { by: 'noor' } as const

/** Days on which the yearly report came out; from 2026 on, in September. In 2021 it was six weeks late. */
const reportDays: Readonly<Record<number, Day>> = {
  2020: '2020-08-28',
  2021: '2021-10-11',
  2022: '2022-10-03',
  2023: '2023-09-25',
  2024: '2024-09-16',
  2025: '2025-09-08',
}

/** Everything the partners agreed, published and reported, as the office keeps it. */
export function localArrangements(today: Today): Lifeline {
  const life = openMatter('arrangements', today, '2018-10-01', {
    name: 'Harrowmere safeguarding children arrangements',
    about: 'What the council, health and the police agreed in place of the old board, and what has become of it.',
  })
  const named = life.record(partnersNamed, '2018-10-01', {
    who: 'Harrowmere Council; the health commissioner; Westmarch Police',
  })
  begun(life, named)
  reported(life, today)
  deathsReviewed(life, today)
  return life.end()
}

function begun(life: Life, named: string): void {
  const of = { about: named }
  for (const [partner, person] of [
    ['authority', 'Chief executive, for whom the director of children’s services speaks'],
    ['health', 'Accountable officer, for whom the director of nursing speaks'],
    ['police', 'Chief constable, for whom the head of public protection speaks'],
  ])
    life.record(leadNamed, '2018-11-12', { partner, person }, of)
  const footprint = life.record(footprintAgreed, '2018-12-03', { form: 'single', areas: 'Harrowmere' }, of)
  life.record(footprintChecked, '2018-12-10', { result: 'covered' }, { about: footprint })
  const agreed = life.record(
    arrangementsAgreed,
    '2019-03-18',
    {
      joint: 'Three partners, one office, decisions by all three or not at all.',
      leadership: 'The chair goes round every two years.',
      lessons: 'One group reads reviews and says what changes; it meets each month.',
      boards: ['wellbeing', 'adults', 'community'],
    },
    of,
  )
  life.record(
    fundingAgreed,
    '2019-04-01',
    {
      year: '2019 to 2020',
      for: ['running', 'training', 'reviews'],
      shares: 'Council half; health and police a quarter each.',
    },
    of,
  )
  const selected = life.record(
    agenciesSelected,
    '2019-05-13',
    {
      kinds: ['school', 'health', 'probation', 'charities'],
      named: [
        agencies.linden.id,
        agencies.crossways.id,
        agencies.hospital.id,
        agencies.probation.id,
        agencies.youth.id,
      ],
      why: 'Those whom children here meet most, and those who were missing from the last three reviews.',
    },
    of,
  )
  life.record(
    expectationsTold,
    '2019-05-20',
    { words: 'Two pages, sent and read out at the first meeting.' },
    { about: selected },
  )
  life.record(
    educationInvolved,
    '2019-05-20',
    { settings: ['early-years', 'maintained', 'academy'], lead: 'Two heads, elected each year' },
    of,
  )
  life.record(startPlanned, '2019-05-20', { plannedFor: '2019-09-02' }, { about: agreed })
  const published = life.record(
    arrangementsPublished,
    '2019-06-24',
    {
      points: Array.from({ length: 17 }, (_, at) => `P${at + 1}`),
      place: 'The partnership’s page, and paper in libraries',
      version: '1',
    },
    { about: agreed },
  )
  life.record(arrangementsStarted, '2019-09-02', {}, { about: published })
  const threshold = life.record(
    thresholdPublished,
    '2019-09-02',
    {
      contents: ['early-help', 'levels', 'procedures'],
      version: 'Right Help, Right Time, 4th edition',
      place: 'The partnership’s page',
      reviewOn: '2022-09-01',
    },
    of,
  )
  life.record(
    thresholdReviewed,
    '2022-08-22',
    { found: 'Front-door staff asked for shorter words. Done.' },
    { about: threshold },
  )
  const protocol = life.record(
    protocolPublished,
    '2019-09-02',
    {
      contents: ['together', 'family', 'reviews', 'care'],
      version: 'Assessing together',
      place: 'The partnership’s page',
      reviewOn: '2022-09-01',
    },
    of,
  )
  life.record(
    protocolReviewed,
    '2022-09-05',
    { found: 'The ward for young people is added. Two days late: the lead for it was away.' },
    { about: protocol },
  )
  const changed = life.record(
    arrangementsChanged,
    '2022-07-01',
    { from: '2022-07-01', change: 'The integrated care board takes the place of the clinical commissioning group.' },
    { about: published },
  )
  life.record(changePublished, '2022-07-11', { inReport: 'Report of 2022' }, { about: changed })
  revised(life, named)
}

/** In 2024 the partners took up the leads and the chair of the guidance of 2023. */
function revised(life: Life, named: string): void {
  const begun = life.record(
    revisionBegun,
    '2024-02-05',
    { edition: 'wt2023', plan: 'The office rewrites the arrangements; the two elected heads read each draft.' },
    { about: named },
  )
  for (const [on, role, partner, person] of [
    ['2024-03-04', 'lead', 'authority', 'Chief executive of the council'],
    ['2024-03-04', 'lead', 'health', 'Chief executive of the integrated care board'],
    ['2024-03-04', 'lead', 'police', 'Chief constable'],
    ['2024-04-15', 'delegated', 'authority', 'Director of children’s services'],
    ['2024-04-15', 'delegated', 'health', 'Director of nursing'],
    ['2024-05-13', 'delegated', 'police', 'Head of public protection'],
    ['2024-07-01', 'chair', 'health', 'Director of nursing, for two years'],
  ] as const)
    life.record(roleNamed, on, { role, partner, person }, { about: begun })
  life.record(
    revisionInPlace,
    '2024-11-25',
    { has: ['lead', 'delegated', 'chair', 'education'], place: 'The partnership’s page' },
    { about: begun },
  )
}

function reported(life: Life, today: Today): void {
  const scrutiny = life.record(scrutinyArranged, '2019-06-10', {
    form: 'person',
    who: 'Maud Ferrier, who works for none of the partners',
    plan: 'Three visits a year, one of them unannounced; she reads the report before it comes out.',
  })
  for (let year = 2020; ; year++) {
    const on = reportDays[year] ?? workday(`${year}-09-0${year === 2026 ? 2 : 1}`)
    if (on > today.day) break
    const drafted = life.record(yearlyReportDrafted, workday(addDays(on, -60)), { period: `${year - 1} to ${year}` })
    life.record(
      yearlyReportScrutinised,
      workday(addDays(on, -32)),
      { comments: year === 2021 ? 'Too much of what was done, too little of what it changed.' : undefined },
      { about: drafted },
    )
    const report = life.record(yearlyReportPublished, on, {
      has: ['impact', 'progress', 'reviews', 'voices', 'changes'],
      period: `${year - 1} to ${year}`,
      place: 'The partnership’s page',
    })
    life.record(yearlyReportSent, addDays(on, year === 2023 ? 16 : 3), { to: ['panel', 'centre'] }, { about: report })
    life.record(effectivenessJudged, workday(addDays(on, -90)), {
      from: ['figures', 'audits', 'voices'],
      found: year === 2021 ? 'Children say that they tell their story to too many people.' : undefined,
    })
  }
  const found = life.record(
    scrutinyReported,
    workday(addDays(today.day, -48)),
    {
      findings:
        'Partners answer one another quickly at the top and slowly in the middle. Strategy discussions at weekends wait for health.',
      recommendations: 'One telephone number for health at weekends.',
    },
    { about: scrutiny },
  )
  life.record(
    scrutinyAnswered,
    workday(addDays(today.day, -20)),
    {
      owner: [agencies.hospital.id],
      doneBy: addDays(today.day, 40),
      answer: 'Agreed. The hospital’s switchboard will hold the list.',
    },
    { about: found },
  )
  // The newest scrutiny has no answer yet.
  life.record(
    scrutinyReported,
    workday(addDays(today.day, -9)),
    { findings: 'Unannounced visit to the front door: calm, warm, four people short.' },
    { about: scrutiny },
  )
  const dispute = life.record(disputeRaised, workday(addDays(today.day, -130)), {
    with: [agencies.police.id],
    issue: 'Who pays for the analyst. Two months of figures are missing meanwhile.',
  })
  life.record(
    disputeSettled,
    workday(addDays(today.day, -101)),
    { outcome: 'Shared by three for two years.' },
    { about: dispute },
  )
  const training = life.record(trainingHeld, workday(addDays(today.day, -70)), {
    course: 'Bruises in babies who do not crawl yet',
    agencies: [agencies.council.id, agencies.community.id, agencies.police.id, agencies.linden.id],
  })
  life.record(
    trainingJudged,
    workday(addDays(today.day, -12)),
    { effect: 'practice', evidence: 'Ten records before and ten after: the body map is there in nine.' },
    { about: training },
  )
  life.record(auditHeld, workday(addDays(today.day, -33)), {
    theme: 'What the last two reviews asked for',
    ofReviews: true,
    found: 'Six of eight hold. Two have faded since the people left who knew why.',
  })
}

function deathsReviewed(life: Life, today: Today): void {
  const named = life.record(
    reviewPartnersNamed,
    '2018-11-05',
    { who: 'Harrowmere Council and the health commissioner' },
    byHand,
  )
  const agreed = life.record(
    reviewArrangementsAgreed,
    '2019-04-08',
    {
      areas: 'Westmarch: Harrowmere with three neighbours',
      doctor: 'Dr Noor Salt',
      members: [
        'public-health',
        'doctor',
        'social-services',
        'police',
        'safeguarding',
        'primary-care',
        'nursing',
        'lay',
      ],
      funding: 'Council and health, half each',
    },
    { ...byHand, about: named },
  )
  life.record(
    reviewArrangementsPublished,
    '2019-06-24',
    { place: 'The partnership’s page' },
    { ...byHand, about: agreed },
  )
  for (let year = 2020; `${year}-03-30` <= today.day; year++) {
    const on = workday(`${year}-03-2${year === 2022 ? 8 : 3}`)
    const counted = life.record(
      deathsCounted,
      on,
      { reviewed: 54 + ((year * 7) % 13), notified: 60 + ((year * 5) % 11) },
      { ...byHand, about: agreed },
    )
    if (54 + ((year * 7) % 13) < 60)
      life.record(
        footprintConsidered,
        addDays(on, 14),
        { decision: 'stay', reasons: 'Reviewed with three neighbours already; the numbers are small this year.' },
        { ...byHand, about: counted },
      )
    life.record(
      panelReportGiven,
      on,
      {
        period: `${year - 1} to ${year}`,
        learned: year === 2022 ? 'Safer sleep is told well in hospital and seldom again at home.' : undefined,
      },
      { ...byHand, about: agreed },
    )
    life.record(
      deathReportPublished,
      addDays(on, 28),
      { place: 'The partnership’s page' },
      { ...byHand, about: agreed },
    )
  }
}
