/** Harm that comes to children outside their homes: from people, places, groups, screens. The child is helped, and what is around the child changed. */
import { duty } from '../engine/duty.ts'
import { dataOf, fact } from '../engine/fact.ts'
import { choice, choices, narrative, optional, words, yesNo } from '../engine/field.ts'
import { procedure, turn } from '../engine/procedure.ts'
import { promptly } from '../guidance/limits.ts'
import { act, wt2018, wt2018dec2020 } from '../guidance/sources.ts'
import { promptFor } from './prompt-for.ts'

/** Where it comes from. */
export const contexts = {
  school: 'School or college',
  peers: 'Friends or a group',
  place: 'A place or neighbourhood',
  online: 'Online',
  gangs: 'Gangs or organised crime, county lines',
  'sexual-exploitation': 'Sexual exploitation',
  'criminal-exploitation': 'Criminal exploitation',
  trafficking: 'Trafficking or slavery',
  radicalisation: 'Radicalisation',
} as const

export const outsideRiskSeen = fact('risk-outside-home-seen', {
  label: 'Risk outside the home seen',
  happenedOn: 'Day on which it was seen',
  fields: {
    contexts: choices('Where it comes from', contexts),
    part: choice(
      'The child’s part',
      { harmed: 'Harmed or at risk', 'may-harm': 'Said to harm others', both: 'Both' },
      optional,
    ),
    file: words('File of the place or group, where there is one', { ...optional, longest: 20 }),
    what: narrative('What is known', optional),
  },
})

export const outsideRiskAssessed = fact('risk-outside-home-assessed', {
  label: 'Risk outside the home assessed',
  happenedOn: 'Day on which it was finished',
  about: [outsideRiskSeen.kind],
  fields: {
    next: choices(
      'What follows',
      {
        child: 'A plan for the child',
        context: 'Work with the place, the group or the people',
        enquiry: 'Section 47 enquiries',
        mechanism: 'National Referral Mechanism',
        channel: 'Channel',
      },
      optional,
    ),
    found: narrative('How what is around the child endangers this and other children', optional),
  },
})

export const widerFactorsActedOn = fact('wider-factors-acted-on', {
  label: 'Wider factors acted on',
  happenedOn: 'Day on which it was done',
  about: [outsideRiskAssessed.kind, outsideRiskSeen.kind],
  fields: {
    what: choices(
      'With what',
      { place: 'The place', group: 'The group', people: 'The people who harm', online: 'Online' },
      optional,
    ),
    done: narrative('What was done, and for which other children', optional),
  },
})

export const channelReferred = fact('referred-to-channel', {
  label: 'Referred to the Channel panel',
  happenedOn: 'Day of the referral',
  about: [outsideRiskSeen.kind],
  fields: { consent: yesNo('Does the person, or the parents, agree to support?', optional) },
})

export const channelAssessed = fact('channel-panel-assessed', {
  label: 'Channel panel assessed',
  happenedOn: 'Day of the panel',
  about: [channelReferred.kind],
  fields: {
    outcome: choice('What follows', { support: 'Support', none: 'Nothing further', consent: 'No consent' }, optional),
  },
})

const outside = "chapter 1, 'Contextual safeguarding' (J18 p.22; D20 p.25)"
const renamed = "chapter 1, 'Assessment of risk outside the home' (D20 p.25)"
const its = { who: 'Local authority children’s social care, with its partners', by: 'authority' } as const
const editions = (confirmed: boolean) =>
  [
    { edition: 'wt2018', within: promptly(), force: 'should', source: wt2018.at(outside, { confirmed }) },
    {
      edition: 'wt2018-dec2020',
      within: promptly(),
      force: 'should',
      source: wt2018dec2020.at(renamed, { confirmed }),
      reworded: '“contextual safeguarding” is called assessing risk outside the home',
    },
  ] as const

export const assessOutsideRisk = duty({
  ...its,
  id: 'assess-risk-outside-home',
  must: 'Assess whether what is around the child threatens safety or welfare',
  arisesFrom: outsideRiskSeen,
  dischargedBy: [outsideRiskAssessed],
  cites: ['WT18-1.12-01'],
  editions: editions(true),
})

export const assessChildWhoMayHarm = duty({
  ...its,
  id: 'assess-child-who-may-harm-others',
  must: 'Assess also the child who is said to harm others, and what is around that child',
  arisesFrom: outsideRiskSeen,
  when: ({ data }) => data.part === 'may-harm' || data.part === 'both',
  dischargedBy: [outsideRiskAssessed],
  cites: ['WT18-1.12-02'],
  editions: editions(false),
})

export const actOnWiderFactors = duty({
  ...its,
  id: 'act-on-wider-factors',
  must: 'Act on the place, the group or the people, which threaten other children too',
  arisesFrom: outsideRiskAssessed,
  when: ({ data }) => data.next?.includes('context') ?? false,
  dischargedBy: [widerFactorsActedOn],
  cites: ['WT18-1.12-03'],
  editions: editions(false),
})

// Counter-Terrorism and Security Act 2015, sections 36 to 41: the panel assesses whoever is referred to it.
export const assessInChannel = duty({
  ...its,
  who: 'Channel panel of the local authority',
  id: 'assess-in-channel-panel',
  must: 'Assess how far the person may be drawn into terrorism, and arrange support with consent',
  arisesFrom: channelReferred,
  dischargedBy: [channelAssessed],
  dischargedWhen: assessed => dataOf(channelAssessed, assessed) !== undefined,
  cites: ['WT18-1.12-04'],
  editions: [
    {
      edition: 'wt2018',
      within: promptly(),
      force: 'must',
      source: act('Counter-Terrorism and Security Act 2015', 'sections 36 to 41'),
    },
  ],
})

export const riskOutsideHome = procedure({
  id: 'risk-outside-home',
  label: 'Risk outside the home',
  section: '1.12',
  caseKind: ['child', 'context'],
  leads: 'Children’s social care with police, community safety and education',
  takesPart: 'Child, family, those who run the place, others who know the group',
  opensWith: [turn(outsideRiskSeen)],
  closesWith: [turn(widerFactorsActedOn), turn(outsideRiskAssessed, one => !one.data.next?.includes('context'))],
  facts: [outsideRiskSeen, outsideRiskAssessed, widerFactorsActedOn, channelReferred, channelAssessed],
  duties: [assessOutsideRisk, assessChildWhoMayHarm, actOnWiderFactors, assessInChannel],
  prompts: [
    promptFor(
      'WT18-1.12-03',
      outsideRiskAssessed,
      'A place or a group can have a file of its own: open one, and name it here.',
      outside,
    ),
  ],
})
