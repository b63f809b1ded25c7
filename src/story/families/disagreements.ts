/** Two disagreements with the council: one that has reached the named professionals, one that was settled between managers. */
import { addDays } from '../../guidance/days.ts'
import { referralDecided } from '../../procedures/referral.ts'
import { conferenceRequested } from '../../procedures/section-47-enquiry.ts'
import { agencies, postOf } from '../cast.ts'
import { type Lifeline, type Today } from '../life.ts'
import { assessed } from '../phases/assessing.ts'
import { referred } from '../phases/beginning.ts'
import { agreed, answered, disagreed, saidHowSafe, tookHigher } from '../phases/disagreeing.ts'
import { discussed, enquired } from '../phases/protecting.ts'
import { see } from '../phases/seeing.ts'
import { workday, workdaysAfter } from '../workdays.ts'
import { begin, bornAgo, crews } from './family.ts'

/**
 * The surgery disagrees: an enquiry into Aaliyah Mirzadeh’s injuries ended without a conference. It has reached the named professionals.
 * An older dispute was settled between managers.
 */
export function disputed(today: Today): Lifeline[] {
  const start = workdaysAfter(today.day, -30)
  const aaliyah = begin({
    ...crews.nadia,
    today,
    key: 'mirzadeh Aaliyah',
    start,
    theme: 'hurt',
    network: ['aldhelm', 'tanyard', 'police', 'community'],
    child: {
      forenames: 'Aaliyah',
      surname: 'Mirzadeh',
      sex: 'F',
      born: bornAgo(today, 4, 280),
      ethnicity: 'APKN',
      mother: 'Rukhsana',
      other: 'Imran',
      school: 'aldhelm',
      surgery: 'tanyard',
    },
    people: [
      {
        forenames: 'Rukhsana',
        surname: 'Mirzadeh',
        relationship: 'mother',
        livesWith: true,
        parentalResponsibility: true,
      },
      {
        forenames: 'Imran',
        surname: 'Mirzadeh',
        relationship: 'father',
        livesWith: true,
        parentalResponsibility: true,
      },
    ],
  })
  referred(aaliyah, start, { from: 'tanyard', decision: 'strategy-discussion', after: 0, without: [] })
  discussed(aaliyah, workdaysAfter(start, 1))
  const enquiry = enquired(aaliyah, workdaysAfter(start, 1), { takes: 10, conference: false })
  const { life } = aaliyah
  life.contest(
    enquiry.id,
    workdaysAfter(enquiry.on, 3),
    'agency',
    'The surgery does not accept “not likely to go on”. There were two earlier attendances with bruises, in the records of a brother under another spelling, which were not before the enquiry.',
    'fay',
  )
  const raised = disagreed(life, workdaysAfter(enquiry.on, 4), {
    by: 'fay',
    decision: 'enquiry',
    decidedOn: enquiry.on,
    withWhom: 'nadia',
    reasons:
      'The enquiry closed before the brother’s records were read. I ask for it to be opened again or for a conference.',
    safety: 'safe',
    safetyHow: 'Aaliyah is at her grandmother’s by agreement, and I see her on Fridays.',
    safetyBy: 'Dr Fay Brightwell, with the grandmother',
  })
  saidHowSafe(life, workdaysAfter(enquiry.on, 4), raised, {
    to: 'tanyard',
    by: 'nadia',
    how: 'She stays with her grandmother. I rang both of them today; nothing changes there without a word to the surgery.',
    safetyBy: 'nadia',
  })
  answered(life, workdaysAfter(enquiry.on, 6), raised, {
    to: 'tanyard',
    by: 'nadia',
    answer: 'upheld',
    reasons:
      'The attendances were looked at as they were filed. Her brother’s are under another name, and I cannot open them.',
  })
  life.record(
    conferenceRequested,
    workdaysAfter(enquiry.on, 6),
    {
      agencies: [agencies.tanyard.id],
      backed: true,
      reasons:
        'Backed by the named nurse, Deborah Kingsnorth. Two injuries of the same kind in two children of one home are not chance until somebody has looked.',
    },
    { by: 'fay' },
  )
  const managers = tookHigher(life, workdaysAfter(enquiry.on, 7), raised, {
    by: 'fay',
    stage: 'managers',
    withWhom: 'bev',
    reasons: 'That the records could not be opened is the reason to open them, not to close the enquiry.',
  })
  answered(life, workdaysAfter(enquiry.on, 9), managers, {
    to: 'tanyard',
    by: 'bev',
    answer: 'compromise',
    reasons: 'We would ask the community health service for the brother’s records, and look again when they are here.',
  })
  tookHigher(life, workdaysAfter(today.day, -2), raised, {
    by: 'fay',
    stage: 'senior',
    withWhom: 'edwin',
    reasons:
      'The records came a week ago and say what I said. Nobody has looked again. Deborah Kingsnorth, the named nurse, takes it on with me.',
  })
  see(aaliyah, workdaysAfter(enquiry.on, 7), { where: 'home', alone: true })
  return [aaliyah.life.end(), settled(today)]
}

function settled(today: Today): Lifeline {
  const start = workday(addDays(today.day, -80))
  const told = begin({
    ...crews.nadia,
    today,
    key: 'pickersley Stanley',
    start,
    theme: 'neglect',
    network: ['linden', 'harbour', 'housing'],
    child: {
      forenames: 'Stanley',
      surname: 'Pickersley',
      sex: 'M',
      born: bornAgo(today, 8, 5),
      ethnicity: 'WBRI',
      mother: 'Carly',
      other: 'Wayne',
      school: 'linden',
    },
    people: [
      {
        forenames: 'Carly',
        surname: 'Pickersley',
        relationship: 'mother',
        livesWith: true,
        parentalResponsibility: true,
      },
    ],
  })
  const first = referred(told, start, { from: 'linden', decision: 'early-help', after: 1, without: [] })
  const { life } = told
  const raised = disagreed(life, workdaysAfter(first.decidedOn, 2), {
    by: 'gwen',
    at: '08:50',
    decision: 'referral',
    decidedOn: first.decidedOn,
    withWhom: 'joss',
    reasons:
      'Early help has been tried with this family and ended in the spring with nothing changed. Stanley is hungry now.',
    safety: 'not-known',
    safetyHow: 'He has a place at breakfast club, and I see him each morning myself. At the weekend nobody sees him.',
    safetyBy: 'Gwen Abara, on school days',
  })
  saidHowSafe(life, workdaysAfter(first.decidedOn, 2), raised, {
    to: 'linden',
    by: 'joss',
    how: 'The family support worker calls on Saturday morning with food, and rings the night team if nobody opens.',
    safetyBy: 'joss',
  })
  answered(life, workdaysAfter(first.decidedOn, 3), raised, {
    to: 'linden',
    by: 'joss',
    answer: 'upheld',
    reasons: 'It does not meet our threshold for an assessment. Early help has a place for them from Monday.',
  })
  const managers = tookHigher(life, workdaysAfter(first.decidedOn, 3), raised, {
    by: 'gwen',
    stage: 'managers',
    withWhom: 'bev',
    reasons: 'It is the same help that failed in the spring. My head teacher and I ask that a manager reads our notes.',
  })
  answered(life, workdaysAfter(first.decidedOn, 5), managers, {
    to: 'linden',
    by: 'bev',
    answer: 'changed',
    reasons:
      'I rang Gwen and read the notes of the spring with her. We had not had them. The referral is opened again.',
  })
  const again = life.record(
    referralDecided,
    workdaysAfter(first.decidedOn, 5),
    {
      outcome: 'section-17-assessment',
      decidedBy: [postOf('bev')],
      reasons:
        'Help that was given and changed nothing is the reason to find out why. To be assessed, with the school’s notes.',
    },
    { by: 'bev', about: first.referral },
  )
  life.share('council', 'linden', [again], workdaysAfter(first.decidedOn, 5), {
    by: 'bev',
    basis: 'ca1989-s17',
    necessity: 'The referrer is told what was decided, and why.',
  })
  agreed(life, workdaysAfter(first.decidedOn, 6), raised, {
    by: 'gwen',
    with: 'bev',
    resolution: 'changed',
    effect: 'Stanley is to be assessed. We go on seeing him each morning, and Nadia comes to the school this week.',
  })
  assessed(told, workdaysAfter(first.decidedOn, 5), workdaysAfter(first.decidedOn, 5), {
    takes: 60,
    outcome: 'child-in-need-plan',
    without: ['told'],
  })
  return told.life.end()
}
