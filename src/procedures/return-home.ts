/** A child who was looked after goes home: planned, with an assessment before; or not planned, and then the first question is whether it is safe. */
import { duty, type Line } from '../engine/duty.ts'
import { dataOf, fact, type Statement } from '../engine/fact.ts'
import { choice, day, narrative, optional, parties, words, yesNo } from '../engine/field.ts'
import { procedure, turn } from '../engine/procedure.ts'
import { before, promptly } from '../guidance/limits.ts'
import { wt2018 } from '../guidance/sources.ts'
import { childSeen } from './assessment.ts'

export const returnPlanned = fact('return-home-planned', {
  label: 'Return home from care planned',
  happenedOn: 'Day on which it was planned',
  fields: {
    plannedFor: day('Day on which the child is to go home', { ahead: true }),
    status: choice(
      'Legal status',
      { 'care-order': 'Care order', accommodated: 'Accommodated by agreement', remand: 'On remand' },
      optional,
    ),
  },
})

export const returnAssessed = fact('return-home-assessed', {
  label: 'Return home assessed',
  happenedOn: 'Day on which it was finished, while the child was still looked after',
  about: [returnPlanned.kind],
  cites: ['WT18-1.23-05'],
  fields: {
    suitable: choice('May the child go home?', { yes: 'Yes', 'not-yet': 'Not yet', no: 'No' }),
    improved: yesNo('Has what was needed improved?', optional),
    approvedBy: parties('Who approved it', 'post', optional),
    found: narrative('Home and money, and what child and family will need', optional),
  },
})

export const returnedHome = fact('child-returned-home', {
  label: 'Child returned home from care',
  happenedOn: 'Day on which the child went home, or on which it was learnt',
  about: [returnPlanned.kind],
  fields: {
    how: choice('How', { planned: 'As planned', unplanned: 'Not planned' }),
    status: choice(
      'Legal status before',
      {
        'care-order': 'Care order',
        accommodated: 'Accommodated by agreement',
        remand: {
          label: 'On remand',
          hint: 'Record the end of the remand by itself as well: support after it is then considered',
        },
      },
      optional,
    ),
    again: yesNo('Was the child in care before, more than once?', optional),
    told: narrative('What happened', optional),
  },
})

export const safetyAtHomeConsidered = fact('safety-at-home-considered', {
  label: 'Safety at home after an unplanned return considered',
  happenedOn: 'When it was considered',
  time: 'asked',
  about: [returnedHome.kind],
  fields: {
    decision: choice('What follows', {
      enquiry: 'Section 47 enquiries',
      plan: 'A plan for the child at home',
      'no-concern': 'There is no worry',
    }),
    reasons: narrative('Why', optional),
  },
})

export const planAtHomeMade = fact('plan-after-return-made', {
  label: 'Plan after the return home made',
  happenedOn: 'Day on which it was made',
  about: [returnedHome.kind, returnPlanned.kind],
  fields: {
    reviewOn: day('Review', { ...optional, ahead: true }),
    plan: narrative('Aims, services, support, who looks whether it helps', optional),
    family: words('Who told the family what happens and when', optional),
  },
})

const flow = 'chapter 1, Flow chart 6 (J18 pp.53-54; D20 p.57)'
const its = { who: 'Local authority children’s social care', by: 'authority' } as const
type Planned = Statement<typeof returnPlanned.fields>

// T1-RET-02, regulation 39 of the Care Planning Regulations 2010. A day set again takes the place of the one before it.
export const assessReturn = duty({
  ...its,
  id: 'assess-planned-return',
  must: 'Assess home, money and services while the child is still looked after',
  arisesFrom: returnPlanned,
  when: (planned: Planned, line: Line) => line.ofCase(returnPlanned)?.root === planned.root,
  reads: [returnPlanned],
  countsFrom: ({ data }: Planned) => (data.plannedFor ? { day: data.plannedFor } : undefined),
  dischargedBy: [returnAssessed],
  mayPrecede: true,
  reach: 'case',
  cites: ['WT18-1.23-01', 'T1-RET-02'],
  editions: [
    {
      edition: 'wt2018',
      within: before('the child goes home'),
      force: 'must',
      source: wt2018.at(`${flow}; Care Planning Regulations 2010, regulation 39`, { confirmed: true }),
    },
  ],
})

// T1-RET-01.
export const considerSafetyAtHome = duty({
  ...its,
  id: 'consider-safety-after-unplanned-return',
  must: 'Consider at once whether the child is safe, and use section 47 if needed',
  arisesFrom: returnedHome,
  when: ({ data }) => data.how === 'unplanned',
  dischargedBy: [safetyAtHomeConsidered],
  cites: ['WT18-1.23-02', 'T1-RET-01'],
  editions: [
    {
      edition: 'wt2018',
      within: promptly('immediately'),
      force: 'must',
      source: wt2018.at(flow, { confirmed: true }),
    },
  ],
})

// A child under a care order does not go home without this; where one did, it shows.
export const assessReturnUnderOrder = duty({
  ...its,
  id: 'assess-return-under-care-order',
  must: 'Assess as a social worker that what was needed has improved',
  arisesFrom: returnedHome,
  when: ({ data }) => data.status === 'care-order',
  dischargedBy: [returnAssessed],
  dischargedWhen: assessed => dataOf(returnAssessed, assessed)?.improved === true,
  mayPrecede: true,
  reach: 'case',
  cites: ['WT18-1.23-05'],
  editions: [{ edition: 'wt2018', within: before('the child goes home'), force: 'must', source: wt2018.at(flow) }],
})

export const makePlanAtHome = duty({
  ...its,
  id: 'make-plan-after-return',
  must: 'Make a clear plan from what was assessed, reviewed like that of any child in need',
  arisesFrom: returnedHome,
  dischargedBy: [planAtHomeMade],
  mayPrecede: true,
  reach: 'case',
  cites: ['WT18-1.23-03'],
  editions: [{ edition: 'wt2018', within: promptly(), force: 'should', source: wt2018.at(flow, { confirmed: true }) }],
})

export const seeChildAtHome = duty({
  ...its,
  id: 'see-child-after-return',
  must: 'See the child, alone where possible, and hear what the child wants',
  arisesFrom: returnedHome,
  dischargedBy: [childSeen],
  onlyOwn: true,
  reach: 'case',
  cites: ['WT18-1.23-04'],
  editions: [{ edition: 'wt2018', within: promptly(), force: 'should', source: wt2018.at(flow, { confirmed: true }) }],
})

export const returnHome = procedure({
  id: 'return-home',
  label: 'Return home from care',
  section: '1.23',
  caseKind: 'child',
  leads: 'Local authority social worker',
  takesPart: 'Family, independent reviewing officer, agencies',
  opensWith: [turn(returnPlanned), turn(returnedHome)],
  closesWith: [turn(planAtHomeMade)],
  facts: [returnPlanned, returnAssessed, returnedHome, safetyAtHomeConsidered, planAtHomeMade],
  duties: [assessReturn, considerSafetyAtHome, assessReturnUnderOrder, makePlanAtHome, seeChildAtHome],
  prompts: [],
})
