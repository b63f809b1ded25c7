/** Sentences of assessments, enquiries and help for a child in need. */
import type { Theme } from './beginnings.ts'

export const howAssessed: readonly string[] = [
  'See {name} at home at different times of the day. Meet both adults, apart and together. Ask every agency for what it holds, in writing, by the tenth day. Say plainly to {mother} what we are worried about.',
  '[talks] See {name} at home and at {school}, once alone at least. Meet {mother} and {other} apart. Ask the surgery, the health visitor and housing for what they hold. A review point after ten working days.',
  '[grandmother] Three visits, one of them at tea time. Talk with the grandmother. {school} keeps a note of mornings. What help can start now is started now.',
  '[talks] Begin with {name}: what a week is like. Then the adults, including those who do not live there. A session with the parents on what they want to be different by summer.',
]

export const challenges: readonly string[] = [
  '[school] I asked what else could explain what {school} sees. We agreed to look at money and at {mother}’s sleep before we call it unwillingness.',
  'The account leans on {mother}. Where is {other} in this? To be seen before the assessment ends.',
  '[grandmother] We looked at what {name} wants and found that nobody had asked about contact with the grandparents. To be done this week.',
  'Good, warm work. I want the chronology of the last two years put beside it, since the same three weeks of calm have come before.',
  'No drift: both visits done, one agency still to answer. Reminder sent to the surgery by me.',
]

export const delays: readonly string[] = [
  '[neglect|hurt|disability] The report of the community paediatrician will not be ready before the end of the month, and {name}’s weight is at the centre of this. Help goes on meanwhile.',
  '{other} has only now agreed to be seen. The family asked for the time and so did {school}. Talked through with {name}, who said “fine, if it’s the same lady”.',
]

export const development: readonly string[] = [
  '{name} is well in body, and up to date with immunisations. {He} looks to adults before {he} does anything new, more than other children of {his} age.',
  '[school] {name} is a curious, kind child who is behind where {he} could be. {His} attendance is the clearest measure: where {he} is brought, {he} catches up.',
  '[school] {name} is healthy and growing. {He} watches adults closely and soothes {himself} in ways that {school} first took for naughtiness.',
  '[school] {name} does well in class and has two good friends. {He} worries about home from about two in the afternoon.',
  '[small] Speech is some nine months behind. Hearing has been tested and is normal; the speech therapist thinks that {he} has had too little said to {him}.',
  '[talks] {name} has lost weight and sleep since the summer. {His} sense of {himself} is strong all the same: {he} knows what is fair.',
]

export const parenting: readonly string[] = [
  '{mother} loves {name} and says it. She gets most things right on a good day; the good days are too few, and she was alone with that until now.',
  'Basic care is there when there is money and goes when there is none. Warmth is there throughout.',
  '[violence] {mother} puts {name} first when she is well. {other} does not yet accept that what {name} hears through the wall harms {him}.',
  'Rules change with the adult in the room. {name} has become the one who remembers them.',
  '[drink] {mother} can name what {name} needs and finds it hard to do it after four o’clock, when she drinks.',
]

export const surroundings: readonly string[] = [
  'A rented house in fair repair, on a street where people know each other. Money is short from the third week of each month.',
  'Two rooms above a shop, warm and noisy. {mother}’s own family is far away, and she misses them most on Sundays.',
  '[grandmother] The flat is damp and too small. The tenancy is safe. The grandmother is the family’s strength, and she is tired.',
  '[neglect|mind|drink|carer|violence] Debt to a doorstep lender takes a fifth of the income. The welfare rights adviser has begun to write to him.',
  '[school] The family moved three times in two years and knows nobody in this street. A neighbour with a child in {name}’s class has begun to walk them in.',
  '[exploited] A close family with two aunts nearby. The street is where {name} is not safe: {he} names four corners to avoid.',
]

export const analyses: Readonly<Record<Theme, readonly string[]>> = {
  neglect: [
    'For {name} this means cold, hunger some of the time, and nobody to tell. It is not one bad week: five agencies describe the same eighteen months. {mother} can do better when somebody is alongside; without that, it slips within three weeks.',
    '[grandmother][school] The neglect comes with low mood and debt and not from want of love. Children are harmed by it no less. What protects {name}: {school}, the grandmother, {his} own good sense.',
  ],
  violence: [
    '{name} lives with fear, whether or not {he} is touched. {mother} is not failing to protect {him}: she is being harmed and is managing danger. The responsibility is {other}’s.',
    'Violence that has grown in eighteen months, now with strangulation, which is a sign of high danger. {name} has begun to place {himself} between the adults.',
  ],
  mind: [
    '{mother}’s illness comes and goes. In between she is a thoughtful parent. What is missing is a plan that {name} knows: who comes, what is said, when it is over.',
  ],
  drink: [
    'When {mother} drinks, {name} becomes the adult. {He} is good at it, and that is the harm. {mother} has been sober for nineteen days and wants this written down.',
  ],
  exploited: [
    '{name} is a child who is being used by adults. What looks like choice is debt, fear and the wish to belong. {mother} protects {him} as well as anyone could; the harm is outside the home, and so must much of the plan be.',
  ],
  disability: [
    'A loving family doing three people’s work. {name}’s needs have grown, and help has not grown with them. Without more of it the risk is an injury, to {name} or to {mother}’s back.',
  ],
  hurt: [
    '{name} has been hurt by an adult who was meant to look after {him}. {His} account has stayed the same with three people. {other} minimises; {mother} believes {name}, which is the strongest thing in this file.',
  ],
  carer: [
    '{name} carries what adults should carry. {He} does not want it taken away but shared. {mother} agrees, and is ashamed, and need not be.',
  ],
}

export const assessmentReasons: Readonly<Record<string, readonly string[]>> = {
  'child-in-need-plan': [
    '{name} is a child in need. {mother} has asked for a plan, and we think it will work if the help comes on the days that are hard.',
    'The family wants help and can use it. The plan is to be reviewed in six weeks against {name}’s attendance and {his} own view.',
  ],
  'early-help': [
    'What was worrying has changed for the better and {school} can carry on with the family. The door stays open.',
  ],
  'no-further-action': [
    'The worry was looked into with care. {name} is safe and looked after. {mother} was told that asking for help later will not be held against her.',
  ],
  plan: [
    'Concluded beside the enquiry. {name} is on a child protection plan; this assessment is what the plan is built on, and {mother} has read it.',
    'The assessment ends where the conference began: harm that is likely to go on without a plan, and a family that has strengths to build one with.',
  ],
  'strategy-discussion': [
    'What {name} told us on the second visit goes beyond need. A strategy discussion is to be held with police and health.',
  ],
}

export const needs: readonly string[] = [
  '{name} needs days that are like each other: meals, sleep, and the same faces. {mother} needs to be less alone with it.',
  '[school] {name} needs to be warm, fed, and at {school} on time. {mother} needs sleep, and somebody to sort out the meter.',
  '[violence|drink|mind] {name} needs adults who keep to what they say; {his} parents need to hear that from each other and not from {him}.',
  '[exploited] {name} needs a safe way to and from {school}, and one adult of {his} own choosing to talk to.',
]

export const outcomes: readonly string[] = [
  '{mother} says that she can ask for help before it is too much, and has done so once. No health appointment is missed. {name} sleeps through most nights.',
  '[school] Attendance above 92 per cent by the second review. {name} says that mornings are “normal”. No missed health appointment.',
  '[neglect|carer|drink|mind] {name} is in bed by eight on school nights, in a bed of {his} own, and says so. Weight back on its line by the spring.',
  '[violence] Six weeks without a call to police. {name} scores home at seven or more on {his} own ladder; it was three.',
]

export const actions: readonly string[] = [
  '{worker} visits each fortnight. {mother}: the surgery by the end of the month, and the family hub on Thursdays. Housing answers on the repairs by the 20th. {other} is asked what he will take on.',
  '[school] {school}: breakfast club from Monday. Family support worker: Tuesday and Friday at 7.30 for four weeks. {mother}: the surgery by the end of the month. {worker}: the meter, and the letter to housing.',
  '[little] {worker} visits each fortnight. Health visitor weighs monthly. {other} starts the parenting group on Thursday. Housing answers on the damp by the 20th.',
  '[exploited] The youth project meets {name} weekly. {mother} and {worker} agree a plan for the nights on which {he} does not come home. Police name one officer for the family.',
]

export const ifNotMet: readonly string[] = [
  '[school] If attendance falls below 85 per cent, or {name} is hurt or frightened again, the plan is brought forward and a strategy discussion considered.',
  'If nothing has changed by the third review, we shall say so to the family and look at whether this plan is enough.',
]

export const views: readonly string[] = [
  'Told by {mother}, who knows {him} best: what makes {him} laugh, what makes {him} hide, and what must stay as it is.',
  '[talks] “It’s all right. I like the breakfast one. I don’t want the man from the council to come in uniform.”',
  '[talks] “Can it say that I get to choose the swimming?” It can, and it does.',
  '[school] {name} drew the plan as a bus with everybody on it, and Mum driving.',
  '[older] “Fine. But somebody tell me when it’s finished, last time it just stopped.”',
  '[older] {name} did not want to come in, and asked {his} learning mentor to say: “More of the same please.”',
  '[little] Too young to say. {mother} spoke for {name}, and the nursery described {his} mornings now.',
]

export const helpProgress: readonly string[] = [
  'Every appointment kept, {name} well and growing. {mother} brought her own list to the meeting and we worked from it.',
  'The repairs are done and the debt is being paid. {mother} sleeps. {name} is the better for both.',
  '[school] Attendance 94 per cent. Two health appointments kept. The meter debt is spread over a year. {mother} is visibly less tired and said so herself.',
  '[school] Better at home and no change at {school}. {mother} finds the mornings hardest; support is moved from evenings to mornings.',
  'Half of what was agreed is done. The group was full, which is not the family’s doing. The family is content and a little bored, which we count as progress.',
  'A hard six weeks: {other} moved out and money is short. {name} has held up. The plan goes on with visits each week until the new year.',
  'Three of four outcomes are met, and {name} says so. One more period to see whether it holds without the morning visits.',
]

export const helpEnded: readonly string[] = [
  'Needs met. {mother} ended the last meeting by thanking the family support worker by name. She has the number of the family hub.',
  '[talks] Needs met. {name} said that it is “normal now, you can go”. {school} keeps the breakfast place and {mother} has the number of the family hub.',
  '[school] Stepped down to early help with {school} in the lead. What would make us come back is written in plain words and {mother} has it on the fridge.',
]

/** A file that closes without an assessment. */
export const closedAtDoor: readonly string[] = [
  'Nothing further for children’s social care. {mother} has been told, and knows how to come back.',
  'Closed with the help that was offered in place. The person who told us knows what was decided and why.',
  'Closed at the front door. If it is raised again, read this one beside it.',
]

export const closings: readonly string[] = [
  'The work is done, and {mother} said so before we did. The surgery and the health visitor or school nurse go on knowing the family.',
  '[talks] Closed after talking with {name}, {mother} and {school}. What was better and what still worries us is written in the letter to the family.',
  '[school] The work is done. {name} chose to keep the drawing that we made at the first visit.',
  '[school] Closed with support going on from {school} and the surgery. Nobody who worked with the family disagrees.',
  '[school] {name} was told last, at {his} own request, “so I know it is really true”.',
]
