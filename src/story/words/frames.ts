/** What was found of four children, in the words of those who assessed them. */
import type { Framed } from '../phases/framing.ts'

/** Kit cares for his mother. */
export const kit: readonly Framed[] = [
  {
    after: 6,
    found: [
      [
        'health',
        ['need'],
        'Well, and tired. He wakes when his mother does, three or four times a night.',
        'Kit, and the school nurse',
      ],
      [
        'education',
        ['strength', 'need'],
        'Good at numbers and quick with his hands. Late on eleven mornings this term.',
        'His class teacher',
      ],
      [
        'relationships',
        ['strength'],
        'He and his grandfather finish each other’s sentences. One good friend, Jonah.',
        'Kit',
      ],
      ['self-care', ['risk'], 'He lifts his mother alone. Nobody has shown him how.', 'Kit'],
    ],
    heard: {
      how: 'speech',
      ownWords: '“I’m not a carer, I’m her son. I just don’t want to be asleep when she falls.”',
      present: 'Nobody else',
      done: 'Asked for a night alarm the same day. Told him who gets up when it rings.',
    },
  },
  {
    after: 12,
    found: [
      ['basic-care', ['need'], 'Meals are Kit’s work from Thursday on, when Denise has least strength.', 'Denise'],
      [
        'warmth',
        ['strength'],
        'Denise says what he did well, each evening, by name. [third party: Len told me that she cries when Kit is at school.]',
        'Denise and her father',
      ],
      ['guidance', ['strength'], 'Bedtime is kept. Len keeps it.', 'Leonard Ramsbottom'],
    ],
    adults: [
      {
        who: 'Leonard Ramsbottom',
        asked: 'asked',
        near: 'lives',
        source: 'Leonard himself',
        answer: 'He moved in when Denise could no longer climb the stairs. He is seventy-four and has a heart pill.',
      },
      {
        who: 'Denise Ramsbottom',
        asked: 'not-asked',
        near: 'lives',
        whyNot: 'She was in hospital for two days. I ask her on Tuesday who else helps at night.',
      },
      {
        who: 'A cousin called Ty',
        asked: 'asked',
        near: 'visits',
        source: 'Kit',
        answer: 'He comes on Sundays to do the shopping, and stays when Len is ill.',
      },
    ],
  },
  {
    after: 22,
    found: [
      ['housing', ['need'], 'The bathroom is upstairs. Denise is not.', 'the visit'],
      ['income', ['need'], 'Carer’s allowance was never claimed for Len.', 'The welfare rights adviser'],
      [
        'wider-family',
        ['strength'],
        'A cousin at the end of the street, and a chapel that cooks.',
        'Leonard Ramsbottom',
      ],
      [
        'analysis',
        ['need', 'risk'],
        'Kit is loved and he is needed, too much of the second. Unless adults come at night, he loses his sleep, then school, then his back. With them, he can be what he says he is: her son.',
      ],
    ],
  },
]

/** Safiya: first, when her nights were not shared yet. */
export const safiya: readonly Framed[] = [
  {
    after: 5,
    found: [
      [
        'health',
        ['need'],
        'Two chest infections since the autumn. The seating of her chair is a year too small.',
        'The community nurse',
      ],
      [
        'education',
        ['strength'],
        'She uses eye gaze to choose, and chooses quickly. First to laugh at a wrong answer.',
        'Hollybank School',
      ],
      ['identity', ['strength'], 'She knows which songs are hers. Her name sign is a bird.', 'Nasreen and Yusuf'],
      ['self-care', ['need'], 'Two people for each lift. At night there is one.', 'Nasreen'],
    ],
    heard: {
      how: 'app',
      ownWords: 'MUM TIRED. MUM SLEEP. ME SLEEP.',
      present: 'Her speech therapist, who held the tablet and nothing else',
      done: 'Read out, as she asked, to her parents. Nights with a carer were asked for the next morning.',
    },
    adults: [
      {
        who: 'Nasreen Rahimtoola',
        asked: 'asked',
        near: 'lives',
        source: 'Nasreen',
        answer: 'She sleeps on the floor beside the bed.',
      },
      {
        who: 'Yusuf Rahimtoola',
        asked: 'asked',
        near: 'lives',
        source: 'Yusuf',
        answer: 'He drives nights, four in seven. Nobody else has a key.',
      },
    ],
  },
  {
    after: 17,
    found: [
      ['basic-care', ['strength'], 'Exact, gentle and without a break for nine years.', 'the visit'],
      ['stability', ['risk'], 'All of it rests on one back.', 'The physiotherapist'],
      ['housing', ['need'], 'The hoist does not reach the bath.', 'The occupational therapist'],
      [
        'analysis',
        ['need'],
        'A loving family at the end of its strength. Without nights shared and a hoist that reaches, somebody is hurt: Safiya or her mother.',
      ],
    ],
  },
]

/** Safiya again, three weeks after the plan began: what changed and what did not. */
export const safiyaAgain: readonly Framed[] = [
  {
    after: 3,
    found: [
      ['health', ['strength'], 'No infection since. The new seat is ordered and measured.', 'The community nurse'],
      [
        'education',
        ['strength'],
        'She uses eye gaze to choose, and chooses quickly. First to laugh at a wrong answer.',
        'Hollybank School',
        true,
      ],
      [
        'self-care',
        ['strength', 'need'],
        'Two people for each lift on six nights of the month. On the others there is still one.',
        'Nasreen',
      ],
    ],
    heard: {
      how: 'app',
      ownWords: 'MUM SLEEP. GOOD.',
      present: 'Nasreen',
      done: 'Nasreen asked me to print it. It is on the fridge.',
    },
    adults: [
      {
        who: 'The night carer, called Abbie',
        asked: 'asked',
        near: 'stays',
        source: 'The agency that sends her',
        answer: 'Checked and trained. Nasreen has her number.',
      },
    ],
  },
]

/** Edie: half of it written, and one adult of whom nobody will speak. */
export const edie: readonly Framed[] = [
  {
    after: 5,
    found: [
      ['education', ['strength'], 'She reads two years ahead, and hides it.', 'St Aldhelm’s'],
      ['behaviour', ['need'], 'She counts the days until Monday from Thursday on.', 'Edie'],
    ],
    heard: {
      how: 'play',
      ownWords:
        'The mother doll goes to bed. All the others put on their coats and wait. (She laid a sixth doll behind the door and would not name it.)',
      done: 'Asked Rhona the same day who comes on Sundays.',
    },
    adults: [
      { who: 'Rhona Hathersage', asked: 'would-not-say', near: 'lives', source: 'Rhona' },
      {
        who: 'Somebody who comes on Sundays',
        asked: 'asked',
        near: 'visits',
        source: 'Edie, in play, and her grandmother',
        answer: '[risk: Jean says that he is Rhona’s brother, and that Edie sleeps at hers when he comes.]',
      },
    ],
  },
]

/** A child before birth. */
export const beforeBirth: readonly Framed[] = [
  {
    after: 8,
    found: [
      [
        'before-birth',
        ['risk', 'strength'],
        'Four of eleven appointments, and three of the last three. She was open about drinking before anybody asked.',
        'The safeguarding midwife',
      ],
      [
        'history',
        ['need'],
        'Her first child lives with her sister, by agreement. She visits each Wednesday and has missed none.',
        'Shanice and her sister',
      ],
      ['housing', ['strength'], 'A cot, a steriliser and a lock that works.', 'the visit'],
    ],
  },
]
