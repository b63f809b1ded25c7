/** Family A: three children, neglect that five agencies each saw a piece of, and a plan that has begun to hold. */
import { addDays } from '../../guidance/days.ts'
import { personConnected } from '../../procedures/people.ts'
import type { Lifeline, Today } from '../life.ts'
import { assessed } from '../phases/assessing.ts'
import { type Case, referred } from '../phases/beginning.ts'
import { onPlan } from '../phases/planning.ts'
import { conferred, discussed, enquired } from '../phases/protecting.ts'
import { see, seeAsPartner } from '../phases/seeing.ts'
import { workday, workdaysAfter } from '../workdays.ts'
import { begin, bornAgo, crews, occasion } from './family.ts'

const children = ['Ellie', 'Mason', 'Rosie'] as const
type Name = (typeof children)[number]

const first: Readonly<Record<Name, string>> = {
  Ellie:
    'Ellie was on the front step with Rosie on her hip when I came. She had made beans on toast for three and showed me how she lights the hob with a match since the clicker went. “I’m careful. I always count to three.” She asked if I was “the sort that takes people or the sort that helps”. I said that I had come to help, and that I would never do anything about her without telling her first.',
  Mason:
    'Mason would not speak at first and drew the house with a black felt pen, all of it, windows too. Then: “That’s the smell.” He took me to the room where the dog is kept. His sleeves were wet and he was shivering; Donna found him a jumper when I asked. He would like “a bed that is not a sofa”.',
  Rosie:
    'Rosie was in a cot in the back room, awake and silent, in a nappy that was soaked through. When Ellie came in she stood up and lifted both arms. She has few words. What I saw is a little girl who has learnt that it is her sister who comes.',
}

const middle: Readonly<Record<Name, readonly string[]>> = {
  Ellie: [
    'Seen alone at Linden Vale, in the library. “It’s warmer. Mum cried at the lady from the council and then the lady cried as well.” Ellie has stopped doing Rosie’s nights. She is not sure what to do with the time and says that she lies awake anyway, listening.',
    'Ellie read me her letter to the conference. The last line: “I want it to be Mum’s job again but I want to be asked.” She wants it read out as it stands.',
  ],
  Mason: [
    'Mason has his bed. He lay down on it with his shoes on to show me, and got up to take them off. “It’s got a under,” he said: there is room for his lorries.',
  ],
  Rosie: [
    'Rosie was at the nursery, in red wellingtons, filling a bucket. She did not look round when I came in, which for her is new and good.',
  ],
}

/** Ellie, Mason and Rosie Sallowby. */
export function sallowby(today: Today): Lifeline[] {
  return children.map(name => {
    const told = open(today, name)
    const { life } = told
    const start = workday(addDays(today.day, -196))
    const { decidedOn, referral } = referred(told, start, {
      from: 'linden',
      at: '09:10',
      occasion: occasion('sallowby', 'referral'),
      reason:
        'Ellie brings Mason to school and then runs to take Rosie to the nursery. All three are in the same clothes for days and smell of urine. On Monday Ellie fell asleep on the carpet; asked what she had eaten, she said “the crisps for Mason’s lunch, because he does not like that kind”. We have rung home eleven times since September. Ellie asked us not to tell, “because Mum’s trying”.',
      history:
        'An early help plan last year ended when {mother} stopped answering. Housing, the surgery and the nursery each hold notes from the same eighteen months.',
      why: 'Three children, eleven unanswered calls, and a nine-year-old who is the one who copes. To be assessed, and Rosie to be seen today.',
      after: 1,
      without: [],
    })
    const seenOn = workdaysAfter(decidedOn, 1)
    const visit = see(told, seenOn, { where: 'home', alone: name !== 'Rosie', wishes: first[name], at: '16:10' })
    const discussion = workdaysAfter(start, 9)
    discussed(told, discussion, {
      occasion: occasion('sallowby', 'discussion'),
      shared:
        'School: eleven calls home, attendance 74 per cent. Health visitor: four visits not answered, Rosie’s weight has crossed two lines. Surgery: {mother} stopped collecting her antidepressants in the summer. Housing: boiler reported in May, no access given twice. Police: nothing held.',
    })
    enquired(told, discussion, { takes: 8, occasion: occasion('sallowby', 'enquiry'), visits: 1 })
    const conference = conferred(told, discussion, {
      after: 14,
      occasion: occasion('sallowby', 'conference'),
      categories: ['NEG'],
      without: [],
    })
    assessed(told, start, decidedOn, { takes: 39, visits: 1, outcome: 'plan' })
    const last = addDays(today.day, -42)
    onPlan(told, conference.on, {
      reviews: 1,
      goesOn: true,
      firstReviewLate: false,
      voices: middle[name],
      coreGroups: [workdaysAfter(conference.on, 9), workday(addDays(conference.on, 48)), last],
    })
    if (name === 'Ellie') {
      life.contest(
        referral,
        workdaysAfter(decidedOn, 6),
        'parent',
        'Donna says that the children did not smell of urine: it was the dog, and the washing machine had been broken for two weeks. She rang the council about it twice and wants that written down.',
      )
      life.contest(
        visit,
        workdaysAfter(seenOn, 20),
        'child',
        'Ellie read this and says that she lit the hob only once. “It sounds like I do it every day and I don’t.”',
      )
    }
    if (name === 'Mason') {
      const born = [...life.told].find(([, one]) => one.definition.kind === 'child-born')?.[0] ?? ''
      life.correct(born, workdaysAfter(start, 12), {
        day: bornAgo(today, 6, 112),
        why: 'The year was read from an old housing form. The red book and the school both show the later year.',
        by: 'joss',
      })
      seeAsPartner(
        told,
        'linden',
        workday(addDays(today.day, -24)),
        'Mason was sick before PE. He asked me to ring Mum “not the phone lady, Mum”, and she came within ten minutes, in her slippers.',
        { late: 0 },
      )
    }
    if (name === 'Rosie') {
      const wrong = see(told, workdaysAfter(start, 15), {
        where: 'school',
        alone: true,
        wishes: 'Seen at Linden Vale in the library corner. We talked about the library books she reads to the others.',
      })
      life.strikeOut(
        wrong,
        workdaysAfter(start, 17),
        'This is about Ellie and was written on her sister’s file. It has been recorded on the right one.',
      )
      seeAsPartner(
        told,
        'community',
        workday(addDays(today.day, -61)),
        'Rosie weighed at home: back on her line for the first time since the spring. Donna had the red book out and ready.',
        { late: 23, shared: true },
      )
    }
    return life.end()
  })
}

function open(today: Today, name: Name): Case {
  const born = { Ellie: bornAgo(today, 9, 140), Mason: bornAgo(today, 7, 112), Rosie: bornAgo(today, 2, 74) }
  const start = workday(addDays(today.day, -196))
  const told = begin({
    ...crews.amira,
    today,
    key: `sallowby ${name}`,
    homeKey: 'sallowby',
    start,
    theme: 'neglect',
    network:
      name === 'Rosie' ? ['linden', 'community', 'harbour', 'housing'] : ['linden', 'harbour', 'community', 'housing'],
    child: {
      forenames: name,
      surname: 'Sallowby',
      sex: name === 'Mason' ? 'M' : 'F',
      born: born[name],
      ethnicity: 'WBRI',
      mother: 'Donna',
      other: 'Craig',
      ...(name === 'Rosie' ? {} : { school: 'linden' as const }),
    },
    people: [
      {
        forenames: 'Donna',
        surname: 'Sallowby',
        relationship: 'mother',
        livesWith: true,
        parentalResponsibility: true,
        bornOn: '1991-02-17',
      },
      { forenames: 'Craig', surname: 'Pell', relationship: 'father', livesWith: false, parentalResponsibility: true },
      ...children
        .filter(one => one !== name)
        .map(one => ({ forenames: one, surname: 'Sallowby', relationship: 'sibling' as const, livesWith: true })),
      { forenames: 'Pauline', surname: 'Sallowby', relationship: 'grandparent', livesWith: false },
    ],
  })
  const left = addDays(today.day, -430)
  told.life.record(
    personConnected,
    { from: left, to: addDays(left, 60), certainty: 'about' },
    { surname: 'Lodger, called Mick', relationship: 'other', livesWith: false },
    { late: 260 },
  )
  return told
}
