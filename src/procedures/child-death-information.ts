/** What each agency that knew the child has on record, on the national forms: without it the review meeting has nothing to go by. */
import { duty } from '../engine/duty.ts'
import { fact } from '../engine/fact.ts'
import { choice, choices, day, narrative, optional, parties, words } from '../engine/field.ts'
import { procedure, turn } from '../engine/procedure.ts'
import { before, localPolicy, promptly } from '../guidance/limits.ts'
import { cdr2018, wt2018 } from '../guidance/sources.ts'
import { deathNotified } from './child-death-notification.ts'
import { promptFor } from './prompt-for.ts'

export const reportingFormsSent = fact('reporting-forms-sent', {
  label: 'Reporting forms sent to agencies',
  happenedOn: 'Day on which they were sent',
  about: [deathNotified.kind],
  fields: {
    asked: parties('Agencies asked', 'agency'),
    answerBy: day('Wanted back by', { ...optional, ahead: true }),
    supplementary: choices(
      'Supplementary forms that this death needs',
      {
        sudden: 'Sudden unexpected death',
        neonatal: 'Neonatal or perinatal',
        asthma: 'Asthma or anaphylaxis',
        drowning: 'Drowning',
        vehicle: 'Traffic',
        fire: 'Fire or burns',
        suicide: 'Suicide or self-harm',
        substance: 'Substances',
        trauma: 'Other trauma',
        cardiac: 'Heart',
        infection: 'Infection',
        none: 'None',
      },
      optional,
    ),
    version: words('Version of the national forms', { ...optional, longest: 40 }),
  },
})

export const reportingFormReturned = fact('reporting-form-returned', {
  label: 'Reporting form returned',
  happenedOn: 'Day on which it came',
  about: [reportingFormsSent.kind],
  fields: {
    answer: choice('What came', { complete: 'The form, complete', part: 'A part of it', nothing: 'Nothing is held' }),
    note: narrative('What is missing', optional),
  },
})

export const careRecordGathered = fact('record-of-care-gathered', {
  label: 'Record of care gathered',
  happenedOn: 'Day on which it was together',
  about: [deathNotified.kind],
  fields: {
    others: choices(
      'Other reviews that feed in',
      {
        incident: 'Patient safety incident',
        perinatal: 'Perinatal mortality',
        disability: 'Learning disability',
        none: 'None',
      },
      optional,
    ),
  },
})

const gathering = "chapter 5, 'Information gathering'; Children Act 2004, section 16N"
const forms = 'chapter 4, reporting forms'

// T5-INF-01: the request sets the time. Whoever is asked must comply.
export const returnReportingForm = duty({
  id: 'return-reporting-form',
  who: 'Each agency asked',
  by: { eachOf: 'asked' },
  must: 'Return the reporting form, by the day that was asked for',
  arisesFrom: reportingFormsSent,
  countsFrom: ({ data }) => (data.answerBy ? { day: data.answerBy } : undefined),
  dischargedBy: [reportingFormReturned],
  dischargedWhen: returned => (returned.data as { answer?: string }).answer !== 'part',
  onlyOwn: true,
  cites: ['WT18-5.1-07', 'WT18-5.7-01', 'T5-INF-01'],
  editions: [
    {
      edition: 'wt2018',
      within: before('the end of the day that the request names'),
      force: 'must',
      source: wt2018.at(gathering),
    },
  ],
})

export const gatherRecordOfCare = duty({
  id: 'gather-record-of-care',
  who: 'The organisation where the child died',
  by: 'owner',
  must: 'Gather the record of care, with what other reviews say',
  arisesFrom: deathNotified,
  dischargedBy: [careRecordGathered],
  cites: ['WT18-5.7-03'],
  editions: [{ edition: 'wt2018', within: promptly(), force: 'should', source: wt2018.at(gathering) }],
})

export const sendReportingForms = duty({
  id: 'send-reporting-forms',
  who: 'Child death review office',
  by: 'child-death-review-partners',
  must: 'Send reporting forms to every agency that knew the child',
  arisesFrom: deathNotified,
  dischargedBy: [reportingFormsSent],
  cites: ['WT18-5.7-01'],
  editions: [
    {
      edition: 'cdr2018',
      within: localPolicy('reporting-forms', 'how soon reporting forms go out'),
      force: 'should',
      source: cdr2018.at(forms),
    },
  ],
})

export const childDeathInformation = procedure({
  id: 'child-death-information',
  label: 'Gathering what is known of a child who died',
  section: '5.7',
  caseKind: 'child-death',
  leads: 'Child death review office',
  takesPart: 'Every agency that knew the child',
  opensWith: [turn(reportingFormsSent)],
  closesWith: [turn(careRecordGathered)],
  reach: 'line',
  facts: [reportingFormsSent, reportingFormReturned, careRecordGathered],
  duties: [sendReportingForms, returnReportingForm, gatherRecordOfCare],
  prompts: [
    promptFor(
      'WT18-5.1-06',
      reportingFormsSent,
      'You may ask any person or body for what the review needs; it goes by the law and not by consent.',
      gathering,
    ),
    promptFor(
      'WT18-5.7-02',
      reportingFormsSent,
      'There is a supplementary form for some kinds of death. National versions change: say which one you sent.',
      forms,
    ),
  ],
})
