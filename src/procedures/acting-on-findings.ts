/** What reviews, here and elsewhere, found: each recommendation with who acts on it, by when, and what became of it. */
import { duty } from '../engine/duty.ts'
import { fact } from '../engine/fact.ts'
import { choice, day, narrative, optional, parties, words } from '../engine/field.ts'
import { procedure, turn } from '../engine/procedure.ts'
import { before, localPolicy } from '../guidance/limits.ts'
import { wt2018 } from '../guidance/sources.ts'

export const recommendationDecided = fact('recommendation-decided', {
  label: 'Recommendation taken up or not',
  happenedOn: 'Day of the decision',
  fields: {
    decision: choice('What was decided', { accept: 'Accepted', adapt: 'Adapted', reject: 'Not taken up' }),
    from: words('Review that it comes from', optional),
    owner: parties('Agencies that act', 'agency', optional),
    doneBy: day('To be done by', { ...optional, ahead: true }),
    what: narrative('What is to change, and to what end; if not taken up: why'),
  },
})

export const recommendationActedOn = fact('recommendation-acted-on', {
  label: 'Recommendation acted on',
  happenedOn: 'Day on which it was done',
  about: [recommendationDecided.kind],
  fields: { evidence: narrative('What shows that it makes a difference to children', optional) },
})

export const recommendationAudited = fact('recommendation-audited', {
  label: 'Change looked at again',
  happenedOn: 'Day on which it was looked at',
  about: [recommendationDecided.kind, recommendationActedOn.kind],
  fields: {
    found: choice('What was found', { holds: 'It holds', fades: 'It fades', 'not-done': 'It was not done' }),
    note: narrative('What is done about it', optional),
  },
})

const improving = "chapter 4, 'Actions in response to local and national reviews'"

export const actOnRecommendation = duty({
  id: 'act-on-recommendation',
  who: 'Each agency that was to act',
  by: { eachOf: 'owner' },
  must: 'Act on the recommendation, by the day that was set',
  arisesFrom: recommendationDecided,
  when: ({ data }) => data.decision !== 'reject',
  countsFrom: ({ data }) => (data.doneBy ? { day: data.doneBy } : undefined),
  dischargedBy: [recommendationActedOn],
  onlyOwn: true,
  cites: ['WT18-4.7-01'],
  editions: [
    {
      edition: 'wt2018',
      within: before('the end of the day that was set'),
      force: 'should',
      source: wt2018.at(improving),
    },
  ],
})

export const auditRecommendation = duty({
  id: 'look-again-at-change',
  who: 'Safeguarding partners',
  by: 'safeguarding-partners',
  must: 'Look again whether the change holds',
  arisesFrom: recommendationActedOn,
  dischargedBy: [recommendationAudited],
  reach: 'line',
  cites: ['WT18-4.7-01'],
  editions: [
    {
      edition: 'wt2018',
      within: localPolicy('audit-of-recommendations', 'when a change is looked at again'),
      force: 'should',
      source: wt2018.at(improving),
    },
  ],
})

export const actingOnFindings = procedure({
  id: 'acting-on-findings',
  label: 'Acting on findings',
  section: '4.7',
  caseKind: ['incident', 'national-review'],
  leads: 'Safeguarding partners',
  takesPart: 'The agencies that act',
  opensWith: [turn(recommendationDecided, one => one.data.decision !== 'reject')],
  closesWith: [turn(recommendationAudited, one => one.data.found === 'holds')],
  reach: 'line',
  facts: [recommendationDecided, recommendationActedOn, recommendationAudited],
  duties: [actOnRecommendation, auditRecommendation],
  prompts: [],
})
