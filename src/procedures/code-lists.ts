/**
 * Codes of the Children in Need census (Department for Education, collections to 2026), with our own short labels.
 * The code is what is stored; it is the standard's and never changes. A code that began or ended carries its days.
 */

/** Ethnicity of the child. */
export const ethnicities = {
  WBRI: 'White British',
  WIRI: 'White Irish',
  WIRT: 'Traveller of Irish heritage',
  WOTH: 'Any other White background',
  WROM: 'Gypsy/Roma',
  MWBC: 'White and Black Caribbean',
  MWBA: 'White and Black African',
  MWAS: 'White and Asian',
  MOTH: 'Any other mixed background',
  AIND: 'Indian',
  APKN: 'Pakistani',
  ABAN: 'Bangladeshi',
  AOTH: 'Any other Asian background',
  BCRB: 'Caribbean',
  BAFR: 'African',
  BOTH: 'Any other black background',
  CHNE: 'Chinese',
  OOTH: 'Any other ethnic group',
  REFU: 'Refused',
  NOBT: 'Information not yet obtained',
} as const

/** Disability of the child; NONE stands alone. */
export const disabilities = {
  NONE: 'No disability',
  MOB: 'Mobility',
  HAND: 'Hand function',
  PC: 'Personal care',
  INC: 'Incontinence',
  COMM: 'Communication',
  LD: 'Learning',
  HEAR: 'Hearing',
  VIS: 'Vision',
  BEH: 'Behaviour',
  CON: 'Consciousness',
  AUT: 'Autism',
  DDA: 'Other',
} as const

/** Sex of the child. */
export const sexes = {
  M: 'Male',
  F: 'Female',
  U: 'Not known',
} as const

/** Why a child has no unique pupil number. */
export const upnUnknown = {
  UN1: 'Not of school age',
  UN2: 'Never in a maintained school in England',
  UN3: 'Educated outside England',
  UN4: 'Newly looked after, number not known yet',
  UN5: 'Sources disagree',
  UN6: 'Newly referred, number not known yet',
  UN7: 'Referral without further action',
} as const

/** Who made the referral. */
export const referralSources = {
  '1A': 'Family member, relative or carer',
  '1B': 'Acquaintance, neighbour or child minder',
  '1C': 'The child',
  '1D': 'Another individual',
  '2A': 'School',
  '2B': 'Education service',
  '3A': 'General practitioner',
  '3B': 'Health visitor',
  '3C': 'School nurse',
  '3D': 'Other primary health service',
  '3E': 'Accident and emergency',
  '3F': 'Other health service',
  '4': 'Housing',
  '5A': 'Local authority: social care',
  '5B': 'Local authority: other department',
  '5C': 'Local authority: another authority',
  '6': 'Police',
  '7': 'Other legal agency',
  '8': 'Other',
  '9': 'Anonymous',
  '10': 'Not known',
  '5D': { label: 'Local authority: early help', from: '2022-04-01' },
} as const

/** Main need at the start of the episode. */
export const primaryNeeds = {
  N1: 'Abuse or neglect',
  N2: 'Child’s disability or illness',
  N3: 'Parent’s disability or illness',
  N4: 'Family in acute stress',
  N5: 'Family dysfunction',
  N6: 'Socially unacceptable behaviour',
  N7: 'Low income',
  N8: 'Absent parenting',
  N9: 'Not a child in need',
  N0: 'Not stated',
} as const

/** Why an episode closed. */
export const closureReasons = {
  RC1: 'Adopted',
  RC2: 'Died',
  RC3: 'Child arrangements order',
  RC4: 'Special guardianship order',
  RC5: 'Moved to another authority',
  RC6: 'Moved to adult services',
  RC7: 'Services ended for another reason',
  RC8: 'Closed after assessment, no further action',
  RC9: { label: 'Closed after assessment, referred to early help', from: '2022-04-01' },
} as const

/** Category of a child protection plan. */
export const abuseCategories = {
  NEG: 'Neglect',
  PHY: 'Physical abuse',
  SAB: 'Sexual abuse',
  EMO: 'Emotional abuse',
  MUL: 'More than one category (old code)',
} as const

/** Factors found at the end of an assessment. */
export const assessmentFactors = {
  '1A': 'Alcohol misuse: the child',
  '1B': 'Alcohol misuse: a parent or carer',
  '1C': 'Alcohol misuse: another person in the household',
  '2A': 'Drug misuse: the child',
  '2B': 'Drug misuse: a parent or carer',
  '2C': 'Drug misuse: another person in the household',
  '3A': 'Domestic abuse: the child',
  '3B': 'Domestic abuse: a parent or carer',
  '3C': 'Domestic abuse: another person in the household',
  '4A': 'Mental health: the child',
  '4B': 'Mental health: a parent or carer',
  '4C': 'Mental health: another person in the household',
  '5A': 'Learning disability: the child',
  '5B': 'Learning disability: a parent or carer',
  '5C': 'Learning disability: another person in the household',
  '6A': 'Physical disability or illness: the child',
  '6B': 'Physical disability or illness: a parent or carer',
  '6C': 'Physical disability or illness: another person in the household',
  '7A': 'Young carer',
  '8B': 'Privately fostered: overseas child who intends to return',
  '8C': 'Privately fostered: overseas child who intends to stay',
  '8D': 'Privately fostered: UK child in educational placement',
  '8E': 'Privately fostered: UK child, other family arrangement',
  '8F': 'Privately fostered: other',
  '9A': 'Unaccompanied asylum-seeking child',
  '10A': 'Missing',
  '11A': 'Child sexual exploitation',
  '12A': 'Trafficking',
  '13A': 'Gangs',
  '14A': 'Socially unacceptable behaviour',
  '15A': 'Self-harm',
  '16A': 'Neglect',
  '17A': 'Emotional abuse',
  '18A': { label: 'Physical abuse (old code)', to: '2021-03-31' },
  '19A': { label: 'Sexual abuse (old code)', to: '2021-03-31' },
  '20': 'Other',
  '21': 'No factor found',
  '22A': 'Female genital mutilation',
  '23A': 'Abuse linked to faith or belief',
  '18B': { label: 'Physical abuse by a child', from: '2020-04-01' },
  '18C': { label: 'Physical abuse by an adult', from: '2020-04-01' },
  '19B': { label: 'Sexual abuse by a child', from: '2020-04-01' },
  '19C': { label: 'Sexual abuse by an adult', from: '2020-04-01' },
  '24A': { label: 'Child criminal exploitation', from: '2021-04-01' },
} as const
