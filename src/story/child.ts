/** Invented children and the people around them: names of the many kinds that there are in England, made from a seed. */
import type { Day } from '../guidance/days.ts'
import { addDays, ageOn } from '../guidance/days.ts'
import type { AgencyKey } from './cast.ts'
import { between, type Chance, nhsNumberOf, pick, upnOf, weighed } from './random.ts'
import type { Age } from './words/seeing.ts'

export interface Relative {
  readonly forenames?: string
  readonly surname: string
  readonly relationship:
    | 'mother'
    | 'father'
    | 'step-parent'
    | 'sibling'
    | 'grandparent'
    | 'other-relative'
    | 'carer'
    | 'other'
  readonly livesWith?: boolean
  readonly parentalResponsibility?: boolean
  readonly bornOn?: Day
}

export interface Home {
  readonly address: string
  readonly postcode: string
}

export interface Child {
  readonly forenames: string
  readonly surname: string
  readonly sex: 'M' | 'F'
  /** The birth date; for a child who is not born, the expected one. */
  readonly born: Day
  readonly ethnicity: string
  readonly disabilities?: readonly string[]
  /** Empty where whoever told of the child did not know it. */
  readonly nhsNumber: string
  readonly upn?: string
  readonly home: Home
  readonly relatives: readonly Relative[]
  /** What the parent who cares most is called, and the other adult of whom the sentences speak. */
  readonly mother: string
  readonly other: string
  /** The school, or none for a child who is not at school. */
  readonly school?: AgencyKey
  readonly surgery: AgencyKey
}

interface Kin {
  readonly ethnicities: readonly string[]
  readonly girls: readonly string[]
  readonly boys: readonly string[]
  readonly women: readonly string[]
  readonly men: readonly string[]
  readonly surnames: readonly string[]
}

const kin: readonly (readonly [number, Kin])[] = [
  [
    58,
    {
      ethnicities: ['WBRI'],
      girls: [
        'Poppy',
        'Lacey-Mae',
        'Evie',
        'Maisie',
        'Ruby',
        'Freya',
        'Skye',
        'Tilly',
        'Harriet',
        'Bonnie',
        'Imogen',
        'Keira',
      ],
      boys: [
        'Alfie',
        'Kayden',
        'Toby',
        'Archie',
        'Reggie',
        'Finley',
        'Callum',
        'Riley',
        'Jago',
        'Harvey',
        'Stanley',
        'Corey',
      ],
      women: ['Kelly', 'Donna', 'Stacey', 'Gemma', 'Leanne', 'Hayley', 'Becky', 'Jodie', 'Carly', 'Natalie'],
      men: ['Craig', 'Lee', 'Shaun', 'Ryan', 'Gavin', 'Scott', 'Kev', 'Jamie', 'Wayne', 'Ashley'],
      surnames: [
        'Fettleworth',
        'Hobday',
        'Tranmoor',
        'Garside-Lowe',
        'Pickersley',
        'Wetherden',
        'Stubley',
        'Cawthray',
        'Ormsden',
        'Blackley',
        'Dunsby',
        'Threlfell',
        'Marwick',
        'Sallowby',
        'Penhallick',
        'Rudgeway',
        'Ellersby',
        'Haxworth',
        'Cottam-Rees',
        'Bratherton',
        'Loxwood',
        'Tinsdale',
        'Gorringe-Lacey',
        'Aldbrook',
        'Swaffer',
        'Nuttley',
        'Pinchbold',
        'Whinfield',
      ],
    },
  ],
  [
    9,
    {
      ethnicities: ['APKN', 'AIND', 'ABAN'],
      girls: ['Aaliyah', 'Zoya', 'Simran', 'Nusrat', 'Inaya', 'Meera'],
      boys: ['Ibrahim', 'Yusuf', 'Arjun', 'Rayyan', 'Tahmid', 'Zain'],
      women: ['Shazia', 'Rukhsana', 'Harpreet', 'Farida', 'Nasreen'],
      men: ['Imran', 'Jaspal', 'Tariq', 'Shafiq', 'Naveed'],
      surnames: ['Mirzadeh', 'Chowdhary-Alam', 'Sandhawal', 'Qadiri', 'Patelwar', 'Rahmatullah'],
    },
  ],
  [
    8,
    {
      ethnicities: ['BAFR', 'BCRB', 'BOTH'],
      girls: ['Adaeze', 'Amara', 'Shanice', 'Wanjiru', 'Temi', 'Ayaan'],
      boys: ['Kwame', 'Tobenna', 'Jerome', 'Malachi', 'Abdi', 'Ekow'],
      women: ['Blessing', 'Ifeoma', 'Marcia', 'Halima', 'Esther'],
      men: ['Emeka', 'Delroy', 'Samson', 'Hassan', 'Kofi'],
      surnames: ['Okwuosa-Bell', 'Asante-Price', 'Warsamoud', 'Campbelle', 'Mwangura', 'Adebanwo'],
    },
  ],
  [
    9,
    {
      ethnicities: ['MWBC', 'MWBA', 'MWAS', 'MOTH'],
      girls: ['Mia-Rose', 'Leilani', 'Safiya', 'Nevaeh', 'Talia', 'Jasmine'],
      boys: ['Theo', 'Jaydon', 'Elijah', 'Kai', 'Zachary', 'Luca'],
      women: ['Chantelle', 'Samantha', 'Tasha', 'Michaela', 'Rochelle'],
      men: ['Dwayne', 'Marlon', 'Bilal', 'Aaron', 'Curtis'],
      surnames: ['Braithwell', 'St Clere', 'Adjei-Moss', 'Lorde', 'Hartnoll-Khan', 'Fenby'],
    },
  ],
  [
    8,
    {
      ethnicities: ['WOTH'],
      girls: ['Zofia', 'Ioana', 'Oliwia', 'Daniela', 'Gabija'],
      boys: ['Jakub', 'Andrei', 'Matas', 'Filip', 'Stefan'],
      women: ['Katarzyna', 'Mihaela', 'Beata', 'Rasa', 'Elena'],
      men: ['Marek', 'Florin', 'Tomasz', 'Darius', 'Vasile'],
      surnames: ['Kowalewicz', 'Popescar', 'Jankauskis', 'Wisniowski', 'Dragomirescu'],
    },
  ],
  [
    3,
    {
      ethnicities: ['WROM', 'WIRT'],
      girls: ['Chardonnay', 'Mary-Kate', 'Lavinia', 'Bridie'],
      boys: ['Jimmy', 'Levi', 'Patrick', 'Nelson'],
      women: ['Maureen', 'Violet', 'Shireen', 'Rosaleen'],
      men: ['Tommy', 'Elias', 'Miley', 'Johnjoe'],
      surnames: ['Cashlin', 'Mongley', 'Varadyi', 'Hornshaw'],
    },
  ],
  [
    5,
    {
      ethnicities: ['OOTH', 'AOTH', 'CHNE'],
      girls: ['Shirin', 'Mei-Lin', 'Darya', 'Thuy', 'Rojin'],
      boys: ['Ali', 'Haoyu', 'Karwan', 'Minh', 'Omid'],
      women: ['Parisa', 'Xiulan', 'Shilan', 'Hoa', 'Leyla'],
      men: ['Reza', 'Azad', 'Quang', 'Farhad', 'Jian'],
      surnames: ['Karimpour', 'Zhangfei', 'Barzanji-Aziz', 'Nguyenthi', 'Sorkhabi'],
    },
  ],
]

const streets = [
  'Tenter Row',
  'Mill Race',
  'Chandlers Rise',
  'Quarry Bank',
  'Lockside',
  'Orchard End',
  'Weir Lane',
  'Maltings Close',
  'Ropewalk',
  'Beacon Street',
  'Saltern Road',
  'Hag Wood View',
  'Cobbler’s Yard',
  'Station Parade',
]

const letters = Array.from('ABDEFGHJLNPQRSTUWXYZ')

/** A place to live in a town that does not exist. */
export function homeOf(chance: Chance): Home {
  const flat = chance() < 0.35 ? `Flat ${between(chance, 1, 24)}, ` : ''
  const address = `${flat}${between(chance, 1, 118)} ${pick(chance, streets)}, Harrowmere`
  return {
    address,
    postcode: `ZZ99 ${between(chance, 1, 9)}${pick(chance, letters)}${pick(chance, letters)}`,
  }
}

/** A child of an age in years at a day, with a family. */
export function makeChild(chance: Chance, day: Day, years: number): Child {
  const of = weighed(chance, kin)
  const sex = chance() < 0.5 ? 'M' : 'F'
  const surname = pick(chance, of.surnames)
  const born = addDays(day, -Math.round(years * 365.25) - between(chance, 5, 320))
  const [mother, other] = [pick(chance, of.women), pick(chance, of.men)]
  const isFather = chance() < 0.6
  const partnerSurname = chance() < 0.5 ? surname : pick(chance, of.surnames)
  const otherLives = chance() < 0.45
  const relatives: Relative[] = [
    {
      forenames: mother,
      surname,
      relationship: 'mother',
      livesWith: true,
      parentalResponsibility: true,
      bornOn: adultBorn(chance, born),
    },
    {
      forenames: other,
      surname: partnerSurname,
      relationship: isFather ? 'father' : 'step-parent',
      livesWith: otherLives,
      ...(isFather ? { parentalResponsibility: chance() < 0.8 } : {}),
    },
  ]
  if (chance() < 0.45)
    relatives.push({
      forenames: pick(chance, chance() < 0.5 ? of.girls : of.boys),
      surname,
      relationship: 'sibling',
      livesWith: true,
      bornOn: addDays(born, between(chance, 420, 2600) * (chance() < 0.5 ? -1 : 1)),
    })
  if (chance() < 0.4)
    relatives.push({
      surname: chance() < 0.5 ? `${surname} (grandmother)` : 'Nan, mother’s mother',
      relationship: 'grandparent',
      livesWith: false,
    })
  const age = ageOn(born, day)
  const school = schoolAt(chance, age)
  const disabilities = weighed<readonly string[]>(chance, [
    [86, ['NONE']],
    [5, ['LD', 'COMM']],
    [4, ['AUT']],
    [3, ['BEH']],
    [2, ['MOB', 'LD']],
  ])
  return {
    forenames: pick(chance, sex === 'F' ? of.girls : of.boys),
    surname,
    sex,
    born,
    ethnicity: pick(chance, of.ethnicities),
    disabilities,
    nhsNumber: nhsNumberOf(chance),
    ...(school ? { upn: upnOf(chance) } : {}),
    home: homeOf(chance),
    // No brother or sister is born after the day on which the family is described.
    relatives: relatives.filter(one => one.bornOn === undefined || one.bornOn <= day),
    mother,
    other,
    ...(school ? { school } : {}),
    surgery: chance() < 0.5 ? 'harbour' : 'tanyard',
  }
}

function adultBorn(chance: Chance, child: Day): Day {
  return addDays(child, -between(chance, 18, 36) * 365 - between(chance, 0, 364))
}

/** The school of a child of that age; none below four. */
export function schoolAt(chance: Chance, age: number): AgencyKey | undefined {
  if (age < 4) return undefined
  return age < 11 ? (chance() < 0.55 ? 'linden' : 'aldhelm') : 'crossways'
}

/** The age band in which sentences are chosen. */
export function bandAt(child: Pick<Child, 'born'>, day: Day): Age {
  const age = day < child.born ? 0 : ageOn(child.born, day)
  return age < 2 ? 'baby' : age < 5 ? 'small' : age < 9 ? 'young' : age < 13 ? 'middle' : 'teen'
}
