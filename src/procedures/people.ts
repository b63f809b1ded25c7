/** Facts about the child and the people around the child: dated, owned and corrected like any other. Clocks may depend on them. */

import { fact } from '../engine/fact.ts'
import { choice, choices, day, words, yesNo } from '../engine/field.ts'
import { procedure } from '../engine/procedure.ts'
import { addDays, type Day } from '../guidance/days.ts'
import { disabilities, ethnicities, sexes, upnUnknown } from './code-lists.ts'

export const childNamed = fact('child-named', {
  label: 'Child’s name recorded',
  happenedOn: 'Day from which the name is used, or on which it was learnt',
  fields: {
    forenames: words('First names', {
      optional: true,
      hint: 'Leave empty where it is not known yet, for example before birth',
    }),
    surname: words('Last name'),
  },
})

export const childBorn = fact('child-born', {
  label: 'Child born',
  happenedOn: 'Date of birth',
  fields: { sex: choice('Sex', sexes, { optional: true }) },
})

export const birthExpected = fact('birth-expected', {
  label: 'Birth expected',
  happenedOn: 'Day the expected date was learnt',
  fields: { expectedOn: day('Expected date of birth', { ahead: true }) },
})

/** No pregnancy is expected to end later than so many days after today, and none still to end earlier than so many before. */
const longestWait = 300
const longestOver = 60

/** Whether a birth can still be expected on that day. */
export function mayBeExpected(on: Day, today: Day): boolean {
  return on <= addDays(today, longestWait) && on >= addDays(today, -longestOver)
}

export const childIdentified = fact('child-identified', {
  label: 'Identifier recorded',
  happenedOn: 'Day the identifier was learnt',
  fields: {
    scheme: choice('Kind of identifier', {
      'nhs-number': 'NHS number',
      upn: 'Unique pupil number',
      'former-upn': 'Former unique pupil number',
      'la-child-id': 'Local authority’s own number',
    }),
    identifier: words('Identifier', { longest: 40, optional: true }),
    upnUnknown: choice('If there is no unique pupil number: why', upnUnknown, { optional: true }),
  },
})

export const childDescribed = fact('child-described', {
  label: 'Ethnicity, disability and sex recorded',
  happenedOn: 'Day it was learnt',
  fields: {
    ethnicity: choice('Ethnicity', ethnicities, { optional: true }),
    disabilities: choices('Disabilities', disabilities, { optional: true }),
    sex: choice('Sex', sexes, { optional: true }),
  },
})

export const addressKnown = fact('address-known', {
  label: 'Address recorded',
  happenedOn: 'Day from which the child lives there, or on which it was learnt',
  fields: {
    address: words('Address', { optional: true }),
    postcode: words('Postcode', { optional: true, longest: 10 }),
  },
})

export const personConnected = fact('person-connected', {
  label: 'Person in the child’s life recorded',
  happenedOn: 'Day from which it is so, or on which it was learnt',
  fields: {
    forenames: words('First names', { optional: true }),
    surname: words('Last name, or what the person is called', {
      hint: 'For example: mother’s new partner, called Daz',
    }),
    relationship: choice('Who this person is to the child', {
      mother: 'Mother',
      father: 'Father',
      'step-parent': 'Step-parent or parent’s partner',
      sibling: 'Brother or sister',
      grandparent: 'Grandparent',
      'other-relative': 'Other relative',
      carer: 'Foster carer or other carer',
      other: 'Somebody else',
    }),
    livesWith: yesNo('Do they live with the child?', { optional: true }),
    parentalResponsibility: yesNo('Do they have parental responsibility?', { optional: true }),
    bornOn: day('Their date of birth', { optional: true }),
  },
})

export const childDied = fact('child-died', {
  label: 'Child died',
  happenedOn: 'Day the child died',
  time: 'asked',
  isFinal: true,
  crossesKinds: true,
  fields: {},
})

export const people = procedure({
  id: 'people',
  label: 'The child and the people around the child',
  section: '0.5',
  caseKind: ['child', 'child-death'],
  leads: 'Whoever learns it',
  takesPart: 'Every agency',
  opensWith: [],
  closesWith: [],
  facts: [
    childNamed,
    childBorn,
    birthExpected,
    childIdentified,
    childDescribed,
    addressKnown,
    personConnected,
    childDied,
  ],
  duties: [],
  prompts: [],
})
