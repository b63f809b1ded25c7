/**
 * What somebody saw, heard or was told: a statement of the agency that made it, from a single worry to a pattern over months.
 * It owes nothing by itself. Nobody else sees it until that agency shares it.
 */
import { fact } from '../engine/fact.ts'
import { choice, choices, narrative, optional, words } from '../engine/field.ts'
import { caseKinds, procedure } from '../engine/procedure.ts'
import { wt2018dec2020 } from '../guidance/sources.ts'
import { promptFor } from './prompt-for.ts'

export const observationRecorded = fact('observation-recorded', {
  label: 'Worry or observation recorded',
  happenedOn: 'Day it was seen, heard or told',
  time: 'asked',
  fields: {
    about: choices(
      'What it is about',
      {
        injury: 'A mark, an injury or pain',
        said: 'Something the child said',
        behaviour: 'How the child behaved',
        home: 'Home or family',
        attendance: 'Absence, or being missing',
        health: 'Health, food, clothes or sleep',
        online: 'Something online',
        people: 'Somebody around the child',
        other: 'Something else',
      },
      optional,
    ),
    seen: narrative('What you saw or heard: what happened, not what you make of it'),
    ownWords: narrative('In the child’s own words', optional),
    how: choice(
      'How the child told it',
      { speech: 'By speaking', drawing: 'By drawing', play: 'In play', sign: 'By signing', writing: 'In writing' },
      optional,
    ),
    present: words('Who else was there', optional),
    done: narrative('What you did about it, and whom you told', optional),
  },
})

export const observation = procedure({
  id: 'observation',
  label: 'Worries and observations',
  section: '1.6',
  caseKind: caseKinds,
  leads: 'Whoever is in contact with the child',
  takesPart: 'Nobody else, until it is shared',
  opensWith: [],
  closesWith: [],
  facts: [observationRecorded],
  duties: [],
  prompts: [
    promptFor(
      'WT18-1.5-02',
      observationRecorded,
      'Is the child suffering significant harm, or likely to? Refer at once. Anybody may.',
      "chapter 1, 'Referral' (J18 p.16; D20 p.17)",
      { cites: ['T1-REF-06'] },
    ),
    promptFor(
      'WT18-1.6-06',
      observationRecorded,
      'Do not count on somebody else to pass it on: whom have you told?',
      "chapter 1, 'Information sharing' (J18 pp.18-20; D20 pp.18-21)",
    ),
    promptFor(
      'WT18-1.5-11',
      observationRecorded,
      'Has the child been admitted to a mental health unit? Record the admission: whether to refer is then weighed.',
      "chapter 1, 'Referral' (D20 p.18)",
      { cites: ['T1-REF-05'], document: wt2018dec2020 },
    ),
  ],
})
